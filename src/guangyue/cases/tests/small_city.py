"""东湖市: one system, whose rule says who is registered as working flexibly on the spot."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from guangyue.cases.tests.factories import SHOP
from guangyue.gazette.document import Document
from guangyue.matters.declaration import Audience, Declaration, Entry, Flag, FormField
from guangyue.organisations.facts import OrganisationFact
from guangyue.rules.authoring import need, rule
from guangyue.rules.facts import Facts, number, word
from guangyue.rules.rulebook import Rulebook
from guangyue.systems.examples import Given
from guangyue.systems.system import City, System

MEASURES = Document("东政办〔2019〕9号", "东湖市灵活就业登记办法", date(2019, 1, 1), date(2026, 12, 31))
BUREAU = OrganisationFact("human-resources", "东湖市人力资源局", "政府部门", "", "990100", "2019-01")
STATES = ("单位就业", "灵活就业", "登记失业", "未就业")
NOT_EMPLOYED, HOURS = "没有在单位就业", "没有登记失业的，每周工作不少于十小时"


class Worker(Facts):
    """来登记的人."""

    employment = word("就业状态", STATES)
    hours = number("每周工作小时")


@rule(cites=MEASURES.clause("第三条"), title="灵活就业即时登记", key="flexible")
def flexible(worker: Worker) -> None:
    """Whoever no employer has; who never registered as unemployed says how much he works."""
    need(NOT_EMPLOYED, worker.employment.among("登记失业", "未就业"))
    need(HOURS, worker.employment.among("登记失业") | (worker.hours >= 10))


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    return {}


CITY = City(
    name="东湖市",
    regions=(),
    organisations=(BUREAU,),
    names=(),
    sightings=(),
    systems=(System("S99", "灵活就业", (MEASURES,), (BUREAU,), (), answer, Rulebook((flexible,))),),
)
REGISTERING: Declaration = replace(
    SHOP,
    code="000199",
    name="灵活就业登记",
    audience=Audience.PERSON,
    flags=(Flag.ONLINE, Flag.INSTANT),
    materials=tuple(one for one in SHOP.materials if one.code != "plan"),
    rule="S99.flexible",
    fields=(
        FormField("employment", "就业状态", Entry.CHOICE, choices=STATES, known_as="employment"),
        FormField("hours", "每周工作小时", Entry.NUMBER, required=False),
    ),
    variants=(
        replace(SHOP.variants[0], materials=("licence",), fields=("employment", "hours")),
        *SHOP.variants[1:],
    ),
)

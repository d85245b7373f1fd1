"""东湖市: a city of two bureaux and one system, which says what a printed name means."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from guangyue.gazette.document import Clause, Document
from guangyue.organisations.facts import NameFact, OrganisationFact, RegionFact, SightingFact
from guangyue.organisations.models import Organisation
from guangyue.organisations.resolution import resolve
from guangyue.systems.examples import Given
from guangyue.systems.system import City, System

RULES = Document("东政发〔2021〕1号", "东湖市机构设置办法", date(2021, 1, 1))
FINANCE = OrganisationFact("finance", "东湖市财政局", "政府部门", "", "990100", "2021-01")
AUDIT = OrganisationFact("audit", "东湖市审计局", "政府部门", "", "990100", "2021-01")


class EndAudit:
    """A demand: 审计局撤销."""

    cites: Clause = RULES.clause("第三条")

    def enact(self, at: datetime) -> None:
        Organisation.objects.filter(key="audit", until=None).update(until=RULES.since)


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    found = resolve(given.text("resolve"), on=given.day("date") or RULES.since)
    return {"organisation": found.name if found else None}


CITY = City(
    name="东湖市",
    regions=(RegionFact("990100", "东湖市", "地级市", "", "", None, None, "测试"),),
    organisations=(FINANCE, AUDIT),
    names=(NameFact("finance", "市财政厅", "疑误", None, None, ""),),
    sightings=(SightingFact("王一", "finance", "局长", date(2021, 2, 1), date(2021, 3, 1)),),
    systems=(System("S05", "机构", (RULES,), (FINANCE,), (EndAudit(),), answer),),
)

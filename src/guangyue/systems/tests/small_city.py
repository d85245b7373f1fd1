"""东湖市: a city of two bureaux and one system, which says what a printed name means."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from guangyue.gazette.document import Clause, Document
from guangyue.gazette.index import ClauseIndex, IndexedDocument, IndexedPart, tree_of
from guangyue.gazette.running import Runs
from guangyue.organisations.facts import NameFact, OrganisationFact, RegionFact, SightingFact
from guangyue.organisations.models import Organisation
from guangyue.organisations.resolution import resolve
from guangyue.systems.examples import Given
from guangyue.systems.system import City, System

RULES = Document("东政发〔2021〕1号", "东湖市机构设置办法", date(2021, 1, 1))
FINANCE = OrganisationFact("finance", "东湖市财政局", "政府部门", "", "990100", "2021-01")
AUDIT = OrganisationFact("audit", "东湖市审计局", "政府部门", "", "990100", "2021-01")

PLAN = Document("东政办字〔2021〕2号", "东湖市节水方案", date(2021, 2, 1))
INDEX = ClauseIndex(
    (
        IndexedDocument(
            number=RULES.number,
            title=RULES.title,
            issuers=("东湖市人民政府",),
            day=RULES.since,
            issue="2021-01",
            clauses=tree_of(
                (
                    (0, "第一章"),
                    (1, "第一条"),
                    (1, "第二条"),
                    (0, "第二章"),
                    (1, "第三条"),
                    (2, "第三条第一款"),
                    (2, "第三条第二款"),
                    (1, "第四条"),
                )
            ),
        ),
        IndexedDocument(
            number=PLAN.number,
            title=PLAN.title,
            issuers=("东湖市人民政府办公室",),
            day=PLAN.since,
            issue="2021-02",
            parts=(IndexedPart("甲", "城区方案"), IndexedPart("乙", "乡村方案")),
            clauses=tree_of(((0, "甲一"), (0, "乙一"), (1, "乙一（一）"), (1, "乙一（二）"))),
        ),
    )
)


class EndAudit:
    """A demand: 审计局撤销."""

    cites: Clause = RULES.clause("第三条")

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "机构撤销", "东湖市审计局撤销", key="audit")

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
    systems=(
        System(
            "S05",
            "机构",
            (RULES, PLAN),
            (FINANCE,),
            (EndAudit(),),
            answer,
            leaves={
                f"{RULES} 第一条": "立法目的",
                f"{RULES} 第三条第二款": "只作说明",
                f"{PLAN} 甲": "城区已经建成",
            },
        ),
    ),
    index=INDEX,
)

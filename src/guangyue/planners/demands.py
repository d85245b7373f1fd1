"""What a document can demand of responsible planners."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.organisations.models import Organisation
from guangyue.planners.models import Area
from guangyue.planners.pilot import Pilot


class Planning(Enum):
    """What is done, and the page where it is seen."""

    CONTRACTS = "聘用合同", "planners:contracts"
    PLANNERS = "责任规划师", "planners:planners"
    GROUPS = "规划师小组", "planners:groups"
    VISITS = "到片区服务", "planners:visits"
    ADVICE = "意见建议", "planners:advice_list"
    DEDUCTIONS = "服务费扣减", "planners:deductions"
    DISPATCH = "月调度", "planners:dispatch"
    REPORTS = "报告", "planners:reports"
    EVALUATIONS = "评议考评", "planners:evaluations"
    SUPPORT = "场所和经费", "planners:support"
    TERMS = "试行规则", "planners:terms"
    PUBLIC = "意见建议公开", "planners:public"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class RunPilot:
    """责任规划师试行, with all that the clauses and the city settle of it; its areas become rows."""

    pilot: Pilot
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        page = reverse(Planning.TERMS.page)
        yield Runs(self.cites, "责任规划师", "试行期间登记，期满以后只能查看", key="pilot", url=page)
        for one in self.pilot.focuses:
            yield Runs(one.cites, "工作重点", one.kind.value, key=one.kind.name, url=page)
        for term in self.pilot.reports:
            yield Runs(term.cites, "报告", term.title, key=term.key, url=reverse(Planning.REPORTS.page))

    def enact(self, at: datetime) -> None:
        """An area that is there already keeps the type that was set for it since."""
        for one in self.pilot.areas:
            Area.objects.get_or_create(
                key=one.key,
                defaults={
                    "name": one.name,
                    "region_id": one.region,
                    "office": Organisation.objects.get(key=one.office),
                    "kind": one.kind.name,
                },
            )


@dataclass(frozen=True)
class ServeAreas:
    """责任规划师的工作: one of them, asked for by the clause."""

    work: Planning
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, self.work.kind, self.title, key=self.work.name, url=reverse(self.work.page))

    def enact(self, at: datetime) -> None:
        """It is done by people, from the first day of the pilot on."""

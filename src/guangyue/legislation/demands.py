"""What a document can demand of making rules and of asking people first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause, Document
from guangyue.gazette.running import Runs
from guangyue.legislation.catalogue import ListedGroup
from guangyue.legislation.kinds import Audience
from guangyue.legislation.models import ConsultedMatter, LegislativePlan, LegislativeTerms
from guangyue.legislation.services.planning import enter_plan, set_terms


class Lawmaking(Enum):
    """What is done, and the page where it is seen."""

    PLAN = "立法计划", "legislation:public_plans"
    ROAD = "立法程序", "legislation:projects"
    CONSULTING = "公开征求意见", "legislation:public_consultations"
    REPLYING = "意见反馈", "legislation:public_consultations"
    URGING = "立法督促", "legislation:urging"
    APPRAISAL = "立法考核", "legislation:appraisal"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class MakeRules:
    """立法: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Lawmaking
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """Projects go this way from the first day."""


@dataclass(frozen=True)
class PublishPlan:
    """印发年度立法计划: its catalogue as rows; a header count that is wrong stops it."""

    year: int
    document: Document
    day: date
    groups: tuple[ListedGroup, ...]
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        for group in self.groups:
            cites = self.document.clause(group.label)
            page = reverse("legislation:public_plan", args=[self.year])
            yield Runs(cites, "立法项目", group.title, key=group.label, url=page)

    def enact(self, at: datetime) -> None:
        if LegislativePlan.objects.filter(year=self.year).exists():
            return
        enter_plan(
            year=self.year,
            number=self.document.number,
            title=self.document.name,
            adopted_on=self.day,
            groups=self.groups,
            at=at,
        )


@dataclass(frozen=True)
class LeaveTimeForReview:
    """补充规定: how long review and approval take, and what is many; the clause wants them reasonable and
    gives no number. The shortest consultation stays open until somebody sets it by the law in force."""

    since: date
    review_days: int
    approval_days: int
    opposing_percent: int
    many_comments: int
    ground: str
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "补充规定", self.title, key="terms", url=reverse("legislation:terms"))

    def enact(self, at: datetime) -> None:
        if LegislativeTerms.objects.exists():
            return
        set_terms(
            since=self.since,
            min_days=None,
            review_days=self.review_days,
            approval_days=self.approval_days,
            opposing_percent=self.opposing_percent,
            many_comments=self.many_comments,
            ground=self.ground,
            by=None,
            at=at,
        )


@dataclass(frozen=True)
class ConsultOn:
    """应当征求意见: a matter that is not decided before these audiences were asked."""

    key: str
    title: str
    audiences: tuple[Audience, ...]
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        page = reverse("legislation:public_consultations")
        yield Runs(self.cites, "公开征求意见", self.title, key=self.key, url=page)

    def enact(self, at: datetime) -> None:
        asked = {"title": self.title, "audiences": list(self.audiences), "cites": self.cites}
        ConsultedMatter.objects.update_or_create(key=self.key, defaults=asked)

"""What a document can demand of the supervision of tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.tasks.terms import Terms


class Supervising(Enum):
    """What is done, and the page where it is seen."""

    EXTRACTION = "任务抽取", "tasks:readings"
    LEDGER = "任务台账", "tasks:ledger"
    REPORTS = "季度报送", "tasks:owed_reports"
    PLANS = "施工图和进度表", "tasks:ledger"
    CHECKS = "核查", "tasks:to_check"
    PRODS = "催办督办", "tasks:prods"
    CLOSING = "闭环督办", "tasks:ledger"
    SUMMARY = "季度汇总", "tasks:summary"
    PUBLIC = "任务公开", "tasks:public"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class SuperviseTasks:
    """督查: one of its works, asked for by the clause; it needs no enacting into a row."""

    work: Supervising
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """What documents hand out is issued when an official has confirmed it."""


@dataclass(frozen=True)
class HandOutTask:
    """交办: the clause hands out a task; it is issued when an official has confirmed what was read."""

    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "任务", self.title, key=self.cites.path, url=reverse("tasks:ledger"))

    def enact(self, at: datetime) -> None:
        """Confirmed by hand, and not enacted."""


@dataclass(frozen=True)
class SetTerms:
    """督查期限: what the clause asks for without saying how long; the days are the city's own."""

    terms: Terms
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "督查期限", self.title, key="terms", url=reverse("tasks:terms"))

    def enact(self, at: datetime) -> None:
        """Read from the declaration."""

"""What a document can demand of ratings and complaints."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.services.register import find_organisation
from guangyue.ratings.models import Hall


class Collecting(Enum):
    """What is done with ratings, and the page where it is seen."""

    WAYS = "评价覆盖", "ratings:coverage"
    SCORES = "评价公开", "ratings:scores"
    APPRAISAL = "评价考核", "ratings:statistics"
    CHECKS = "差评核查", "ratings:checks"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


class Hearing(Enum):
    """What is done with complaints, and the page where it is seen."""

    COMPLAINTS = "吐槽找茬", "ratings:complain"
    REFUSALS = "擅自拒绝", "ratings:violations"
    CLUES = "媒体线索", "ratings:complaints"
    HOTLINE = "转12345", "ratings:complaints"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class CollectRatings:
    """好差评: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Collecting
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """Every released matter can be rated from its first finished case."""


@dataclass(frozen=True)
class HearComplaints:
    """吐槽找茬: one of its works, asked for by the clause; likewise there from the first day."""

    work: Hearing
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """The pages take complaints as they are."""


@dataclass(frozen=True)
class HallFact:
    """大厅, and who runs it; it stands in that organisation's region."""

    key: str
    name: str
    run_by: OrganisationFact


@dataclass(frozen=True)
class SetUpHalls:
    """设置: halls that must have the window and the board; whether they do is noted by those who look."""

    halls: tuple[HallFact, ...]
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        yield Runs(self.cites, "大厅设置", self.title, key="signs", url=reverse("ratings:halls"))

    def enact(self, at: datetime) -> None:
        for fact in self.halls:
            run_by = find_organisation(fact.run_by.key)
            named = {"key": fact.key, "name": fact.name, "organisation": run_by}
            Hall.objects.update_or_create(region=run_by.region, defaults=named)

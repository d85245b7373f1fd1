"""What a document can demand of the policy library."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.kit.wording import day


class Work(Enum):
    """What the library does by itself, and the page where it is seen."""

    READING = "政策库", "library:home"
    WATCHING = "政策抓取", "library:sources"
    DIGESTING = "自动解读", "library:digests"
    PUSHING = "政策推送", "library:subscriptions"
    INTERPRETING = "政策解读", "library:interpretations"
    CLEANING = "文件清理", "library:cleanups"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class RunLibrary:
    """政策库: one of its works, asked for by the clause. It is there without being put into the database."""

    work: Work
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """The library reads, watches and tells from the first day."""


@dataclass(frozen=True)
class HoldToTerm:
    """施行期: the library answers for every day whether the document is in force, by the clause that says
    so."""

    cites: Clause
    since: date | None
    until: date | None

    def runs(self) -> Iterator[Runs]:
        number = self.cites.number
        ends = f"，有效期至{day(self.until)}" if self.until else ""
        title = f"自{day(self.since)}起施行{ends}"
        yield Runs(self.cites, "施行期", title, key="term", url=reverse("library:document", args=[number]))

    def enact(self, at: datetime) -> None:
        """Its term is settled when the gazette that prints it is released."""

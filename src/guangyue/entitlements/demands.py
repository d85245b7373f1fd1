"""What a document can demand of the mechanism that finds those who are entitled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs


class Finding(Enum):
    """What it does by itself, and the page where it is seen."""

    LOOKING = "政策找人", "entitlements:finding"
    TELLING = "政策推送", "entitlements:home"
    CALLING = "联系名单", "entitlements:calls"
    NEEDS = "主动发现", "entitlements:needs"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class FindPeople:
    """政策找人: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Finding
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """The timetable runs it every night from the first day."""

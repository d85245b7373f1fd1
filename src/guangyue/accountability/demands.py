"""What a document can demand when work is late, bad or dishonest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.accountability.declaration import Customs, Trigger
from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs


@dataclass(frozen=True)
class CallToAccount:
    """追责情形: the clause is in the table from which alone steps are proposed; it needs no row."""

    trigger: Trigger

    @property
    def cites(self) -> Clause:
        return self.trigger.cites

    def runs(self) -> Iterator[Runs]:
        url = reverse("accountability:trigger", args=[self.trigger.key])
        for cites in (self.trigger.cites, *self.trigger.also):
            yield Runs(cites, "追责情形", str(self.trigger), key=self.trigger.key, url=url)

    def enact(self, at: datetime) -> None:
        """Read from the declaration; a case keeps it as it was on its day."""


class Following(Enum):
    """What is done with what was decided, and the page where it is seen."""

    REGISTER = "追责事项", "accountability:cases"
    STATISTICS = "追责统计", "accountability:statistics"
    CIRCULARS = "通报", "accountability:circulars"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class FollowSteps:
    """督查通报: one of its works, with what the city sets where no clause does."""

    work: Following
    title: str
    cites: Clause
    customs: Customs | None = None

    def runs(self) -> Iterator[Runs]:
        url = reverse(self.work.page)
        yield Runs(self.cites, self.work.kind, self.title, key=self.work.name, url=url)

    def enact(self, at: datetime) -> None:
        """Cases come from facts."""

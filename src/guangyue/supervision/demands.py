"""What a document can demand of supervision."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.urls import reverse

from guangyue.gazette.document import Clause
from guangyue.gazette.running import Runs
from guangyue.supervision.declaration import SupervisionDuty, Worked

# 职责办理 from a day to a day, by the numbers of the duties for which work is held here at all.
Work = Callable[[date, date], Mapping[int, Worked]]


class Supervising(Enum):
    """What is done, and the page where it is seen."""

    CATALOGUE = "监管事项目录", "supervision:catalogue"
    POOL = "监管数据归集", "supervision:acts"
    COVERAGE = "监管覆盖", "supervision:coverage"
    HANDOVERS = "审管互动", "supervision:handovers"
    DEFECTS = "监管缺口", "supervision:defects"
    TRAINING = "培训和账号", "supervision:people"
    EXPORTS = "省级报送", "supervision:exports"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class SuperviseItems:
    """互联网+监管: one of its works, asked for by the clause; it needs no enacting into a row."""

    work: Supervising
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """Offices draft their items; permits are handed over from the first item on."""


@dataclass(frozen=True)
class ShareDuties:
    """监管职责: who leads and who helps in each item of a document, for everybody to read."""

    key: str
    title: str
    duties: tuple[SupervisionDuty, ...]
    cites: Clause
    work: Work | None = None

    def runs(self) -> Iterator[Runs]:
        url = reverse("supervision:duties", args=[self.key])
        yield Runs(self.cites, "监管职责", self.title, key=self.key, url=url)

    def enact(self, at: datetime) -> None:
        """Read from the declaration."""

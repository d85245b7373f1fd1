"""应急预案 as a value: levels and when they are reached, who signs, what a warning says, which limits run.

A city declares one beside its clauses; this mechanism only knows how to weigh it. Knows no database.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from guangyue.alerts.cap.words import Severity
from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit


class MergedDuration(Enum):
    """合并过程的时长: from first to last, with the gap; or only the polluted days of it."""

    SPAN = "首尾相隔，含间隔"
    SUM = "各段之和，不含间隔"


@dataclass(frozen=True)
class Lasting:
    """持续: day means above a value, or from it on where `reached` is enough, for so many hours."""

    hours: int
    value: int
    reached: bool = False

    def __str__(self) -> str:
        than = "达到" if self.reached else "大于"
        return f"AQI 日均值{than} {self.value} 持续 {self.hours} 小时"


Condition = tuple[Lasting, ...]
"""预警条件: all of these, within one process."""


@dataclass(frozen=True)
class Level:
    """预警级别: reached by any of its conditions, signed by the approver or whoever stands above him.

    Of SO2, NOx, PM and VOCs each `reduction` percent are to be saved; a hint asks for none.
    """

    key: str
    title: str
    conditions: tuple[Condition, ...]
    approver: str
    cites: Clause
    severity: Severity
    response: str = ""
    reduction: int | None = None


@dataclass(frozen=True)
class WarningPart:
    """预警信息的内容: what every warning must say."""

    key: str
    title: str


@dataclass(frozen=True)
class Lifting:
    """解除条件: an index that no hour exceeds, for so many hours."""

    most: int
    hours: int
    cites: Clause


@dataclass(frozen=True)
class Limits:
    """时限: before the start, from the county's receipt, from the start for the media, from the end."""

    lead: Limit
    county_notice: Limit
    media: Limit
    county_report: Limit


@dataclass(frozen=True)
class NoImprovement:
    """没有明显改善: no hour of so many to come falls below an index."""

    hours: int
    below: int


@dataclass(frozen=True)
class Voice:
    """发布单位: what is warned of, in whose name, and whom people ask."""

    event: str
    office: str
    hotline: str


MonthDay = tuple[int, int]


@dataclass(frozen=True)
class Season:
    """采暖季: from a day of the year to another, both included, perhaps over the turn of the year."""

    first: MonthDay
    last: MonthDay

    def holds(self, on: date) -> bool:
        day = (on.month, on.day)
        if self.first <= self.last:
            return self.first <= day <= self.last
        return day >= self.first or day <= self.last


@dataclass(frozen=True)
class ResponsePlan:
    """应急预案. Levels from the mildest on; leaders from whoever signs least on, the first of whom checks.

    While a response runs the experts meet `denser` times a day; in the heating season once.
    """

    title: str
    heavy: int
    levels: tuple[Level, ...]
    leaders: tuple[str, ...]
    parts: tuple[WarningPart, ...]
    limits: Limits
    lifting: Lifting
    no_improvement: NoImprovement
    merged_under: int
    heating: Season
    voice: Voice
    denser: int = 2
    merged_duration: MergedDuration = MergedDuration.SPAN
    missing_allowed: int = 4

    @property
    def checker(self) -> str:
        return self.leaders[0]

    def level(self, key: str) -> Level:
        return next(level for level in self.levels if level.key == key)

    def rank(self, level: Level | None) -> int:
        """0 where there is none; the mildest is 1."""
        return 0 if level is None else self.levels.index(level) + 1

    def above(self, level: Level | None) -> tuple[Level, ...]:
        """更高级别."""
        return self.levels[self.rank(level) :]

    def strictest(self, *levels: Level | None) -> Level | None:
        """从严: of what city, province and state say, of what is forecast and what is measured."""
        return max(levels, key=self.rank, default=None)

    def needs_approval(self, level: Level) -> bool:
        """Whether another signs it once it is checked; a hint is in the hands of whoever checks."""
        return level.approver != self.checker

    def signs_for(self, leader: str, post: str) -> bool:
        """Whether a leader may sign what a post is to sign: his own, and what those below him sign."""
        return leader in self.leaders and self.leaders.index(leader) >= self.leaders.index(post)

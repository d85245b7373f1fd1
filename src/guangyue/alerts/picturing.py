"""研判图: hours as bars, below them the days that count, above them the process with its gaps.

One look tells why it is this level and no other. Lengths are those of the drawing, a thousand wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import ceil

from guangyue.alerts.air.means import DAY
from guangyue.alerts.air.standard import AirClass, class_of
from guangyue.alerts.levels.processes import Process
from guangyue.alerts.plans import ResponsePlan
from guangyue.kit.clocks import HOUR, SHANGHAI
from guangyue.kit.workdays import WEEKDAYS

WIDTH, LEFT, RIGHT = 1000, 40, 10
PLOT_TOP, PLOT_HEIGHT = 66, 220
PLOT_BOTTOM = PLOT_TOP + PLOT_HEIGHT
DAYS_TOP, DAYS_HEIGHT = PLOT_BOTTOM + 6, 30
ABOVE, BELOW = 16, 18  # of the plot and of what stands below it, for words
WORST = 500
MOST_DATES = 16
SMALLEST_BAR = 2


@dataclass(frozen=True)
class Bar:
    """一小时, or a day of a daily forecast; faint where it belongs to no day that counts."""

    x: float
    y: float
    width: float
    height: float
    look: AirClass
    counts: bool
    said: str


@dataclass(frozen=True)
class Stretch:
    """一段时间: a run of days, or the gap between two."""

    x: float
    width: float
    hours: int

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True)
class DayBox:
    """一个计入的日均值."""

    place: Stretch
    mean: float
    look: AirClass


@dataclass(frozen=True)
class Mark:
    """A line with words: across at an index, or upright at an hour; `kind` is what is drawn of it."""

    place: float
    words: str
    kind: str = ""


@dataclass(frozen=True)
class Cell:
    """An hour of the table below the picture."""

    value: int | None
    look: AirClass | None
    counts: bool


@dataclass(frozen=True)
class Picture:
    """研判图."""

    begins_at: datetime
    values: Sequence[int | None]
    plan: ResponsePlan
    process: Process | None = None
    now: int | None = None
    step: int = 1  # the hours that one value stands for
    since: int = 0  # the first hour that is drawn

    width = WIDTH
    left, right = LEFT, WIDTH - RIGHT
    plot_top, plot_bottom, plot_height = PLOT_TOP, PLOT_BOTTOM, PLOT_HEIGHT
    days_top, days_height = DAYS_TOP, DAYS_HEIGHT
    classes = tuple(AirClass)

    @property
    def top(self) -> int:
        """Without a process there is nothing to say above."""
        return 0 if self.process else PLOT_TOP - ABOVE

    @property
    def dates_at(self) -> int:
        return (DAYS_TOP + DAYS_HEIGHT if self.process else PLOT_BOTTOM) + BELOW

    @property
    def bottom(self) -> int:
        return self.dates_at + BELOW // 2

    @property
    def bars(self) -> list[Bar]:
        return [
            Bar(
                x=self.x(hour),
                y=self.y(value) if value > SMALLEST_BAR else PLOT_BOTTOM - SMALLEST_BAR,
                width=self.x(hour + self.step) - self.x(hour),
                height=max(PLOT_BOTTOM - self.y(value), SMALLEST_BAR),
                look=class_of(value),
                counts=self.process is None or self._counts(hour),
                said=f"{self._said(hour)} AQI {value}",
            )
            for hour, value in enumerate(self.values)
            if value is not None and hour % self.step == 0 and hour >= self.since
        ]

    @property
    def lacking(self) -> list[Stretch]:
        """缺数的小时, those that follow each other as one."""
        found: list[Stretch] = []
        start = None
        for hour, value in enumerate([*self.values, 0]):
            if hour < self.since:
                continue
            if value is None and start is None:
                start = hour
            elif value is not None and start is not None:
                found.append(self._stretch(start, hour))
                start = None
        return found

    @property
    def days(self) -> list[DayBox]:
        days = self.process.days if self.process else ()
        return [
            DayBox(self._stretch(day.start, day.end), float(day.mean), class_of(ceil(day.mean)))
            for day in days
            if day.mean is not None
        ]

    @property
    def runs(self) -> list[Stretch]:
        return [self._stretch(run.start, run.end) for run in self.process.runs] if self.process else []

    @property
    def gaps(self) -> list[Stretch]:
        runs = self.process.runs if self.process else ()
        return [
            self._stretch(before.end, after.start)
            for before, after in pairwise(runs)
            if after.start > before.end
        ]

    @property
    def whole(self) -> Stretch | None:
        return self._stretch(self.process.start, self.process.end) if self.process else None

    @property
    def lines(self) -> list[Mark]:
        """The indices that conditions name, and the one below which a warning may be lifted."""
        asked = {
            one.value for level in self.plan.levels for condition in level.conditions for one in condition
        }
        return [
            Mark(self.y(self.plan.lifting.most), str(self.plan.lifting.most), "lifting"),
            *(Mark(self.y(value), str(value), "asked") for value in sorted(asked)),
        ]

    @property
    def dates(self) -> list[Mark]:
        """Midnights, few enough to be read."""
        midnights = [hour for hour in range(self.since, len(self.values)) if self._local(hour).hour == 0]
        every = max(-(-len(midnights) // MOST_DATES), 1)
        return [Mark(self.x(hour), self._date(hour)) for hour in midnights[::every]]

    @property
    def anchor_said(self) -> str:
        """起算: the hour with which the first of the days begins."""
        return self._said(self.process.start) if self.process else ""

    @property
    def present(self) -> Mark | None:
        if self.now is None or not self.since < self.now < len(self.values):
            return None
        return Mark(self.x(self.now), "现在")

    @property
    def table(self) -> list[tuple[str, list[Cell]]]:
        """A row for each date, in it a cell for each hour of the day."""
        rows: dict[str, list[Cell]] = {}
        for hour, value in enumerate(self.values[self.since :], start=self.since):
            local = self._local(hour)
            row = rows.setdefault(f"{local.month}月{local.day}日", [Cell(None, None, False)] * local.hour)
            row.append(Cell(value, None if value is None else class_of(value), self._counts(hour)))
        for row in rows.values():
            row.extend([Cell(None, None, False)] * (DAY - len(row)))
        return list(rows.items())

    def x(self, hour: int) -> float:
        hours = max(len(self.values) - self.since, 1)
        return round(LEFT + (hour - self.since) * (WIDTH - LEFT - RIGHT) / hours, 2)

    def y(self, value: int) -> float:
        return round(PLOT_BOTTOM - min(value, WORST) * PLOT_HEIGHT / WORST, 2)

    def _counts(self, hour: int) -> bool:
        return self.process is not None and any(run.start <= hour < run.end for run in self.process.runs)

    def _stretch(self, start: int, end: int) -> Stretch:
        return Stretch(self.x(start), self.x(end) - self.x(start), end - start)

    def _local(self, hour: int) -> datetime:
        return (self.begins_at + hour * HOUR).astimezone(SHANGHAI)

    def _date(self, hour: int) -> str:
        local = self._local(hour)
        return f"{local.day}日周{WEEKDAYS[local.weekday()]}"

    def _said(self, hour: int) -> str:
        local = self._local(hour)
        return f"{local.month}月{local.day}日{local.hour}时"

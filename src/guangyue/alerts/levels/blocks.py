"""日均值的起算: a forecast cut into days, from every hour that a day can begin with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from guangyue.alerts.air.means import DAY, DayMeans
from guangyue.alerts.plans import Lasting


@dataclass(frozen=True, slots=True)
class Block:
    """一个日均值: of the 24 hours from one on, counted from the forecast's first. None where too
    much lacks."""

    start: int
    mean: Fraction | None

    @property
    def end(self) -> int:
        return self.start + DAY


Days = tuple[Block, ...]
"""Days that follow each other without a gap."""


@dataclass(frozen=True, slots=True)
class Run:
    """一段连续污染日: days that all lie above what the plan calls heavy, as many as follow each other."""

    days: Days

    @property
    def start(self) -> int:
        return self.days[0].start

    @property
    def end(self) -> int:
        return self.days[-1].end

    @property
    def hours(self) -> int:
        return self.end - self.start

    def hours_of(self, lasting: Lasting) -> int:
        """The longest time for which it holds within the run."""
        held = groupby(self.days, key=lambda day: holds(lasting, day.mean))
        return max((DAY * len(list(days)) for lies, days in held if lies), default=0)


def holds(lasting: Lasting, mean: Fraction | None) -> bool:
    """Of a single day; of one without a mean nothing can be said, and it does not."""
    return mean is not None and (mean >= lasting.value if lasting.reached else mean > lasting.value)


def hourly(hours: Sequence[int | None], *, missing_allowed: int) -> Iterator[Days]:
    """逐时预报: the days from every offset; what is left at the end is no day."""
    means = DayMeans(hours, missing_allowed=missing_allowed)
    for offset in range(DAY):
        starts = range(offset, len(hours) - DAY + 1, DAY)
        yield tuple(Block(start, means.from_hour(start)) for start in starts)


def daily(means: Sequence[Fraction | Decimal | int | None], *, anchor: int = 0) -> Iterator[Days]:
    """逐日预报: the days as they are given, from the anchor hour on."""
    yield tuple(
        Block(anchor + DAY * number, None if mean is None else Fraction(mean))
        for number, mean in enumerate(means)
    )


def heavy_runs(forecast: Iterable[Days], heavy: int) -> list[Run]:
    """By start; days of different offsets overlap."""
    above = Lasting(DAY, heavy)
    runs = [
        Run(tuple(days))
        for anchored in forecast
        for lies, days in groupby(anchored, key=lambda day: holds(above, day.mean))
        if lies
    ]
    return sorted(runs, key=lambda run: (run.start, run.end))

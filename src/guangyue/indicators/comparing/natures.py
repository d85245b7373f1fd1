"""口径: how figures of several days come to the one number that is compared with the target."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from guangyue.indicators.comparing.windows import Window

HUNDRED = Decimal(100)
EXACT = Decimal("0.000001")


class Nature(Enum):
    """口径: what a figure counts, and how it is said."""

    LEVEL = "期末数", "期末当天的存量"
    YEARLY = "当年累计", "从当年 1 月 1 日到报告日的累计数，只算当年"
    CUMULATIVE = "期内累计", "期内各年累计数相加，逐年报送"
    SHARE = "比例", "百分之几，不超过 100%，各县的比例不相加"
    RATE = "增速", "增长或者减少的百分比"
    CHANGE = "比基期下降", "（基期数－报告数）÷基期数"
    POINTS = "百分点变化", "报告期比例减基期比例"
    EITHER = "升降未说明口径", "百分点和百分比两个结果都列，由人评判"

    def __init__(self, title: str, words: str) -> None:
        self.title, self.words = title, words

    @property
    def adds_up(self) -> bool:
        """Whether counties' numbers add up to the city's."""
        return self in (Nature.LEVEL, Nature.YEARLY, Nature.CUMULATIVE)

    @property
    def accumulates(self) -> bool:
        return self in (Nature.YEARLY, Nature.CUMULATIVE)

    @property
    def needs_base(self) -> bool:
        """Whether it is compared with a number of an earlier year, which has evidence of its own."""
        return self in (Nature.CHANGE, Nature.POINTS, Nature.EITHER)


@dataclass(frozen=True)
class Dated:
    """A number of a day; of what accumulates, since the first of January of that year."""

    on: date
    value: Decimal


@dataclass(frozen=True)
class Counted:
    """What the figures come to, and the day of the last of them."""

    value: Decimal
    on: date
    said: str = ""


def counted(
    nature: Nature, figures: Iterable[Dated], window: Window, *, base: Decimal | None = None
) -> Counted | None:
    """Of the figures within the window; without any, or without the base that is needed, nothing."""
    within = sorted((one for one in figures if window.holds(one.on)), key=lambda one: one.on)
    if not within:
        return None
    last = within[-1]
    if nature is Nature.YEARLY:
        return Counted(last.value, last.on) if last.on.year == window.until.year else None
    if nature is Nature.CUMULATIVE:
        return Counted(sum((one.value for one in last_of_each_year(within)), Decimal(0)), last.on)
    if not nature.needs_base:
        return Counted(last.value, last.on)
    return _changed(nature, last, base)


def last_of_each_year(figures: Sequence[Dated]) -> Iterable[Dated]:
    """Of figures in the order of their days."""
    return {one.on.year: one for one in figures}.values()


def reduction(base: Decimal, actual: Decimal) -> Decimal:
    """下降率, in per cent of the base."""
    return ((base - actual) / base * HUNDRED).quantize(EXACT)


def _changed(nature: Nature, last: Dated, base: Decimal | None) -> Counted | None:
    if base is None or (base == 0 and nature is not Nature.POINTS):
        return None
    if nature is Nature.CHANGE:
        return Counted(reduction(base, last.value), last.on)
    points = last.value - base
    if nature is Nature.POINTS:
        return Counted(points, last.on)
    relative = -reduction(base, last.value)
    return Counted(
        points, last.on, f"上升 {points.normalize():f} 个百分点，按百分比是 {relative.normalize():f}%"
    )

"""评判: a promise beside what was reached; what the words leave open waits for a person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from guangyue.indicators.comparing.comparators import Comparator, Direction, holds

FOUR_DIGITS = Decimal("0.0001")


class Result(Enum):
    """评判结果."""

    MET = "达标"
    MISSED = "未达标"
    TO_JUDGE = "待判"
    NO_DATA = "无数据"
    RUNNING = "在期"
    VOID = "不适用"


class Strength(Enum):
    """语气: how firmly the text promises."""

    FIRM = ""
    STRIVE = "力争"
    NEARLY = "基本"
    PRINCIPLE = "原则上"


@dataclass(frozen=True)
class Standards:
    """评判尺度 that no clause gives: from which part of the number on 基本 is for a person to judge."""

    nearly: Decimal = Decimal("0.9")


USUAL = Standards()


@dataclass(frozen=True)
class Promise:
    """承诺: the number, how it is compared, and how firmly it is said. `upper` ends a range; `open_to` says
    what only a person can tell; one whose condition did not come true does not apply."""

    comparator: Comparator
    value: Decimal
    upper: Decimal | None = None
    strength: Strength = Strength.FIRM
    direction: Direction = Direction.HIGHER
    open_to: str = ""
    applies: bool = True


@dataclass(frozen=True)
class Judged:
    """结论: `rate` is how far it came; `aspirational` that it was only striven for; `exceeded` that it went
    beyond the end of a range."""

    result: Result
    actual: Decimal | None = None
    rate: Decimal | None = None
    aspirational: bool = False
    exceeded: bool = False
    reason: str = ""


def judge(promise: Promise, actual: Decimal, *, standards: Standards = USUAL) -> Judged:
    """What is reached on the due day."""
    if not promise.applies:
        return Judged(Result.VOID, actual, reason="适用条件没有成就")
    rate = completion(promise, actual)
    exceeded = promise.upper is not None and actual > promise.upper
    if promise.open_to:
        return Judged(Result.TO_JUDGE, actual, rate, exceeded=exceeded, reason=promise.open_to)
    reached = holds(promise.comparator, promise.value, actual, promise.direction)
    if reached:
        return Judged(Result.MET, actual, rate, exceeded=exceeded)
    if reached is None:
        return Judged(Result.TO_JUDGE, actual, rate, reason="“左右”由人评判")
    return _short(promise.strength, actual, rate, standards)


def completion(promise: Promise, actual: Decimal) -> Decimal | None:
    """完成率: actual ÷ target, or target ÷ actual where less is better; nothing is divided by nothing."""
    above, below = actual, promise.value
    if promise.direction is Direction.LOWER:
        above, below = promise.value, actual
    return (above / below).quantize(FOUR_DIGITS) if below > 0 else None


def judge_each(results: Collection[Result]) -> Result:
    """各县均: the whole is met only if each is met."""
    if not results:
        return Result.NO_DATA
    worst = (Result.MISSED, Result.TO_JUDGE, Result.NO_DATA, Result.RUNNING, Result.MET)
    return next((result for result in worst if result in results), Result.VOID)


def judge_cases(promise: Promise, values: Sequence[Decimal]) -> tuple[Judged, int]:
    """每一件: by the worst of them, and how many fall short."""
    worst = max(values) if promise.direction is Direction.LOWER else min(values)
    short = sum(
        1 for value in values if not holds(promise.comparator, promise.value, value, promise.direction)
    )
    return judge(promise, worst), short


def _short(strength: Strength, actual: Decimal, rate: Decimal | None, standards: Standards) -> Judged:
    """What falls short, by how firmly it was promised."""
    match strength:
        case Strength.STRIVE:
            return Judged(Result.MISSED, actual, rate, aspirational=True, reason="力争的目标没有达到")
        case Strength.PRINCIPLE:
            return Judged(Result.TO_JUDGE, actual, rate, reason="“原则上”由人评判")
        case Strength.NEARLY if rate is not None and rate >= standards.nearly:
            return Judged(Result.TO_JUDGE, actual, rate, reason="“基本”由人评判")
        case _:
            return Judged(Result.MISSED, actual, rate)

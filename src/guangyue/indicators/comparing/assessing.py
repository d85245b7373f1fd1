"""结论 of a period: what is reached so far while it runs, and the judgement when it is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from guangyue.indicators.comparing.comparators import holds
from guangyue.indicators.comparing.judging import USUAL, Judged, Promise, Result, Standards, completion, judge
from guangyue.indicators.comparing.natures import Counted, Dated, Nature, counted
from guangyue.indicators.comparing.projecting import project
from guangyue.indicators.comparing.windows import Window

SILENT = "期限已过，没有期末的实际数"


@dataclass(frozen=True)
class Assessed:
    """What is known of a target on a day. `behind` is only a projection in a straight line."""

    judged: Judged
    as_of: date | None = None
    projected: Decimal | None = None
    behind: bool = False


def assess(
    promise: Promise,
    nature: Nature,
    figures: Sequence[Dated],
    window: Window,
    *,
    on: date,
    base: Decimal | None = None,
    standards: Standards = USUAL,
) -> Assessed:
    """The figures are those that are verified."""
    number = counted(nature, figures, window, base=base)
    if not promise.applies:
        return Assessed(Judged(Result.VOID, reason="适用条件没有成就"))
    if not window.is_over(on):
        return _running(promise, nature, figures, window, number)
    if number is None:
        return Assessed(Judged(Result.NO_DATA, reason=SILENT))
    judged = judge(promise, number.value, standards=standards)
    if window.ends_with(number.on) or (nature.accumulates and judged.result is Result.MET):
        return Assessed(_with_words(judged, number), number.on)
    return Assessed(Judged(Result.NO_DATA, number.value, judged.rate, reason=SILENT), number.on)


def _running(
    promise: Promise, nature: Nature, figures: Sequence[Dated], window: Window, number: Counted | None
) -> Assessed:
    if number is None:
        return Assessed(Judged(Result.RUNNING))
    projected = project(nature, figures, window)
    behind = (
        projected is not None
        and holds(promise.comparator, promise.value, projected, promise.direction) is False
    )
    rate = completion(promise, number.value)
    return Assessed(Judged(Result.RUNNING, number.value, rate), number.on, projected, behind)


def _with_words(judged: Judged, number: Counted) -> Judged:
    """Both results are named where the text does not say which is meant."""
    if not number.said:
        return judged
    return Judged(
        judged.result, judged.actual, judged.rate, judged.aspirational, judged.exceeded, number.said
    )

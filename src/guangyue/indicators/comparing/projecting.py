"""推算: where the figures so far lead in a straight line. It is a projection and no forecast."""

from collections.abc import Sequence
from decimal import Decimal

from guangyue.indicators.comparing.natures import Dated, Nature, last_of_each_year
from guangyue.indicators.comparing.windows import Window

DIGITS = Decimal("0.0001")


def project(nature: Nature, figures: Sequence[Dated], window: Window) -> Decimal | None:
    """The number at the end of the window; too few figures lead nowhere."""
    within = sorted((one for one in figures if window.holds(one.on)), key=lambda one: one.on)
    if not within or nature.needs_base:
        return None
    if nature.accumulates:
        return _at_this_pace(nature, within, window)
    first, last = within[0], within[-1]
    days = (last.on - first.on).days
    if not days:
        return None
    slope = (last.value - first.value) / days
    return (last.value + slope * (window.until - last.on).days).quantize(DIGITS)


def _at_this_pace(nature: Nature, within: Sequence[Dated], window: Window) -> Decimal | None:
    """From nothing on the first day."""
    last = within[-1]
    since = window.since or last.on.replace(month=1, day=1)
    whole = sum((one.value for one in last_of_each_year(within)), Decimal(0))
    reached = whole if nature is Nature.CUMULATIVE else last.value
    elapsed = (last.on - since).days + 1
    return (reached * ((window.until - since).days + 1) / elapsed).quantize(DIGITS)

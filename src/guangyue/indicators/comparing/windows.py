"""期限: which days a target is judged on; of what recurs, the period that is over or the one that runs."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Every(Enum):
    """频次 of a target that stands for each year or each month."""

    ONCE = ""
    YEAR = "每年"
    MONTH = "每月"


@dataclass(frozen=True)
class Window:
    """评判期间, both days included; without a first day, from ever."""

    until: date
    since: date | None = None

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and on <= self.until

    def is_over(self, on: date) -> bool:
        return on > self.until

    def ends_with(self, on: date) -> bool:
        """Whether a number of that day is one of the end of the window: of its last month."""
        return (on.year, on.month) == (self.until.year, self.until.month)


def window_on(*, due: date, since: date | None, every: Every, on: date) -> Window:
    """The window in which a day lies, or the last one. What recurs begins with the period of its due day."""
    if every is Every.ONCE:
        return Window(due, since)
    asked = max(due, on)
    if every is Every.YEAR:
        return Window(date(asked.year, 12, 31), date(asked.year, 1, 1))
    return Window(
        date(asked.year, asked.month, monthrange(asked.year, asked.month)[1]),
        date(asked.year, asked.month, 1),
    )


def window_before(window: Window, *, every: Every, due: date) -> Window | None:
    """The period before one that recurs, unless it is the first."""
    if every is Every.ONCE or window.since is None or window.until <= due:
        return None
    last = date.fromordinal(window.since.toordinal() - 1)
    first = date(last.year, 1, 1) if every is Every.YEAR else date(last.year, last.month, 1)
    return Window(last, first)

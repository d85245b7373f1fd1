"""日均值: means over 24 hours that follow each other, whatever hour they begin with."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

DAY = 24  # hours


class DayMeans:
    """日均值 of a series of hours, a few of which may lack; beyond that there is no mean."""

    def __init__(self, hours: Sequence[int | None], *, missing_allowed: int) -> None:
        self.hours = len(hours)
        self._sums = list(accumulate((one or 0 for one in hours), initial=0))
        self._known = list(accumulate((one is not None for one in hours), initial=0))
        self._least_known = max(DAY - missing_allowed, 1)

    def from_hour(self, start: int) -> Fraction | None:
        """Of the 24 hours from one on. The hours that lack are left out."""
        end = start + DAY
        if start < 0 or end > self.hours:
            return None
        known = self._known[end] - self._known[start]
        if known < self._least_known:
            return None
        return Fraction(self._sums[end] - self._sums[start], known)

"""抽签筒: weights in a fixed order, from which one is taken at a time."""

from collections.abc import Sequence
from itertools import accumulate
from operator import sub


class Urn:
    """Sums of weights over halves, quarters, eighths… of the order (a Fenwick tree), kept as weights leave.

    To find a weight and take it out are one walk of log₂ N steps: those sums that the walk does not pass by
    are those that the weight belongs to.
    """

    def __init__(self, weights: Sequence[int]) -> None:
        self._weights = weights
        self.total = sum(weights)
        size = 1 << max(len(weights) - 1, 0).bit_length()
        before = list(accumulate(weights, initial=0))
        before += [self.total] * (size + 1 - len(before))
        self._sums = [0] * size
        self._steps = [size >> level for level in range(1, size.bit_length())]
        for step in self._steps:
            self._sums[step :: 2 * step] = map(sub, before[step :: 2 * step], before[: size : 2 * step])

    def take(self, r: int) -> int:
        """The position of the first weight left whose running sum exceeds r; it is left no longer."""
        sums, position, around = self._sums, 0, []
        for step in self._steps:
            middle = position + step
            if sums[middle] <= r:
                r -= sums[middle]
                position = middle
            else:
                around.append(middle)
        weight = self._weights[position]
        for middle in around:
            sums[middle] -= weight
        self.total -= weight
        return position

"""比较词: what 以上, 突破, 以内 and 左右 ask of a number."""

from decimal import Decimal
from enum import Enum


class Direction(Enum):
    """方向: whether more or less of it is better."""

    HIGHER = "越高越好"
    LOWER = "越低越好"


class Comparator(Enum):
    """比较词. 以上, 以下 and 以内 include the number; 突破 and 超过 do not. A stated quantity is one to be
    delivered: more than that is as good."""

    AT_LEAST = "≥", "不低于 {}"
    ABOVE = ">", "超过 {}"
    AT_MOST = "≤", "不高于 {}"
    BELOW = "<", "低于 {}"
    STATED = "=", "完成 {}"
    ABOUT = "≈", "{} 左右"
    ABOUT_AT_MOST = "≤≈", "控制在 {} 左右"

    def __init__(self, sign: str, words: str) -> None:
        self.sign, self.words = sign, words

    def say(self, number: str) -> str:
        """不低于 100 亿斤, 6.5% 左右."""
        return self.words.format(number)

    @property
    def direction(self) -> Direction:
        """What the words alone say of it."""
        lower = (Comparator.AT_MOST, Comparator.BELOW, Comparator.ABOUT_AT_MOST)
        return Direction.LOWER if self in lower else Direction.HIGHER


SIGNS = {one.sign: one for one in Comparator}


def holds(comparator: Comparator, value: Decimal, actual: Decimal, direction: Direction) -> bool | None:
    """Whether the number is reached; None where only a person can say."""
    match comparator:
        case Comparator.AT_LEAST:
            return actual >= value
        case Comparator.ABOVE:
            return actual > value
        case Comparator.AT_MOST:
            return actual <= value
        case Comparator.BELOW:
            return actual < value
        case Comparator.STATED:
            return actual <= value if direction is Direction.LOWER else actual >= value
        case Comparator.ABOUT:
            return True if direction is Direction.HIGHER and actual >= value else None
        case Comparator.ABOUT_AT_MOST:
            return True if actual <= value else None

"""Money as whole 分, and the three ways a clause lets a part of a 分 be rounded away."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Self

YUAN_PATTERN = re.compile(
    r"¥? ?(?P<sign>-?)(?P<yuan>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?P<parts>\d{1,2}))? ?(?:元)?", re.ASCII
)

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ((10**8, "亿"), (10**4, "万"), (10**3, "仟"), (10**2, "佰"), (10, "拾"))


class Rounding(Enum):
    """取整: what happens to a part of a 分."""

    STANDARD = "标准，四舍五入"
    AT_MOST = "上限，舍去尾数"
    AT_LEAST = "下限，尾数进一"

    def whole(self, amount: Fraction) -> int:
        """The whole number for an exact one; half of a 分 goes away from nought."""
        return self.quotient(amount.numerator, amount.denominator)

    def quotient(self, above: int, below: int) -> int:
        """The same for two whole numbers, the second above nought."""
        if self is Rounding.AT_MOST:
            return above // below
        if self is Rounding.AT_LEAST:
            return -(-above // below)
        half_up = (2 * abs(above) + below) // (2 * below)
        return half_up if above >= 0 else -half_up


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """金额: a number of whole 分. Never made from a float, and never multiplied by one."""

    fen: int

    def __post_init__(self) -> None:
        if type(self.fen) is not int:
            raise TypeError(f"money is a whole number of 分, not {self.fen!r}")

    @classmethod
    def yuan(cls, amount: int | Decimal) -> Self:
        """So many 元, exact to the 分."""
        if not isinstance(amount, int | Decimal):
            raise TypeError(f"yuan are whole or decimal, not {amount!r}")
        fen = Fraction(amount) * 100
        if fen.denominator != 1:
            raise ValueError("金额最多两位小数。")
        return cls(fen.numerator)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person writes: 1234.5, 1,234.50, ￥1,234.50, 1,234.50元, full width or half."""
        written = YUAN_PATTERN.fullmatch(unicodedata.normalize("NFKC", text).strip())
        if written is None:
            raise ValueError("请填写金额，单位为元，最多两位小数，例如 1234.50。")
        fen = int(written["yuan"].replace(",", "")) * 100 + int((written["parts"] or "").ljust(2, "0"))
        return cls(-fen if written["sign"] else fen)

    def times(self, factor: int | Fraction | Decimal, rounding: Rounding) -> "Money":
        """A multiple or a part of it; how a part of a 分 is rounded is named every time."""
        if not isinstance(factor, int | Fraction | Decimal):
            raise TypeError(f"money is multiplied by an exact number, not {factor!r}")
        return Money(rounding.whole(self.fen * Fraction(factor)))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.fen + other.fen) if isinstance(other, Money) else NotImplemented

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.fen - other.fen) if isinstance(other, Money) else NotImplemented

    def __mul__(self, count: int) -> "Money":
        return Money(self.fen * count) if type(count) is int else NotImplemented

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return Money(-self.fen)

    def __bool__(self) -> bool:
        return self.fen != 0

    def __str__(self) -> str:
        """As people read it: ¥1,234.50."""
        yuan, parts = divmod(abs(self.fen), 100)
        return f"{'-' if self.fen < 0 else ''}¥{yuan:,}.{parts:02d}"

    def plain(self) -> str:
        """As programs and form fields carry it, never as a JSON number: 1234.50."""
        yuan, parts = divmod(abs(self.fen), 100)
        return f"{'-' if self.fen < 0 else ''}{yuan}.{parts:02d}"

    def capitals(self) -> str:
        """大写, as cheques and official documents want it: 人民币壹仟贰佰叁拾肆元伍角整."""
        yuan, parts = divmod(abs(self.fen), 100)
        jiao, fen = divmod(parts, 10)
        words = f"{_capitals(yuan)}元" if yuan or not parts else ""
        if jiao:
            words += f"{DIGITS[jiao]}角"
        elif yuan and fen:
            words += "零"
        words += f"{DIGITS[fen]}分" if fen else "整"
        return f"人民币{'负' if self.fen < 0 else ''}{words}"


NOTHING = Money(0)


def _capitals(number: int) -> str:
    if number < 10:
        return DIGITS[number]
    size, unit = next((size, unit) for size, unit in UNITS if number >= size)
    high, low = divmod(number, size)
    if not low:
        return f"{_capitals(high)}{unit}"
    return f"{_capitals(high)}{unit}{'零' if low < size // 10 else ''}{_capitals(low)}"

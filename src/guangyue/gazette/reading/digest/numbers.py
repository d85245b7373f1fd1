"""Numbers as documents write them: 1.5万, 2，000, 三千, 十二."""

import re
from fractions import Fraction

FIGURES = r"\d[\d,，]{0,15}(?:\.\d{1,6})?"  # no document counts further
CHINESE = "[〇零一二两三四五六七八九十百千]{1,9}"
NUMBER = rf"(?:{FIGURES}|{CHINESE})"

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
GROUPS = re.compile(r"[,，]")


def exact_number(written: str) -> Fraction:
    """Its value, without rounding."""
    written = GROUPS.sub("", written)
    return Fraction(written) if written[0].isdecimal() else Fraction(_chinese(written))


def _chinese(written: str) -> int:
    """三千五百 is 3500; 二〇二〇 is read digit by digit."""
    if not any(sign in TENS for sign in written):
        return int("".join(str(DIGITS[sign]) for sign in written))
    total = digit = 0
    for sign in written:
        if sign in TENS:
            total += (digit or 1) * TENS[sign]
            digit = 0
        else:
            digit = DIGITS[sign]
    return total + digit

"""数字: Chinese figures as clauses and dates are numbered."""

import re

SIGNS = "零一二三四五六七八九"
DIGITS = {sign: number for number, sign in enumerate(SIGNS)} | {"〇": 0, "○": 0}
UNITS = {"十": 10, "百": 100}
FIGURE = "[〇零一二三四五六七八九十百]+"


def read_figure(figure: str) -> int:
    """二十五 is 25, and so is 25; no clause is numbered in the thousands."""
    if figure.isdecimal():
        return int(figure)
    total = digit = 0
    for sign in figure:
        if sign in UNITS:
            total += (digit or 1) * UNITS[sign]
            digit = 0
        else:
            digit = DIGITS[sign]
    return total + digit


def read_year(figure: str) -> int:
    """二〇一九 is 2019, digit by digit."""
    if figure.isdecimal():
        return int(figure)
    return int("".join(str(DIGITS[sign]) for sign in figure))


def write_figure(number: int) -> str:
    """25 is 二十五, for numbers below a thousand."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    written = f"{SIGNS[hundreds]}百" if hundreds else ""
    if tens:
        written += "十" if tens == 1 and not hundreds else f"{SIGNS[tens]}十"
    elif hundreds and units:
        written += "零"
    return written + (SIGNS[units] if units or not written else "")


def is_figure(text: str) -> bool:
    return bool(re.fullmatch(rf"{FIGURE}|\d+", text))

"""What a cell says: each function turns it into a value, or says in Chinese why it cannot."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from guangyue.kit.identities import CreditCode, Malformed
from guangyue.kit.money import Money

Cell = str | bool | int | float | date | datetime | time | timedelta
Parse = Callable[[Cell], object]

EXACT_BELOW = 10**15  # a spreadsheet keeps fifteen digits of a number

_CONTROLS = (code for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n")
_UNSEEN = dict.fromkeys((*_CONTROLS, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))
_SCIENTIFIC = re.compile(r"[+-]?\d(\.\d+)?[eE]\+\d+")
_DAY = re.compile(
    r"(\d{4}) ?(?:([-./]) ?(\d{1,2}) ?\2 ?(\d{1,2})|年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?|(\d\d)(\d\d))", re.ASCII
)
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")


class Unreadable(ValueError):
    """无法识别: why a cell does not say what its column asks for; the sentence is what the person reads."""


def shown(cell: Cell) -> str:
    """The cell as the person sees it."""
    match cell:
        case bool():
            return "是" if cell else "否"
        case float() if cell.is_integer() and abs(cell) < EXACT_BELOW:
            return str(int(cell))
        case datetime():
            return cell.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def cleaned(cell: Cell) -> str:
    """The same without the blanks around it and the characters nobody sees."""
    return shown(cell).replace("\r\n", "\n").translate(_UNSEEN).strip()


def text(cell: Cell) -> str:
    """Text; a number only if the spreadsheet has kept all its digits."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= EXACT_BELOW:
        raise Unreadable("数字超过 15 位，表格软件已经丢掉了末尾几位；请先把这一列设为“文本”格式，再重新填写")
    words = cleaned(cell)
    if isinstance(cell, str) and _SCIENTIFIC.fullmatch(words):
        raise Unreadable(
            "数字被表格软件改成了科学计数法，末尾几位已经丢失；请先把这一列设为“文本”格式，再重新填写"
        )
    return words


def credit_code(cell: Cell) -> str:
    try:
        return CreditCode.parse(text(cell)).text
    except Malformed as malformed:
        raise Unreadable(str(malformed).removesuffix("。")) from None


def whole_number(cell: Cell) -> int:
    number = _decimal(cell)
    if number != number.to_integral_value():
        raise Unreadable("应当是整数")
    return int(number)


def money(cell: Cell) -> Money:
    """元, with no more than two decimals: nothing is rounded on the way in."""
    if isinstance(cell, float):
        cell = f"{round(_decimal(cell), 4).normalize():f}"  # without what binary fractions add to 0.1 + 0.2
    try:
        amount = Money.parse(text(cell))
    except ValueError as fault:
        raise Unreadable(str(fault).removesuffix("。")) from None
    if abs(amount.fen) >= EXACT_BELOW:
        raise Unreadable("金额太大")
    return amount


def day(cell: Cell) -> date:
    """A date of the spreadsheet, or one written 2026-11-21, 2026年11月21日, 2026.11.21 or 20261121."""
    match cell:
        case datetime() if cell.time() == time():
            return cell.date()
        case datetime():
            raise Unreadable("应当只有日期，不带时间")
        case date():
            return cell
        case bool() | time() | timedelta():
            raise Unreadable("应当是日期，如 2026-11-21")
        case int() | float():
            return _day_of_number(cell)
        case _:
            return _day_of_text(cell)


def yes_no(cell: Cell) -> bool:
    words = text(cell)
    if words in ("是", "有", "√", "Y", "y", "1", "TRUE", "true"):
        return True
    if words in ("否", "无", "×", "N", "n", "0", "FALSE", "false"):
        return False
    raise Unreadable("应当填“是”或“否”")


def _decimal(cell: Cell) -> Decimal:
    if isinstance(cell, bool | date | time | timedelta):
        raise Unreadable("应当是数字")
    try:
        number = Decimal(unicodedata.normalize("NFKC", text(cell)).replace(",", ""))
    except InvalidOperation:
        raise Unreadable("应当是数字") from None
    if not number.is_finite() or abs(number) >= EXACT_BELOW:
        raise Unreadable("数字太大")
    return number


def _day_of_number(number: float) -> date:
    """An eight-figure date, or a serial number of Excel: days since 1899-12-30."""
    if not float(number).is_integer():
        raise Unreadable("应当只有日期，不带时间")
    if 1900_01_01 <= number <= 2199_12_31:
        return _day_of_text(str(int(number)))
    if not 61 <= number <= 109_574:
        raise Unreadable("应当是日期，如 2026-11-21")
    return date(1899, 12, 30) + timedelta(days=int(number))


def _day_of_text(words: str) -> date:
    found = _DAY.fullmatch(_MIDNIGHT.sub("", unicodedata.normalize("NFKC", words).strip()))
    if not found:
        raise Unreadable("应当是日期，如 2026-11-21")
    year, month, day_of_month = (int(part) for part in found.groups() if part and part.isdigit())
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise Unreadable("没有这一天") from None

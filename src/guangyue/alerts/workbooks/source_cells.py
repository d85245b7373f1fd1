"""清单的单元格: each function reads a cell of the abatement list, or says in Chinese why it cannot."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from guangyue.accounts.names import check_mobile
from guangyue.alerts.declared import abatement_scheme
from guangyue.alerts.models import Line
from guangyue.alerts.reduction.guarantees import Task
from guangyue.alerts.reduction.proof import PERCENT
from guangyue.alerts.services.listing import LineSaid, UnfitCode, check_code
from guangyue.kit.sheets import Cell, Unreadable, text, whole_number

TASK_OF = {one.title: one.name for one in Task}
MOST_KILOGRAMS = Decimal(10**8)
MOST_YUAN = Decimal(10**12)
NO_FIRM = "名录库里没有这个统一社会信用代码"
LINE_PARTS = "名称、产能占比，可以再写日产值（元）和最低负荷"
LINE_EXAMPLE = "一号线 60% 80000 30%"
BINARY_NOISE = 9  # decimals from which on a spreadsheet adds what nobody wrote


def code(cell: Cell) -> str:
    said = text(cell)
    try:
        check_code(said)
    except UnfitCode as refusal:
        raise Unreadable(refusal.sentence.removesuffix("。")) from None
    return said


def kilograms(cell: Cell) -> Decimal:
    return _number(cell, MOST_KILOGRAMS, decimals=3)


def percent(cell: Cell) -> Decimal:
    return _number(cell, Decimal(PERCENT), decimals=2)


def words(cell: Cell) -> list[str]:
    said = text(cell).replace("，", "、").replace("；", "、").replace(",", "、").replace(";", "、")
    return [word for word in map(str.strip, said.split("、")) if word]


def tasks(cell: Cell) -> list[str]:
    said = words(cell)
    if unknown := [word for word in said if word not in TASK_OF]:
        raise Unreadable(f"没有这项保障任务：{'、'.join(unknown)}；应当是下列之一：{'、'.join(TASK_OF)}")
    return [TASK_OF[word] for word in said]


def count(cell: Cell) -> int:
    number = whole_number(cell)
    if not 0 <= number < PERCENT**2:
        raise Unreadable("应当是不大的整数")
    return number


def batch(cell: Cell) -> int:
    number, most = whole_number(cell), abatement_scheme().most_batches
    if not 1 <= number <= most:
        raise Unreadable(f"轮流停产分 1 到 {most} 批")
    return number


def _line(said: str) -> LineSaid:
    """一号线 60% 80000 30%: its name, its share; what a day of it is worth, and the least load it runs on,
    where they are known."""
    parts = said.split()
    if len(parts) not in (2, 3, 4):
        raise Unreadable(f"每条线写{LINE_PARTS}，用空格隔开，如“{LINE_EXAMPLE}”")
    name, share, value, load = (*parts, "0", "0")[:4]
    return LineSaid(
        name,
        percent(share.removesuffix("%")),
        int(_number(value, MOST_YUAN, decimals=0)),
        int(_number(load.removesuffix("%"), Decimal(PERCENT), decimals=0)),
    )


def line_said(line: Line) -> str:
    """As `lines` reads it."""
    said = f"{line.name} {line.share}% {line.daily_value}"
    return f"{said} {line.least_load}%" if line.least_load else said


def lines(cell: Cell) -> list[LineSaid]:
    read = [_line(said) for said in words(cell)]
    if sum(line.share for line in read) > PERCENT:
        raise Unreadable("产能占比之和超过 100%")
    if len({line.name for line in read}) < len(read):
        raise Unreadable("生产线重名")
    return read


def mobile(cell: Cell) -> str:
    return _checked(text(cell), check_mobile, "应当是 11 位手机号")


def mailbox(cell: Cell) -> str:
    return _checked(text(cell), validate_email, "应当是电子邮箱")


def _number(cell: Cell, most: Decimal, *, decimals: int) -> Decimal:
    """Nothing is rounded: 9.995 is not 10."""
    try:
        number = Decimal(text(cell).replace(",", ""))
    except InvalidOperation:
        raise Unreadable("应当是数字") from None
    if not (number.is_finite() and 0 <= number <= most):
        raise Unreadable(f"应当在 0 和 {most:,} 之间")
    if isinstance(cell, float):
        number = round(number, BINARY_NOISE)
    if number != round(number, decimals):
        raise Unreadable(f"最多 {decimals} 位小数" if decimals else "应当是整数")
    return round(number, decimals)


def _checked(said: str, check: Callable[[str], object], fault: str) -> str:
    try:
        check(said)
    except ValidationError:
        raise Unreadable(fault) from None
    return said

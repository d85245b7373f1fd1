"""How days, moments, amounts and the lack of them are said on a page."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from markupsafe import Markup

from guangyue.kit.money import Money
from guangyue.kit.workdays import WEEKDAYS

NOTHING_SAID = "—"
LONGEST_ENUMERATION = 300


def day(value: date | datetime | None) -> str:
    """2024年5月9日"""
    if value is None:
        return NOTHING_SAID
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.year}年{value.month}月{value.day}日"


def weekday(value: date) -> str:
    """星期四"""
    return f"星期{WEEKDAYS[value.weekday()]}"


def moment(value: datetime | None) -> str:
    """2024年5月9日 14:30"""
    if value is None:
        return NOTHING_SAID
    local = timezone.localtime(value)
    return f"{day(local)} {local:%H:%M}"


def enumerated(titles: Sequence[str]) -> str:
    """申请表、平面图; of more than a sentence bears, the first and how many: 申请表、平面图等 40 项"""
    whole = "、".join(titles)
    if len(whole) <= LONGEST_ENUMERATION:
        return whole
    beginning = whole[:LONGEST_ENUMERATION]
    return f"{beginning.rpartition('、')[0] or beginning}等 {len(titles)} 项"


def number(value: int | float) -> str:
    """12,345"""
    return f"{value:,}"


def percent(share: float | Decimal | Fraction | None) -> str:
    """12.5%, of an eighth"""
    return NOTHING_SAID if share is None else f"{float(share):.1%}"


def said(value: object) -> str:
    """Whatever stands in a cell, as people read it."""
    match value:
        case None | "":
            return NOTHING_SAID
        case Markup():
            return value
        case bool():
            return "是" if value else "否"
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case Money():
            return str(value)
        case int():
            return number(value)
    return str(value)

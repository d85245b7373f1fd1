"""日期: every day by which a text asks for something, however it is printed, and how it was reckoned."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from guangyue.gazette.numerals import read_figure
from guangyue.gazette.reading.dates import after_months, after_years, day_of
from guangyue.tasks.reading.shapes import ReadDue
from guangyue.tasks.states import DueKind

Read = Callable[[re.Match[str], date | None], ReadDue | None]

WHEN = r"(?P<every>每年)?(?:(?P<year>20\d{2})\s*年|今年|本年|(?P<next>明年|次年))?"
YEAR = r"(?P<year>20\d{2})\s*年"
MONTH = r"(?<!\d)(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月(?:份)?"
COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})"
BEFORE = r"(?:之前|以前|前)"
GOAL = r"[，,]?(?:力争|争取|确保|全部|全面|基本|初步)*(?:实现|完成|建成|达到|建立|形成|启用|投用|全覆盖)"
THIRDS = {"上旬": 10, "中旬": 20}
PARTS = {"上半年": 6, "下半年": 12, "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
FEASTS = {"五一": (5, 1), "七一": (7, 1), "八一": (8, 1), "十一": (10, 1), "国庆": (10, 1)}
PLANS = {"十三五": 2020, "十四五": 2025, "十五五": 2030}
ASIDE = re.compile(r"[（(][^（）()前]*[）)]|《[^《》]*》")  # what only names or explains
DONE = re.compile(r"\s*(?:已|以来|为基数|相比|度?(?:基础|水平))")


@dataclass(frozen=True)
class FoundDay:
    """A day in a text, and where its words stand."""

    start: int
    end: int
    due: ReadDue


def find_days(text: str, *, day: date | None) -> list[FoundDay]:
    """In their order; `day` is that of the document. What was done by a day is told, and not asked for."""
    shown = ASIDE.sub(lambda aside: " " * len(aside[0]), text)
    found = [
        FoundDay(match.start(), match.end(), due)
        for pattern, read in FORMS
        for match in pattern.finditer(shown)
        if not DONE.match(shown, match.end()) and (due := read(match, day))
    ]
    kept: list[FoundDay] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def last_of(year: int | None, month: int) -> date | None:
    """The last day of the month; nothing for a thirteenth month."""
    if year is None or not 1 <= month <= 12:
        return None
    return date(year, month, monthrange(year, month)[1])


def _printed(found: re.Match[str], on: date | None, *, recurring: bool = False) -> ReadDue | None:
    return ReadDue(on, DueKind.PRINTED, found[0].strip(), recurring) if on else None


def _relative(found: re.Match[str], on: date | None, remark: str) -> ReadDue | None:
    return ReadDue(on, DueKind.RELATIVE, found[0].strip(), remark=remark) if on else None


def _year(found: re.Match[str], day: date | None) -> int | None:
    """The printed one; a month without a year takes the document's."""
    if found["year"]:
        return int(found["year"])
    return day.year + bool(found["next"]) if day else None


def _by_month(found: re.Match[str], day: date | None) -> ReadDue | None:
    """2020年10月底前, 10月底前, 10月上旬前, 6月30日前, 每年6月底前."""
    year, month = _year(found, day), read_figure(found["month"])
    if year is None:
        return None
    within = int(found["day"]) if found["day"] else THIRDS.get(found["third"] or "")
    on = day_of(year, month, within) if within else last_of(year, month)
    recurring = bool(found["every"])
    if recurring and on and day and on < day:
        on = last_of(year + 1, month)
    return _printed(found, on, recurring=recurring)


def _by_year_end(found: re.Match[str], day: date | None) -> ReadDue | None:
    """2020年底前, 2020年年底以前, 到2020年底, 每年年底前."""
    return _printed(found, last_of(_year(found, day), 12), recurring=bool(found["every"]))


def _by_part(found: re.Match[str], day: date | None) -> ReadDue | None:
    """2021年上半年, 2021年第三季度."""
    return _printed(found, last_of(int(found["year"]), PARTS[found["part"].removeprefix("第")]))


def _by_year(found: re.Match[str], day: date | None) -> ReadDue | None:
    """到2022年; 2020年实现…"""
    return _printed(found, last_of(int(found["year"]), 12))


def _within(found: re.Match[str], day: date | None) -> ReadDue | None:
    """三年内, 6个月内: up to the day before the same day so much later."""
    if day is None:
        return None
    count = _count(found)
    after = after_years(day, count) if found["unit"] == "年" else after_months(day, count)
    return _relative(found, after - timedelta(days=1), "自成文之日起算")


def _using(found: re.Match[str], day: date | None) -> ReadDue | None:
    """用五年时间: the document's year is the first of them."""
    if day is None:
        return None
    return _relative(found, date(day.year + _count(found) - 1, 12, 31), f"{day.year}年算作第一年")


def _two_years(found: re.Match[str], day: date | None) -> ReadDue | None:
    """今明两年."""
    return _relative(found, date(day.year + 1, 12, 31), "到明年年底") if day else None


def _this_year(found: re.Match[str], day: date | None) -> ReadDue | None:
    """年内, 年底前 without a year."""
    return _relative(found, date(day.year, 12, 31), "成文当年") if day else None


def _by_feast(found: re.Match[str], day: date | None) -> ReadDue | None:
    """“五一”建成."""
    return _relative(found, date(day.year, *FEASTS[found["feast"]]), "成文当年") if day else None


def _by_plan(found: re.Match[str], day: date | None) -> ReadDue | None:
    """“十四五”末."""
    return _relative(found, date(PLANS[found["plan"]], 12, 31), "五年规划的最后一年")


def _count(found: re.Match[str]) -> int:
    return read_figure(found["count"].replace("两", "二"))


FORMS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (
        re.compile(rf"{WHEN}{MONTH}(?:(?P<day>\d{{1,2}})\s*日|(?P<third>[上中下]旬))?[底末]?{BEFORE}"),
        _by_month,
    ),
    (re.compile(rf"(?P<every>每年)?{YEAR}(?P<next>)?{MONTH}(?P<day>)(?P<third>)[底末]"), _by_month),
    (re.compile(rf"(?:到|至)?(?P<every>)(?P<next>){YEAR}(?:年)?[底末]{BEFORE}?"), _by_year_end),
    (re.compile(rf"(?P<every>每年)(?P<year>)(?P<next>)年?[底末]{BEFORE}?"), _by_year_end),
    (re.compile(rf"{YEAR}(?P<part>上半年|下半年|第?[一二三四]季度)[底末]?{BEFORE}?"), _by_part),
    (
        re.compile(rf"(?:到|至|截至|截止到?)\s*{YEAR}(?![底末年\d]|[一二三四五六七八九十]+月|[上下]半年)"),
        _by_year,
    ),
    (re.compile(rf"(?<![自从在\d—－-]){YEAR}(?={GOAL})"), _by_year),
    (
        re.compile(
            rf"(?<![近过去业后满龄前第每逾达分]){COUNT}(?P<unit>年|个月)(?:之内|以内|内)(?!的?(?:累计|年均|平均))"
        ),
        _within,
    ),
    (re.compile(rf"(?:力争|争取|计划)?(?:利用|用){COUNT}年(?:左右)?的?时间"), _using),
    (re.compile(r"今明两年"), _two_years),
    (
        re.compile(
            rf"(?<![一二两三四五六七八九十\d近去])年内|(?:今年|本年|当年|(?<![\d每明次半\s年])年)年?[底末]{BEFORE}"
        ),
        _this_year,
    ),
    (
        re.compile(rf"“(?P<feast>五一|七一|八一|十一|国庆)”(?:{BEFORE}|(?=建成|完成|开园|开放|投用))"),
        _by_feast,
    ),
    (re.compile(r"“?(?P<plan>十[三四五]五)”?(?:规划)?(?:时?期)?末"), _by_plan),
)

"""The days of a chronicle: the month in its heading, and the day or days with which an event starts."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from guangyue.gazette.numerals import read_figure, read_year

DASH = r"(?:-|—{1,2}|–|－|~|～|至|到)"
ONE_DAY = r"(?:(\d{1,2})月)?(\d{1,3})"
BEHIND = r"(?:[,，:：]\*{0,2}|[ \u3000]+|(?=[上下中]午|晚|凌晨))"
START = re.compile(
    rf"\*{{0,2}}\s*(?P<printed>{ONE_DAY}日?(?:\s*{DASH}\s*{ONE_DAY})?日)\s*\*{{0,2}}\s*{BEHIND}\s*"
)
HEADING = re.compile(
    r"(?P<year>\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月"
)


class WrongDay(ValueError):
    """日期有误: the sentence says which day and why."""


@dataclass(frozen=True, order=True)
class YearMonth:
    """年月."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月"

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def day(self, day: int) -> date:
        if not 1 <= day <= self.last.day:
            raise WrongDay(f"{self}没有{day}日。")
        return date(self.year, self.month, day)

    def on(self, month: int) -> "YearMonth":
        """That month, nearest to this one: January after December is of the next year."""
        if not 1 <= month <= 12:
            raise WrongDay(f"没有{month}月。")
        gap = (month - self.month + 6) % 12 - 6
        year, index = divmod(self.year * 12 + self.month - 1 + gap, 12)
        return YearMonth(year, index + 1)


@dataclass(frozen=True)
class Days:
    """起止日期: both included, with the words in which they are printed."""

    first: date
    last: date
    printed: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def read_heading(text: str) -> YearMonth | None:
    """（2019年3月）, wherever in the text."""
    found = HEADING.search(plain(text))
    if not found:
        return None
    year, month = read_year(found["year"]), read_figure(found["month"])
    return YearMonth(year, month) if 1 <= month <= 12 and 1900 <= year <= 2199 else None


def read_start(text: str, month: YearMonth) -> tuple[Days, str] | None:
    """The days with which a paragraph starts and the rest of it; None when it starts with none. Figures
    within the text are no days."""
    tidy = plain(text)
    found = START.match(tidy)
    if not found:
        return None
    return days_of(found["printed"], month), tidy[found.end() :].strip()


def days_of(printed: str, month: YearMonth) -> Days:
    """3日, 17-21日, 14日—15日; with months where a range crosses from one to the next."""
    found = re.fullmatch(rf"{ONE_DAY}日?(?:\s*{DASH}\s*{ONE_DAY})?日?", plain(printed).strip())
    if not found:
        raise WrongDay(f"看不出“{printed}”是哪一天，请写成“3日”或者“17-21日”。")
    first_month, first_day, last_month, last_day = (int(group) if group else None for group in found.groups())
    began = month.on(first_month) if first_month else month
    first = began.day(first_day or 0)
    ended = began.on(last_month) if last_month else began
    last = ended.day(last_day) if last_day is not None else first
    if last < first:
        raise WrongDay(f"“{printed}”的结束日期早于开始日期。")
    if last < month.first or first > month.last:
        raise WrongDay(f"“{printed}”不在{month}。")
    return Days(first, last, printed)


def plain(text: str) -> str:
    """With half-width figures."""
    return "".join(unicodedata.normalize("NFKC", sign) if "０" <= sign <= "９" else sign for sign in text)

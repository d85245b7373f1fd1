"""日期: days and months as they are printed, in figures of either kind."""

import re
from datetime import date

from guangyue.gazette.numerals import FIGURE, read_figure, read_year

YEAR = r"(\d{4}|[〇○零一二三四五六七八九]{4})"
SMALL = rf"(\d{{1,2}}|{FIGURE})"
DAY = re.compile(rf"{YEAR}\s*年\s*{SMALL}\s*月\s*{SMALL}\s*日")


def read_day(found: re.Match[str], group: int = 1) -> date | None:
    """The three groups from `group` on; None for a day that no calendar has."""
    year, month, day = found[group], found[group + 1], found[group + 2]
    return day_of(read_year(year), read_figure(month), read_figure(day))


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def after_years(since: date, years: int) -> date:
    """The same day so many years on; of 29 February, 1 March."""
    return day_of(since.year + years, since.month, since.day) or date(since.year + years, 3, 1)


def after_months(since: date, months: int) -> date:
    """The same day so many months on; where the month has none, the first of the next."""
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    there = day_of(year, month + 1, since.day)
    return there or date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)

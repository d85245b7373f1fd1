"""放假通知 as a value, and the reading of its paragraphs as they are published or typed.

春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日、2月28日上班。
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from guangyue.kit.workdays import ONE_DAY, WEEKDAYS, Calendar, Entry

LONGEST = timedelta(days=30)
EXAMPLE = "春节：2月5日至13日放假，2月20日、2月28日上班"

DAY = r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
REMARK = r"(?:\([^)]*?(?:周|星期)(?P<weekday>[一二三四五六日天])?[^)]*\)|\([^)]*\))?"
TOKEN = re.compile(rf"{DAY}{REMARK}|(?P<to>至|到)|(?P<verb>放假|补休|上班)|(?P<end>[。;])")
PARAGRAPH = re.compile(r"(?:[一二三四五六七八九十]+、|\d+[.、])?(?P<name>[^:]{1,20}):(?P<rest>.*)")
SAYS_SOMETHING = re.compile(r"\d日.*(?:放假|补休|上班)")


class Unclear(ValueError):
    """A line that cannot be read; the sentence says why."""


@dataclass(frozen=True, slots=True, order=True)
class NamedDay:
    """A day that a notice names: off, or worked in exchange."""

    day: date
    works: bool
    name: str


@dataclass(frozen=True)
class Announcement:
    """放假通知: the arrangement for a whole year, or a change of single days."""

    year: int
    title: str
    number: str
    whole_year: bool
    days: tuple[NamedDay, ...]

    @property
    def source(self) -> str:
        return f"{self.title}（{self.number}）" if self.number else self.title

    @property
    def text(self) -> str:
        return write_text(self.days, year=self.year)

    def applied_to(self, calendar: Calendar) -> Calendar:
        entries = {named.day: Entry(named.works, named.name, self.source) for named in self.days}
        if self.whole_year:
            return calendar.with_year(self.year, self.source, entries)
        return calendar.with_days(entries)


@dataclass(frozen=True)
class ReadText:
    """试读: the days found, the lines that name none, and what is wrong."""

    days: tuple[NamedDay, ...]
    left_out: tuple[str, ...]
    problems: tuple[str, ...]


def read_text(text: str, *, year: int) -> ReadText:
    """Read the paragraphs of a notice for a year."""
    days: dict[date, NamedDay] = {}
    left_out, problems = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not SAYS_SOMETHING.search(line):
            left_out += [line.strip()] if line.strip() else []
            continue
        try:
            for named in _read_line(line, year):
                if days.setdefault(named.day, named).works != named.works:
                    raise Unclear(f"{_written(named.day, year)}既写了放假，又写了上班")
        except Unclear as fault:
            problems.append(f"第 {number} 行：{fault}。")
    return ReadText(tuple(sorted(days.values())), tuple(left_out), tuple(problems))


def write_text(days: Iterable[NamedDay], *, year: int) -> str:
    """The paragraphs that say these days, one for each holiday, in the order of the year."""
    by_name: dict[str, list[NamedDay]] = {}
    for named in sorted(days):
        by_name.setdefault(named.name, []).append(named)
    return "\n".join(f"{name}：{_said(of_name, year)}。" for name, of_name in by_name.items())


def spans(days: Iterable[date]) -> list[tuple[date, date]]:
    """The first and the last of days that follow one another."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][1] == ONE_DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _read_line(line: str, year: int) -> Iterator[NamedDay]:
    """Days and spans of days wait until a word says whether they are off or worked."""
    paragraph = PARAGRAPH.fullmatch(unicodedata.normalize("NFKC", re.sub(r"\s", "", line)))
    if paragraph is None:
        raise Unclear(f"没有写节日名称，写法例如“{EXAMPLE}”")
    waiting: list[list[date]] = []
    month, joined = 0, False
    for token in TOKEN.finditer(f"{paragraph['rest']}。"):
        if token["day"]:
            month = int(token["month"] or month)
            if joined and waiting:
                waiting[-1].append(_day_after(waiting[-1][0], token, month))
            else:
                waiting.append([_day(token, month, int(token["year"] or year))])
            joined = False
        elif token["to"]:
            joined = True
        elif token["verb"]:
            for span in waiting:
                for number in range((span[-1] - span[0]).days + 1):
                    yield NamedDay(span[0] + number * ONE_DAY, token["verb"] == "上班", paragraph["name"])
            waiting = []
        elif waiting:
            raise Unclear(f"{_written(waiting[0][0], year)}没有写是放假还是上班")


def _day(token: re.Match[str], month: int, year: int) -> date:
    try:
        day = date(year, month, int(token["day"]))
    except ValueError:
        raise Unclear(f"没有{f'{month}月' if month else '写明月份的'}{token['day']}日这一天") from None
    weekday = (token["weekday"] or "").replace("天", "日")
    if weekday and weekday != WEEKDAYS[day.weekday()]:
        raise Unclear(f"{_written(day, year)}是周{WEEKDAYS[day.weekday()]}，不是周{weekday}")
    return day


def _day_after(first: date, token: re.Match[str], month: int) -> date:
    """The end of a span, which may lie beyond New Year."""
    year = first.year + ((month, int(token["day"])) < (first.month, first.day))
    last = _day(token, month, int(token["year"] or year))
    if not timedelta(0) <= last - first <= LONGEST:
        raise Unclear(f"{_written(first, first.year)}至{_written(last, first.year)}不像一次放假")
    return last


def _said(days: Iterable[NamedDay], year: int) -> str:
    days = list(days)
    parts = []
    for works, verb in ((False, "放假"), (True, "上班")):
        runs = spans(named.day for named in days if named.works == works)
        if runs:
            words = (_written(a, year) + (f"至{_written(b, year)}" if a != b else "") for a, b in runs)
            parts.append(f"{'、'.join(words)}{verb}")
    return "，".join(parts)


def _written(day: date, year: int) -> str:
    return f"{'' if day.year == year else f'{day.year}年'}{day.month}月{day.day}日"

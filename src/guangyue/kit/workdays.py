"""工作日历: which days are worked, who says so, and counting by them. Pure: the table is passed in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version

from chinese_calendar import Holiday
from chinese_calendar.constants import holidays, workdays

WEEKDAYS = "一二三四五六日"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a notice says of one day: 国庆节 off, or 国庆节 worked in exchange."""

    works: bool
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day, whether it is worked, and who says so."""

    date: date
    works: bool
    name: str
    source: str
    provisional: bool

    @property
    def reason(self) -> str:
        """Why it is worked or not, in a word or two."""
        if self.name:
            return f"{self.name}调休上班" if self.works else f"{self.name}放假"
        return f"周{WEEKDAYS[self.date.weekday()]}"


@dataclass(frozen=True)
class Calendar:
    """工作日历: the days named by notices, and the years for which the notice is out.

    A year without its notice goes by the week alone, and whatever is counted through it is provisional.
    """

    entries: Mapping[date, Entry] = field(default_factory=dict)
    years: Mapping[int, str] = field(default_factory=dict)

    def day(self, day: date) -> Day:
        entry = self.entries.get(day)
        provisional = day.year not in self.years
        if entry is not None:
            return Day(day, entry.works, entry.name, entry.source, provisional)
        source = self.years.get(day.year, "当年放假安排尚未公布，暂按周一至周五上班推算")
        return Day(day, day.weekday() < 5, "", source, provisional)

    def works(self, day: date) -> bool:
        return self.day(day).works

    def after(self, day: date) -> Iterator[Day]:
        """The days after a day, one by one."""
        while True:
            day += ONE_DAY
            yield self.day(day)

    def working_days(self, *, after: date, through: date) -> int:
        """How many days are worked after the one day, up to and with the other."""
        days = (through - after).days
        return sum(self.works(after + timedelta(days=number)) for number in range(1, days + 1))

    def with_year(self, year: int, source: str, entries: Mapping[date, Entry]) -> "Calendar":
        """The calendar once the notice for a year is out: what was said of that year before is void."""
        others = {day: entry for day, entry in self.entries.items() if day.year != year}
        return Calendar({**others, **entries}, {**self.years, year: source})

    def with_days(self, entries: Mapping[date, Entry]) -> "Calendar":
        """The calendar once single days are changed."""
        return Calendar({**self.entries, **entries}, self.years)


@cache
def kept_calendar() -> Calendar:
    """The years that the library chinesecalendar keeps, from the yearly notices of the State Council."""
    years = {
        year: f"国务院办公厅{year}年节假日安排（chinesecalendar {version('chinesecalendar')} 整理）"
        for year in range(min(holidays).year, max(holidays).year + 1)
    }
    return Calendar(
        {
            day: Entry(works, Holiday(name).chinese, years[day.year])
            for works, names in ((False, holidays), (True, workdays))
            for day, name in names.items()
        },
        years,
    )

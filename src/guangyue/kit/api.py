"""The calendar for programs: the days of a year, and until when there is time."""

from datetime import date, datetime, time
from enum import StrEnum

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema

from guangyue.kit.access import open_to_all
from guangyue.kit.calendar.forms import FIRST_YEAR, LAST_YEAR, MOST_DAYS
from guangyue.kit.calendar.year import picture
from guangyue.kit.clocks import SHANGHAI, Clock
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused

router = Router(tags=["工作日历"], auth=None)


class DayUnit(StrEnum):
    """The units of limits that are counted in days."""

    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    MONTH_END = "month_end"


class WhichYear(Schema):
    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR)


class NamedDay(Schema):
    """A holiday, or a weekend worked for one."""

    date: date
    works: bool
    name: str
    source: str


class YearOfDays(Schema):
    """A year: from Monday to Friday is worked, except where a day says otherwise."""

    year: int
    provisional: bool = Field(description="放假安排尚未公布，按周一至周五上班推算")
    source: str
    working_days: int
    exceptions: list[NamedDay]


class DeadlineQuestion(Schema):
    start: date = Field(
        ge=date(FIRST_YEAR, 1, 1), le=date(LAST_YEAR, 12, 31), description="起算日，从第二天开始计算"
    )
    amount: int = Field(ge=0, le=MOST_DAYS)
    unit: DayUnit = DayUnit.WORKING_DAY


class DeadlineDay(Schema):
    date: date
    number: int | None = Field(description="第几日；不计的为空")
    why_not: str


class Deadline(Schema):
    start: date
    limit: str
    due: date
    provisional: bool
    days: list[DeadlineDay]


@router.get("/working-days/{year}", auth=None, response=YearOfDays, summary="一年里的节假日和调休上班日")
@open_to_all
def working_days(request: HttpRequest, which: Path[WhichYear]) -> YearOfDays:
    calendar = HolidayNotice.objects.calendar()
    year = picture(calendar, which.year)
    return YearOfDays(
        year=year.number,
        provisional=year.provisional,
        source=year.source,
        working_days=year.working_days,
        exceptions=[
            NamedDay(date=day, works=entry.works, name=entry.name, source=entry.source)
            for day, entry in sorted(calendar.entries.items())
            if day.year == which.year
        ],
    )


@router.get("/deadline", auth=None, response=Deadline, summary="从一天起算的时限到哪一天为止")
@open_to_all
def deadline(request: HttpRequest, question: Query[DeadlineQuestion]) -> Deadline:
    calendar, at = HolidayNotice.objects.calendar(), timezone.now()
    try:
        limit = Limit(question.amount, Unit[question.unit.name])
    except ValueError as fault:
        raise Refused(str(fault), field="amount") from fault
    clock = Clock(limit, datetime.combine(question.start, time.min, SHANGHAI))
    due = clock.due(calendar, at=at)
    return Deadline(
        start=question.start,
        limit=str(limit),
        due=due.moment.date(),
        provisional=due.provisional,
        days=[
            DeadlineDay(date=counted.day.date, number=counted.number, why_not=counted.why_not)
            for counted in clock.days(calendar, at=at)
        ],
    )

"""The period that a page of scores is about: asked for in the address, else the last year up to today."""

from datetime import date, timedelta

from django.http import HttpRequest
from django.utils import timezone

from guangyue.ratings.statistics import Period
from guangyue.systems.today import day_of_the_city

LAST_YEAR = timedelta(days=365)
EARLIEST = date(2019, 1, 1)


def period_of(request: HttpRequest) -> Period:
    """What cannot be read is left out; what stands the wrong way round is turned."""
    today = max(day_of_the_city(), timezone.localdate())
    since = _day(request.GET.get("since", "")) or day_of_the_city() - LAST_YEAR
    until = _day(request.GET.get("until", "")) or today
    first, last = sorted((since, until))
    return Period(max(first, EARLIEST), last)


def months_of(period: Period) -> str:
    """`since=…&until=…`, for links that keep the period."""
    return f"since={period.since.isoformat()}&until={period.until.isoformat()}"


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None

"""The period that a page of scores is about: asked for in the address, else the last year up to today."""

from datetime import date, timedelta

from django.http import HttpRequest
from django.utils import timezone

from guangyue.ratings.statistics import Period

LAST_YEAR = timedelta(days=365)
EARLIEST, LATEST = date(2019, 1, 1), date(2199, 12, 31)


def period_of(request: HttpRequest) -> Period:
    """What cannot be read is left out; what stands the wrong way round is turned."""
    today = timezone.localdate()
    until = _day(request.GET.get("until", "")) or today
    since = _day(request.GET.get("since", "")) or until - LAST_YEAR
    first, last = sorted((since, until))
    return Period(first, last)


def months_of(period: Period) -> str:
    """`since=…&until=…`, for links that keep the period."""
    return f"since={period.since.isoformat()}&until={period.until.isoformat()}"


def _day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None

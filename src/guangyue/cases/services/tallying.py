"""统计: the closed cases of a month are counted, each night for the months that may still change."""

from datetime import date, datetime, time, timedelta

from django.db import connection, transaction

from guangyue.cases.models import Case, Tally
from guangyue.cases.sql import COUNT_MONTH
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.limits import months_after


@job("cases.tally", title="统计办结的办件")
def tally_nightly(*, at: datetime) -> None:
    """This month and the one before; all of them where none was counted yet."""
    this_month = first_of(local_day(at))
    since = first_of(this_month - timedelta(days=1)) if Tally.objects.exists() else _earliest()
    if since is None:
        return
    month = since
    while month <= this_month:
        tally_month(month=month)
        month = months_after(month, 1)


@transaction.atomic
def tally_month(*, month: date) -> int:
    """How many lines there are now."""
    Tally.objects.filter(month=month).delete()
    start, end = (datetime.combine(day, time(), SHANGHAI) for day in (month, months_after(month, 1)))
    with connection.cursor() as cursor:
        cursor.execute(COUNT_MONTH, {"month": month, "start": start, "end": end})
        return int(cursor.rowcount)


def first_of(day: date) -> date:
    return day.replace(day=1)


def _earliest() -> date | None:
    handed_in = Case.objects.exclude(handed_in_at=None).order_by("handed_in_at")
    moment = handed_in.values_list("handed_in_at", flat=True).first()
    return first_of(local_day(moment)) if moment else None

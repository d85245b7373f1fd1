"""时限 of one warning: the counties', the media's, and of the reports afterwards."""

from datetime import datetime

from guangyue.alerts.deadlines import Deadline, deadline
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import CountyReport, Receipt, Warning
from guangyue.kit.clocks import Clock, Reading
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import kept_calendar


def county_clock(receipt: Receipt) -> Clock:
    """From the moment the platform brought it: whoever looks late has not got longer for it."""
    return Clock(response_plan().limits.county_notice, receipt.warning.published_at)


def media_clock(warning: Warning) -> Clock:
    return Clock(response_plan().limits.media, warning.starts_at)


def report_clock(warning: Warning) -> Clock:
    assert warning.ended_at is not None
    return Clock(response_plan().limits.county_report, warning.ended_at)


def county_deadline(receipt: Receipt) -> Deadline:
    return _deadline(county_clock(receipt), done=receipt.notified_at)


def media_deadline(warning: Warning) -> Deadline:
    """The first medium counts."""
    first = min((one.published_at for one in warning.publicity.all()), default=None)
    return _deadline(media_clock(warning), done=first)


def report_deadline(report: CountyReport) -> Deadline:
    return Deadline(report.due, report.sent_at)


def read(clock: Clock, *, at: datetime) -> Reading:
    return clock.read(HolidayNotice.objects.calendar(), at=at)


def _deadline(clock: Clock, *, done: datetime | None) -> Deadline:
    """Of a limit in hours: they run whatever day it is, so no notice is asked about."""
    return deadline(clock.limit, since=clock.started, done=done, calendar=kept_calendar())

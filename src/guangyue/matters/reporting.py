"""报送期限: the last day on which a report is in time. What is late is taken in and marked, never refused."""

from datetime import date, datetime, time

from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.workdays import Calendar
from guangyue.matters.declaration import Reporting


def report_due(reporting: Reporting, decided: date, calendar: Calendar) -> date:
    """Of a decision on that day."""
    if reporting.limit is None:
        month, day = reporting.next_year_by
        return date(decided.year + 1, month, day)
    start = datetime.combine(decided, time(12), SHANGHAI)
    return local_day(Clock(reporting.limit, start).due(calendar, at=start).moment)

"""统计月份: the month that a report is about, as its address says."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest

from guangyue.cases.reports import months_before
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.limits import months_after
from guangyue.kit.workdays import ONE_DAY

MONTHS_BACK = 12
EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True)
class Asked:
    """The month a report is about, and the last months that could be asked instead."""

    month: date
    months: tuple[date, ...]

    @property
    def start(self) -> datetime:
        return datetime(self.month.year, self.month.month, 1, tzinfo=SHANGHAI)

    @property
    def end(self) -> datetime:
        after = months_after(self.month, 1)
        return datetime(after.year, after.month, 1, tzinfo=SHANGHAI)

    @property
    def last(self) -> date:
        return months_after(self.month, 1) - ONE_DAY


def asked_month(request: HttpRequest, *, at: datetime) -> Asked:
    """The month in the address, else the one that goes on."""
    this_month = local_day(at).replace(day=1)
    months = tuple(months_before(this_month, back) for back in range(1, MONTHS_BACK + 1))
    try:
        month = date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        month = this_month
    return Asked(month if EARLIEST <= month <= this_month else this_month, months)

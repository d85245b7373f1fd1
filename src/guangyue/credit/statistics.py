"""月度统计: what was recorded in a month, by unit; what came too late; what was repaired and asked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count

from guangyue.credit.appealing import REPORTED_WITHIN
from guangyue.credit.models import Appeal, CreditQuery, CreditRecord, RecordMove
from guangyue.credit.states import State
from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.kit.limits import months_after
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import Calendar


@dataclass(frozen=True)
class Month:
    """A month, from its first moment to the first of the next."""

    first: date

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, time(), SHANGHAI)

    @property
    def until(self) -> datetime:
        return datetime.combine(months_after(self.first, 1), time(), SHANGHAI)


@dataclass(frozen=True)
class UnitLine:
    """What one unit filed in a month, and how much of it later than seven working days."""

    unit: str
    filed: int
    late: int


@dataclass(frozen=True)
class Moved:
    """What became of records in a month, and what was asked about them."""

    verified: int
    repaired: int
    revoked: int
    expired: int
    appeals: int
    queries: int
    refused: int


def units_in(month: Month) -> list[UnitLine]:
    """Most records first."""
    rows = CreditRecord.objects.filter(filed_at__gte=month.since, filed_at__lt=month.until)
    told = rows.values_list("unit__name", "document_on", "filed_at")
    calendar = HolidayNotice.objects.calendar()
    filed: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for unit, document_on, filed_at in told.iterator():
        filed[unit] += 1
        late[unit] += is_late(document_on, filed_at, calendar)
    return [UnitLine(unit, number, late[unit]) for unit, number in filed.most_common()]


def categories_in(month: Month) -> list[tuple[str, int]]:
    rows = CreditRecord.objects.filter(filed_at__gte=month.since, filed_at__lt=month.until)
    counted = rows.order_by().values_list("category__title").annotate(many=Count("pk")).order_by("-many")
    return list(counted)


def moved_in(month: Month) -> Moved:
    within = {"at__gte": month.since, "at__lt": month.until}
    moves = Counter(RecordMove.objects.filter(**within).values_list("to", flat=True))
    answers = Counter(CreditQuery.objects.filter(**within).values_list("answered", flat=True))
    return Moved(
        verified=moves[State.VALID.name],
        repaired=moves[State.REPAIRED.name],
        revoked=moves[State.REVOKED.name],
        expired=moves[State.EXPIRED.name],
        appeals=Appeal.objects.filter(**within).count(),
        queries=answers[True],
        refused=answers[False],
    )


def is_late(document_on: date, filed_at: datetime, calendar: Calendar) -> bool:
    """报送超期: more than seven working days after the document."""
    started = datetime.combine(document_on, time(12), SHANGHAI)
    due = Clock(REPORTED_WITHIN, started).due(calendar, at=filed_at)
    return local_day(filed_at) > local_day(due.moment)


def months_back(first: date, number: int) -> Iterable[date]:
    """The months that can be looked at, the newest first."""
    return (months_after(first, -back) for back in range(number))

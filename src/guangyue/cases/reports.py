"""效能报表: what is in hand now, and how the months went, by department, matter and month."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, F, Q, QuerySet, Sum

from guangyue.cases.models import Case, Move, Tally
from guangyue.kit.access import Scope

MOST_REASONS = 10
DECIDED = (Tally.Ending.GRANTED, Tally.Ending.REFUSED)
SENT_BACK = (Tally.Ending.NOT_ACCEPTED, Tally.Ending.RETURNED)


@dataclass(frozen=True)
class InHand:
    """在办 of a department, by what its clocks show."""

    unit: int
    title: str
    cases: int
    overdue: int
    near: int
    standing: int


@dataclass
class Record:
    """办结 of a department, a matter, a month or all together."""

    key: str
    title: str
    closed: int = 0
    decided: int = 0
    late: int = 0
    deferred: int = 0
    instant: int = 0
    sent_back: int = 0
    used: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    promised: int = 0  # days, of all that were decided together

    def add(self, row: Mapping[str, object], cases: int) -> None:
        self.closed += cases
        self.sent_back += cases * (row["ending"] in SENT_BACK)
        if row["ending"] not in DECIDED:
            return
        self.decided += cases
        self.late += cases * bool(row["late"])
        self.deferred += cases * (row["manner"] == Case.Manner.DEFERRED)
        self.instant += cases * (row["manner"] == Case.Manner.INSTANT)
        self.promised += cases * int(str(row["promised_days"]))
        if row["used_days"] is not None:
            self.used[int(str(row["used_days"]))] += cases

    @property
    def in_time(self) -> float | None:
        return share(self.decided - self.late, self.decided)

    @property
    def deferred_share(self) -> float | None:
        return share(self.deferred, self.decided)

    @property
    def instant_share(self) -> float | None:
        return share(self.instant, self.decided)

    @property
    def mean_promised(self) -> float | None:
        return round(self.promised / self.decided, 1) if self.decided else None

    @property
    def mean_used(self) -> float | None:
        many = sum(self.used.values())
        return round(sum(days * cases for days, cases in self.used.items()) / many, 1) if many else None

    @property
    def median(self) -> float | None:
        return percentile(self.used, 0.5)

    @property
    def ninetieth(self) -> float | None:
        return percentile(self.used, 0.9)


def share(part: int, whole: int) -> float | None:
    """In percent, to a tenth."""
    return round(100 * part / whole, 1) if whole else None


def percentile(counted: Mapping[int, int], at: float) -> float | None:
    """分位数 of values counted by how often they occur, between two of them where it falls between, as
    percentile_cont takes it."""
    many = sum(counted.values())
    if not many:
        return None
    place = at * (many - 1)
    lower, upper = _nth(counted, int(place)), _nth(counted, min(int(place) + 1, many - 1))
    return round(lower + (upper - lower) * (place - int(place)), 1)


def in_hand(scope: Scope, *, near: datetime, at: datetime) -> list[InHand]:
    """Of the open cases only, which are few however many were closed."""
    runs = Q(due__isnull=False)
    rows = (
        Case.objects.open()
        .filter(scope.rows(region="region_id", organisation="unit_id"))
        .order_by()
        .values("unit_id", "unit__name")
        .annotate(
            cases=Count("pk"),
            overdue=Count("pk", filter=runs & Q(due__lt=at)),
            near=Count("pk", filter=runs & Q(due__gte=at, due__lte=near)),
            standing=Count("pk", filter=Q(clock_started_at__isnull=False, due=None, stopped_at=None)),
        )
    )
    found = [
        InHand(row["unit_id"], row["unit__name"], row["cases"], row["overdue"], row["near"], row["standing"])
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.overdue, -one.cases))


def summed(now: Sequence[InHand]) -> InHand:
    """全部."""
    cases, overdue, near, standing = (
        sum(getattr(one, name) for one in now) for name in ("cases", "overdue", "near", "standing")
    )
    return InHand(0, "合计", cases, overdue, near, standing)


def records(rows: QuerySet[Tally], *, by: str, title: str) -> list[Record]:
    """One for each value of `by`, those with most cases first."""
    asked = ("ending", "manner", "late", "promised_days", "used_days")
    found: dict[str, Record] = {}
    for row in rows.order_by().values(by, *asked, said=F(title)).annotate(many=Sum("cases")):
        key = str(row[by])
        found.setdefault(key, Record(key, str(row["said"]))).add(row, row["many"])
    return sorted(found.values(), key=lambda one: -one.closed)


def together(parts: Iterable[Record]) -> Record:
    """全部."""
    whole = Record("", "合计")
    for one in parts:
        for name in ("closed", "decided", "late", "deferred", "instant", "sent_back", "promised"):
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
        for days, cases in one.used.items():
            whole.used[days] += cases
    return whole


def reasons(scope: Scope, *, start: datetime, end: datetime) -> Iterator[tuple[str, int]]:
    """为什么退: of those sent back or not accepted between two moments."""
    covered = scope.rows(region="region_id", organisation="unit_id")
    closed = Case.objects.filter(
        covered,
        phase__in=[ending.value for ending in SENT_BACK],
        closed_at__gte=start,
        closed_at__lt=end,
    )
    moves = Move.objects.filter(case__in=closed, at=F("case__closed_at")).order_by()
    counted = moves.values("said").annotate(many=Count("pk")).order_by("-many", "said")
    yield from ((row["said"] or "没有写明", row["many"]) for row in counted[:MOST_REASONS])


def months_before(month: date, many: int) -> date:
    """The first of so many months that end with this one."""
    year, place = divmod(month.year * 12 + month.month - many, 12)
    return date(year, place + 1, 1)


def _nth(counted: Mapping[int, int], place: int) -> int:
    passed = 0
    for value in sorted(counted):
        passed += counted[value]
        if place < passed:
            return value
    raise IndexError(place)

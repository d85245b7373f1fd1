"""报告的数字: how assignments stood at the end of a period, unit by unit and document by document, and what
was done in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from guangyue.indicators.models import Target
from guangyue.kit.access import Scope
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import (
    Assignment,
    AssignmentMove,
    AssignmentUnit,
    OwedReport,
    Prod,
    Report,
    TaskDocument,
)
from guangyue.tasks.papers.periods import Period
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.states import State

MOST_LISTED = 20


@dataclass(frozen=True)
class Standing:
    """办理情况 of a unit, or of a document."""

    name: str
    total: int
    done: int
    on_track: int
    behind: int
    overdue: int
    owed: int = 0
    handed_in: int = 0

    @property
    def unreported(self) -> int:
        return self.owed - self.handed_in


@dataclass(frozen=True)
class Moved:
    """What was done in the period."""

    reports: int
    asked_to_close: int
    closed: int
    reminders: int
    orders: int
    answered: int


@dataclass(frozen=True)
class Told:
    """一期报告."""

    period: Period
    until: date  # its last day, or the day of the report where that comes before
    units: Sequence[Standing]
    documents: Sequence[Standing]
    moved: Moved
    late: Sequence[Assignment]
    unanswered: Sequence[Prod]
    missed: Sequence[Target]

    def sum(self, name: str) -> int:
        return sum(getattr(unit, name) for unit in self.units)

    @property
    def worst(self) -> list[Standing]:
        """The units with most that is late or behind."""
        return sorted(self.units, key=lambda unit: (-unit.overdue, -unit.behind, -unit.total))


def told_of(scope: Scope, period: Period, *, on: date) -> Told:
    until = min(period.last, on)
    held = _held(scope, until)
    return Told(
        period=period,
        until=until,
        units=_units(scope, held, period, until),
        documents=_documents(held, until),
        moved=_moved(scope, period.first, until),
        late=_late(scope, until),
        unanswered=_unanswered(scope, until),
        missed=list(Target.objects.within(scope).missed().with_all().order_by("due_on", "pk")[:MOST_LISTED]),
    )


def _held(scope: Scope, until: date) -> QuerySet[AssignmentUnit]:
    """What units answered for on a day, as documents print it."""
    rows = AssignmentUnit.objects.within(scope).answering()
    return rows.filter(assignment__parent=None, assignment__issued_at__lte=_end_of(until)).exclude(
        assignment__state=State.CANCELLED.name, assignment__over_on__lte=until
    )


def _units(scope: Scope, held: QuerySet[AssignmentUnit], period: Period, until: date) -> Sequence[Standing]:
    stood = {row.pop("organisation"): row for row in _stood(held.values("organisation"), until)}
    owed = _owed(scope, period, until)
    names = Organisation.objects.filter(pk__in={*stood, *owed}).order_by("pk").values_list("pk", "name")
    nothing = dict.fromkeys(("total", "done", "on_track", "behind", "overdue"), 0)
    return [Standing(name, **stood.get(pk, nothing), **owed.get(pk, {})) for pk, name in names]


def _documents(held: QuerySet[AssignmentUnit], until: date) -> Sequence[Standing]:
    """Each assignment once, whoever answers for it."""
    rows = Assignment.objects.filter(pk__in=held.values("assignment"))
    stood = {row.pop("document"): row for row in _stood(rows.values("document"), until, of="")}
    documents = TaskDocument.objects.filter(pk__in=stood)
    return [Standing(f"{one.number} {one.title}", **stood[one.pk]) for one in documents]


def _stood(
    rows: QuerySet[Any, Any],
    until: date,
    *,
    of: str = "assignment__",
) -> Iterable[dict[str, int]]:
    """Read from the dates, so that a period that is over is told as it was. Progress is that of today."""
    over = Q(**{f"{of}over_on__lte": until})
    late = ~over & Q(**{f"{of}due_on__lt": until})
    behind = ~over & ~late & Q(**{f"{of}yellow_on__lte": until})
    counted = {
        "total": Count("pk"),
        "done": Count("pk", filter=over),
        "on_track": Count("pk", filter=~over & ~late & ~behind),
        "behind": Count("pk", filter=behind),
        "overdue": Count("pk", filter=late),
    }
    counts: Iterable[dict[str, int]] = rows.order_by().annotate(**counted)
    return counts


def _owed(scope: Scope, period: Period, until: date) -> dict[int, dict[str, int]]:
    """季报: those of the quarter; of a week, all that were due by its end and came in too late or not yet."""
    rows = OwedReport.objects.within(scope)
    if isinstance(period, Quarter):
        rows = rows.of(period)
    else:
        late = Q(handed_in_at=None) | Q(handed_in_at__gt=_end_of(until))
        rows = rows.filter(late, due_on__lt=until)
    came = Q(handed_in_at__lte=_end_of(until)) if not isinstance(period, Quarter) else ~Q(handed_in_at=None)
    counted = rows.values("organisation").order_by()
    told = counted.annotate(owed=Count("pk"), handed_in=Count("pk", filter=came))
    return {row["organisation"]: {key: row[key] for key in ("owed", "handed_in")} for row in told}


def _moved(scope: Scope, since: date, until: date) -> Moved:
    during = (datetime.combine(since, time.min, SHANGHAI), _end_of(until))
    within = Assignment.objects.within(scope)
    prods = Prod.objects.within(scope)
    issued = prods.filter(at__range=during)
    moves = AssignmentMove.objects.filter(assignment__in=within, at__range=during)
    return Moved(
        reports=Report.objects.filter(assignment__in=within, at__range=during).count(),
        asked_to_close=moves.filter(to=State.CLOSING.name).count(),
        closed=moves.filter(to=State.CLOSED.name).count(),
        reminders=issued.filter(kind=Prod.Kind.REMINDER).count(),
        orders=issued.filter(kind=Prod.Kind.ORDER).count(),
        answered=prods.filter(answered_at__range=during).count(),
    )


def _late(scope: Scope, until: date) -> Sequence[Assignment]:
    """逾期, the longest first, with what was said of it last."""
    last = Report.objects.filter(assignment=OuterRef("pk"), at__lte=_end_of(until)).order_by("-pk")
    rows = Assignment.objects.within(scope).printed().exclude(over_on__lte=until)
    late = rows.filter(due_on__lt=until, issued_at__lte=_end_of(until)).select_related("document")
    return list(
        late.annotate(problems=Subquery(last.values("problems")[:1])).order_by("due_on", "pk")[:MOST_LISTED]
    )


def _unanswered(scope: Scope, until: date) -> Sequence[Prod]:
    end = _end_of(until)
    open_then = Q(answered_at=None) | Q(answered_at__gt=end)
    rows = Prod.objects.within(scope).filter(open_then, at__lte=end)
    named = rows.select_related("organisation", "assignment__document", "owed__document")
    return list(named.order_by(F("answer_by"), "pk")[:MOST_LISTED])


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, SHANGHAI)

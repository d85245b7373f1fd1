"""抽查进展: coverage, publication in time, findings, load and visits too many, as counted in the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from guangyue.inspections.kinds import Result
from guangyue.inspections.models import Batch, Finding, Member, PublishedResult, Subject, Visit
from guangyue.kit.access import Scope
from guangyue.kit.pictures import Chart, Kind, Series, counted_chart

MOST_BARS = 20
OFTEN = 2  # visits of one unit in a year


@dataclass(frozen=True)
class Progress:
    """进展 of a year."""

    active: int
    visited: int
    results: int
    late: int
    often: int
    overdue: int

    @property
    def coverage(self) -> float:
        return self.visited / self.active if self.active else 0.0

    @property
    def in_time(self) -> float:
        return 1 - self.late / self.results if self.results else 1.0


def progress(scope: Scope, year: int, *, on: date) -> Progress:
    visits = Visit.objects.within(scope).made(year)
    results = PublishedResult.objects.filter(visit__in=visits, replaces=None)
    times = visits.values("subject").annotate(many=Count("pk"))
    return Progress(
        active=Subject.objects.within(scope).active().count(),
        visited=times.count(),
        results=results.count(),
        late=results.filter(late=True).count(),
        often=times.filter(many__gte=OFTEN).count(),
        overdue=Batch.objects.within(scope).overdue(on).count(),
    )


def findings_chart(scope: Scope, year: int) -> Chart:
    rows = Finding.objects.within(scope).standing().filter(at__year=year)
    counted = dict(rows.values_list("result").annotate(many=Count("pk")).order_by())
    counts = {result.value: counted.get(result.name, 0) for result in Result}
    return counted_chart("findings", "检查结果", Kind.BARS, counts, unit="项", source="更正以后的结果")


def load_chart(scope: Scope, year: int) -> Chart:
    """Who bears most, by number of visits."""
    rows = Member.objects.filter(visit__in=Visit.objects.within(scope), visit__assigned_at__year=year)
    counted = rows.values_list("inspector__number").annotate(many=Count("pk")).order_by("-many")[:MOST_BARS]
    return counted_chart("load", "执法人员承担的检查", Kind.LYING_BARS, dict(counted), unit="次")


def departments_chart(scope: Scope, year: int) -> Chart:
    rows = Visit.objects.within(scope).filter(assigned_at__year=year)
    by_office = rows.values_list("organisation__name").order_by()
    done, left = Count("pk", filter=Q(done_at__isnull=False)), Count("pk", filter=Q(done_at=None))
    counted: Mapping[str, tuple[int, int]] = {
        name: (made, waiting) for name, made, waiting in by_office.annotate(made=done, waiting=left)
    }
    return Chart(
        "departments",
        "各部门的检查",
        Kind.STACK,
        tuple(counted),
        (
            Series("已检查", tuple(many for many, _ in counted.values())),
            Series("待检查", tuple(left for _, left in counted.values())),
        ),
        "次",
    )

"""抽查进展: coverage, publication in time, findings, load and visits too many, as counted in the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from guangyue.inspections.kinds import Result
from guangyue.inspections.models import (
    Batch,
    Finding,
    JointOffer,
    Member,
    PublishedResult,
    Subject,
    Target,
    Visit,
)
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
    left_out: int
    together: int
    overdue: int

    @property
    def coverage(self) -> float:
        return self.visited / self.active if self.active else 0.0

    @property
    def in_time(self) -> float:
        return 1 - self.late / self.results if self.results else 1.0


@dataclass(frozen=True)
class Office:
    """一个部门 in a year."""

    name: str
    made: int
    waiting: int
    published: int
    late: int


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
        left_out=_left_out(scope, year),
        together=_together(scope, year),
        overdue=Batch.objects.within(scope).overdue(on).count(),
    )


def found(scope: Scope, year: int) -> Mapping[str, int]:
    """How often each result, in the words of the results."""
    rows = Finding.objects.within(scope).standing().filter(at__year=year)
    counted = dict(rows.values_list("result").annotate(many=Count("pk")).order_by())
    return {result.value: counted.get(result.name, 0) for result in Result}


def loads(scope: Scope, year: int) -> list[tuple[str, int]]:
    """承担: the visits of every inspector by number, who bears most in front."""
    rows = Member.objects.filter(visit__in=Visit.objects.within(scope), visit__assigned_at__year=year)
    counted = rows.values_list("inspector__number").annotate(many=Count("pk"))
    return list(counted.order_by("-many", "inspector__number"))


def offices(scope: Scope, year: int) -> list[Office]:
    rows = Visit.objects.within(scope).filter(assigned_at__year=year).order_by()
    first = Q(publications__replaces=None, publications__isnull=False)
    counted = rows.values_list("organisation__name").annotate(
        made=Count("pk", filter=Q(done_at__isnull=False), distinct=True),
        waiting=Count("pk", filter=Q(done_at=None), distinct=True),
        published=Count("publications", filter=first, distinct=True),
        late=Count("publications", filter=first & Q(publications__late=True), distinct=True),
    )
    return [Office(*figures) for figures in counted.order_by("organisation__name")]


def findings_chart(scope: Scope, year: int) -> Chart:
    counts = found(scope, year)
    return counted_chart("findings", "检查结果", Kind.BARS, counts, unit="项", source="更正以后的结果")


def load_chart(scope: Scope, year: int) -> Chart:
    counts = dict(loads(scope, year)[:MOST_BARS])
    return counted_chart("load", "执法人员承担的检查", Kind.LYING_BARS, counts, unit="次")


def departments_chart(scope: Scope, year: int) -> Chart:
    told = offices(scope, year)
    return Chart(
        "departments",
        "各部门的检查",
        Kind.STACK,
        tuple(one.name for one in told),
        (
            Series("已检查", tuple(one.made for one in told)),
            Series("待检查", tuple(one.waiting for one in told)),
        ),
        "次",
    )


def _left_out(scope: Scope, year: int) -> int:
    """How often a unit was spared a draw, because it had been visited under the same item."""
    batches = Batch.objects.within(scope).filter(made_at__year=year)
    return Target.objects.filter(batch__in=batches).exclude(excluded="").count()


def _together(scope: Scope, year: int) -> int:
    joined = JointOffer.objects.within(scope).filter(state=JointOffer.State.JOINED)
    return joined.filter(settled_at__year=year).count()

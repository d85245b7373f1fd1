"""季度汇总: how what each unit answers for stands, who reported, and why things lie behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum

from guangyue.kit.access import Scope
from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, OwedReport, Report, TaskTally
from guangyue.tasks.quarters import Quarter

MOST_LATE, MOST_DRAWN = 30, 8
COUNTED = ("total", "done", "on_track", "behind", "overdue")
REPORTED = ("owed", "handed_in", "in_time")


@dataclass(frozen=True)
class Line:
    """一个单位: of what it answers for, and of the reports that it owed for the quarter."""

    organisation: Organisation
    total: int = 0
    done: int = 0
    on_track: int = 0
    behind: int = 0
    overdue: int = 0
    owed: int = 0
    handed_in: int = 0
    in_time: int = 0

    @property
    def unreported(self) -> int:
        return self.owed - self.handed_in


@dataclass(frozen=True)
class Summary:
    """全部单位 for a quarter."""

    quarter: Quarter
    lines: Sequence[Line]

    def sum(self, name: str) -> int:
        return sum(getattr(line, name) for line in self.lines)

    def chart(self) -> Chart:
        drawn = sorted(self.lines, key=lambda line: (-line.overdue, -line.behind, -line.total))[:MOST_DRAWN]
        said = (("已销号", "done"), ("滞后或者临期", "behind"), ("按期推进", "on_track"), ("逾期", "overdue"))
        return Chart(
            key="standing",
            title="负责的事项，逾期多的单位",
            kind=Kind.STACK,
            labels=tuple(line.organisation.name for line in drawn),
            series=tuple(Series(title, tuple(getattr(line, name) for line in drawn)) for title, name in said),
            unit="项",
            source="牵头单位负责，没有牵头单位的由责任单位共同负责",
        )


def summary(scope: Scope, quarter: Quarter) -> Summary:
    tallied = _by_unit(
        TaskTally.objects.filter(_within(scope))
        .values_list("organisation")
        .annotate(**{name: Sum(name) for name in COUNTED}),
        COUNTED,
    )
    owed = _by_unit(
        OwedReport.objects.within(scope)
        .of(quarter)
        .values_list("organisation")
        .annotate(
            owed=Count("pk"),
            handed_in=Count("pk", filter=Q(handed_in_at__isnull=False)),
            in_time=Count("pk", filter=Q(handed_in_at__date__lte=F("due_on"))),
        ),
        REPORTED,
    )
    units = Organisation.objects.filter(pk__in={*tallied, *owed}).order_by("pk")
    return Summary(
        quarter, [Line(unit, **tallied.get(unit.pk, {}), **owed.get(unit.pk, {})) for unit in units]
    )


def line_of(organisation: Organisation) -> Line:
    """One unit, across all documents."""
    tallied = TaskTally.objects.filter(organisation=organisation).aggregate(
        **{name: Sum(name, default=0) for name in COUNTED}
    )
    return Line(organisation, **tallied)


def overdue_with_reasons(scope: Scope, on: date) -> list[Assignment]:
    """逾期 and why, as the units last said it themselves: the longest overdue first."""
    last = Report.objects.filter(assignment=OuterRef("pk")).order_by("-pk")
    late = Assignment.objects.within(scope).printed().overdue(on).select_related("document")
    told = late.annotate(
        problems=Subquery(last.values("problems")[:1]), last_said=Subquery(last.values("text")[:1])
    )
    return list(told.order_by("due_on", "pk")[:MOST_LATE])


def unreported(scope: Scope, quarter: Quarter) -> list[OwedReport]:
    """未报, with what was said when the report was sent back or urged."""
    rows = OwedReport.objects.within(scope).of(quarter).waiting()
    return list(rows.select_related("document", "organisation").order_by("organisation", "pk")[:MOST_LATE])


def _within(scope: Scope) -> Q:
    return scope.rows(region="organisation__region_id", organisation="organisation_id")


def _by_unit(rows: Iterable[tuple[Any, ...]], names: Sequence[str]) -> dict[int, dict[str, int]]:
    """Each row begins with its unit."""
    return {unit: dict(zip(names, counts, strict=True)) for unit, *counts in rows}

"""What the city at a glance shows of the clauses."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from guangyue.kit.access import Scope
from guangyue.kit.pictures import Chart, Figure, Kind, Picture, Series
from guangyue.systems.coverage import Figures, cover_city, summed


def coverage_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    """条款覆盖: how many clauses run, are left out, are open; by issue."""
    coverage = cover_city()
    figures = coverage.figures
    yield Figure(
        "公报条款",
        figures.total,
        "条",
        "list-check",
        link=reverse("systems:desk_coverage"),
        detail=f"运行 {figures.running:,} 条，不需系统 {figures.left_out:,} 条",
    )
    issues: dict[str, list[Figures]] = {}
    for one in coverage.documents:
        issues.setdefault(one.document.issue or "其他", []).append(one.figures)
    of_issue = {issue: summed(several) for issue, several in sorted(issues.items())}
    yield Chart(
        "coverage-by-issue",
        "条款有着落的比例，按公报期",
        Kind.STACK,
        tuple(of_issue),
        (
            Series("运行", tuple(one.percent(one.running) for one in of_issue.values())),
            Series("不需系统", tuple(one.percent(one.left_out) for one in of_issue.values())),
        ),
        unit="%",
        source="条款索引和已发布的公报",
    )

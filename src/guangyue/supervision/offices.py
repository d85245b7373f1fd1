"""覆盖情况: office by office, how many items were exercised within a year, what sleeps, what came late."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from guangyue.kit.access import Scope
from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.organisations.models import Organisation
from guangyue.supervision.covering import Coverage, year_until
from guangyue.supervision.models import RejectedAct, SourceSystem, SupervisionAct, SupervisionItem


@dataclass(frozen=True)
class OfficeLine:
    """一个部门: its items and what it did within the year."""

    office: Organisation
    coverage: Coverage
    uncoded: int
    acts: int
    late: int
    rejected: int
    connected: bool


def office_lines(day: date, scope: Scope) -> list[OfficeLine]:
    """Every office that had an item on that day, the least covered first."""
    since, until = year_until(day)
    items = SupervisionItem.objects.within(scope).on(day).with_activity(since, until)
    rows = list(items.values_list("office", "active", "provincial_code"))
    many, active = Counter(row[0] for row in rows), Counter(row[0] for row in rows if row[1])
    uncoded = Counter(row[0] for row in rows if not row[2])
    acts = SupervisionAct.objects.within(scope).between(since, until)
    done, late = _by_office(acts), _by_office(acts.late())
    rejected = _by_office(RejectedAct.objects.within(scope).open())
    connected = set(SourceSystem.objects.live().values_list("office", flat=True))
    offices = Organisation.objects.in_bulk(many)
    lines = (
        OfficeLine(
            office=office,
            coverage=Coverage(many[key], active[key]),
            uncoded=uncoded[key],
            acts=done[key],
            late=late[key],
            rejected=rejected[key],
            connected=key in connected,
        )
        for key, office in offices.items()
    )
    return sorted(lines, key=lambda line: (line.coverage.rate or 0, line.office.pk))


def whole(lines: Iterable[OfficeLine]) -> Coverage:
    return sum((line.coverage for line in lines), Coverage(0, 0))


def sleeping_items(day: date, scope: Scope) -> list[SupervisionItem]:
    """沉睡事项: nothing was done under them in the year, with what the office says to it."""
    items = SupervisionItem.objects.within(scope).on(day).with_activity(*year_until(day))
    rows = items.filter(active=False).select_related("office").prefetch_related("sleeping_notes")
    return list(rows.order_by("office", "code"))


def chart(lines: Iterable[OfficeLine]) -> Chart:
    """Covered and sleeping, for each office."""
    shown = list(lines)
    return Chart(
        "supervision-coverage",
        "一年内开展过和没有开展的监管事项",
        Kind.LYING_BARS,
        tuple(line.office.name for line in shown),
        (
            Series("开展过", tuple(line.coverage.active for line in shown)),
            Series("没有开展", tuple(line.coverage.sleeping for line in shown)),
        ),
        "项",
        "监管事项目录和监管行为",
    )


def _by_office(rows: QuerySet[Any]) -> Counter[int]:
    """How many of the rows each office has."""
    return Counter(dict(rows.order_by().values_list("office").annotate(many=Count("pk"))))

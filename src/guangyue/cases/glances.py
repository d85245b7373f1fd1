"""What can be seen of cases at a glance, and found by their numbers."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from guangyue.cases.lights import end_of_near
from guangyue.cases.models import Case, Tally
from guangyue.cases.permissions import SEE_CASES
from guangyue.cases.reports import in_hand, months_before, records
from guangyue.kit.access import Scope, needs
from guangyue.kit.pictures import Chart, Figure, Kind, Picture, Series
from guangyue.kit.search import Found

MONTHS = 12
MOST_BARS = 12


@needs(SEE_CASES)
def cases_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    at = timezone.now()
    now = in_hand(scope, near=end_of_near(at), at=at)
    overdue = sum(one.overdue for one in now)
    yield Figure("在办办件", sum(one.cases for one in now), "件", "files", link=reverse("cases:reports"))
    yield Figure("超期办件", overdue, "件", "alarm", link=reverse("cases:waiting", args=["overdue"]))


@needs(SEE_CASES)
def find_cases(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """By the beginning of a number; a name is looked for in the list, where it is said for what."""
    if not words.upper().startswith("BJ"):
        return
    rows = Case.objects.exclude(number="").within(scope).filter(number__startswith=words.upper())
    for case in rows.order_by("number")[:most]:
        yield Found("办件", f"{case.number} {case.title}", case.get_absolute_url(), detail=case.masked_name)


def pictures_of(scope: Scope, *, month: date, at: datetime) -> list[Chart]:
    """A year of months, the departments of this one, and what is in hand."""
    first = months_before(month, MONTHS)
    rows = Tally.objects.within(scope)
    by_month = {one.key: one for one in records(rows.through(first, month), by="month", title="month")}
    keys = [months_before(month, back) for back in range(MONTHS, 0, -1)]
    found = [by_month.get(str(key)) for key in keys]
    labels = tuple(f"{key.year}-{key.month:02d}" for key in keys)
    departments = records(rows.filter(month=month), by="unit_id", title="unit__name")[:MOST_BARS]
    open_now = in_hand(scope, near=end_of_near(at), at=at)[:MOST_BARS]
    return [
        Chart(
            "cases-months",
            "近十二个月办结",
            Kind.STACK,
            labels,
            (
                Series("按时", tuple(one.closed - one.late if one else 0 for one in found)),
                Series("超期", tuple(one.late if one else 0 for one in found)),
            ),
            "件",
        ),
        Chart(
            "cases-days",
            "用时和承诺",
            Kind.LINE,
            labels,
            (
                Series("平均承诺", tuple(one.mean_promised if one else None for one in found)),
                Series("用时中位数", tuple(one.median if one else None for one in found)),
                Series("用时九成位", tuple(one.ninetieth if one else None for one in found)),
            ),
            "工作日",
        ),
        Chart(
            "cases-in-hand",
            "各部门在办",
            Kind.LYING_BARS,
            tuple(one.title for one in open_now),
            (
                Series("没有超期", tuple(one.cases - one.overdue for one in open_now)),
                Series("超期", tuple(one.overdue for one in open_now)),
            ),
            "件",
        ),
        Chart(
            "cases-departments",
            "各部门用时中位数",
            Kind.LYING_BARS,
            tuple(one.title for one in departments),
            (
                Series("平均承诺", tuple(one.mean_promised for one in departments)),
                Series("用时中位数", tuple(one.median for one in departments)),
            ),
            "工作日",
        ),
    ]

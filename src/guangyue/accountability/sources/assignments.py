"""逾期的任务: each unit that answers for one."""

from datetime import date

from django.db.models import QuerySet

from guangyue.accountability.sources.facts import Fact, Source
from guangyue.gazette.document import Clause
from guangyue.kit.wording import day
from guangyue.kit.workdays import ONE_DAY
from guangyue.tasks.models import AssignmentUnit
from guangyue.tasks.models.assignments import in_light
from guangyue.tasks.states import Light

KEY = "tasks"
LONGEST = 60  # characters of a task that name it


def _overdue(on: date) -> QuerySet[AssignmentUnit]:
    held = AssignmentUnit.objects.filter(
        in_light(Light.RED, on, of="assignment__"), answers=True, organisation__isnull=False
    )
    named = held.select_related("assignment__document", "organisation__region")
    return named.order_by("-assignment__due_on", "pk")


def _fact(held: AssignmentUnit, on: date) -> Fact | None:
    task = held.assignment
    if held.organisation is None or task.due_on is None:
        return None
    return Fact(
        source=KEY,
        record=f"{held.pk}-{task.due_on:%Y%m%d}",
        title=f"逾期未完成：{task.text[:LONGEST]}",
        on=task.due_on + ONE_DAY,
        unit=held.organisation,
        link=task.get_absolute_url(),
        cites=Clause(task.document.number, task.clause),
        detail=f"应于{day(task.due_on)}前完成，进度 {held.percent}%",
    )


ASSIGNMENTS = Source(KEY, "逾期的任务", _overdue, _fact)

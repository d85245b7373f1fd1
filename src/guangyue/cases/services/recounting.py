"""What a new holiday notice moves: cases, the steps they stand at, the answers they wait for, duties."""

from collections.abc import Iterator
from datetime import date, datetime, time

from guangyue.cases.models import Case, Duty, Opinion, Veto
from guangyue.cases.services.refusing import TO_ANSWER
from guangyue.kit.clocks import SHANGHAI, Clock
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.services.limits import AT_A_TIME, Recounted
from guangyue.kit.workdays import Calendar


def recount_cases(*, calendar: Calendar, since: date) -> Iterator[Recounted]:
    reached = datetime.combine(since, time.min, SHANGHAI)
    yield from _cases(calendar, reached)
    yield from _steps(calendar, reached)
    yield from _vetoes(calendar, reached)
    yield from _opinions(calendar, reached)
    yield from _duties(calendar, reached)


def _cases(calendar: Calendar, reached: datetime) -> Iterator[Recounted]:
    running = Case.objects.filter(stopped_at=None, due__gte=reached).prefetch_related("pauses")
    for case in running.iterator(chunk_size=AT_A_TIME):
        clock, before = case.clock, case.due
        if clock is not None and before is not None:
            due = clock.due(calendar, at=before)
            yield Recounted(case, f"办件 {case.number}：{case.title}", clock.limit, before, due)


def _steps(calendar: Calendar, reached: datetime) -> Iterator[Recounted]:
    """本环节的时限: how long an applicant has for what was asked, a window for what came in."""
    limited = Case.objects.open().filter(step_due__gte=reached).select_related("flow")
    for case in limited.iterator(chunk_size=AT_A_TIME):
        step, start, before = case.at_step, case.step_since, case.step_due
        if step.limit and step.limit.unit is Unit.WORKING_DAY and start and before:
            title = f"办件 {case.number}：{step.title}"
            due = Clock(step.limit, start).due(calendar, at=before)
            yield Recounted(case, title, step.limit, before, due, field="step_due")


def _vetoes(calendar: Calendar, reached: datetime) -> Iterator[Recounted]:
    for veto in Veto.objects.waiting().filter(due__gte=reached).select_related("case"):
        title = f"办件 {veto.case.number}：否决报批"
        yield from _from(veto, title, veto.asked_at, veto.due, TO_ANSWER, calendar)


def _opinions(calendar: Calendar, reached: datetime) -> Iterator[Recounted]:
    waiting = Opinion.objects.waiting().filter(due__gte=reached, limit_unit=Unit.WORKING_DAY.name)
    for opinion in waiting.select_related("case").iterator(chunk_size=AT_A_TIME):
        title = f"办件 {opinion.case.number}：{opinion.title}"
        yield from _from(opinion, title, opinion.asked_at, opinion.due, opinion.limit, calendar)


def _duties(calendar: Calendar, reached: datetime) -> Iterator[Recounted]:
    undone = Duty.objects.open().filter(due__gte=reached, limit_unit=Unit.WORKING_DAY.name)
    for duty in undone.select_related("case").iterator(chunk_size=AT_A_TIME):
        title = f"办件 {duty.case.number}：{duty.title}"
        yield from _from(duty, title, duty.started_at, duty.due, duty.limit, calendar)


def _from(
    row: Opinion | Duty | Veto,
    title: str,
    start: datetime | None,
    before: datetime | None,
    limit: Limit,
    calendar: Calendar,
) -> Iterator[Recounted]:
    if start is not None and before is not None:
        yield Recounted(row, title, limit, before, Clock(limit, start).due(calendar, at=before))

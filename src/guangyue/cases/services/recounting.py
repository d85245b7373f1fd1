"""What a new holiday notice moves: cases, opinions they wait for, duties after the decision."""

from collections.abc import Iterator
from datetime import date, datetime, time

from guangyue.cases.models import Case, Duty, Opinion
from guangyue.kit.clocks import SHANGHAI, Clock
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.services.limits import AT_A_TIME, Recounted
from guangyue.kit.workdays import Calendar


def recount_cases(*, calendar: Calendar, since: date) -> Iterator[Recounted]:
    reached = datetime.combine(since, time.min, SHANGHAI)
    yield from _cases(calendar, reached)
    yield from _opinions(calendar, reached)
    yield from _duties(calendar, reached)


def _cases(calendar: Calendar, reached: datetime) -> Iterator[Recounted]:
    running = Case.objects.filter(stopped_at=None, due__gte=reached).prefetch_related("pauses")
    for case in running.iterator(chunk_size=AT_A_TIME):
        clock, before = case.clock, case.due
        if clock is not None and before is not None:
            due = clock.due(calendar, at=before)
            yield Recounted(case, f"办件 {case.number}：{case.title}", clock.limit, before, due)


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
    row: Opinion | Duty,
    title: str,
    start: datetime | None,
    before: datetime | None,
    limit: Limit,
    calendar: Calendar,
) -> Iterator[Recounted]:
    if start is not None and before is not None:
        yield Recounted(row, title, limit, before, Clock(limit, start).due(calendar, at=before))

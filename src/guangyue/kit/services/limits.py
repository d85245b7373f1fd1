"""Starting a limit, letting it stand, going on, ending it; and counting anew what a notice has moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils.module_loading import import_string

from guangyue.kit.clocks import SHANGHAI, Due
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.models import HolidayNotice, LimitPause, RunningLimit
from guangyue.kit.refusals import Refused
from guangyue.kit.workdays import Calendar

AT_A_TIME = 1000


class LimitEnded(Refused):
    sentence = "这一时限已经办结。"


class LimitStands(Refused):
    sentence = "这一时限已经暂停。"


class LimitRuns(Refused):
    sentence = "这一时限没有暂停，不用恢复。"


@dataclass(frozen=True)
class Recounted:
    """What a limit was, and what it is by another calendar; `field` of its row holds the last moment."""

    row: Model
    title: str
    limit: Limit
    before: datetime
    due: Due
    field: str = "due"

    @property
    def moved(self) -> bool:
        return self.before != self.due.moment


class Recount(Protocol):
    """What the limits of a mechanism that run and reach beyond a day would be by a calendar; nothing is
    written. `settings.GUANGYUE_LIMITS` names all there are."""

    def __call__(self, *, calendar: Calendar, since: date) -> Iterator[Recounted]: ...


@transaction.atomic
def start_limit(*, title: str, limit: Limit, started: datetime, responsible: Any) -> RunningLimit:
    """起算: the limit runs from a moment on, and somebody answers for it."""
    running = RunningLimit.objects.create(
        title=title,
        responsible=responsible,
        amount=limit.amount,
        unit=limit.unit.name,
        started=started,
    )
    return _settle(running, at=started)


@transaction.atomic
def pause_limit(*, running: RunningLimit, ground: str, by: Any, at: datetime) -> RunningLimit:
    """中止: nothing is counted until it goes on."""
    running = _open(running)
    if running.due is None:
        raise LimitStands
    LimitPause.objects.create(running=running, ground=ground, since=at, by=by)
    return _settle(running, at=at)


@transaction.atomic
def resume_limit(*, running: RunningLimit, by: Any, at: datetime) -> RunningLimit:
    """恢复."""
    running = _open(running)
    if not running.pauses.filter(until=None).update(until=at, resumed_by=by):
        raise LimitRuns
    return _settle(running, at=at)


@transaction.atomic
def end_limit(*, running: RunningLimit, at: datetime) -> RunningLimit:
    """办结: what was to be done is done; whether in time stays visible."""
    running = _open(running)
    running.ended = at
    running.save(update_fields=["ended"])
    return running


def recount_all(*, calendar: Calendar, since: date) -> Iterator[Recounted]:
    for path in settings.GUANGYUE_LIMITS:
        recount: Recount = import_string(path)
        yield from recount(calendar=calendar, since=since)


def recount_limits(*, calendar: Calendar, since: date) -> Iterator[Recounted]:
    """Of those that somebody has entered for himself."""
    reached = datetime.combine(since, time.min, SHANGHAI)
    reaching = RunningLimit.objects.open().filter(unit=Unit.WORKING_DAY.name, due__gte=reached)
    for running in reaching.prefetch_related("pauses").iterator(chunk_size=AT_A_TIME):
        before = running.due
        if before is not None:
            due = running.clock.due(calendar, at=before)
            yield Recounted(running, running.title, running.limit, before, due)


def keep_recounted(limits: Iterable[Recounted]) -> None:
    """A limit that has moved by other means meanwhile is left as it is."""
    for recounted in limits:
        row = recounted.row
        values: dict[str, Any] = {recounted.field: recounted.due.moment}
        if recounted.field == "due" and hasattr(row, "provisional"):
            values["provisional"] = recounted.due.provisional
        rows = type(row)._default_manager.filter(pk=row.pk, **{recounted.field: recounted.before})
        rows.exclude(**values).update(**values)


def _open(running: RunningLimit) -> RunningLimit:
    """The limit as it is now, held until this is over."""
    running = RunningLimit.objects.select_for_update().get(pk=running.pk)
    if running.ended:
        raise LimitEnded
    return running


def _settle(running: RunningLimit, *, at: datetime) -> RunningLimit:
    clock = running.clock
    due = clock.due(HolidayNotice.objects.calendar(), at=at)
    running.due = None if clock.standing else due.moment
    running.provisional = due.provisional
    running.save(update_fields=["due", "provisional"])
    return running

"""下达指令: to everybody on the list what the level asks of them, once each, whatever becomes of the worker.

The orders are long work of many steps. A step writes the orders of so many sources, puts the messages about
them into the outbox and notes how far it came, all in one transaction: a worker that is killed leaves whole
steps behind, and the next one goes on from there.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from guangyue.alerts.copying import copy_in
from guangyue.alerts.instructing import Instructor, peak_of
from guangyue.alerts.models import Dispatch, Order, Source, Warning
from guangyue.alerts.models.sources import SourceQuerySet
from guangyue.alerts.permissions import RUN_ALERTS
from guangyue.alerts.services.sending import queue_dispatches, send_dispatches
from guangyue.jobs.declarations import WorkKind, job
from guangyue.jobs.models import Work
from guangyue.jobs.works import begin_work
from guangyue.kit.progress import Progress

AT_A_TIME = 1000  # orders in a transaction


@transaction.atomic
def begin_orders(*, warning: Warning, at: datetime) -> Work:
    """下达: in the transaction of the publication. What an earlier warning asked for ends with it."""
    earlier = Order.objects.open().filter(exercise=warning.exercise).exclude(warning=warning)
    earlier.update(ended_at=at)
    return begin_work(
        kind=ORDERING,
        by=warning.sheet.sent_by,
        at=at,
        title=f"下达 {warning} 的减排指令",
        options={"warning": warning.pk, "total": Source.objects.in_use().count()},
    )


@transaction.atomic
def end_orders(*, warning: Warning, at: datetime) -> None:
    """终止: the response is over; all who had an order are told."""
    Order.objects.of(warning).open().update(ended_at=at)
    tell_the_end.defer(warning=warning.pk)


def write_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: Any, at: datetime
) -> Progress:
    """The orders of the next so many sources. A warning that ended meanwhile gets no more of them."""
    warning = hold_warning(options["warning"])
    after, seen, orders = (checkpoint.get(name, 0) for name in ("after", "seen", "orders"))
    sources = list(_waiting(warning, after=after)) if warning.is_in_force else []
    orders += len(write_orders(warning=warning, sources=sources, at=at))
    seen += len(sources)
    finished = len(sources) < AT_A_TIME
    if finished:
        _see_to_the_rest(warning)
    return Progress(
        options["total"] if finished else seen,
        options["total"],
        {"after": sources[-1].pk if sources else after, "seen": seen, "orders": orders},
        message=f"已下达 {orders:,} 份指令",
        finished=finished,
    )


ORDERING = WorkKind("alerts.order", "下达减排指令", write_step, needs=RUN_ALERTS)


@job("alerts.tell_the_end", title="告知减排指令终止")
def tell_the_end(*, warning: int, at: datetime) -> None:
    """Who had an order and has no other one in its place."""
    ended = Order.objects.filter(warning=warning, ended_at__isnull=False)
    same = Order.objects.open().filter(source=OuterRef("source"), exercise=OuterRef("exercise"))
    released = ended.filter(~Exists(same)).select_related("source__firm")
    queue_dispatches(orders=list(released), reason=Dispatch.Reason.END, at=at)
    send_dispatches.defer()


def write_orders(*, warning: Warning, sources: Iterable[Source], at: datetime) -> Sequence[Order]:
    """Within a transaction that holds the warning: who has something to do gets an order and is told."""
    instructor = Instructor(warning.level_key, on=localdate(at), peak=peak_of(warning))
    orders = []
    for source in sources:
        asked = [one.kept() for one in instructor.instructions_of(source)]
        if asked:
            orders.append(
                Order(
                    warning=warning,
                    source=source,
                    measures=asked,
                    exercise=warning.exercise,
                    written_at=at,
                    starts_at=warning.starts_at,
                )
            )
    written = copy_in(orders)
    queue_dispatches(orders=written, reason=Dispatch.Reason.BEGIN, at=at)
    return written


def hold_warning(pk: int) -> Warning:
    """Nobody ends it, and nobody else writes orders of it, until this transaction is over."""
    warnings = Warning.objects.select_for_update(no_key=True, of=("self",))
    return warnings.select_related("sheet__forecast").get(pk=pk)


def _waiting(warning: Warning, *, after: int) -> SourceQuerySet:
    """Those that come next, but for whoever was given an order of this warning already."""
    ordered = Order.objects.of(warning).filter(source=OuterRef("pk"))
    sources = Source.objects.in_use().filter(~Exists(ordered), pk__gt=after)
    return sources.to_be_told(warning.level_key).order_by("pk")[:AT_A_TIME]


def _see_to_the_rest(warning: Warning) -> None:
    send_dispatches.defer()
    if warning.follows_id:
        tell_the_end.defer(warning=warning.follows_id)

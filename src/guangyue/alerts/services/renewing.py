"""改写指令: what has changed about a source changes its order at once, while a warning is in force.

The old text is kept with its reason, and whoever it is for is told again and asked to receive it again.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.alerts.instructing import Instructor, peak_of
from guangyue.alerts.models import Dispatch, FormerText, Order, Source, Warning
from guangyue.alerts.services.ordering import hold_warning, write_orders
from guangyue.alerts.services.sending import queue_dispatches, send_dispatches

Reason = Dispatch.Reason


@transaction.atomic
def renew_orders(*, sources: Sequence[Source], reason: str, by: User | None, at: datetime) -> int:
    """Of these sources, in the warning that is in force and in the exercise; how many orders were touched."""
    standing = Warning.objects.responding().filter(state=Warning.State.IN_FORCE).order_by("pk")
    touched = sum(
        _renew_in(hold_warning(pk), sources, reason=reason, by=by, at=at)
        for pk in standing.values_list("pk", flat=True)
    )
    if touched:
        send_dispatches.defer()
    return touched


def _renew_in(
    warning: Warning, sources: Sequence[Source], *, reason: str, by: User | None, at: datetime
) -> int:
    now = Source.objects.to_be_told(warning.level_key).in_bulk([source.pk for source in sources])
    held = Order.objects.of(warning).filter(source__in=now).select_for_update(no_key=True)
    orders = {order.source_id: order for order in held}
    instructor = Instructor(warning.level_key, on=localdate(at), peak=peak_of(warning))
    unordered, changed, ended = [], [], []
    for source in now.values():
        order = orders.get(source.pk)
        asked = [one.kept() for one in instructor.instructions_of(source)]
        if order is None:
            unordered += [source] if source.in_use else []
        elif not (asked and source.in_use):
            ended += [order] if order.is_open else []
        elif order.measures != asked or not order.is_open:
            changed.append(_rewrite(order, asked, reason=reason, by=by, at=at))
    Order.objects.filter(pk__in=[order.pk for order in ended]).update(ended_at=at)
    written = write_orders(warning=warning, sources=unordered, at=at)
    for reason_to_tell, told in ((Reason.CHANGE, changed), (Reason.END, ended)):
        queue_dispatches(orders=_with_sources(told, now), reason=reason_to_tell, at=at)
    return len(written) + len(changed) + len(ended)


def _rewrite(
    order: Order, asked: list[Mapping[str, Any]], *, reason: str, by: User | None, at: datetime
) -> Order:
    """The old text stays to be read; nobody has received the new one yet."""
    FormerText.objects.create(
        order=order,
        version=order.version,
        measures=order.measures,
        received_at=order.received_at,
        until=at,
        reason=reason,
        by=by,
    )
    order.measures, order.version, order.written_at = asked, order.version + 1, at
    order.ended_at = order.received_at = order.received_by = order.chased_at = None
    order.received_how = order.receiver = ""
    order.save()
    return order


def _with_sources(orders: Iterable[Order], sources: Mapping[int, Source]) -> list[Order]:
    """Each with its source as it is now: that is where the message goes."""
    told = list(orders)
    for order in told:
        order.source = sources[order.source_id]
    return told

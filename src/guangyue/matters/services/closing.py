"""暂停、取消、恢复: a matter closes to new applications on a day; open cases finish under their version."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.matters.refusals import NotReleased, NotSuspended

State = Matter.State
CLOSINGS = (State.SUSPENDED, State.CANCELLED)


@transaction.atomic
def close_matter(
    *, matter: Matter, as_: Matter.State, because: str, on: date, by: User, at: datetime
) -> Matter:
    """暂停 or 取消, with the basis, from a day on."""
    if as_ not in CLOSINGS:
        raise ValueError(f"a matter does not close as {as_}")
    if not because.strip():
        raise Refused("请写明暂停或者取消的依据。", field="because")
    if on < local_day(at):
        raise Refused("不再受理之日不能早于今天。", field="on")
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    if matter.state == State.CANCELLED or (matter.state == State.DRAFT):
        raise NotReleased
    matter.closes_as, matter.closed_on, matter.closed_because = as_, on, because
    if on <= local_day(at):
        _close(matter)
    matter.save()
    return matter


@transaction.atomic
def reopen_matter(*, matter: Matter, because: str, by: User, at: datetime) -> Matter:
    """恢复: what was suspended is received again; a closing still to come is called off."""
    if not because.strip():
        raise Refused("请写明恢复的依据。", field="because")
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    if matter.state != State.SUSPENDED and not matter.closes_as:
        raise NotSuspended
    matter.state = State.RELEASED
    matter.closes_as, matter.closed_on, matter.closed_because = "", None, because
    matter.save()
    return matter


@transaction.atomic
def close_what_is_due(*, on: date) -> int:
    """Those whose day has come."""
    due = Matter.objects.select_for_update().filter(closed_on__lte=on).exclude(closes_as="")
    for matter in due:
        _close(matter)
        matter.save()
    return len(due)


def _close(matter: Matter) -> None:
    matter.state, matter.closes_as = State(matter.closes_as), ""

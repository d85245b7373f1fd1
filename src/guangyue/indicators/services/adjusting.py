"""调整 and 撤销: only by a later document, with its clause; the former target stays readable."""

from datetime import date, datetime
from decimal import Decimal
from itertools import count

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.gazette.document import Clause
from guangyue.indicators.models import Target
from guangyue.indicators.refusals import NotInForce
from guangyue.indicators.services.recomputing import recompute
from guangyue.indicators.services.setting import note
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused


@transaction.atomic
def adjust_target(
    *, target: Target, value: Decimal, due_on: date, cites: Clause, said: str, by: User, at: datetime
) -> Target:
    """调整: another target takes its place, with the number and the day of the later document."""
    held = _held(target)
    follower = Target.objects.get(pk=held.pk)
    follower.pk, follower.verdict = None, None
    follower._state.adding = True
    follower.code = _next_code(held)
    follower.value, follower.due_on, follower.upper = value, due_on, None
    follower.cites, follower.number, follower.file, follower.lines = cites, cites.number, "", ""
    follower.state = Target.State.ACTIVE
    follower.save()
    held.state, held.superseded_by = Target.State.ADJUSTED, follower
    held.save()
    note(held, "调整", by=by, at=at, said=f"调整为 {follower.code}：{said}", cites=cites)
    note(follower, "由调整设定", by=by, at=at, said=f"调整自 {held.code}：{said}", cites=cites)
    return follower


@transaction.atomic
def withdraw_target(*, target: Target, cites: Clause, said: str, by: User, at: datetime) -> Target:
    """撤销: nothing more is asked; what was reported and judged stays."""
    held = _held(target)
    held.state = Target.State.WITHDRAWN
    held.save()
    note(held, "撤销", by=by, at=at, said=said, cites=cites)
    return held


@transaction.atomic
def state_condition(*, target: Target, held: bool, said: str, by: User, at: datetime) -> Target:
    """说明 whether the condition came true under which a target applies at all."""
    stated = _held(target)
    if not stated.condition:
        raise Refused("这个目标没有适用条件。")
    stated.condition_held = held
    stated.save()
    note(stated, "说明适用条件", by=by, at=at, said=f"{'已成就' if held else '没有成就'}：{said}")
    recompute(targets=Target.objects.filter(pk=stated.pk), on=local_day(at), at=at)
    return stated


def _held(target: Target) -> Target:
    held = Target.objects.select_for_update().get(pk=target.pk)
    if not held.is_in_force:
        raise NotInForce
    return held


def _next_code(target: Target) -> str:
    """TA71-2, TA71-3."""
    stem = target.code.partition("-")[0]
    taken = set(Target.objects.filter(code__startswith=f"{stem}-").values_list("code", flat=True))
    return next(code for code in (f"{stem}-{nth}" for nth in count(2)) if code not in taken)

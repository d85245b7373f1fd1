"""限批、扣减: from a day to a day, or until it is lifted; 移送 and its result."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from guangyue.accountability.declaration import StepKind
from guangyue.accountability.models import Restriction, StepCase, TakenStep, Transfer
from guangyue.accountability.refusals import MovedOnAlready, NoSuspicion
from guangyue.accountability.services.deciding import carry_out
from guangyue.accountability.services.moving import hold, note
from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.matters.models import Matter

KINDS = {
    StepKind.RESTRICTION: Restriction.Kind.APPROVALS,
    StepKind.DEDUCTION: Restriction.Kind.DEDUCTION,
}
OPEN_TO_TRANSFER = (StepCase.State.PROPOSED, StepCase.State.DECIDED, StepCase.State.FINISHED)


@transaction.atomic
def restrict_unit(
    *,
    step: TakenStep,
    since: date,
    until: date,
    effect: str,
    matters: Sequence[Matter] = (),
    by: User,
    at: datetime,
) -> Restriction:
    """生效: the step is carried out, and holds until the last day."""
    case = hold(step.case, StepCase.State.DECIDED)
    if step.of not in KINDS or Restriction.objects.filter(step=step).exists():
        raise MovedOnAlready
    if until < since:
        raise Refused("止期早于起期。", field="until")
    if since < step.decided_on:
        raise Refused("起期早于决定的日期。", field="since")
    if step.of is StepKind.RESTRICTION and not matters:
        raise Refused("请选暂停受理哪些事项。", field="matters")
    restriction = Restriction.objects.create(
        step=step,
        kind=KINDS[step.of],
        unit=case.unit,
        since=since,
        until=until,
        effect=effect.strip(),
        entered_by=by,
        entered_at=at,
    )
    restriction.matters.set(matters)
    carry_out(step=step, on=local_day(at), said=f"{day(since)}至{day(until)}：{effect}", by=by, at=at)
    return restriction


@transaction.atomic
def lift_unit_restriction(*, restriction: Restriction, why: str, by: User, at: datetime) -> Restriction:
    """提前解除: from this day on it no longer holds."""
    rows = Restriction.objects.select_for_update(of=("self",)).select_related("step__case")
    held = rows.get(pk=restriction.pk)
    on = local_day(at)
    if held.lifted_on is not None or held.until < on:
        raise MovedOnAlready
    held.lifted_on, held.lifted_why, held.lifted_by = on, why.strip(), by
    held.save(update_fields=["lifted_on", "lifted_why", "lifted_by"])
    note(held.step.case, f"解除{held.step.title}", why, by=by, at=at)
    return held


@transaction.atomic
def transfer_case(
    *, case: StepCase, organ: Transfer.Organ, reason: str, on: date, by: User, at: datetime
) -> Transfer:
    """移送: to the police only where the clause speaks of crime (R10); 问责 is carried out by it."""
    case = hold(case, *OPEN_TO_TRANSFER)
    if organ == Transfer.Organ.POLICE and not case.trigger.suspicion:
        raise NoSuspicion(field="organ")
    if case.transfers.filter(organ=organ).exists():
        raise Refused("已经移送过这个机关。", field="organ")
    if on > local_day(at):
        raise Refused("移送日期还没有到。", field="on")
    kind = StepKind.TRANSFER if organ == Transfer.Organ.POLICE else StepKind.ACCOUNTABILITY
    step = case.steps.of_kind(kind).waiting().first()
    transfer = Transfer.objects.create(
        case=case, step=step, organ=organ, reason=reason.strip(), on=on, by=by, at=at
    )
    note(case, f"移送{transfer.get_organ_display()}", reason, by=by, at=at)
    return transfer


@transaction.atomic
def answer_transfer(*, transfer: Transfer, result: str, on: date, by: User, at: datetime) -> Transfer:
    """反馈: their result comes back into the case."""
    rows = Transfer.objects.select_for_update(of=("self",)).select_related("case", "step__case")
    held = rows.get(pk=transfer.pk)
    if held.answered_on is not None:
        raise MovedOnAlready
    if not held.on <= on <= local_day(at):
        raise Refused("反馈日期应当在移送以后，不晚于今天。", field="on")
    held.result, held.answered_on, held.answered_by = result.strip(), on, by
    held.save(update_fields=["result", "answered_on", "answered_by"])
    note(held.case, f"{held.get_organ_display()}反馈", result, by=by, at=at)
    if held.step is not None and held.step.carried_on is None:
        carry_out(step=held.step, on=on, said=result, by=by, at=at)
    return held

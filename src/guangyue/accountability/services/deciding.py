"""陈述, then 决定 or 不采取, then 办结: the party is heard first, and a person decides."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accountability.declaration import Exemption
from guangyue.accountability.declared import customs
from guangyue.accountability.models import Restriction, Statement, StepCase, TakenStep
from guangyue.accountability.refusals import NotAllCarriedOut, NotHeard, ProposedByYou
from guangyue.accountability.services.moving import hold, note
from guangyue.accountability.services.proposing import close_as_exempt, taken_before
from guangyue.accountability.stepping import check_steps
from guangyue.accounts.models import User
from guangyue.files.services import keep_file
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day

State = StepCase.State


@transaction.atomic
def record_statement(
    *, case: StepCase, said: str, file: "UploadedFile[Any] | None" = None, by: User, at: datetime
) -> Statement:
    """陈述: as long as nobody has decided; more than once if there is more to say."""
    case = hold(case, State.PROPOSED)
    kept = keep_file(upload=file, by=by, at=at) if file else None
    statement = Statement.objects.create(case=case, said=said.strip(), file=kept, by=by, at=at)
    note(case, "陈述", said, by=by, at=at)
    return statement


@transaction.atomic
def decide_steps(
    *,
    case: StepCase,
    steps: Sequence[str],
    reason: str = "",
    unheard: str = "",
    grave: bool = False,
    by: User,
    at: datetime,
) -> StepCase:
    """决定: the steps proposed or others that the clause lists, each a row to be carried out."""
    case = hold(case, State.PROPOSED)
    if case.proposed_by_id == by.pk:
        raise ProposedByYou
    trigger = case.trigger
    taken = taken_before(trigger, case.unit, case.party)
    chosen = check_steps(trigger, steps, taken=taken, grave=grave, reason=reason or case.ground)
    heard = case.statements.exists()
    if any(step.kind.is_heard for step in chosen) and not heard:
        _check_unheard(case, unheard, at=at)
    case.state, case.grave = State.DECIDED, grave
    case.reason, case.unheard = reason.strip(), "" if heard else unheard
    case.decided_by, case.decided_at = by, at
    case.save()
    TakenStep.objects.bulk_create(
        TakenStep(case=case, title=step.title, kind=step.kind.name, decided_on=local_day(at))
        for step in chosen
    )
    note(case, "决定", "、".join(step.title for step in chosen), by=by, at=at)
    return case


@transaction.atomic
def refuse_steps(*, case: StepCase, reason: str, by: User, at: datetime) -> StepCase:
    """不采取, for a reason that is kept (R5)."""
    case = hold(case, State.PROPOSED)
    if case.proposed_by_id == by.pk:
        raise ProposedByYou
    case.state, case.reason = State.REFUSED, reason.strip()
    case.decided_by, case.decided_at, case.closed_at = by, at, at
    case.save()
    note(case, "不采取", reason, by=by, at=at)
    return case


@transaction.atomic
def exempt_case(*, case: StepCase, exemption: str, by: User, at: datetime) -> StepCase:
    """免责, found by whoever decides: of the trigger's own list, or of what the city tolerates (R11)."""
    case = hold(case, State.PROPOSED)
    listed = {one.key: one for one in exemptions_of(case)}
    if exemption not in listed:
        raise Refused("条款没有列出这种免责情形。", field="exemption")
    return close_as_exempt(case, listed[exemption], by=by, at=at)


@transaction.atomic
def carry_out(*, step: TakenStep, on: date, said: str, by: User | None, at: datetime) -> TakenStep:
    """落实 of a step that leaves no paper of its own here."""
    hold(step.case, State.DECIDED)
    if step.carried_on is not None:
        raise Refused("这项措施已经登记落实。")
    if on > local_day(at):
        raise Refused("落实日期还没有到。", field="on")
    step.carried_on, step.carried_said, step.carried_by = on, said.strip(), by
    step.save(update_fields=["carried_on", "carried_said", "carried_by"])
    note(step.case, f"落实{step.title}", said, by=by, at=at)
    return step


@transaction.atomic
def finish_case(*, case: StepCase, result: str, by: User, at: datetime) -> StepCase:
    """办结: every step carried out, every restriction over, every transfer answered."""
    case = hold(case, State.DECIDED)
    if outstanding(case, on=local_day(at)):
        raise NotAllCarriedOut
    case.state, case.result, case.closed_at = State.FINISHED, result.strip(), at
    case.save(update_fields=["state", "result", "closed_at"])
    note(case, "办结", result, by=by, at=at)
    return case


def outstanding(case: StepCase, *, on: date) -> list[str]:
    """What the case still waits for, in words."""
    waiting = [f"{step.title}还没有落实" for step in case.steps.waiting()]
    holding = Restriction.objects.on(on).filter(step__case=case)
    waiting += [f"{one.step.title}到{day(one.until)}为止" for one in holding.select_related("step")]
    unanswered = case.transfers.unanswered()
    return [*waiting, *(f"{one.get_organ_display()}还没有反馈结果" for one in unanswered)]


def exemptions_of(case: StepCase) -> tuple[Exemption, ...]:
    return (*case.trigger.exemptions, *customs().tolerances)


def _check_unheard(case: StepCase, unheard: str, *, at: datetime) -> None:
    if unheard not in StepCase.Unheard.values:
        raise NotHeard(field="unheard")
    if unheard == StepCase.Unheard.SILENT and at <= case.state_by:
        raise Refused("陈述期限还没有到。", field="unheard")

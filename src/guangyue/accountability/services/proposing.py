"""提议: from a trigger and the facts that meet it, never otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accountability.declaration import Exemption, Party, Trigger
from guangyue.accountability.declared import customs, triggers
from guangyue.accountability.models import CaseFact, StepCase, TakenStep
from guangyue.accountability.refusals import DecidedAlready, NoTrigger
from guangyue.accountability.services.moving import note
from guangyue.accountability.stepping import check_steps
from guangyue.accounts.models import User
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.limits import Limit
from guangyue.kit.models import HolidayNotice
from guangyue.kit.plain import as_plain
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Tenure


@dataclass(frozen=True)
class Cited:
    """事实 as it is cited: in which source, under which record, what and when."""

    source: str
    record: str
    title: str
    on: date
    detail: str = ""
    link: str = ""


@transaction.atomic
def propose_steps(
    *,
    trigger: Trigger,
    unit: Organisation,
    facts: Sequence[Cited],
    steps: Sequence[str],
    ground: str = "",
    grave: bool = False,
    party: str = "",
    exemption: Exemption | None = None,
    by: User,
    at: datetime,
) -> StepCase:
    """A fact that the document exempts closes the proposal at once, with the reason (R11)."""
    if trigger.key not in triggers():
        raise NoTrigger
    _check_facts(trigger, facts, at=at)
    if trigger.party is Party.OTHER and not party.strip():
        raise Refused("这个情形追究企业、团队或者个人，请写明是谁。", field="party")
    if exemption is None:
        check_steps(trigger, steps, taken=taken_before(trigger, unit, party), grave=grave, reason=ground)
    on = local_day(at)
    case = StepCase.objects.create(
        trigger_key=trigger.key,
        cites=trigger.cites,
        terms=as_plain(trigger),
        unit=unit,
        head=head_of(unit, on) if trigger.party is Party.HEAD else None,
        party=party.strip(),
        grave=grave,
        proposed_steps=list(steps),
        ground=ground.strip(),
        proposed_by=by,
        proposed_at=at,
        state_by=_due(customs().heard_within, at),
        due=_due(customs().decided_within, at),
    )
    CaseFact.objects.bulk_create(_rows(case, facts))
    note(case, "提议", "、".join(steps), by=by, at=at)
    return close_as_exempt(case, exemption, by=None, at=at) if exemption else case


def close_as_exempt(case: StepCase, exemption: Exemption, *, by: User | None, at: datetime) -> StepCase:
    """免责, of a case that is held."""
    case.state, case.reason = StepCase.State.EXEMPT, f"免责：{exemption.title}（{exemption.cites}）"
    case.decided_by, case.decided_at, case.closed_at = by, at, at
    case.save()
    note(case, "免责", case.reason, by=by, at=at)
    return case


def head_of(unit: Organisation, on: date) -> Tenure | None:
    """主要负责人 of a unit on a day, as the register of tenures knows (R4)."""
    heads = Tenure.objects.on(on).filter(post__organisation=unit, post__chief=True)
    return heads.latest_first().first()


def taken_before(trigger: Trigger, unit: Organisation, party: str = "") -> set[str]:
    """What was decided already against the same party under the same trigger."""
    before = TakenStep.objects.filter(
        case__trigger_key=trigger.key, case__unit=unit, case__party=party.strip()
    )
    return set(before.values_list("title", flat=True))


def _check_facts(trigger: Trigger, facts: Sequence[Cited], *, at: datetime) -> None:
    if not facts:
        raise Refused("没有事实，不能提议。", field="facts")
    for fact in facts:
        if fact.on > local_day(at):
            raise Refused("事实的日期还没有到。", field="on")
        known = CaseFact.objects.filter(trigger_key=trigger.key, source=fact.source, record=fact.record)
        if known.exists():
            raise DecidedAlready(fact.title, trigger.key)


def _rows(case: StepCase, facts: Sequence[Cited]) -> list[CaseFact]:
    return [
        CaseFact(
            case=case,
            trigger_key=case.trigger_key,
            source=fact.source,
            record=fact.record,
            title=fact.title,
            on=fact.on,
            detail=fact.detail,
            link=fact.link,
        )
        for fact in facts
    ]


def _due(limit: Limit, at: datetime) -> datetime:
    return Clock(limit, at).due(HolidayNotice.objects.calendar(), at=at).moment

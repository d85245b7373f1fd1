"""评判 by a person: what words leave open, with a reason; and what was only striven for."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.models import Split, Target, Verdict
from guangyue.indicators.refusals import NothingToJudge
from guangyue.indicators.services.setting import note
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

SAID_BY_PEOPLE = (Result.MET, Result.MISSED)


@transaction.atomic
def judge_target(
    *,
    target: Target,
    result: Result,
    reason: str,
    by: User,
    at: datetime,
    organisation: Organisation | None = None,
) -> Verdict:
    """达标 or 未达标, said by a person; what was computed before stays below it."""
    if result not in SAID_BY_PEOPLE:
        raise Refused("只能评判为达标或者未达标。", field="result")
    if not reason.strip():
        raise Refused("请写明评判的理由。", field="reason")
    held: Target | Split = Target.objects.select_for_update().get(pk=target.pk)
    if organisation is not None:
        held = Split.objects.select_for_update().get(target=target, organisation=organisation)
    last = held.verdict
    if last is None or not last.waits_for_a_person:
        raise NothingToJudge
    verdict = Verdict.objects.create(
        target=target,
        organisation=organisation,
        due_on=last.due_on,
        as_of=last.as_of,
        result=result.name,
        actual=last.actual,
        rate=last.rate,
        aspirational=last.aspirational,
        exceeded=last.exceeded,
        reason=reason.strip(),
        by=by,
        at=at,
    )
    held.verdict = verdict
    held.save(update_fields=["verdict"])
    whose = f"（{organisation}）" if organisation else ""
    note(target, f"评判{whose}：{result.value}", by=by, at=at, said=verdict.reason)
    return verdict

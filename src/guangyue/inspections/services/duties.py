"""责任认定: what is put together of an affair, and what somebody decides on it by the lists of 三（二）."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.inspections.liability import Conduct, Exemption, Judged, Liability, Neglect, judge_conduct
from guangyue.inspections.models import Batch, DutyRecord
from guangyue.inspections.refusals import WrongStep
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@transaction.atomic
def note_duty(
    *,
    organisation: Organisation,
    facts: str,
    conduct: Conduct,
    at: datetime,
    batch: Batch | None = None,
    officer: User | None = None,
) -> DutyRecord:
    """提出: what may be held against, or speaks for, an office or an official."""
    return DutyRecord.objects.create(
        organisation=organisation,
        officer=officer,
        batch=batch,
        facts=facts,
        exemptions=sorted(one.name for one in conduct.exemptions),
        neglects=sorted(one.name for one in conduct.neglects),
        bad_result=conduct.bad_result,
        noted_at=at,
    )


@transaction.atomic
def decide_duty(
    *,
    duty: DutyRecord,
    exemptions: Collection[Exemption],
    neglects: Collection[Neglect],
    bad_result: bool,
    said: str,
    by: User,
    at: datetime,
) -> DutyRecord:
    """认定: the lists say what follows from the grounds; which grounds hold is for a person to say, and not
    for whom it is about."""
    held = DutyRecord.objects.select_for_update().get(pk=duty.pk)
    if held.decided_by_id:
        raise WrongStep
    if held.officer_id == by.pk:
        raise Refused("不能认定自己的责任。")
    judged = judge_conduct(Conduct(frozenset(exemptions), frozenset(neglects), bad_result))
    held.exemptions = sorted(one.name for one in exemptions)
    held.neglects = sorted(one.name for one in neglects)
    held.bad_result, held.said = bad_result, said
    held.liability, held.decided_by, held.decided_at = judged.liability.name, by, at
    held.save()
    return held


def judged_by_the_lists(duty: DutyRecord) -> Judged:
    """What the lists say of the grounds as they were put together."""
    return judge_conduct(conduct_of(duty))


def conduct_of(duty: DutyRecord) -> Conduct:
    return Conduct(
        frozenset(Exemption[name] for name in duty.exemptions),
        frozenset(Neglect[name] for name in duty.neglects),
        duty.bad_result,
    )


def says(liability: str) -> str:
    return Liability[liability].value if liability else "待认定"

"""检查结果: entered item by item, corrected by new rows; a problem is followed up, a crime transferred."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.inspections.deadlines import FOLLOWED_UP_WITHIN, TRANSFERRED_WITHIN
from guangyue.inspections.kinds import Result
from guangyue.inspections.models import Finding, FollowUp, Item, Transfer, Visit
from guangyue.inspections.refusals import NotOfTheTeam, WrongStep
from guangyue.inspections.services.handing import hand_over
from guangyue.inspections.services.publishing import publish_again
from guangyue.inspections.services.visits import hold_visit, member_of, settle_visit
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

GOOD, BAD, NOT_ASKED = "合格", "不合格", "不适用"
ANSWERS = (GOOD, BAD, NOT_ASKED)


@transaction.atomic
def enter_finding(
    *,
    visit: Visit,
    item: Item | None,
    answers: Mapping[str, str],
    result: Result,
    said: str,
    by: User,
    at: datetime,
    responsible: Organisation | None = None,
) -> Finding:
    """录入: by the department whose item it is; `responsible` is who follows up, else that department."""
    visit = hold_visit(visit, Visit.State.UNDERWAY, Visit.State.DONE)
    inspector = member_of(visit, by)
    if item is not None:
        _check_item(visit, item, inspector.organisation)
    if visit.findings.filter(item=item).exists():
        raise Refused("这一项已经录入，有误的请更正。")
    finding = _write(
        visit=visit,
        item=item,
        organisation=inspector.organisation,
        answers=answers,
        result=result,
        said=said,
        by=by,
        at=at,
    )
    _see_to(finding, responsible or inspector.organisation, at=at)
    settle_visit(visit, by=by, at=at)
    return finding


@transaction.atomic
def correct_finding(
    *,
    finding: Finding,
    answers: Mapping[str, str],
    result: Result,
    said: str,
    reason: str,
    by: User,
    at: datetime,
) -> Finding:
    """更正: the old one stays to be read; where it was public, what replaces it is too."""
    finding = (
        Finding.objects.select_for_update(of=("self",))
        .select_related("visit", "organisation")
        .get(pk=finding.pk)
    )
    if Finding.objects.filter(corrects=finding).exists():
        raise WrongStep
    if not reason.strip():
        raise Refused("要写明更正的理由。", field="reason")
    member_of(finding.visit, by)
    corrected = _write(
        visit=finding.visit,
        item=finding.item,
        organisation=finding.organisation,
        answers=answers,
        result=result,
        said=said,
        by=by,
        at=at,
        corrects=finding,
        reason=reason.strip(),
    )
    _see_to(corrected, finding.organisation, at=at)
    if finding.visit.entered_at:
        hand_over(visit=finding.visit, by=by, at=at)
    publish_again(visit=finding.visit, by=by, at=at)
    return corrected


@transaction.atomic
def finish_follow_up(*, follow_up: FollowUp, said: str, by: User, at: datetime) -> FollowUp:
    held = FollowUp.objects.select_for_update().get(pk=follow_up.pk)
    if held.done_at is not None:
        raise WrongStep
    held.done_at, held.said, held.by = at, said, by
    held.save()
    return held


@transaction.atomic
def note_transfer(*, transfer: Transfer, authority: str, receipt: str, by: User, at: datetime) -> Transfer:
    """移送: to whom, and under which receipt."""
    held = Transfer.objects.select_for_update().get(pk=transfer.pk)
    if held.transferred_at is not None:
        raise WrongStep
    held.authority, held.receipt, held.by, held.transferred_at = authority, receipt, by, at
    held.save()
    return held


def _check_item(visit: Visit, item: Item, organisation: Organisation) -> None:
    if not visit.items.filter(pk=item.pk).exists():
        raise Refused("这个事项不在这次检查里。", field="item")
    if item.organisation_id != organisation.pk:
        raise NotOfTheTeam(f"“{item.name}”由{item.organisation}的检查人员录入。")


def _write(
    *, item: Item | None, answers: Mapping[str, str], result: Result, said: str, **of: object
) -> Finding:
    procedure = item.procedure if item else None
    if procedure and (set(answers) != set(procedure.points) or not set(answers.values()) <= set(ANSWERS)):
        raise Refused("细则的检查项目要逐项填写。", field="answers")
    if result is Result.CLEAN and BAD in answers.values():
        raise Refused("有不合格的项目，结果不能是“未发现问题”。", field="result")
    if result.needs_follow_up and not said.strip():
        raise Refused("要写明情况。", field="said")
    return Finding.objects.create(
        item=item,
        procedure=procedure,
        answers=dict(answers),
        result=result.name,
        said=said.strip(),
        **of,
    )


def _see_to(finding: Finding, responsible: Organisation, *, at: datetime) -> None:
    """R15: whatever is not clean has somebody who sees to it."""
    if finding.of_result.needs_follow_up:
        due = local_day(at) + timedelta(days=FOLLOWED_UP_WITHIN.amount)
        FollowUp.objects.create(finding=finding, organisation=responsible, due=due)
    if finding.of_result is Result.CRIME:
        calendar = HolidayNotice.objects.calendar()
        Transfer.objects.create(
            finding=finding, due=Clock(TRANSFERRED_WITHIN, at).due(calendar, at=at).moment
        )

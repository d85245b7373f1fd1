"""核准和审批: two signatures, in the posts of the plan, by two who did not draft; of a hint the first."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.commanding import may_check, may_sign, post_of
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Sheet
from guangyue.alerts.services.drafting import hold, note
from guangyue.alerts.services.telling import tell_signers
from guangyue.alerts.sheet_faults import faults_of_sheet
from guangyue.alerts.warning_refusals import NotReady, NotYourPost, SameHand
from guangyue.kit.refusals import Refused


@transaction.atomic
def submit_sheet(*, sheet: Sheet, by: User, at: datetime) -> Sheet:
    """送核准: the director of the office is told that it waits."""
    sheet = hold(sheet, Sheet.State.DRAFT)
    _refuse_unready(sheet, at=at)
    sheet.state = Sheet.State.SUBMITTED
    sheet.save(update_fields=["state"])
    tell_signers(sheet, response_plan().checker, at=at)
    return note(sheet, by=by, at=at)


@transaction.atomic
def check_sheet(*, sheet: Sheet, by: User, at: datetime, remark: str = "") -> Sheet:
    """核准 by the director of the office. What needs no approval can be sent then."""
    sheet = hold(sheet, Sheet.State.SUBMITTED)
    post = post_of(by, at=at)
    if not may_check(post):
        raise NotYourPost(f"要由{response_plan().checker}核准。")
    if by == sheet.drafted_by:
        raise SameHand
    _refuse_unready(sheet, at=at)
    sheet.state = Sheet.State.CHECKED if sheet.needs_approval else Sheet.State.APPROVED
    sheet.checked_by, sheet.checked_post, sheet.checked_at = by, post, at
    sheet.save()
    if sheet.needs_approval:
        tell_signers(sheet, sheet.level.approver, at=at)
    return note(sheet, by=by, at=at, post=post, remark=remark)


@transaction.atomic
def approve_sheet(*, sheet: Sheet, by: User, at: datetime, remark: str = "") -> Sheet:
    """审批 by whoever the plan names for the level, or by one who stands above him."""
    sheet = hold(sheet, Sheet.State.CHECKED)
    post = post_of(by, at=at)
    if not may_sign(post, sheet.level):
        raise NotYourPost(f"{sheet.level.title}要由{sheet.level.approver}审批。")
    if by in (sheet.drafted_by, sheet.checked_by):
        raise SameHand
    _refuse_unready(sheet, at=at)
    sheet.state = Sheet.State.APPROVED
    sheet.approved_by, sheet.approved_post, sheet.approved_at = by, post, at
    sheet.save()
    return note(sheet, by=by, at=at, post=post, remark=remark)


@transaction.atomic
def return_sheet(*, sheet: Sheet, reason: str, by: User, at: datetime) -> Sheet:
    """退回: by whoever might have signed; what was signed before is void."""
    sheet = hold(sheet, Sheet.State.SUBMITTED, Sheet.State.CHECKED, Sheet.State.APPROVED)
    post = post_of(by, at=at)
    if not may_check(post):
        raise NotYourPost(f"要由{response_plan().checker}或者以上的领导退回。")
    if not reason.strip():
        raise Refused("要写明退回的理由。", field="reason")
    sheet.state = Sheet.State.RETURNED
    sheet.checked_by = sheet.approved_by = None
    sheet.checked_post = sheet.approved_post = ""
    sheet.checked_at = sheet.approved_at = None
    sheet.save()
    return note(sheet, by=by, at=at, post=post, remark=reason)


def _refuse_unready(sheet: Sheet, *, at: datetime) -> None:
    if faults := [*faults_of_sheet(sheet, at=at)]:
        raise NotReady(faults)

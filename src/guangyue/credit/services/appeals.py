"""异议 and 修复: asked by the subject itself, decided by somebody who had no hand in the record."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.appealing import AppealKind, repairable_from
from guangyue.credit.models import Appeal, AppealFile, CreditRecord
from guangyue.credit.refusals import (
    AppealedAlready,
    DecidedAlready,
    NotThisWay,
    NotYourself,
    TooEarlyToRepair,
)
from guangyue.credit.services.moving import hold, move_record
from guangyue.credit.services.points import review_points
from guangyue.credit.states import State
from guangyue.files.models import File
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.notifications.services import notify


def raise_appeal(
    *, record: CreditRecord, kind: AppealKind, reason: str, files: Iterable[File] = (), by: User, at: datetime
) -> Appeal:
    """提出: the record shows 异议中 from now on, and no new measure starts with it."""
    try:
        return _raise(record, kind, reason, files, by=by, at=at)
    except IntegrityError as crossed:
        raise AppealedAlready from crossed


@transaction.atomic
def _raise(
    record: CreditRecord, kind: AppealKind, reason: str, files: Iterable[File], *, by: User, at: datetime
) -> Appeal:
    record = hold(record)
    if record.state != State.VALID.name:
        raise AppealedAlready if record.state == State.OBJECTED.name else NotThisWay
    kept = list(files)
    if kind is AppealKind.REPAIR:
        _check_repair(record, kept, at=at)
    appeal = Appeal.objects.create(
        number=next_number("XS", "credit_appeal_number", at=at),
        record=record,
        kind=kind.name,
        reason=reason,
        by=by,
        at=at,
    )
    AppealFile.objects.bulk_create(AppealFile(appeal=appeal, file=file) for file in kept)
    if kind is AppealKind.OBJECTION:
        move_record(record=record, to=State.OBJECTED, said=f"异议 {appeal.number}", by=by, at=at)
    return appeal


@transaction.atomic
def decide_appeal(*, appeal: Appeal, upheld: bool, said: str, by: User, at: datetime) -> Appeal:
    """裁定: an objection upheld revokes, a repair granted takes it out of sight; it stays on file."""
    appeal = Appeal.objects.select_for_update().select_related("by").get(pk=appeal.pk)
    record = hold(appeal.record)
    if appeal.decided_at:
        raise DecidedAlready
    if by.pk in (record.filed_by_id, appeal.by_id):
        raise NotYourself
    appeal.upheld, appeal.said, appeal.decided_by, appeal.decided_at = upheld, said, by, at
    appeal.save()
    if (to := _leads_to(AppealKind[appeal.kind], upheld=upheld)) is not None:
        move_record(record=record, to=to, said=f"{appeal.get_kind_display()} {appeal.number}", by=by, at=at)
        review_points(record=record, at=at)
    notify(
        to=appeal.by,
        title=f"{appeal.get_kind_display()} {appeal.number} 已经答复",
        body=said,
        link=reverse("credit:own"),
        key=f"credit.appeal-{appeal.pk}",
        at=at,
    )
    return appeal


@transaction.atomic
def revoke_record(*, record: CreditRecord, said: str, by: User, at: datetime) -> CreditRecord:
    """撤销, as when the decision it rests on was overturned: points, measures and proposals go with it."""
    record = move_record(record=hold(record), to=State.REVOKED, said=said, by=by, at=at)
    review_points(record=record, at=at)
    return record


def _leads_to(kind: AppealKind, *, upheld: bool) -> State | None:
    if kind is AppealKind.OBJECTION:
        return State.REVOKED if upheld else State.VALID
    return State.REPAIRED if upheld else None


def _check_repair(record: CreditRecord, files: list[File], *, at: datetime) -> None:
    if not files:
        raise Refused("请附上已经纠正的证明。", field="evidence")
    first = repairable_from(record.document_on, months=record.category.declaration.repair_after_months)
    if local_day(at) < first:
        raise TooEarlyToRepair(f"这条记录从 {first:%Y 年 %-m 月 %-d 日}起可以申请修复。")

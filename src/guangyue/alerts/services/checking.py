"""现场督导: what officials see on the spot; what was not done goes to those who call to account."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import Order, OrderCheck
from guangyue.files.services import keep_file
from guangyue.kit.refusals import Refused


class HandedOver(Refused):
    sentence = "这条线索已经反馈问责组。"


class NothingToHandOver(Refused):
    sentence = "措施已经落实，没有要反馈的。"


class OnlyExercised(Refused):
    sentence = "演练中的检查不反馈问责组。"


@transaction.atomic
def check_order(
    *,
    order: Order,
    finding: OrderCheck.Finding,
    said: str,
    photo: "UploadedFile[Any] | None",
    checked_at: datetime,
    by: User,
    at: datetime,
) -> OrderCheck:
    """检查: rows are only added; a later visit is another one."""
    if checked_at > at:
        raise Refused("检查时间不能晚于现在。", field="checked_at")
    if checked_at < order.starts_at.replace(second=0, microsecond=0):  # people write minutes
        raise Refused("检查时间早于开始执行的时间。", field="checked_at")
    if finding != OrderCheck.Finding.DONE and not said.strip():
        raise Refused("没有完全落实的，要写明情况。", field="said")
    return OrderCheck.objects.create(
        order=order,
        finding=finding,
        said=said.strip(),
        photo=keep_file(upload=photo, by=by, at=at, field="photo") if photo else None,
        checked_at=checked_at,
        by=by,
        at=at,
    )


@transaction.atomic
def hand_over_check(*, check: OrderCheck, by: User, at: datetime) -> OrderCheck:
    """反馈问责组 (8.2)."""
    held = OrderCheck.objects.select_for_update(of=("self",)).select_related("order").get(pk=check.pk)
    if not held.is_failure:
        raise NothingToHandOver
    if held.order.exercise:
        raise OnlyExercised
    if held.handed_at is not None:
        raise HandedOver
    held.handed_at, held.handed_by = at, by
    held.save(update_fields=["handed_at", "handed_by"])
    return held

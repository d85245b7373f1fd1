"""减排佐证: the enterprise shows what it did, by a photograph or by what its monitor reads."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import Order, Proof
from guangyue.alerts.reduction.proof import Emitted
from guangyue.files.services import keep_file
from guangyue.kit.refusals import Refused

MOST_PROOFS = 40  # of one order: whoever holds the card can hand them in


class NothingToProve(Refused):
    sentence = "这份指令已经终止，不再收佐证。"


class TooManyProofs(Refused):
    sentence = f"这份指令已经有 {MOST_PROOFS} 份佐证，不再收。"


@transaction.atomic
def show_picture(
    *, order: Order, picture: "UploadedFile[Any]", said: str, by: User | None, at: datetime
) -> Proof:
    """照片: taken when the picture says it was, else when it comes in."""
    held = _hold(order)
    file = keep_file(upload=picture, by=by, at=at, field="picture")
    if not file.is_picture:
        raise Refused("请上传照片（JPEG、PNG、WebP）。", field="picture")
    taken = file.taken_at if file.taken_at and file.taken_at <= at else at
    return Proof.objects.create(order=held, file=file, measured_at=taken, said=said.strip(), by=by, at=at)


@transaction.atomic
def show_reading(
    *,
    order: Order,
    emitted: Emitted,
    concentration: Decimal,
    measured_at: datetime,
    said: str,
    by: User | None,
    at: datetime,
) -> Proof:
    """CEMS 读数."""
    held = _hold(order)
    if measured_at > at:
        raise Refused("测量时间不能晚于现在。", field="measured_at")
    return Proof.objects.create(
        order=held,
        emitted=emitted.name,
        concentration=concentration,
        measured_at=measured_at,
        said=said.strip(),
        by=by,
        at=at,
    )


def _hold(order: Order) -> Order:
    held = Order.objects.select_for_update(no_key=True).get(pk=order.pk)
    if not held.is_open:
        raise NothingToProve
    if held.proofs.count() >= MOST_PROOFS:
        raise TooManyProofs
    return held

"""出件: handing the result over, by what way and on what proof, and moving the case to its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Arrow, Phase
from guangyue.cases.models import Case, Delivered, Move
from guangyue.cases.refusals import MovedOnAlready
from guangyue.cases.services.moving import hold, move_held
from guangyue.kit.refusals import Refused


class SlipIncomplete(Refused):
    """What the slip lacks, at its field."""


@dataclass(frozen=True)
class Slip:
    """送达回证: what is written down when the result is handed over."""

    to: str = ""
    proof: str = ""
    carrier: str = ""
    tracking: str = ""
    address: str = ""
    said: str = ""


NOTHING_WRITTEN = Slip()


# What each way asks for, and what is said when it is missing.
WAYS: Mapping[str, Mapping[str, str]] = {
    Case.Delivery.PICK_UP: {"to": "请填写签收人。", "proof": "请选择核对了哪一种证件。"},
    Case.Delivery.POST: {
        "carrier": "请填写承运人。",
        "tracking": "请填写邮件号。",
        "address": "请填写寄往的地址。",
    },
}


def delivering_arrow(case: Case, actor: Actor = Actor.CLERK) -> Arrow | None:
    """The move by which a decided case ends, where it is that actor's turn."""
    if case.stands_in is not Phase.DECIDED:
        return None
    flow = case.flow.declared
    ends = (arrow for arrow in flow.arrows_from(case.step) if flow.hands_over(arrow))
    return next((arrow for arrow in ends if arrow.by is actor), None)


@transaction.atomic
def deliver_case(
    *, case: Case, how: str, slip: Slip = NOTHING_WRITTEN, by: User, at: datetime, since: str = ""
) -> Delivered:
    """出件 at the window: picked up against a proof of who it is, or posted under a number."""
    case = hold(case)
    arrow = delivering_arrow(case)
    if arrow is None:
        raise MovedOnAlready
    if how not in WAYS:
        raise SlipIncomplete("电子文书由系统送达；在窗口请选择自取或者邮寄。", field="how")
    for name, sentence in WAYS[how].items():
        if not getattr(slip, name).strip():
            raise SlipIncomplete(sentence, field=name)
    picked_up = how == Case.Delivery.PICK_UP
    delivered = Delivered.objects.create(
        case=case,
        how=how,
        to=slip.to.strip() or case.applicant_name,
        proof=slip.proof if picked_up else "",
        carrier="" if picked_up else slip.carrier.strip(),
        tracking="" if picked_up else slip.tracking.strip(),
        address="" if picked_up else slip.address.strip(),
        said=slip.said.strip(),
        by=by,
        at=at,
    )
    move_held(case=case, arrow=arrow.key, by=by, actor=Actor.CLERK, at=at, said=slip.said, since=since)
    return delivered


def deliver_online(case: Case, move: Move, at: datetime) -> None:
    """电子送达 follows a decision at once; the results of a bundle go out when the bundle says so."""
    if not case.bundle:
        send_online(case=case, at=at)


def send_online(*, case: Case, at: datetime) -> bool:
    """Where the applicant chose it and has an account to open it in; the case is as it is now."""
    arrow = delivering_arrow(case, Actor.SYSTEM)
    payee = case.person or case.firm
    if arrow is None or case.delivery != Case.Delivery.ELECTRONIC or payee is None or not payee.account_id:
        return False
    Delivered.objects.create(
        case=case, how=Case.Delivery.ELECTRONIC, to=case.applicant_name, said="本人账户", by=None, at=at
    )
    move_held(case=case, arrow=arrow.key, by=None, actor=Actor.SYSTEM, at=at)
    return True

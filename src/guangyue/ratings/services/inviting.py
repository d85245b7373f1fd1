"""邀请评价: made with the last move of a case, sent once, and open for a week."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.flow import Phase
from guangyue.cases.models import Case, Move
from guangyue.jobs.declarations import job
from guangyue.notifications.services import notify
from guangyue.ratings.models import Invite, Rating
from guangyue.ratings.models.rating import OPEN_FOR
from guangyue.ratings.refusals import LinkExpired
from guangyue.ratings.services.rating import Said, rate_case
from guangyue.ratings.ways import Way

FINISHED = (Phase.FINISHED, Phase.NOT_ACCEPTED)
AT_A_TIME = 200


def invite_when_finished(case: Case, move: Move, at: datetime) -> None:
    """After a move, in its transaction."""
    if case.stands_in in FINISHED:
        invite(case=case, at=at)


def invite(*, case: Case, at: datetime) -> None:
    """Once for a case; whoever has an account is told by message, everybody else by what is printed."""
    row = Invite(case=case, made_at=at, expires_at=at + OPEN_FOR, waits=_account(case) is not None)
    Invite.objects.bulk_create([row], ignore_conflicts=True)


@job("ratings.send_invites", title="邀请申请人评价")
def send_invites(*, at: datetime) -> None:
    waiting = Invite.objects.open(at).filter(waits=True).select_for_update(of=("self",), skip_locked=True)
    cases = "case__person__account", "case__firm__account"
    for one in waiting.select_related(*cases).order_by("pk")[:AT_A_TIME]:
        send_invite(one, at=at)
    Invite.objects.filter(waits=True, expires_at__lte=at).update(waits=False)


def send_invite(one: Invite, *, at: datetime) -> None:
    account = _account(one.case)
    if account is not None:
        link = reverse("ratings:by_link", args=[one.token])
        notify(
            to=account,
            title="请您评价这次服务",
            body=f"办件 {one.case.number} 已经办结，七天内可以评价：{settings.GUANGYUE_ADDRESS}{link}",
            link=link,
            key=f"ratings.invite-{one.pk}",
            at=at,
        )
    one.waits = False
    one.save(update_fields=["waits"])


def find_invite(*, token: str, at: datetime) -> Invite:
    rows = Invite.objects.open(at).select_related("case__version", "case__unit")
    found = rows.filter(token=token).first()
    if found is None:
        raise LinkExpired
    return found


@transaction.atomic
def rate_by_invite(*, invite: Invite, said: Said, way: Way, at: datetime) -> list[Rating]:
    """By link, card or device: once, whoever holds it; the two at once are told apart by the row."""
    held = Invite.objects.open(at).select_for_update().filter(pk=invite.pk).first()
    if held is None:
        raise LinkExpired
    return rate_case(case=invite.case, said=said, way=way, by=None, at=at)


def _account(case: Case) -> User | None:
    applicant = case.person or case.firm
    return applicant.account if applicant else None

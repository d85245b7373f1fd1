"""订阅: which systems of departments hear of moves, and what they hear; of applicants nothing."""

import secrets
from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Move, Posting, Subscriber
from guangyue.cases.refusals import UnfitSubscriber
from guangyue.cases.services.posting import post_event
from guangyue.kit.outside import PORTS, Inside, NoSuchHost, places_of, read_address
from guangyue.organisations.models import Organisation

SECRET_BYTES = 32


@transaction.atomic
def subscribe(
    *,
    organisation: Organisation,
    title: str,
    address: str,
    matters: Collection[str],
    phases: Collection[str],
    by: User,
    at: datetime,
) -> Subscriber:
    """登记 a system; its secret is made here, and shown only now."""
    refuse_unfit(address)
    return Subscriber.objects.create(
        organisation=organisation,
        title=title,
        address=address,
        secret=secrets.token_urlsafe(SECRET_BYTES),
        matters=list(matters),
        phases=list(phases),
        made_by=by,
        made_at=at,
    )


def end_subscription(*, subscriber: Subscriber, at: datetime) -> None:
    """停用: it hears of nothing new."""
    Subscriber.objects.live().filter(pk=subscriber.pk).update(ended_at=at)


def refuse_unfit(address: str) -> None:
    parts = read_address(address)
    if parts is None or parts.scheme != "https" or parts.username or parts.password:
        raise UnfitSubscriber("地址须以 https:// 开头，并且完整，不能带用户名和密码。")
    try:
        places_of(
            parts.hostname or "", parts.port or PORTS["https"], allowed=settings.GUANGYUE_PRIVATE_SUBSCRIBERS
        )
    except NoSuchHost:
        raise UnfitSubscriber("找不到这个地址的服务器，请核对。") from None
    except Inside:
        raise UnfitSubscriber("地址指向内部网络，没有列入允许的名单。") from None


def note_event(case: Case, move: Move, at: datetime) -> None:
    """After a move: a message to each system of whoever decides the case, had it or has it now."""
    concerned = {case.unit_id, case.desk_id, move.desk_id}
    for subscriber in Subscriber.objects.live().filter(organisation__in=concerned - {None}):
        if subscriber.wants(case):
            posting = Posting.objects.create(
                subscriber=subscriber, case=case, content=content_of(case, move), made_at=at, due_at=at
            )
            post_event.defer(posting=posting.pk)


def content_of(case: Case, move: Move) -> dict[str, object]:
    """事件: `sequence` grows with each move, since messages may come in another order."""
    return {
        "event": "case.moved",
        "sequence": move.pk,
        "number": case.number,
        "matter": case.declared.code,
        "title": case.title,
        "variant": case.variant,
        "unit": case.unit.key,
        "arrow": move.arrow,
        "since": move.since,
        "step": case.step,
        "phase": case.phase,
        "outcome": case.outcome,
        "due": case.due.isoformat() if case.due else None,
        "at": move.at.isoformat(),
    }

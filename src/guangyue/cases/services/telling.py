"""告知: the applicant hears of each move that somebody else made; an official of what waits for him."""

from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Move
from guangyue.notifications.services import notify


def tell_official(official: User, *, case: Case, title: str, body: str, key: str, at: datetime) -> None:
    """Once for each key; it leads to the case."""
    notify(to=official, title=title, body=body, link=case.get_absolute_url(), key=key, at=at)


def tell_applicant(*, case: Case, move: Move, at: datetime) -> None:
    payee = case.person or case.firm
    if payee is None or payee.account is None or case.bundle:
        return  # of a bundle its applicant hears once, from it
    if move.by_id == payee.account_id:
        return
    notify(
        to=payee.account,
        title=f"办件 {case.number}：{move.title}",
        body="详细情况请登录以后查看。",
        link=reverse("cases:own_case", args=[case.key]),
        key=f"cases.move.{move.pk}",
        at=at,
    )

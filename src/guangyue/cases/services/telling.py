"""告知: the applicant hears of each move that somebody else made."""

from datetime import datetime

from django.urls import reverse

from guangyue.cases.models import Case, Move
from guangyue.notifications.services import notify


def tell_applicant(*, case: Case, move: Move, at: datetime) -> None:
    payee = case.person or case.firm
    if payee is None or payee.account is None or case.bundle:
        return  # of a bundle its applicant hears once, from it
    notify(
        to=payee.account,
        title=f"办件 {case.number}：{move.title}",
        body="详细情况请登录以后查看。",
        link=reverse("cases:own_case", args=[case.key]),
        key=f"cases.move.{move.pk}",
        at=at,
    )

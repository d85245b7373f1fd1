"""征集和提报: proposing a theme, and answering with a decision and its reason."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.bundles.design import Origin
from guangyue.bundles.limits import ANSWERED_WITHIN
from guangyue.bundles.models import Theme, Wish
from guangyue.bundles.refusals import AnsweredAlready, TooManyProposals
from guangyue.kit.clocks import Clock
from guangyue.kit.models import HolidayNotice
from guangyue.notifications.services import notify
from guangyue.organisations.models import Organisation

MOST_WAITING = 2_000  # whoever wants to drown the office in proposals is stopped here
ALIKE = 0.3
MOST_ALIKE = 3


@transaction.atomic
def raise_proposal(
    *,
    title: str,
    text: str,
    name: str = "",
    phone: str = "",
    organisation: Organisation | None = None,
    by: User | None,
    at: datetime,
) -> Wish:
    """From society, or reported by a department."""
    if organisation is None and Wish.objects.waiting().filter(organisation=None).count() >= MOST_WAITING:
        raise TooManyProposals
    origin = Origin.DEPARTMENT if organisation else Origin.SOCIETY
    return Wish.objects.create(
        origin=origin.name,
        title=title,
        text=text,
        name=name,
        phone=phone,
        organisation=organisation,
        by=by,
        raised_at=at,
        due=Clock(ANSWERED_WITHIN, at).due(HolidayNotice.objects.calendar(), at=at).moment,
    )


@transaction.atomic
def answer_proposal(
    *, proposal: Wish, decision: str, reason: str, theme: Theme | None = None, by: User, at: datetime
) -> Wish:
    """列入 or 不列入, and why."""
    proposal = Wish.objects.select_for_update(of=("self",)).select_related("by").get(pk=proposal.pk)
    if proposal.answered_at:
        raise AnsweredAlready
    proposal.decision, proposal.reason, proposal.theme = Wish.Decision(decision), reason, theme
    proposal.answered_by, proposal.answered_at = by, at
    proposal.save()
    if proposal.by:
        notify(
            to=proposal.by,
            title=f"您建议的“{proposal.title}”有答复了",
            body=proposal.get_decision_display(),
            link=reverse("bundles:proposal", args=[proposal.code]),
            key=f"bundles.wish.{proposal.pk}",
            at=at,
        )
    return proposal


def similar_themes(title: str, themes: Iterable[Theme]) -> list[Theme]:
    """相近的主题: those that share letters side by side with a title."""
    wanted = _pairs(title)
    alike = [(len(wanted & _pairs(one.title)) / (len(wanted) or 1), one) for one in themes]
    alike.sort(key=lambda pair: -pair[0])
    return [theme for share, theme in alike if share >= ALIKE][:MOST_ALIKE]


def _pairs(words: str) -> set[str]:
    return {words[place : place + 2] for place in range(len(words) - 1)}

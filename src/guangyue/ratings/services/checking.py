"""差评核查: opened with the bad rating, called back by somebody else, and settled as true or untrue."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.clocks import Clock
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.notifications.services import notify
from guangyue.ratings.handling import CALLED_WITHIN
from guangyue.ratings.models import Check, Rating
from guangyue.ratings.refusals import AboutYourself, DoneAlready


def open_check(*, rating: Rating, unit: int, at: datetime) -> Check:
    due = Clock(CALLED_WITHIN, at).due(HolidayNotice.objects.calendar(), at=at).moment
    return Check.objects.create(rating=rating, unit_id=unit, opened_at=at, due=due)


def end_as_changed(*, ratings: Collection[int], at: datetime) -> None:
    """改评: what was taken back need not be checked."""
    open_ones = Check.objects.open().filter(rating__in=ratings)
    open_ones.update(finding=Check.Finding.CHANGED, closed_at=at)


@transaction.atomic
def note_call(*, check: Check, by: User, at: datetime) -> Check:
    """回访: somebody has talked with the person."""
    check = _hold(check, by)
    check.called_at = at
    check.save(update_fields=["called_at"])
    return check


@transaction.atomic
def finish_check(
    *, check: Check, true: bool, said: str, correction: str, reply: str, by: User, at: datetime
) -> Check:
    """属实 is put right and answered; 不属实 stays to be seen, marked, and no longer counts."""
    check = _hold(check, by)
    rating = check.rating
    if true and not correction:
        raise Refused("属实的要写明怎样整改。", field="correction")
    if not rating.anonymous and not reply:
        raise Refused("实名的评价要回复本人。", field="reply")
    check.finding = Check.Finding.TRUE if true else Check.Finding.UNTRUE
    check.said, check.correction, check.reply = said, correction, reply
    check.closed_by, check.closed_at = by, at
    check.save()
    if not true:
        rating.state, rating.state_reason, rating.state_by = Rating.State.UNTRUE, said, by
        rating.save(update_fields=["state", "state_reason", "state_by"])
    _tell(check, at=at)
    return check


def _hold(check: Check, by: User) -> Check:
    rows = Check.objects.select_related("rating__case__person__account", "rating__case__firm__account")
    held = rows.select_for_update(of=("self",)).get(pk=check.pk)
    if not Check.objects.apart_from(by).filter(pk=held.pk).exists():
        raise AboutYourself
    if held.finding:
        raise DoneAlready
    return held


def _tell(check: Check, *, at: datetime) -> None:
    """Nobody is told of a rating that was given without a name."""
    case, to = check.rating.case, check.rating.by
    if case is None or to is None or check.rating.anonymous or not check.reply:
        return
    notify(
        to=to,
        title="您的评价已经核查",
        body=check.reply,
        link=reverse("ratings:rate", args=[case.key]),
        key=f"ratings.check-{check.pk}",
        at=at,
    )

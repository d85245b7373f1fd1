"""推送: a match that can be applied for is told to whom it concerns, and again shortly before the close."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from guangyue.accounts.models import User
from guangyue.entitlements.models import Answer, Match, Push, Silence
from guangyue.entitlements.models.matches import MatchQuerySet
from guangyue.entitlements.wording import body, title_closing, title_new
from guangyue.notifications.services import notify
from guangyue.registries.models import Fact
from guangyue.rules.prospects import stage
from guangyue.systems.offered import Offered, offered


def push(*, persons: range, firms: range, on: date, at: datetime) -> int:
    """Those of these payees who have an account; how many were told something new."""
    policies = {one.code: one for one in offered() if not one.offer.relief}
    told = 0
    for match in _to_tell(persons, firms).filter(code__in=policies):
        for key, title in _occasions(match, policies[match.code], on):
            told += _tell(match, _account(match), key, title, at=at)
    return told


@transaction.atomic
def choose_silence(*, silent: bool, by: User, at: datetime) -> None:
    """免打扰: of policies only; other notifications still come."""
    if silent:
        Silence.objects.get_or_create(user=by, defaults={"at": at})
    else:
        Silence.objects.filter(user=by).delete()


def silenced() -> Exists:
    """Whether “不是我” still holds: for this version, and while nothing new is known of the payee."""
    later = Fact.objects.filter(recorded_at__gt=OuterRef("at"))
    news = later.filter(
        Q(person=OuterRef("match__person"), person__isnull=False)
        | Q(firm=OuterRef("match__firm"), firm__isnull=False)
    )
    return Exists(
        Answer.objects.filter(
            match=OuterRef("pk"), what=Answer.What.NOT_MINE, fingerprint=OuterRef("fingerprint")
        ).filter(~Exists(news))
    )


def _to_tell(persons: range, firms: range) -> MatchQuerySet:
    theirs = Q(person__gte=persons.start, person__lt=persons.stop, person__account__isnull=False) | Q(
        firm__gte=firms.start, firm__lt=firms.stop, firm__account__isnull=False
    )
    silent = Silence.objects.values("user")
    rows = Match.objects.unclaimed().filter(theirs, ~silenced())
    return (
        rows.exclude(person__account__in=silent)
        .exclude(firm__account__in=silent)
        .select_related("person__account", "firm__account")
    )


def _occasions(match: Match, policy: Offered, on: date) -> Iterator[tuple[str, str]]:
    """New, or new again in another version for who said it was not theirs; and each reminder once."""
    again = match.answers.filter(what=Answer.What.NOT_MINE).exists()
    yield f"entitlement.{match.pk}.{match.fingerprint if again else 'new'}", title_new(policy)
    due = stage(match.until, on=on)
    if due is not None and match.until is not None:
        left = (match.until - on).days
        yield f"entitlement.{match.pk}.{match.until:%Y%m%d}.{due}", title_closing(policy, days=left)


def _tell(match: Match, to: User, key: str, title: str, *, at: datetime) -> bool:
    notification = notify(to=to, title=title, body=body(), link=match.get_absolute_url(), key=key, at=at)
    _, new = Push.objects.get_or_create(notification=notification, defaults={"match": match})
    return new


def _account(match: Match) -> User:
    account = match.payee.account
    assert account is not None
    return account

"""What the frames show of accounts: what waits for those who manage them, and what a search finds."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from guangyue.accounts.models import Grant, User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.kit.access import Scope, needs
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.kit.wording import day

WARNED_BEFORE = timedelta(days=14)
MOST_TODOS = 50


@needs(MANAGE_ACCOUNTS)
def grants_running_out(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Grants to renew, or to let go."""
    within = User.objects.within(scope).enabled().exclude(pk=user.pk)
    ending = Grant.objects.in_force(at=at).filter(user__in=within, until__lte=localdate(at) + WARNED_BEFORE)
    for grant in ending.select_related("user", "organisation", "region").order_by("until")[:MOST_TODOS]:
        yield Todo(
            kind="授权到期",
            title=f"{grant.user.name}：{grant}",
            link=grant.user.get_absolute_url(),
            since=grant.at,
            detail=f"{day(grant.until)}到期，仍然需要的请另授",
        )


@needs(VIEW_ACCOUNTS)
def find_accounts(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    named = Q(name__contains=words) | Q(username__startswith=words.lower()) | Q(phone=words)
    for user in User.objects.within(scope).filter(named).select_related("organisation")[:most]:
        detail = str(user.organisation or user.get_kind_display())
        yield Found(kind="账户", title=user.name, link=user.get_absolute_url(), detail=detail)

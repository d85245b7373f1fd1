"""Whoever has failed to sign in too often waits a while, whether the account exists or not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from math import ceil

from django.db import transaction
from django.db.models import Q, QuerySet

from guangyue.accounts.models import FailedSignIn, Lock, User
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused

WINDOW = timedelta(minutes=15)


@dataclass(frozen=True)
class Threshold:
    """锁定阈值: so many failures within the window, counted by account, by address or both, make a lock."""

    failures: int
    by_account: bool
    by_address: bool

    def key(self, attempt: FailedSignIn) -> dict[str, str]:
        counted = {"account": attempt.account} if self.by_account else {}
        return {**counted, "address": attempt.address} if self.by_address else counted


AT_ONE_DESK = Threshold(failures=5, by_account=True, by_address=True)
FROM_ANYWHERE = Threshold(failures=20, by_account=True, by_address=False)
FROM_ONE_ADDRESS = Threshold(failures=100, by_account=False, by_address=True)
THRESHOLDS = (AT_ONE_DESK, FROM_ANYWHERE, FROM_ONE_ADDRESS)


class Locked(Refused):
    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self, *, wait: timedelta) -> None:
        minutes = max(1, ceil(wait / timedelta(minutes=1)))
        super().__init__(f"失败次数过多，已暂停登录。请 {minutes} 分钟后再试，急用的请找管理员解除。")


def begin_attempt(*, account: str, address: str, at: datetime) -> FailedSignIn:
    """Count an attempt before its password is looked at, so that many at once cannot slip through."""
    refuse_locked(account=account, address=address, at=at)
    attempt = FailedSignIn.objects.create(account=account, address=address, at=at)
    if any(_failures(attempt, threshold).count() > threshold.failures for threshold in THRESHOLDS):
        lock_if_too_many(attempt)
        refuse_locked(account=account, address=address, at=at)
    return attempt


def refuse_locked(*, account: str, address: str, at: datetime) -> None:
    until = Lock.objects.standing(at=at).against(account=account, address=address).latest_end()
    if until:
        raise Locked(wait=until - at)


def lock_if_too_many(attempt: FailedSignIn) -> None:
    for threshold in THRESHOLDS:
        key = threshold.key(attempt)
        lock = {"account": "", "address": "", **key}
        if (
            _failures(attempt, threshold).count() >= threshold.failures
            and not Lock.objects.standing(at=attempt.at).filter(**lock).exists()
        ):
            Lock.objects.create(**lock, at=attempt.at, until=attempt.at + WINDOW)


def attempts_left(attempt: FailedSignIn) -> int:
    """How often this account may still be tried from this address before it is locked."""
    return max(0, AT_ONE_DESK.failures - _failures(attempt, AT_ONE_DESK).count())


def forget_failures(attempt: FailedSignIn) -> None:
    """The attempt has led to a sign-in: what failed before it, at the same desk, no longer counts."""
    FailedSignIn.objects.filter(account=attempt.account, address=attempt.address).delete()


def locks_within(scope: Scope, *, at: datetime) -> QuerySet[Lock]:
    """Locks on the accounts covered; those on addresses, and on names nobody has, need the whole city."""
    standing = Lock.objects.standing(at=at).order_by("-at")
    if scope.everywhere:
        return standing
    return standing.filter(account__in=User.objects.within(scope).values("username"))


@transaction.atomic
def lift_lock(*, lock: Lock, by: User, at: datetime) -> None:
    """解除锁定, before its time."""
    lock.lifted_at, lock.lifted_by = at, by
    lock.save(update_fields=["lifted_at", "lifted_by"])
    locked = Q(account=lock.account) if lock.account else Q()
    if lock.address:
        locked &= Q(address=lock.address)
    FailedSignIn.objects.filter(locked).delete()


def _failures(attempt: FailedSignIn, threshold: Threshold) -> QuerySet[FailedSignIn]:
    return FailedSignIn.objects.filter(at__gt=attempt.at - WINDOW, **threshold.key(attempt))

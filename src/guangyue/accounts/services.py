"""What changes an account. Each change leaves a row that says who made it, when and why."""

import secrets
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from guangyue.accounts.granting import OutOfReach, keeping_an_administrator
from guangyue.accounts.holdings import reach_of
from guangyue.accounts.models import AccountChange, User
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused

What = AccountChange.What

# Small letters and figures that cannot be mistaken for one another when copied from a slip of paper.
SLIP_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


class OneselfManaged(Refused):
    sentence = "不能这样处理自己的账户，请由另一名管理员办理。"


class NoSecondFactor(Refused):
    sentence = "这个账户没有设置两步验证。"


@transaction.atomic
def open_account(*, user: User, by: User | None, at: datetime, ground: str, scope: Scope) -> str:
    """开设账户; gives the first password, which is shown once and works until it is changed."""
    if not scope.contains(reach_of(organisation=user.organisation, region=None)):
        raise OutOfReach
    user.opened_at = at
    password = _set_password_for_once(user)
    _record(user, What.OPENED, by=by, at=at, ground=ground)
    return password


@transaction.atomic
def disable_account(*, user: User, by: User, at: datetime, ground: str, scope: Scope) -> AccountChange:
    """停用: signed out at once, on every device. The grants stay, and mean nothing meanwhile."""
    _refuse_unmanageable(user, by=by, scope=scope, at=at)
    with keeping_an_administrator(at=at):
        user.is_active = False
        user.save(update_fields=["is_active"])
    user.sessions.all().delete()
    return _record(user, What.DISABLED, by=by, at=at, ground=ground)


@transaction.atomic
def enable_account(*, user: User, by: User, at: datetime, ground: str, scope: Scope) -> AccountChange:
    _refuse_unmanageable(user, by=by, scope=scope, at=at)
    user.is_active = True
    user.save(update_fields=["is_active"])
    return _record(user, What.ENABLED, by=by, at=at, ground=ground)


@transaction.atomic
def reset_password(*, user: User, by: User, at: datetime, ground: str, scope: Scope) -> str:
    """重置密码: gives the new one, which is shown once and works until it is changed."""
    _refuse_unmanageable(user, by=by, scope=scope, at=at)
    password = _set_password_for_once(user)
    user.sessions.all().delete()
    _record(user, What.PASSWORD_RESET, by=by, at=at, ground=ground)
    return password


@transaction.atomic
def restore_account(*, user: User, at: datetime, ground: str) -> str:
    """From the command line, for an administrator who has lost both the password and the second factor."""
    Authenticator.objects.filter(user=user).delete()
    user.is_active = True
    password = _set_password_for_once(user)
    user.sessions.all().delete()
    _record(user, What.PASSWORD_RESET, by=None, at=at, ground=ground)
    return password


@transaction.atomic
def remove_second_factor(*, user: User, by: User, at: datetime, ground: str, scope: Scope) -> AccountChange:
    """解除两步验证, for a person who has lost the telephone and the recovery codes."""
    _refuse_unmanageable(user, by=by, scope=scope, at=at)
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if not removed:
        raise NoSecondFactor
    user.sessions.all().delete()
    return _record(user, What.SECOND_FACTOR_REMOVED, by=by, at=at, ground=ground)


@transaction.atomic
def end_sessions(*, user: User, by: User, at: datetime, ground: str, scope: Scope) -> AccountChange:
    """结束全部会话 of another person."""
    _refuse_out_of_reach(user, scope=scope, at=at)
    user.sessions.all().delete()
    return _record(user, What.SIGNED_OUT, by=by, at=at, ground=ground)


@transaction.atomic
def change_password(*, user: User, password: str, at: datetime) -> AccountChange:
    """本人修改密码: whoever else is signed in to this account is signed out."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    user.sessions.all().delete()
    return _record(user, What.PASSWORD_CHANGED, by=user, at=at)


def _set_password_for_once(user: User) -> str:
    password = "-".join("".join(secrets.choice(SLIP_LETTERS) for _ in range(4)) for _ in range(4))
    user.set_password(password)
    user.must_change_password = True
    user.save()
    return password


def _refuse_unmanageable(user: User, *, by: User, scope: Scope, at: datetime) -> None:
    if user == by:
        raise OneselfManaged
    _refuse_out_of_reach(user, scope=scope, at=at)


def _refuse_out_of_reach(user: User, *, scope: Scope, at: datetime) -> None:
    """Whoever sets a password could act with the grants behind it: none may go beyond the manager's."""
    grants = user.grants.not_over(at=at).select_related("organisation", "region")
    bounds = [(user.organisation, None), *((grant.organisation, grant.region) for grant in grants)]
    if not all(scope.contains(reach_of(organisation=whose, region=where)) for whose, where in bounds):
        raise OutOfReach


def _record(user: User, what: What, *, by: User | None, at: datetime, ground: str = "") -> AccountChange:
    return AccountChange.objects.create(user=user, what=what, by=by, at=at, ground=ground)

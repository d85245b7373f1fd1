"""Whether the name and the password someone types are those of an account."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from guangyue.accounts.lockout import (
    attempts_left,
    begin_attempt,
    forget_failures,
    lock_if_too_many,
    refuse_locked,
)
from guangyue.accounts.models import User
from guangyue.accounts.names import fold
from guangyue.kit.refusals import Refused


class WrongPassword(Refused):
    """One sentence for an unknown name and for a wrong password: nobody learns which accounts exist."""

    def __init__(self, *, left: int) -> None:
        super().__init__(f"用户名或者密码不对，还可以再试 {left} 次。", field="password")


class AccountDisabled(Refused):
    """Said only to whoever knows the password."""

    sentence = "这个账户已经停用，请联系本单位管理员。"


def verify_password(*, name: str, password: str, address: str, at: datetime) -> User:
    """The account that signs in by this name, if the password is its own."""
    user = User.objects.called(name).first()
    account = user.username if user else fold(name)
    attempt = begin_attempt(account=account, address=address, at=at)
    if not _is_password_of(user, password):
        lock_if_too_many(attempt)
        refuse_locked(account=account, address=address, at=at)
        raise WrongPassword(left=attempts_left(attempt))
    forget_failures(attempt)
    assert user is not None
    if not user.is_active:
        raise AccountDisabled
    return user


def _is_password_of(user: User | None, password: str) -> bool:
    """Takes as long for an unknown name as for a known one."""
    if user is None:
        make_password(password)
        return False
    return user.check_password(password)

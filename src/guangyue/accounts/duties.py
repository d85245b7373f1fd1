"""What a person must do before anything else: change a first password, set up the second factor."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from guangyue.accounts.holdings import Holdings
from guangyue.accounts.models import User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS


@dataclass(frozen=True)
class Duty:
    """必办事项: where it is done, and what the person reads there."""

    url_name: str
    sentence: str


CHANGE_PASSWORD = Duty("accounts:password", "请先修改密码：目前的密码是他人代设的，只能用一次。")
SET_UP_SECOND_FACTOR = Duty("mfa_activate_totp", "您可以管理账户和授权，请先设置两步验证。")

# What stays open meanwhile: the pages that a duty is done on, and the way out.
OPEN_MEANWHILE = frozenset(
    {
        "accounts:password",
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "mfa_download_recovery_codes",
    }
)


def duty_of(user: User, held: Holdings) -> Duty | None:
    if user.must_change_password:
        return CHANGE_PASSWORD
    if needs_second_factor(held) and not has_second_factor(user):
        return SET_UP_SECOND_FACTOR
    return None


def needs_second_factor(held: Holdings) -> bool:
    """Whoever decides what others may do; in the demo everybody steps in without a password anyway."""
    return not settings.DEMO and held.may(MANAGE_ACCOUNTS)


def has_second_factor(user: User) -> bool:
    return bool(is_mfa_enabled(user, [Authenticator.Type.TOTP]))

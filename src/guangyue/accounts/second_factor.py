"""两步验证: a code beside the password. Guessing one is counted like guessing a password."""

from datetime import datetime

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from guangyue.accounts.lockout import attempts_left, begin_attempt, forget_failures, lock_if_too_many
from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused


class WrongCode(Refused):
    def __init__(self, *, left: int) -> None:
        super().__init__(f"动态码不对，或者已经用过，还可以再试 {left} 次。", field="code")


def a_code() -> forms.CharField:
    widget = forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True})
    return forms.CharField(label="动态码", max_length=20, widget=widget)


class FirstCodeForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    code = a_code()


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    code = a_code()

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        self.authenticator = _verified(self.user, code)
        return code


class CodeAgainForm(ReauthenticateForm):  # type: ignore[misc]
    code = a_code()

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        self.authenticator = _verified(self.user, code)
        return code


def verify_code(*, user: User, code: str, address: str, at: datetime) -> Authenticator:
    """The app or the list of recovery codes that this code comes from."""
    attempt = begin_attempt(account=user.username, address=address, at=at)
    with transaction.atomic():
        for authenticator in Authenticator.objects.select_for_update().filter(user=user):
            if _accepts(authenticator, code):
                forget_failures(attempt)
                return authenticator
    lock_if_too_many(attempt)
    raise WrongCode(left=attempts_left(attempt))


def _accepts(authenticator: Authenticator, code: str) -> bool:
    """A code works once, whichever process it was used in."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return bool(authenticator.wrap().validate_code(code))
    secret = decrypt(authenticator.data["secret"])
    for counter in yield_hotp_counters_from_time():
        expected = format_hotp_value(hotp_value(secret, counter))
        is_unused = counter > authenticator.data.get("last_counter", 0)
        if is_unused and compare_user_code(actual=code, expected=expected):
            authenticator.data["last_counter"] = counter
            authenticator.save(update_fields=["data"])
            return True
    return False


def _verified(user: User, code: str) -> Authenticator:
    address = get_adapter().get_client_ip(context.request)
    try:
        return verify_code(user=user, code=code, address=address, at=timezone.now())
    except Refused as refusal:
        raise ValidationError(refusal.sentence) from refusal

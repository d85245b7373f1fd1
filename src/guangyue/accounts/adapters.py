"""What allauth asks of us: how a session begins, how a secret is kept, whose an outside identity is."""

import base64
import hashlib
import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from guangyue.accounts.duties import needs_second_factor
from guangyue.accounts.holdings import holdings_of
from guangyue.accounts.models import User
from guangyue.accounts.names import fold
from guangyue.accounts.signing_in import AccountDisabled, verify_password
from guangyue.kit.refusals import Refused, refuse


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    def login(self, request: HttpRequest, user: User) -> None:
        """Every way of signing in ends here: with a new session that knows whose it is and where it began."""
        super().login(request, user)
        request.session.begin(  # type: ignore[attr-defined]  # the session is ours
            user=user,
            address=self.get_client_ip(request),
            device=self.get_http_user_agent(request)[:200],
            at=timezone.now(),
        )

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        return refuse(request, AccountDisabled())

    def reauthenticate(self, user: User, password: str) -> bool:
        """A password asked for again is guarded like the first time."""
        address = self.get_client_ip(context.request)
        try:
            verify_password(name=user.username, password=password, address=address, at=timezone.now())
        except Refused as refusal:
            raise ValidationError(refusal.sentence) from refusal
        return True

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in is not asked again."""
        records = get_authentication_records(context.request, context.request.user)
        return not records or time.time() - records[-1]["at"] >= app_settings.REAUTHENTICATION_TIMEOUT

    def is_safe_url(self, url: str) -> bool:
        """Whether to go on to this page: only one of ours, by its path."""
        host, is_secure = context.request.get_host(), context.request.is_secure()
        return url.startswith("/") and url_has_allowed_host_and_scheme(url, {host}, require_https=is_secure)

    def add_message(self, *arguments: Any, **keywords: Any) -> None:
        """The pages themselves say what has happened."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """A copy of the database alone does not give the second factors away."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "动态码不对。请核对手机上的时间，再输入一次现在显示的动态码。",
        "cannot_delete_authenticator": "您可以管理账户和授权，不能关闭两步验证。",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not needs_second_factor(holdings_of(authenticator.user, at=timezone.now()))

    def get_totp_label(self, user: User) -> str:
        return user.username


class OutsideAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """An outside identity belongs to the account of the same user name; none is opened for it."""
        if sociallogin.is_existing:
            return
        user = User.objects.filter(username=fold(sociallogin.user.username)).first()
        if user is None:
            raise ImmediateHttpResponse(render(request, "accounts/unknown_identity.html", status=403))
        sociallogin.connect(request, user)


def _cipher() -> Fernet:
    key = hashlib.sha256(b"second factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))

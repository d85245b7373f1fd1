"""One's own account: what is known of it, its password, its second factor, where it is signed in."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from guangyue.accounts.duties import has_second_factor, needs_second_factor
from guangyue.accounts.forms import PasswordForm
from guangyue.accounts.holdings import holdings_of
from guangyue.accounts.services import change_password
from guangyue.accounts.signing_in import verify_password
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.refusals import Refused


@never_cache
@for_signed_in
def own_account(request: SignedInRequest) -> HttpResponse:
    at = timezone.now()
    context = {
        "grants": request.user.grants.in_force(at=at).select_related("organisation", "region"),
        "sessions": request.user.sessions.standing(at=at),
        "current": request.session.session_key,
        "has_second_factor": has_second_factor(request.user),
        "codes_left": _codes_left(request),
        "second_factor_needed": needs_second_factor(holdings_of(request.user, at=at)),
    }
    return render(request, "accounts/own_account.html", context)


@never_cache
@sensitive_post_parameters("current", "new", "again")
@for_signed_in
def password(request: SignedInRequest) -> HttpResponse:
    form = PasswordForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid() and _is_current(request, form):
        change_password(user=request.user, password=form.cleaned_data["new"], at=timezone.now())
        update_session_auth_hash(request, request.user)
        messages.success(request, "密码已经修改，其他设备上的登录都已退出。")
        return redirect("accounts:own_account")
    return render(request, "accounts/password.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@for_signed_in
def end_session(request: SignedInRequest, mark: str) -> HttpResponse:
    get_object_or_404(request.user.sessions, mark=mark).delete()
    messages.success(request, "已经退出那台设备上的登录。")
    return redirect("accounts:own_account")


@require_POST
@for_signed_in
def end_other_sessions(request: SignedInRequest) -> HttpResponse:
    request.user.sessions.exclude(session_key=request.session.session_key).delete()
    messages.success(request, "其他设备上的登录都已退出。")
    return redirect("accounts:own_account")


def _is_current(request: SignedInRequest, form: PasswordForm) -> bool:
    """Guessing the present password at an unattended screen is counted like guessing it at the door."""
    try:
        verify_password(
            name=request.user.username,
            password=form.cleaned_data["current"],
            address=get_adapter().get_client_ip(request),
            at=timezone.now(),
        )
    except Refused as refusal:
        form.add_error("current", refusal.sentence)
    return not form.errors


def _codes_left(request: SignedInRequest) -> int:
    codes = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(codes.wrap().get_unused_codes()) if codes else 0

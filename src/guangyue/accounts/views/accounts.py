"""The accounts of others: the list, one account with all that was done to it, and what can be done to it."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts import services
from guangyue.accounts.duties import has_second_factor
from guangyue.accounts.forms import AccountForm, ground_of
from guangyue.accounts.history import history_of
from guangyue.accounts.lists import ACCOUNTS, accounts_within
from guangyue.accounts.models import Lock, User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list

Result = TypeVar("Result")


@needs(VIEW_ACCOUNTS)
def accounts(request: SignedInRequest) -> HttpResponseBase:
    return show_list(
        request,
        ACCOUNTS,
        accounts_within(request.scope, at=timezone.now()),
        template="accounts/accounts.html",
        context={"may_manage": request.may(MANAGE_ACCOUNTS)},
    )


@needs(VIEW_ACCOUNTS)
def account(request: SignedInRequest, username: str) -> HttpResponse:
    at = timezone.now()
    user = get_object_or_404(User.objects.within(request.scope), username=username)
    context = {
        "user": user,
        "grants": user.grants.not_over(at=at).select_related("organisation", "region", "by"),
        "sessions": user.sessions.standing(at=at),
        "locks": Lock.objects.standing(at=at).filter(account=user.username),
        "has_second_factor": has_second_factor(user),
        "history": history_of(user),
        "may_manage": request.may(MANAGE_ACCOUNTS) and user != request.user,
        "today": timezone.localdate(at),
    }
    return render(request, "accounts/account.html", context)


@never_cache
@needs(MANAGE_ACCOUNTS)
def opening(request: SignedInRequest) -> HttpResponse:
    """开设账户: the form, and then the first password, shown once."""
    form = AccountForm(request.POST if request.method == "POST" else None, scope=request.scope)
    if not form.is_bound or not form.is_valid():
        return render(request, "accounts/opening.html", {"form": form}, status=422 if form.errors else 200)
    user = form.save(commit=False)
    ground = form.cleaned_data["ground"]
    password = services.open_account(
        user=user, by=request.user, at=timezone.now(), ground=ground, scope=request.scope
    )
    return render(request, "accounts/password_once.html", {"user": user, "password": password})


@never_cache
@require_POST
@needs(MANAGE_ACCOUNTS)
def password_reset(request: SignedInRequest, username: str) -> HttpResponse:
    """重置密码: the new one is shown once."""
    user, password = _change(request, username, services.reset_password)
    return render(request, "accounts/password_once.html", {"user": user, "password": password})


@require_POST
@needs(MANAGE_ACCOUNTS)
def disabling(request: SignedInRequest, username: str) -> HttpResponse:
    user, _ = _change(request, username, services.disable_account)
    messages.success(request, f"{user.name}的账户已经停用，各处的登录都已退出。")
    return redirect(user)


@require_POST
@needs(MANAGE_ACCOUNTS)
def enabling(request: SignedInRequest, username: str) -> HttpResponse:
    user, _ = _change(request, username, services.enable_account)
    messages.success(request, f"{user.name}的账户已经重新启用。")
    return redirect(user)


@require_POST
@needs(MANAGE_ACCOUNTS)
def second_factor_removal(request: SignedInRequest, username: str) -> HttpResponse:
    user, _ = _change(request, username, services.remove_second_factor)
    messages.success(request, f"{user.name}的两步验证已经解除。")
    return redirect(user)


@require_POST
@needs(MANAGE_ACCOUNTS)
def sessions_end(request: SignedInRequest, username: str) -> HttpResponse:
    user, _ = _change(request, username, services.end_sessions)
    messages.success(request, f"{user.name}在各处的登录都已退出。")
    return redirect(user)


def _change(request: SignedInRequest, username: str, change: Callable[..., Result]) -> tuple[User, Result]:
    """Do to the account what was asked, on the ground that was given."""
    user = get_object_or_404(User.objects.within(request.scope), username=username)
    ground = ground_of(request)
    return user, change(user=user, by=request.user, at=timezone.now(), ground=ground, scope=request.scope)

"""Who is signed in where, and who is locked out."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.accounts.lists import SESSIONS
from guangyue.accounts.lockout import lift_lock, locks_within
from guangyue.accounts.models import Session, User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list


@needs(VIEW_ACCOUNTS)
def sessions(request: SignedInRequest) -> HttpResponseBase:
    rows = Session.objects.standing(at=timezone.now()).filter(user__in=User.objects.within(request.scope))
    return show_list(request, SESSIONS, rows.select_related("user__organisation"))


@needs(VIEW_ACCOUNTS)
def locks(request: SignedInRequest) -> HttpResponse:
    at = timezone.now()
    context = {"locks": locks_within(request.scope, at=at), "may_manage": request.may(MANAGE_ACCOUNTS)}
    return render(request, "accounts/locks.html", context)


@require_POST
@needs(MANAGE_ACCOUNTS)
def lock_lifting(request: SignedInRequest, pk: int) -> HttpResponse:
    """解除锁定."""
    at = timezone.now()
    lock = get_object_or_404(locks_within(request.scope, at=at), pk=pk)
    lift_lock(lock=lock, by=request.user, at=at)
    messages.success(request, "锁定已经解除，可以再次登录。")
    return redirect("accounts:locks")

"""Giving and ending grants, and what each role may do."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.accounts.forms import GrantForm, ground_of
from guangyue.accounts.granting import end_grant, give_grant
from guangyue.accounts.holdings import reach_of
from guangyue.accounts.models import Grant, User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.accounts.roles import roles
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region


@needs(MANAGE_ACCOUNTS)
def granting(request: SignedInRequest, username: str) -> HttpResponse:
    """授予角色."""
    user = get_object_or_404(User.objects.within(request.scope), username=username)
    posted = request.POST if request.method == "POST" else None
    form = GrantForm(posted, scope=request.scope, initial={"since": timezone.localdate()})
    if form.is_bound and form.is_valid():
        try:
            grant = give_grant(
                user=user, by=request.user, at=timezone.now(), scope=request.scope, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.sentence)
        else:
            messages.success(request, f"已经授予{user.name}：{grant}。")
            return redirect(user)
    context = {"user": user, "form": form}
    return render(request, "accounts/granting.html", context, status=422 if form.errors else 200)


@needs(MANAGE_ACCOUNTS)
def preview(request: SignedInRequest, username: str) -> HttpResponse:
    """What the grant that is being written would let the person do, and for which rows."""
    get_object_or_404(User.objects.within(request.scope), username=username)
    form = GrantForm(request.GET, scope=request.scope)
    form.is_valid()
    organisation, region = form.cleaned_data.get("organisation"), form.cleaned_data.get("region")
    reach = reach_of(organisation=organisation, region=region)
    context = {
        "role": form.cleaned_data.get("role"),
        "is_within": request.scope.contains(reach),
        "reach": reach,
        "regions": Region.objects.filter(code__in=reach.regions or ())
        .exclude(parent__in=reach.regions or ())
        .exclude(managed_by__in=reach.regions or ()),
        "organisation": organisation,
    }
    return render(request, "accounts/_preview.html", context)


@require_POST
@needs(MANAGE_ACCOUNTS)
def grant_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """收回授权."""
    grants = Grant.objects.select_related("user", "organisation", "region")
    grant = get_object_or_404(grants, pk=pk, user__in=User.objects.within(request.scope))
    end_grant(grant=grant, by=request.user, at=timezone.now(), ground=ground_of(request), scope=request.scope)
    messages.success(request, f"已经收回{grant.user.name}的授权：{grant}。")
    return redirect(grant.user)


@needs(VIEW_ACCOUNTS)
def role_matrix(request: SignedInRequest) -> HttpResponse:
    """角色 × 权限, and who holds each."""
    held = (
        Grant.objects.in_force(at=timezone.now())
        .filter(user__in=User.objects.within(request.scope).enabled())
        .select_related("user", "organisation", "region")
        .order_by("user__username")
    )
    holders = {key: [grant for grant in held if grant.role == key] for key in roles()}
    permissions = list(dict.fromkeys(each for role in roles().values() for each in role.permissions))
    context = {"roles": roles().values(), "permissions": permissions, "holders": holders}
    return render(request, "accounts/roles.html", context)

"""The way in and the way out."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from allauth.socialaccount.adapter import get_adapter as get_outside_adapter
from allauth.socialaccount.providers.openid_connect import views as outside
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from requests import RequestException

from guangyue.accounts.forms import SignInForm
from guangyue.accounts.models import Kind, User
from guangyue.accounts.returning import next_page
from guangyue.accounts.signing_in import verify_password
from guangyue.accounts.stepping_in import demo_accounts, may_step_in, offered
from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.kit.refusals import Refused

logger = logging.getLogger(__name__)


@never_cache
@sensitive_post_parameters("password")
@open_to_all
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(next_page(request) or "accounts:entrance")
    form = SignInForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound:
        try:
            if form.is_valid():
                return _signed_in(request, **form.cleaned_data)
            status = HTTPStatus.UNPROCESSABLE_ENTITY
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
            status = refusal.status
    context = {
        "form": form,
        "next": next_page(request),
        "step_ins": offered(request),
        "outside": get_outside_adapter().list_providers(request),
    }
    return render(request, "accounts/sign_in.html", context, status=status)


@open_to_all
def sign_in_outside(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On the way to an outside provider."""
    return _through(outside.login, request, provider_id)


@open_to_all
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On the way back from it."""
    return _through(outside.callback, request, provider_id)


@require_POST
@open_to_all
def step_in(request: HttpRequest) -> HttpResponse:
    """One click, no password: only in a demonstration, only from the machine it runs on."""
    username = request.POST.get("as", "")
    if not may_step_in(request) or username not in {account.username for account in demo_accounts()}:
        raise Http404
    user = get_object_or_404(User.objects.enabled(), username=username)
    if request.user.is_authenticated:
        logout(request)
    get_adapter().login(request, user)
    return redirect(next_page(request) or "accounts:entrance")


@require_POST
@open_to_all
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("account_login")


@for_signed_in
def entrance(request: SignedInRequest) -> HttpResponse:
    """Where a person's own side of the city begins."""
    return redirect("desk:home" if request.user.kind == Kind.STAFF else "portal:home")


def _signed_in(request: HttpRequest, *, name: str, password: str) -> HttpResponse:
    """On to the second factor, where there is one, or in."""
    address = get_adapter().get_client_ip(request)
    user = verify_password(name=name, password=password, address=address, at=timezone.now())
    login = Login(user=user, redirect_url=next_page(request))
    response: HttpResponse = perform_password_login(request, {"username": user.username}, login)
    return response


def _through(pass_on: Callable[..., HttpResponse], request: HttpRequest, provider_id: str) -> HttpResponse:
    """An outside provider that cannot be reached is no error of ours."""
    try:
        return pass_on(request, provider_id)
    except RequestException:
        logger.exception("the OpenID provider %s does not answer", provider_id)
        status = HTTPStatus.SERVICE_UNAVAILABLE
        return render(request, "socialaccount/authentication_error.html", status=status)

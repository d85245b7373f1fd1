"""Holds every view to its mark: who may open it, and which rows this person may then reach."""

import inspect
import logging
from collections.abc import Callable
from functools import cache, lru_cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from ninja.operation import Operation, PathView

from guangyue.accounts.duties import OPEN_MEANWHILE, Duty, duty_of
from guangyue.accounts.holdings import Holdings, holdings_of
from guangyue.accounts.models import Kind
from guangyue.kit.access import NOWHERE, OPEN_TO_ALL, Access, SignedInRequest, access_of
from guangyue.kit.refusals import Refused, refuse

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponseBase]


class NotSignedIn(Refused):
    sentence = "请先登录。"
    advice = "登录后再试一次。"
    status = HTTPStatus.UNAUTHORIZED


class DutyFirst(Refused):
    advice = "办好以后再试一次。"
    status = HTTPStatus.FORBIDDEN


class AccessMiddleware:
    """Refuses whom the mark of a view keeps out, and tells the view what this person may do, and where."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: SignedInRequest, view: View, arguments: list[Any], keywords: dict[str, Any]
    ) -> HttpResponseBase | None:
        access = mark_of(view, request.method or "")
        if access is None:
            logger.error("nobody has said who may open %s", request.path)
            raise PermissionDenied("这个页面还没有说明谁可以打开，暂不开放。")
        at = timezone.now()
        held = cache(lambda: holdings_of(request.user, at=at))
        request.may = lambda permission: held().may(permission)
        request.scope_of = lambda permission: held().scope(permission)
        request.scope = NOWHERE
        if not request.user.is_authenticated:
            return _ask_to_sign_in(request) if access.signed_in else None
        request.session.keep_alive(at=at)  # type: ignore[attr-defined]  # the session is ours
        return _admit(request, access, held) if access.signed_in else None


@lru_cache(maxsize=4096)
def mark_of(view: View, method: str) -> Access | None:
    """The mark of a view, or of the operation of an API that answers this method."""
    operations = operations_of(view)
    if operations is None:
        return access_of(view)
    marks = [access_of(operation.view_func) for operation in operations if method in operation.methods]
    return marks[0] if marks else OPEN_TO_ALL  # nothing answers this method but the refusal of it


def operations_of(view: View) -> list[Operation] | None:
    """The operations of an API that share this view's address; ninja keeps them in the closure."""
    path = inspect.getclosurevars(view).nonlocals.get("self") if inspect.isfunction(view) else None
    return path.operations if isinstance(path, PathView) else None


def _admit(request: SignedInRequest, access: Access, held: Callable[[], Holdings]) -> HttpResponseBase | None:
    match = request.resolver_match
    if match and match.view_name not in OPEN_MEANWHILE and (duty := duty_of(request.user, held())):
        return _remind(request, duty)
    if access.staff and request.user.kind != Kind.STAFF:
        raise PermissionDenied("这个页面只对工作人员开放。")
    if access.permission:
        request.scope = held().scope(access.permission)
        if request.scope == NOWHERE:
            raise PermissionDenied(f"您没有“{access.permission}”的权限。")
    return None


def _ask_to_sign_in(request: HttpRequest) -> HttpResponseBase:
    if _wants_page(request):
        back = "?" + urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return HttpResponseRedirect(reverse("account_login") + back)
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED, headers={"HX-Redirect": reverse("account_login")})
    return refuse(request, NotSignedIn())


def _remind(request: HttpRequest, duty: Duty) -> HttpResponseBase:
    if not _wants_page(request):
        return refuse(request, DutyFirst(duty.sentence))
    messages.warning(request, duty.sentence)
    return HttpResponseRedirect(reverse(duty.url_name))


def _wants_page(request: HttpRequest) -> bool:
    return "text/html" in request.headers.get("Accept", "") and "HX-Request" not in request.headers

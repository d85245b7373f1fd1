"""Views that come to nothing in every way there is, for the tests of refusals."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from guangyue.kit.refusals import Refused, current_reference


class NotYourCase(Refused):
    sentence = "这件事由其他窗口办理。"
    advice = "请转到受理窗口。"


def refused(request: HttpRequest) -> HttpResponse:
    raise NotYourCase


def refused_at_field(request: HttpRequest) -> HttpResponse:
    raise Refused("身份证号码应为 18 位。", field="id_number")


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a secret of the machine room")


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def missing(request: HttpRequest) -> HttpResponse:
    raise Http404("No Case matches the given query.")


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("a header nobody should send")


def fine(request: HttpRequest) -> HttpResponse:
    return HttpResponse(current_reference())


urlpatterns = [
    path("refused/", refused),
    path("refused-at-field/", refused_at_field),
    path("broken/", broken),
    path("forbidden/", forbidden),
    path("missing/", missing),
    path("suspicious/", suspicious),
    path("fine/", fine),
    path("post-only/", require_POST(csrf_exempt(fine))),
    path("form/", csrf_protect(fine)),
]

handler400 = "guangyue.kit.refusals.bad_request"
handler403 = "guangyue.kit.refusals.permission_denied"
handler404 = "guangyue.kit.refusals.not_found"
handler500 = "guangyue.kit.refusals.server_error"

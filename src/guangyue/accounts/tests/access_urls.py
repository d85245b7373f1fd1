"""Pages of every kind of mark, for the tests of the middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from ninja import NinjaAPI

from guangyue.accounts.permissions import MANAGE_ACCOUNTS, VIEW_ACCOUNTS
from guangyue.kit.access import SignedInRequest, for_signed_in, for_staff, needs, open_to_all

api = NinjaAPI(urls_namespace="probe", docs_url=None, openapi_url=None)


@open_to_all
def public(request: HttpRequest) -> HttpResponse:
    return HttpResponse("public")


@for_signed_in
def own(request: SignedInRequest) -> HttpResponse:
    return HttpResponse("own")


@for_staff
def staff(request: SignedInRequest) -> HttpResponse:
    return HttpResponse("staff")


@needs(VIEW_ACCOUNTS)
def permitted(request: SignedInRequest) -> HttpResponse:
    also = request.may(MANAGE_ACCOUNTS)
    return HttpResponse(f"{request.scope.everywhere} {also} {request.scope_of(MANAGE_ACCOUNTS).everywhere}")


def unmarked(request: HttpRequest) -> HttpResponse:
    return HttpResponse("unmarked")


@api.get("things/")
@open_to_all
def list_things(request: HttpRequest) -> list[str]:
    return ["thing"]


@api.post("things/")
@needs(MANAGE_ACCOUNTS)
def make_thing(request: HttpRequest) -> list[str]:
    return ["made"]


@api.delete("things/")
def remove_things(request: HttpRequest) -> list[str]:
    return []


handler403 = "guangyue.kit.refusals.permission_denied"

urlpatterns = [
    path("public/", public),
    path("own/", own),
    path("staff/", staff),
    path("permitted/", permitted),
    path("unmarked/", unmarked),
    path("api/", api.urls),
    path("", include("config.urls")),
]

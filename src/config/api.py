"""What programs can ask of the city: the routers of all mechanisms, under /api/v1/, as OpenAPI 3.1."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.views import openapi_json
from ninja.security import SessionAuth

from guangyue.kit import refusals
from guangyue.kit.access import open_to_all
from guangyue.kit.api import router as calendar
from guangyue.organisations.api import router as organisations
from guangyue.registries.api import router as registries


class OwnSession(SessionAuth):
    """Whoever signed in on the pages; writing needs the page's CSRF token. The view's mark does the rest."""

    def authenticate(self, request: HttpRequest, key: str | None) -> object:
        return request.user


api = NinjaAPI(
    title="光岳 Guangyue",
    version="1",
    description="一座城市的政务数据和服务。日期为北京时间；出错时返回 RFC 9457 的 problem+json，带参考编号。",
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    auth=OwnSession(),
)
api.add_router("", calendar)
api.add_router("", organisations)
api.add_router("", registries)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    return refusals.not_found(request, exception)


@api.exception_handler(HttpError)
def cannot_be_read(request: HttpRequest, exception: HttpError) -> HttpResponse:
    if exception.status_code == HTTPStatus.FORBIDDEN:
        return refusals.form_expired(request, str(exception))
    return refusals.bad_request(request, exception)


@api.exception_handler(ValidationError)
def wrongly_filled(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    """The first field that is wrong; where it stands and why is said for the reader of a program's log."""
    first = exception.errors[0]
    field = ".".join(str(step) for step in first["loc"][1:] if step != "which" and step != "question")
    return refusals.refuse(request, refusals.Refused(f"参数 {field} 填写有误：{first['msg']}", field=field))


@open_to_all
def description(request: HttpRequest) -> HttpResponse:
    return openapi_json(request, api)


operations, app_name, namespace = api.urls
own = [url for url in operations if getattr(url, "name", "") != "api-root"]
urls = (
    [path("", description, name="api-root"), path("openapi.json", description, name="openapi"), *own],
    app_name,
    namespace,
)

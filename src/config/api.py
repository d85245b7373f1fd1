"""What programs can ask of the city: the routers of all mechanisms, under /api/v1/, as OpenAPI 3.1."""

from functools import cache
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.responses import Response
from ninja.security import SessionAuth

from guangyue.alerts.api import router as alerts
from guangyue.cases.api import router as cases
from guangyue.credit.api import router as credit
from guangyue.indicators.api import router as indicators
from guangyue.kit import refusals
from guangyue.kit.access import open_to_all
from guangyue.kit.api import router as calendar
from guangyue.library.api import router as library
from guangyue.matters.api import router as matters
from guangyue.organisations.api import router as organisations
from guangyue.policies.api import router as policies
from guangyue.registries.api import router as registries
from guangyue.supervision.api import router as supervision


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
api.add_router("", alerts)
api.add_router("", calendar)
api.add_router("", cases)
api.add_router("", credit)
api.add_router("", indicators)
api.add_router("", library)
api.add_router("", matters)
api.add_router("", organisations)
api.add_router("", policies)
api.add_router("", registries)
api.add_router("", supervision)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    return refusals.not_found(request, exception)


@api.exception_handler(HttpError)
def cannot_be_read(request: HttpRequest, exception: HttpError) -> HttpResponse:
    if exception.status_code == HTTPStatus.FORBIDDEN:
        return refusals.form_expired(request, str(exception))
    return refusals.bad_request(request, exception)


# What pydantic finds wrong, by its kind, in the words of our other refusals.
FAULTS = {
    "missing": "没有填写",
    "int": "应当是整数",
    "date": "应当是日期，如 2026-05-01",
    "enum": "只能是 {expected}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "string_too_short": "至少要有 {min_length} 个字符",
    "string_too_long": "最多 {max_length} 个字符",
    "too_short": "至少要有 {min_length} 项",
    "too_long": "最多 {max_length} 项",
}


@api.exception_handler(ValidationError)
def wrongly_filled(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    """The first field that is wrong, and what is asked of it."""
    first = exception.errors[0]
    field = str(first["loc"][-1])
    kind = first["type"] if first["type"] in FAULTS else first["type"].partition("_")[0]
    fault = FAULTS.get(kind, "格式不对").format_map(first.get("ctx", {}))
    return refusals.refuse(request, refusals.Refused(f"参数 {field} 填写有误：{fault}。", field=field))


@open_to_all
def description(request: HttpRequest) -> HttpResponse:
    return HttpResponse(described(), content_type="application/json")


@cache
def described() -> bytes:
    """Worked out once: what can be asked does not change while the city runs."""
    return Response(api.get_openapi_schema()).content


operations, app_name, namespace = api.urls
own = [url for url in operations if getattr(url, "name", "") != "api-root"]
urls = (
    [path("", description, name="api-root"), path("openapi.json", description, name="openapi"), *own],
    app_name,
    namespace,
)

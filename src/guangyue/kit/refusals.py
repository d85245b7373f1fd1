"""Refusals as values the person reads, and the answer to every request that comes to nothing.

Each request has a reference number: it stands in the answer's X-Request-Id, on the page that refuses and in
the log, so that what a person reads out over the telephone leads to the line that says what happened.
"""

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urlsplit

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# Letters and figures that cannot be mistaken for one another when read aloud or copied by hand.
REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
REFERENCE_LENGTH = 12

_reference: ContextVar[str] = ContextVar("reference", default="")

TITLES = {
    HTTPStatus.BAD_REQUEST: "请求无法处理",
    HTTPStatus.UNAUTHORIZED: "还没有登录",
    HTTPStatus.FORBIDDEN: "没有权限",
    HTTPStatus.NOT_FOUND: "没有找到",
    HTTPStatus.METHOD_NOT_ALLOWED: "不能这样打开",
    HTTPStatus.CONFLICT: "现在不能这样办理",
    HTTPStatus.UNPROCESSABLE_ENTITY: "填写的内容有误",
    HTTPStatus.INTERNAL_SERVER_ERROR: "系统出了差错",
}


class Refused(Exception):
    """不予办理: what was asked cannot be done, and the sentence says why to the person who asked."""

    sentence = "现在不能这样办理。"
    advice = "请返回上一页，核对后再试。"
    status = HTTPStatus.CONFLICT

    def __init__(self, sentence: str = "", *, field: str = "") -> None:
        self.sentence = sentence or self.sentence
        self.field = field
        if field:
            self.status = HTTPStatus.UNPROCESSABLE_ENTITY
        super().__init__(self.sentence)


@contextmanager
def at_the_field(form: BaseForm) -> Iterator[None]:
    """What a service refuses of a field of the form is said there, and the form is shown once more."""
    try:
        yield
    except Refused as refusal:
        if refusal.field not in form.fields:
            raise
        form.add_error(refusal.field, refusal.sentence)


@dataclass(frozen=True)
class Answer:
    """答复: what a person reads when a request comes to nothing."""

    status: HTTPStatus
    sentence: str
    advice: str
    field: str = ""

    @property
    def title(self) -> str:
        return TITLES.get(self.status, "不能办理")


BAD_REQUEST = Answer(
    status=HTTPStatus.BAD_REQUEST,
    sentence="提交的内容不完整，或者格式不对。",
    advice="请返回上一页，刷新以后重新填写。",
)
FORBIDDEN = Answer(
    status=HTTPStatus.FORBIDDEN,
    sentence="您没有打开这个页面的权限。",
    advice="工作需要的，请把参考编号告诉本单位的管理员，申请权限。",
)
FORM_EXPIRED = Answer(
    status=HTTPStatus.FORBIDDEN,
    sentence="页面停留太久，已经失效。",
    advice="请返回上一页，刷新以后重新提交。",
)
NOT_FOUND = Answer(
    status=HTTPStatus.NOT_FOUND,
    sentence="地址可能写错了，或者内容已经移走。",
    advice="请核对地址，或者从首页重新进入。",
)
METHOD_NOT_ALLOWED = Answer(
    status=HTTPStatus.METHOD_NOT_ALLOWED,
    sentence="这个地址不能直接打开。",
    advice="请从页面上的按钮或链接进入。",
)
SERVER_ERROR = Answer(
    status=HTTPStatus.INTERNAL_SERVER_ERROR,
    sentence="刚才的操作没有办成。",
    advice="请稍后再试；仍然不行的，请把参考编号告诉管理员。",
)


def current_reference() -> str:
    """参考编号 of what is being done: the request answered, or the job run; empty otherwise."""
    return _reference.get()


@contextmanager
def under_reference(reference: str) -> Iterator[None]:
    """What is done within stands in the log and in the audit trail under this reference number."""
    token = _reference.set(reference)
    try:
        yield
    finally:
        _reference.reset(token)


class ReferenceMiddleware:
    """Gives every request its reference number."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        reference = _new_reference()
        request.reference = reference  # type: ignore[attr-defined]  # for the log, which is written later
        with under_reference(reference):
            response = self.get_response(request)
            response["X-Request-Id"] = reference
            return response


class ReferenceFilter(logging.Filter):
    """Lets a log format say `%(reference)s`. Django logs a failed request when it is already over."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        record.reference = getattr(request, "reference", "") or current_reference() or "-"
        return True


class RefusalMiddleware:
    """Shows a refusal to the person, as a page, as part of a page or as JSON."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            return _render(request, METHOD_NOT_ALLOWED, headers={"Allow": response["Allow"]})
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refuse(request, exception) if isinstance(exception, Refused) else None


def refuse(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The answer to a request that was refused."""
    status = HTTPStatus(refusal.status)
    return _render(request, Answer(status, refusal.sentence, refusal.advice, refusal.field))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _render(request, BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _render(request, replace(FORBIDDEN, sentence=str(exception) or FORBIDDEN.sentence))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What Django shows when the CSRF token of a form is missing or old."""
    return _render(request, FORM_EXPIRED)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _render(request, NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    try:
        return _render(request, SERVER_ERROR)
    except Exception:
        logger.exception("the page that says so is broken too")
        words = f"{SERVER_ERROR.title}。{SERVER_ERROR.advice}参考编号 {current_reference()}"
        return HttpResponse(words, status=SERVER_ERROR.status, content_type="text/plain; charset=utf-8")


def _render(request: HttpRequest, answer: Answer, *, headers: dict[str, str] | None = None) -> HttpResponse:
    """HTML for those who ask for it by name, RFC 9457 for programs.

    The page stands alone, without the frame and the database behind it: either may be what failed.
    """
    context = {"answer": answer, "reference": current_reference(), "back": _page_before(request)}
    if request.headers.get("HX-Request") == "true":
        part = render_to_string("kit/_refusal.html", context)
        placed = {"HX-Retarget": "#refusal", "HX-Reswap": "innerHTML"}
        return HttpResponse(part, status=answer.status, headers={**placed, **(headers or {})})
    if "text/html" in request.headers.get("Accept", ""):
        page = render_to_string("kit/refusal.html", context)
        return HttpResponse(page, status=answer.status, headers=headers)
    return _problem(answer, headers)


def _problem(answer: Answer, headers: dict[str, str] | None) -> JsonResponse:
    problem = {
        "title": answer.title,
        "status": answer.status,
        "detail": answer.sentence,
        "reference": current_reference(),
    }
    if answer.field:
        problem["field"] = answer.field
    return JsonResponse(
        problem,
        status=answer.status,
        headers=headers,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


def _page_before(request: HttpRequest) -> str:
    """Where the person came from, as a path of this site, or empty."""
    before = urlsplit(request.headers.get("Referer", ""))
    if not before.path:
        return ""
    path = "/" + before.path.lstrip("/")
    return f"{path}?{before.query}" if before.query else path


def _new_reference() -> str:
    return "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(REFERENCE_LENGTH))

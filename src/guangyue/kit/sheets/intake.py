"""The page on which people bring a table in: a dry run that names every bad row, then all rows or none."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from guangyue.kit.sheets.files import UnreadableFile
from guangyue.kit.sheets.reading import Problem, Reading, Row, Sheet, read_rows
from guangyue.kit.sheets.workbooks import bad_rows_of, template_of

PROBLEMS_ON_PAGE = 100

Check = Callable[[Reading], Iterable[Problem]]
Take = Callable[[Sequence[Row]], HttpResponse]


class ChangedSinceCheck(UnreadableFile):
    """What was looked through is not what is being brought in."""

    sentence = "文件在检查以后有改动，请重新检查。"


def nothing_more(reading: Reading) -> Iterable[Problem]:
    """What a caller has against the rows who can only read them."""
    return ()


def bring_in(
    request: HttpRequest,
    sheet: Sheet,
    *,
    take: Take,
    check: Check = nothing_more,
    template: str = "kit/intake.html",
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    """Answer whatever the page asks; in the end `take` writes the rows and says where to go.

    The file stays in the person's browser: each step sends it again, and nothing of it is kept in between.
    """
    if "template" in request.GET:
        return template_of(sheet)
    shown = {**(context or {}), "sheet": sheet, "reading": None, "file_error": ""}
    if request.method != "POST":
        return render(request, template, shown)
    step = request.POST.get("step")
    try:
        file = _file_of(request)
        reading = read_rows(file, sheet)
        reading = reading.with_problems(check(reading))
        fingerprint = _fingerprint(file)
        if step == "take" and request.POST.get("checked") != fingerprint:
            raise ChangedSinceCheck
    except UnreadableFile as refusal:
        return _show(request, template, {**shown, "file_error": refusal.sentence}, refused=True)
    if step == "bad-rows" and reading.problems:
        return bad_rows_of(reading)
    if step == "take" and not reading.problems:
        return take(reading.taken())
    found = {"reading": reading, "checked": fingerprint, "most": PROBLEMS_ON_PAGE}
    return _show(request, template, {**shown, **found}, refused=step == "take")


def _show(request: HttpRequest, template: str, context: Mapping[str, Any], *, refused: bool) -> HttpResponse:
    """The page, or only what was found where htmx asks for that."""
    wanted = "kit/_reading.html" if request.headers.get("HX-Request") == "true" else template
    return render(
        request, wanted, context, status=HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    )


def _file_of(request: HttpRequest) -> "UploadedFile[Any]":
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise UnreadableFile("请选择要导入的文件。")
    return file


def _fingerprint(file: "UploadedFile[Any]") -> str:
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return digest.hexdigest()

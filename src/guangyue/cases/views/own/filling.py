"""填写: the form of a draft, without what the registers know, kept as it is filled."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.cases.entrance import draft_address
from guangyue.cases.filling import Filling, filling_of
from guangyue.cases.intake import UNFINISHED
from guangyue.cases.owning import Held, held
from guangyue.cases.services.drafting import discard_draft, save_answers
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.confirmation import ask_first

SAVE, KEEP, NEXT = "save", "keep", "next"


@never_cache
@for_signed_in
def fill(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What can be read is kept at each step; only going on asks for all of it."""
    at = timezone.now()
    one = held(request.user, key, at=at)
    if one.case.stands_in not in UNFINISHED:
        return redirect("cases:own_case", one.case.key)
    if address := draft_address(one.case):
        return redirect(address)
    does = request.POST.get("do", "") if request.method == "POST" else ""
    filling = filling_of(one.case, data=request.POST if does else None, whole=does == NEXT, at=at)
    if not does:
        return _show(request, one, filling)
    valid = filling.is_valid()
    case = save_answers(case=one.case, filled=filling.filled())
    if does == KEEP:
        return render(request, "cases/_kept.html", {"at": at, "valid": valid})
    if not valid:
        return _show(request, one, filling, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if does == NEXT:
        return redirect("cases:fill_papers", case.key)
    messages.success(request, "已经保存，下次从“我的办件”里接着填。")
    return redirect("cases:fill", case.key)


@require_POST
@for_signed_in
def discard(request: SignedInRequest, key: UUID) -> HttpResponse:
    """删除草稿."""
    case = held(request.user, key, at=timezone.now()).case
    if question := ask_first(
        request,
        question="删除这份草稿吗？",
        consequence="填写的内容和上传的材料一并删除，不能恢复。",
        yes="删除",
    ):
        return question
    discard_draft(case=case)
    messages.success(request, "草稿已经删除。")
    return redirect("cases:own_cases")


def _show(
    request: SignedInRequest, one: Held, filling: Filling, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {"held": one, "case": one.case, "filling": filling}
    return render(request, "cases/own_fill.html", context, status=status)

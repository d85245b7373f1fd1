"""任免录入: paste, read, check line by line, settle who is meant, put into effect, print."""

from http import HTTPStatus

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations import lists
from guangyue.organisations.forms import CorrectionForm, NoticeForm, SettlingForm
from guangyue.organisations.models import Notice, NoticeLine
from guangyue.organisations.papers import notice_paper
from guangyue.organisations.permissions import ENTER_NOTICES
from guangyue.organisations.services.effect import put_into_effect
from guangyue.organisations.services.notices import (
    check_notice,
    correct_line,
    enter_and_parse,
    settle_line,
)
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.organisations.views.directory import lines_of


@needs(ENTER_NOTICES)
def notices(request: SignedInRequest) -> HttpResponseBase:
    return show_list(
        request, lists.DESK_NOTICES, Notice.objects.counted(), template="organisations/desk_notices.html"
    )


@needs(ENTER_NOTICES)
def entering(request: SignedInRequest) -> HttpResponse:
    """录入: paste the whole notice; what it says is shown next, and nothing takes effect yet."""
    form = NoticeForm(posted(request))
    entered: list[Notice] = []
    if form.is_bound and form.is_valid():
        at = timezone.now()
        if carried_out(form, lambda said: entered.append(enter_and_parse(**said, by=request.user, at=at))):
            return redirect("organisations:desk_notice", entered[0].pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "organisations/entering.html", {"form": form}, status=status)


@needs(ENTER_NOTICES)
def notice(request: SignedInRequest, pk: int) -> HttpResponse:
    """核对: each line beside what the register takes it for."""
    notice = get_object_or_404(Notice, pk=pk)
    lines = list(lines_of(notice))
    context = {
        "notice": notice,
        "lines": lines,
        "problems": [line for line in lines if line.problem],
        "steps": [(label, _passed(notice, state)) for state, label in Notice.State.choices],
        "open": notice.state in (Notice.State.PARSED, Notice.State.CHECKED),
    }
    return render(request, "organisations/desk_notice.html", context)


@require_POST
@needs(ENTER_NOTICES)
def checking(request: SignedInRequest, pk: int) -> HttpResponse:
    notice = check_notice(notice=get_object_or_404(Notice, pk=pk), by=request.user, at=timezone.now())
    if notice.state == Notice.State.CHECKED:
        messages.success(request, "核对通过，可以生效。")
    else:
        messages.warning(request, "有条目没有通过核对，原因写在条目下面。")
    return redirect("organisations:desk_notice", notice.pk)


@require_POST
@needs(ENTER_NOTICES)
def effect(request: SignedInRequest, pk: int) -> HttpResponse:
    """生效: posts change hands, and organisations end; it is not undone but by another notice."""
    notice = get_object_or_404(Notice, pk=pk)
    question = ask_first(
        request,
        question=f"{notice}生效？",
        consequence=f"共 {notice.lines.count()} 条任免写入任职名册，以后只能用新的通知改变。",
        yes="生效",
    )
    if question:
        return question
    put_into_effect(notice=notice, by=request.user, at=timezone.now())
    messages.success(request, f"{notice}已经生效。")
    return redirect("organisations:desk_notice", notice.pk)


@needs(ENTER_NOTICES)
def correction(request: SignedInRequest, pk: int) -> HttpResponse:
    """更正 what was read wrongly."""
    line = _line(pk)
    initial = {
        "person": line.printed_person,
        "organisation": line.printed_organisation,
        "title": line.printed_title,
    }
    return answer_form(
        request,
        CorrectionForm(posted(request), initial=initial),
        title="更正条目",
        lead=f"{line.place}：{line.text}",
        back=_page(line),
        button="更正",
        do=lambda said: correct_line(line=line, **said),
        done="已经更正，请重新核对。",
    )


@needs(ENTER_NOTICES)
def settling(request: SignedInRequest, pk: int) -> HttpResponse:
    """认定人员 of the same name."""
    line = _line(pk)
    return answer_form(
        request,
        SettlingForm(posted(request), line=line),
        title=f"认定人员：{line.printed_person}",
        lead=f"{line.place}：{line}",
        back=_page(line),
        button="认定",
        do=lambda said: settle_line(line=line, **said),
        done="已经认定，请重新核对。",
    )


@needs(ENTER_NOTICES)
def paper(request: SignedInRequest, pk: int) -> FileResponse:
    """The notice as an official paper."""
    notice = get_object_or_404(Notice, pk=pk)
    return answer_with(notice_paper(notice, list(lines_of(notice))))


def _line(pk: int) -> NoticeLine:
    return get_object_or_404(NoticeLine.objects.select_related("notice"), pk=pk)


def _page(line: NoticeLine) -> str:
    return reverse("organisations:desk_notice", args=[line.notice_id])


def _passed(notice: Notice, state: str) -> bool:
    order = Notice.State.values
    return order.index(state) <= order.index(notice.state)

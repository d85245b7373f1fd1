"""意见建议: the list, one with its road, and what planners, the office and districts do with it."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guangyue.files.answers import answer_with_file
from guangyue.files.models import File
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.planners import lists
from guangyue.planners.area_forms import (
    AdviceForm,
    AnswerForm,
    ChaseForm,
    PublicForm,
    ResultForm,
    SendForm,
)
from guangyue.planners.declared import moment_of_the_pilot, pilot
from guangyue.planners.models import Advice, Group, Visit
from guangyue.planners.permissions import ANSWER_ADVICE, KEEP_PLANNERS, SEE_PLANNERS, VISIT_AREAS
from guangyue.planners.services import advising as services

STATE = Advice.State


@needs(SEE_PLANNERS)
def advice_list(request: SignedInRequest) -> HttpResponseBase:
    rows = Advice.objects.within(request.scope).select_related("group__area__office")
    context = {"own": Group.objects.of(request.user).first(), "limit": pilot().answered_within}
    return show_list(request, lists.ADVICE, rows, template="planners/advice_list.html", context=context)


@needs(SEE_PLANNERS)
def advice(request: SignedInRequest, number: str) -> HttpResponse:
    rows = Advice.objects.within(request.scope)
    shown = get_object_or_404(rows.select_related("group__area__office", "visit", "by"), number=number)
    within = Advice.objects.filter(pk=shown.pk).within(request.scope_of(ANSWER_ADVICE)).exists()
    context = {
        "advice": shown,
        "moves": shown.moves.select_related("by", "file"),
        "clock": shown.clock(HolidayNotice.objects.calendar(), at=moment_of_the_pilot()),
        "road": [(state, state == shown.state) for state in _road(shown)],
        "may_keep": request.may(KEEP_PLANNERS),
        "may_answer": within,
    }
    return render(request, "planners/advice.html", context)


@needs(SEE_PLANNERS)
def advice_file(request: SignedInRequest, number: str, key: UUID) -> HttpResponse:
    shown = get_object_or_404(Advice.objects.within(request.scope), number=number)
    return answer_with_file(get_object_or_404(File, key=key, pk__in=shown.moves.values("file")))


@needs(VISIT_AREAS)
def new_advice(request: SignedInRequest) -> HttpResponse:
    """提出, of one's own area, perhaps from a visit."""
    own = get_object_or_404(Group.objects.of(request.user))
    asked = request.GET.get("visit", "")
    visit = Visit.objects.filter(group=own, pk=int(asked) if asked.isdecimal() else 0).first()
    return answer_form(
        request,
        AdviceForm(posted(request)),
        title="提出意见建议",
        facts=[("小组", own), *([("来自", visit)] if visit else [])],
        back=reverse("planners:advice_list"),
        button="提出",
        do=lambda said: services.give_advice(
            group=own, visit=visit, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="已经提出，由市自然资源和规划局函告区政府（管委会）。",
        template="planners/advice_form.html",
    )


@needs(KEEP_PLANNERS)
def sending(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _reached(request, number)
    return answer_form(
        request,
        SendForm(posted(request)),
        title="函告区政府（管委会）",
        lead=f"自函告之日起 {pilot().answered_within}内答复。",
        facts=[("意见建议", shown), ("函告", shown.group.area.office)],
        back=shown.get_absolute_url(),
        button="函告",
        do=lambda said: services.send_advice(advice=shown, **said, by=request.user, at=moment_of_the_pilot()),
        done="已经函告，开始计时。",
    )


@needs(ANSWER_ADVICE)
def answer(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _reached(request, number)
    return answer_form(
        request,
        AnswerForm(posted(request)),
        title="答复意见建议",
        lead=f"{shown.answer_due} 前答复。" if shown.answer_due else "",
        facts=[("题目", shown.topic), ("片区", shown.group.area), ("意见建议", shown.text)],
        back=shown.get_absolute_url(),
        button="答复",
        do=lambda said: services.answer_advice(
            advice=shown, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="已经答复。",
    )


@needs(ANSWER_ADVICE)
def result(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _reached(request, number)
    return answer_form(
        request,
        ResultForm(posted(request), request.FILES or None),
        title="登记落实情况",
        facts=[("题目", shown.topic), ("答复", shown.answer)],
        back=shown.get_absolute_url(),
        button="登记落实",
        do=lambda said: services.carry_out_advice(
            advice=shown, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="落实情况已经登记。",
    )


@needs(KEEP_PLANNERS)
def feedback(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _reached(request, number)
    return answer_form(
        request,
        SendForm(posted(request)),
        title="反馈规划师",
        facts=[("意见建议", shown), ("结果", shown.result or shown.answer)],
        back=shown.get_absolute_url(),
        button="反馈",
        do=lambda said: services.report_advice(
            advice=shown, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="已经反馈，这条意见建议办完了。",
    )


@needs(KEEP_PLANNERS)
def chasing(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _reached(request, number)
    return answer_form(
        request,
        ChaseForm(posted(request)),
        title="催办",
        facts=[("意见建议", shown), ("区政府（管委会）", shown.group.area.office)],
        back=shown.get_absolute_url(),
        button="催办",
        do=lambda said: services.chase_advice(
            advice=shown, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="已经催办。",
    )


@needs(KEEP_PLANNERS)
def publication(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _reached(request, number)
    return answer_form(
        request,
        PublicForm(posted(request), initial={"public_words": shown.result or shown.answer}),
        title="公开结果",
        lead="公开题目、片区、状态和下面的说法，不公开原文和人员。",
        facts=[("意见建议", shown)],
        back=shown.get_absolute_url(),
        button="公开",
        do=lambda said: services.publish_advice(
            advice=shown, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="已经公开。",
    )


def _reached(request: SignedInRequest, number: str) -> Advice:
    rows = Advice.objects.within(request.scope).select_related("group__area__office")
    return get_object_or_404(rows, number=number)


def _road(shown: Advice) -> list[Advice.State]:
    """The states that it goes through, declined or not."""
    first, last = (STATE.GIVEN, STATE.SENT), STATE.REPORTED
    if shown.moves.filter(kind=STATE.DECLINED).exists():
        return [*first, STATE.DECLINED, last]
    return [*first, STATE.ACCEPTED, STATE.DONE, last]

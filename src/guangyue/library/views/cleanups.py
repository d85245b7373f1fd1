"""文件清理: rounds for those who organise them, verdicts for the units whose documents they are."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.library import policy_lists as lists
from guangyue.library.models import CleanupItem, CleanupRound
from guangyue.library.permissions import JUDGE_DOCUMENTS, RUN_CLEANUPS
from guangyue.library.policy_forms import ActForm, AssigningForm, CleanupForm, VerdictForm
from guangyue.library.services.cleanups import (
    assign_item,
    close_round,
    judge_item,
    open_round,
    record_act,
    unit_progress,
)
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted


@needs(RUN_CLEANUPS)
def cleanups(request: SignedInRequest) -> HttpResponseBase:
    rows = CleanupRound.objects.with_progress()
    return show_list(request, lists.CLEANUPS, rows, template="library/cleanups.html")


@needs(RUN_CLEANUPS)
def opening(request: SignedInRequest) -> HttpResponse:
    """发起一轮."""
    return answer_form(
        request,
        CleanupForm(posted(request), initial={"on": timezone.localdate()}),
        title="发起文件清理",
        lead="那一天施行中的文件全部列入；起草单位、解释机关、制定机关里能认出的，自动认领。",
        back=reverse("library:cleanups"),
        button="发起",
        do=lambda said: open_round(**said, by=request.user, at=timezone.now()),
        done="已经发起，请核对认领的单位。",
    )


@needs(RUN_CLEANUPS)
def cleanup(request: SignedInRequest, number: int) -> HttpResponseBase:
    """The progress of each unit, and every document of the round as a list to filter and export."""
    round_ = get_object_or_404(CleanupRound, pk=number)
    context = {
        "cleanup": round_,
        "units": unit_progress(cleanup=round_),
        "criteria": round_.criteria.splitlines(),
        "today": timezone.localdate(),
    }
    rows = round_.items.select_related("organisation", "cleanup")
    return show_list(request, lists.CLEANUP_ITEMS, rows, template="library/cleanup.html", context=context)


@require_POST
@needs(RUN_CLEANUPS)
def closing(request: SignedInRequest, number: int) -> HttpResponse:
    round_ = get_object_or_404(CleanupRound, pk=number)
    if question := ask_first(
        request, question="结束这一轮清理？", consequence="结束以后不能再改清理意见。", yes="结束"
    ):
        return question
    close_round(cleanup=round_, at=timezone.now())
    messages.success(request, "这一轮清理已经结束。")
    return redirect(round_)


@needs(RUN_CLEANUPS)
def assigning(request: SignedInRequest, number: int) -> HttpResponse:
    """指定清理单位."""
    item = get_object_or_404(CleanupItem.objects.select_related("cleanup"), pk=number)
    units = Organisation.objects.on(timezone.localdate()).apart_from_bodies()
    return answer_form(
        request,
        AssigningForm(posted(request), organisations=units, initial={"organisation": item.organisation}),
        title="指定清理单位",
        lead=str(item),
        back=item.cleanup.get_absolute_url(),
        button="指定",
        do=lambda said: assign_item(item=item, **said),
        done="已经指定。",
    )


@needs(JUDGE_DOCUMENTS)
def cleanup_items(request: SignedInRequest) -> HttpResponseBase:
    """本单位的清理件."""
    rows = CleanupItem.objects.within(request.scope).select_related("organisation", "cleanup")
    return show_list(request, lists.OWN_CLEANUP_ITEMS, rows)


@needs(JUDGE_DOCUMENTS)
def cleanup_item(request: SignedInRequest, number: int) -> HttpResponse:
    """填报清理意见."""
    item = _item(request, number)
    initial = {"verdict": item.verdict, "reason": item.reason, "act": item.act}
    return answer_form(
        request,
        VerdictForm(posted(request), initial=initial),
        title="填报清理意见",
        lead=str(item),
        facts=[
            ("清理标准", "；".join(item.cleanup.criteria.splitlines())),
            ("依据", item.cleanup.cites),
            ("完成时限", item.cleanup.due),
            ("清理单位", item.organisation),
            ("认领依据", f"{item.get_ground_display()} {item.printed_unit}"),
        ],
        back=reverse("library:cleanup_items"),
        button="填报",
        do=lambda said: judge_item(item=item, **said, by=request.user, at=timezone.now()),
        done="已经填报。",
    )


@needs(JUDGE_DOCUMENTS)
def act(request: SignedInRequest, number: int) -> HttpResponse:
    """登记落实文件."""
    item = _item(request, number)
    return answer_form(
        request,
        ActForm(posted(request), initial={"act": item.act}),
        title="登记落实文件",
        lead=f"{item}，清理意见：{item.get_verdict_display() or '尚未填报'}",
        back=reverse("library:cleanup_items"),
        button="登记",
        do=lambda said: record_act(item=item, **said),
        done="已经登记。",
    )


def _item(request: SignedInRequest, number: int) -> CleanupItem:
    rows = CleanupItem.objects.within(request.scope).select_related("cleanup", "organisation")
    return get_object_or_404(rows, pk=number)

"""年度排名: brought in, ties settled, the last proposed."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guangyue.accountability import lists
from guangyue.accountability.declared import triggers
from guangyue.accountability.forms.following import TieForm
from guangyue.accountability.models import Ranking
from guangyue.accountability.permissions import DECIDE_STEPS, PROPOSE_STEPS, SEE_STEPS
from guangyue.accountability.services.ranking import propose_last, settle_tie, unsettled
from guangyue.accountability.sheets import problems_of, ranking_sheet, take_ranking
from guangyue.accountability.views.proposing import trigger_of
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import Row, bring_in
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@needs(SEE_STEPS)
def rankings(request: SignedInRequest) -> HttpResponseBase:
    ranked = [trigger for trigger in triggers().values() if trigger.lasts]
    context = {"ranked": ranked, "may_propose": request.may(PROPOSE_STEPS)}
    rows = Ranking.objects.all()
    return show_list(request, lists.RANKINGS, rows, template="accountability/rankings.html", context=context)


@needs(SEE_STEPS)
def ranking(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Ranking.objects.select_related("entered_by", "settled_by"), pk=pk)
    context = {
        "ranking": shown,
        "trigger": triggers()[shown.trigger_key],
        "places": shown.places.select_related("unit"),
        "unsettled": unsettled(shown),
        "may_propose": request.may(PROPOSE_STEPS),
        "may_decide": request.may(DECIDE_STEPS),
    }
    return render(request, "accountability/ranking.html", context)


@needs(PROPOSE_STEPS)
def ranking_intake(request: SignedInRequest, key: str) -> HttpResponseBase:
    """导入."""
    trigger, on = trigger_of(key), day_of_the_city()
    if not trigger.lasts:
        raise Http404

    def take(rows: Sequence[Row]) -> HttpResponse:
        made = take_ranking(rows, trigger=trigger, on=on, by=request.user, at=moment_of_the_city())
        messages.success(request, "排名已经登记。")
        return redirect(made)

    return bring_in(
        request,
        ranking_sheet(trigger),
        take=take,
        check=lambda reading: problems_of(reading, on=on),
        template="accountability/ranking_table.html",
    )


@needs(DECIDE_STEPS)
def tie(request: SignedInRequest, pk: int) -> HttpResponse:
    """并列的决定."""
    shown = get_object_or_404(Ranking, pk=pk)
    found = unsettled(shown)
    tied = [name for one in found.values() for name in one.tied]
    return answer_form(
        request,
        TieForm(posted(request), ranking=shown, tied=tied),
        title=f"决定并列：{shown}",
        lead="；".join(f"{group}取 {one.wanted} 个" for group, one in found.items()),
        back=shown.get_absolute_url(),
        button="决定",
        do=lambda said: settle_tie(
            ranking=shown,
            chosen=list(said["chosen"]),
            said=said["said"],
            by=request.user,
            at=moment_of_the_city(),
        ),
        done="并列已经决定。",
    )


@require_POST
@needs(PROPOSE_STEPS)
def ranking_proposal(request: SignedInRequest, pk: int) -> HttpResponse:
    """提议末位的."""
    shown = get_object_or_404(Ranking, pk=pk)
    many = shown.places.filter(chosen=True).count()
    question = ask_first(
        request,
        question=f"提议约谈排名末位的 {many} 个单位？",
        consequence="每个单位一件事项，由有权的人员逐件决定。",
        yes="提议",
    )
    if question:
        return question
    made = propose_last(ranking=shown, by=request.user, at=moment_of_the_city())
    messages.success(request, f"已经提议 {len(made)} 件。")
    return redirect(shown)

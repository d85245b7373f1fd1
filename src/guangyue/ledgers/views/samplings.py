"""抽查、专项检查和“回头看”: batches of problems looked at again, and those that are begun anew."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.ledgers import lists
from guangyue.ledgers.flow import Ground
from guangyue.ledgers.forms.clearing import ReopeningForm, SampleForm, SamplingForm
from guangyue.ledgers.models import Problem, Sampled, Sampling
from guangyue.ledgers.permissions import INSPECT_PROBLEMS, SEE_PROBLEMS
from guangyue.ledgers.services.watching import open_sampling, record_sample, reopen_problem
from guangyue.ledgers.views.asked import problem_asked
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@needs(SEE_PROBLEMS)
def samplings(request: SignedInRequest) -> HttpResponseBase:
    seen = Sampled.objects.within(request.scope).values("sampling")
    rows = Sampling.objects.filter(pk__in=seen).select_related("campaign")
    counted = rows.annotate(
        many=Count("sampled"),
        waiting=Count("sampled", filter=Q(sampled__result="")),
        failed=Count("sampled", filter=Q(sampled__result=Sampled.Result.FAILED)),
    )
    context = {"may_inspect": request.may(INSPECT_PROBLEMS)}
    return show_list(request, lists.SAMPLINGS, counted, template="ledgers/samplings.html", context=context)


@needs(SEE_PROBLEMS)
def sampling(request: SignedInRequest, number: str) -> HttpResponse:
    sampled = (
        Sampled.objects.within(request.scope)
        .filter(sampling__number=number)
        .select_related("problem__region", "problem__campaign", "by", "sampling__campaign", "sampling__by")
    )
    rows = list(sampled)
    shown = rows[0].sampling if rows else get_object_or_404(Sampling, number=number, pk=None)
    context = {"sampling": shown, "sampled": rows, "may_inspect": request.may(INSPECT_PROBLEMS)}
    return render(request, "ledgers/sampling.html", context)


@needs(INSPECT_PROBLEMS)
def new_sampling(request: SignedInRequest) -> HttpResponse:
    form = SamplingForm(posted(request), regions=Region.objects.of_county_level().within(request.scope))

    def do(said: Mapping[str, Any]) -> None:
        open_sampling(
            campaign=said["campaign"],
            kind=Sampling.Kind(said["kind"]),
            title=said["title"],
            problems=form.drawn(Problem.objects.within(request.scope)),
            by=request.user,
            at=moment_of_the_city(),
        )

    return answer_form(
        request,
        form,
        title="建立抽查批次",
        lead="问题由系统随机抽取；已销号的查出没有整改到位的，当场恢复为复发。",
        back=reverse("ledgers:samplings"),
        button="随机抽取",
        do=do,
        done="批次已经建立。",
    )


@needs(INSPECT_PROBLEMS)
def sample(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    rows = Sampled.objects.within(request.scope).select_related("problem", "sampling")
    shown = get_object_or_404(rows, sampling__number=number, pk=pk)

    def do(said: Mapping[str, Any]) -> None:
        record_sample(
            sampled=shown,
            **{**said, "result": Sampled.Result(said["result"])},
            by=request.user,
            at=moment_of_the_city(),
        )

    return answer_form(
        request,
        SampleForm(posted(request), request.FILES or None, initial={"checked_on": day_of_the_city()}),
        title=f"录入检查结果 {shown.problem.number}",
        lead=f"{shown.problem.subject}（{shown.problem.get_state_display()}）",
        back=shown.get_absolute_url(),
        button="录入",
        do=do,
        done="检查结果已经录入。",
    )


@needs(INSPECT_PROBLEMS)
def reopening(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return answer_form(
        request,
        ReopeningForm(posted(request)),
        title=f"问题复发 {shown.number}",
        lead="原来的清单、验收和销号单都保留；问题从建单重新开始，不再算作销号。",
        back=shown.get_absolute_url(),
        button="记为复发",
        do=lambda said: reopen_problem(
            problem=shown, ground=Ground.FOUND_AGAIN, **said, by=request.user, at=moment_of_the_city()
        ),
        done="已经记为复发。",
    )

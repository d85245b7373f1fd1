"""四张清单: written line by line beside what the clauses propose, then handed in."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import WRITABLE, FourList
from guangyue.ledgers.forms.problems import DeadlineForm, MeasureForm, ResponsibilityForm
from guangyue.ledgers.models import Problem
from guangyue.ledgers.permissions import RECTIFY_PROBLEMS
from guangyue.ledgers.rounds import rounds_of
from guangyue.ledgers.services.listing import (
    add_deadline,
    add_measure,
    add_responsibility,
    drop_line,
    filled_lists,
    submit_lists,
)
from guangyue.ledgers.services.proposing import take_proposal
from guangyue.ledgers.services.registering import proposal_of
from guangyue.ledgers.views.asked import problem_asked
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import moment_of_the_city

LINES = ("measures", "responsibilities", "deadlines")


@needs(RECTIFY_PROBLEMS)
def lists(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    filled = filled_lists(shown)
    context = {
        "problem": shown,
        "plan": campaign_plans()[shown.campaign_id],
        "proposal": proposal_of(shown),
        "round": rounds_of(shown)[0],
        "filled": [(one.value, one in filled) for one in FourList],
        "complete": len(filled) == len(FourList),
        "writable": shown.in_state in WRITABLE,
    }
    return render(request, "ledgers/lists.html", context)


@require_POST
@needs(RECTIFY_PROBLEMS)
def take_proposed(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    many = take_proposal(problem=shown, by=request.user, at=moment_of_the_city())
    messages.success(request, f"已列入建议的 {many} 条，请逐条核对、补充。")
    return redirect("ledgers:lists", number)


@needs(RECTIFY_PROBLEMS)
def measure(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    plan = campaign_plans()[shown.campaign_id]
    form = MeasureForm(posted(request), plan=plan, proposal=proposal_of(shown))
    return _line(
        request,
        shown,
        form,
        title="整改措施",
        do=lambda said: add_measure(
            problem=shown, said=form.said(), by=request.user, at=moment_of_the_city()
        ),
    )


@needs(RECTIFY_PROBLEMS)
def responsibility(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    form = ResponsibilityForm(posted(request), initial={"unit": str(shown.organisation)})
    return _line(
        request,
        shown,
        form,
        title="责任",
        do=lambda said: add_responsibility(
            problem=shown, said=form.said(), by=request.user, at=moment_of_the_city()
        ),
    )


@needs(RECTIFY_PROBLEMS)
def deadline(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    return _line(
        request,
        shown,
        DeadlineForm(posted(request)),
        title="时限",
        lead=_latest(shown.latest),
        do=lambda said: add_deadline(problem=shown, **said, by=request.user, at=moment_of_the_city()),
    )


@require_POST
@needs(RECTIFY_PROBLEMS)
def line_dropping(request: SignedInRequest, number: str, kind: str, pk: int) -> HttpResponse:
    shown = problem_asked(request, number)
    if kind not in LINES:
        raise Http404
    line = get_object_or_404(getattr(shown, kind).select_related("problem"), pk=pk)
    drop_line(line=line, by=request.user, at=moment_of_the_city())
    messages.success(request, "已经删去，经过里有记录。")
    return redirect("ledgers:lists", number)


@require_POST
@needs(RECTIFY_PROBLEMS)
def submission(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    submit_lists(problem=shown, by=request.user, at=moment_of_the_city())
    messages.success(request, "四张清单已经提交，等待牵头部门审核。")
    return redirect(shown)


def _line(
    request: SignedInRequest, shown: Problem, form: Any, *, title: str, do: Any, lead: str = ""
) -> HttpResponse:
    return answer_form(
        request,
        form,
        title=f"列入{title}",
        lead=lead or str(shown),
        back=reverse("ledgers:lists", args=[shown.number]),
        button="列入清单",
        do=do,
        done="已经列入。",
    )


def _latest(latest: date | None) -> str:
    return f"不能晚于最迟期限 {latest}。" if latest else "这个问题没有条款规定的最迟期限。"

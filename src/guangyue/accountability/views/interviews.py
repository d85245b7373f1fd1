"""约谈: planned, held, and followed until every promise is verified."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guangyue.accountability import lists
from guangyue.accountability.declaration import StepKind
from guangyue.accountability.forms.cases import ReasonForm
from guangyue.accountability.forms.following import CommitmentForm, InterviewForm, MinutesForm
from guangyue.accountability.models import Commitment, Interview, StepCase, TakenStep
from guangyue.accountability.papers import minutes_paper
from guangyue.accountability.permissions import PROPOSE_STEPS, SEE_STEPS, STATE_CASE
from guangyue.accountability.services.interviewing import (
    hold_interview,
    plan_interview,
    report_commitment,
    return_commitment,
    verify_commitment,
)
from guangyue.accountability.views.register import reaches
from guangyue.files.answers import answer_with_file
from guangyue.files.models import File
from guangyue.kit.access import Permission, SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@needs(SEE_STEPS)
def interviews(request: SignedInRequest) -> HttpResponseBase:
    rows = Interview.objects.within(request.scope).with_parts()
    counted = rows.annotate(
        promised=Count("commitments"),
        kept=Count("commitments", filter=Q(commitments__verified_at__isnull=False)),
    )
    return show_list(request, lists.INTERVIEWS, counted, template="accountability/interviews.html")


@needs(SEE_STEPS)
def interview(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _interview(request, pk, SEE_STEPS)
    case: StepCase = shown.step.case
    context = {
        "interview": shown,
        "case": case,
        "commitments": shown.commitments.select_related("reported_by", "verified_by", "file"),
        "on": day_of_the_city(),
        "may_propose": reaches(request, PROPOSE_STEPS, case),
        "may_state": reaches(request, STATE_CASE, case),
    }
    return render(request, "accountability/interview.html", context)


@needs(SEE_STEPS)
def interview_paper(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """约谈纪要 as PDF."""
    shown = _interview(request, pk, SEE_STEPS)
    return answer_with(minutes_paper(get_object_or_404(Interview, pk=shown.pk, held_at__isnull=False)))


@needs(PROPOSE_STEPS)
def planning(request: SignedInRequest, pk: int) -> HttpResponse:
    """安排约谈."""
    rows = TakenStep.objects.within(request.scope).of_kind(StepKind.INTERVIEW).waiting()
    step = get_object_or_404(rows.select_related("case__unit"), pk=pk, interview=None)
    form = InterviewForm(posted(request))
    form.initial = {"invited": step.case.addressee, "chair": step.case.trigger.decider}
    return answer_form(
        request,
        form,
        title=f"安排{step.title}",
        facts=[("当事方", step.case.addressee), ("依据条款", step.case.cites)],
        back=step.case.get_absolute_url(),
        button="安排",
        do=lambda said: plan_interview(step=step, **said, by=request.user, at=moment_of_the_city()),
        done="约谈已经安排。",
    )


@needs(PROPOSE_STEPS)
def holding(request: SignedInRequest, pk: int) -> HttpResponse:
    """登记纪要."""
    shown = _interview(request, pk, PROPOSE_STEPS)
    return answer_form(
        request,
        MinutesForm(posted(request)),
        title=f"登记纪要：{shown}",
        lead="每项承诺写明期限；全部核实以前，约谈一直跟踪。",
        facts=[("约谈对象", shown.invited), ("主持", shown.chair)],
        back=shown.get_absolute_url(),
        button="登记",
        do=lambda said: hold_interview(interview=shown, **said, by=request.user, at=moment_of_the_city()),
        done="纪要已经登记，开始跟踪整改。",
    )


@needs(STATE_CASE)
def commitment_report(request: SignedInRequest, pk: int) -> HttpResponse:
    """报告完成."""
    promised = _commitment(request, pk, STATE_CASE)
    return answer_form(
        request,
        CommitmentForm(request.POST or None, request.FILES or None),
        title="报告完成情况",
        facts=[("承诺", promised.said), ("期限", promised.due_on), ("退回理由", promised.returned)],
        back=promised.interview.get_absolute_url(),
        button="报告",
        do=lambda said: report_commitment(
            commitment=promised, **said, by=request.user, at=moment_of_the_city()
        ),
        done="已经报告，等待核实。",
    )


@needs(PROPOSE_STEPS)
def commitment_return(request: SignedInRequest, pk: int) -> HttpResponse:
    """退回补办."""
    promised = _commitment(request, pk, PROPOSE_STEPS)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title="退回补办",
        facts=[("承诺", promised.said), ("完成情况", promised.report)],
        back=promised.interview.get_absolute_url(),
        button="退回",
        do=lambda said: return_commitment(
            commitment=promised, why=said["reason"], by=request.user, at=moment_of_the_city()
        ),
        done="已经退回补办。",
    )


@require_POST
@needs(PROPOSE_STEPS)
def commitment_verification(request: SignedInRequest, pk: int) -> HttpResponse:
    """核实."""
    promised = _commitment(request, pk, PROPOSE_STEPS)
    question = ask_first(
        request,
        question="核实这项承诺已经完成？",
        consequence=f"{promised.said}。核实以后不能撤回；全部核实，约谈完成。",
        yes="核实",
    )
    if question:
        return question
    verify_commitment(commitment=promised, by=request.user, at=moment_of_the_city())
    messages.success(request, "承诺已经核实。")
    return redirect(promised.interview)


@needs(SEE_STEPS)
def commitment_file(request: SignedInRequest, pk: int) -> HttpResponseBase:
    return answer_with_file(get_object_or_404(File, pk=_commitment(request, pk, SEE_STEPS).file_id))


def _interview(request: SignedInRequest, pk: int, permission: Permission) -> Interview:
    rows = Interview.objects.within(request.scope_of(permission)).with_parts()
    return get_object_or_404(rows.select_related("held_by", "planned_by"), pk=pk)


def _commitment(request: SignedInRequest, pk: int, permission: Permission) -> Commitment:
    rows = Commitment.objects.within(request.scope_of(permission)).select_related("interview__step__case")
    return get_object_or_404(rows, pk=pk)

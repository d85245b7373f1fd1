"""What the supervisors do: settle disputes, check, urge, link, decide on changes."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import moment_of_the_city
from guangyue.tasks import lists
from guangyue.tasks.forms import (
    AnswerForm,
    ChangeForm,
    CheckForm,
    DecisionForm,
    ProdForm,
    SameForm,
    SettlementForm,
)
from guangyue.tasks.models import Assignment, AssignmentUnit, DeadlineChange, Prod, Report
from guangyue.tasks.permissions import (
    APPROVE_CHANGES,
    DECOMPOSE_TASKS,
    REPORT_TASKS,
    SEE_TASKS,
    VERIFY_TASKS,
)
from guangyue.tasks.services.answering import replace_unit, settle_dispute
from guangyue.tasks.services.changing import ask_change, decide_change, link_same
from guangyue.tasks.services.closing import check_assignment, check_closing
from guangyue.tasks.services.urging import answer_prod, urge_unit
from guangyue.tasks.states import State
from guangyue.tasks.views.reaching import assignment_asked


@needs(DECOMPOSE_TASKS)
def settlement(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = assignment_asked(request, pk)
    dispute = shown.moves.filter(to=State.DISPUTED.name).order_by("-pk").first()

    @transaction.atomic
    def settle(said: Mapping[str, Any]) -> None:
        by, at = request.user, moment_of_the_city()
        if said["organisation"] and not said["stands"]:
            unit = AssignmentUnit(organisation=said["organisation"], name=said["organisation"].name)
            replace_unit(assignment=shown, former=said["former"], unit=unit, by=by, at=at)
        settle_dispute(assignment=shown, stands=said["stands"], said=said["said"], by=by, at=at)

    return answer_form(
        request,
        SettlementForm(posted(request), assignment=shown),
        title="处理异议",
        back=shown.get_absolute_url(),
        button="处理",
        facts=[
            ("督查事项", shown),
            ("提出异议的单位", dispute and dispute.organisation),
            ("理由", dispute and dispute.said),
        ],
        do=settle,
        done="异议已经处理。",
    )


@needs(VERIFY_TASKS)
def to_check(request: SignedInRequest) -> HttpResponseBase:
    """Those that wait: the last request of each assignment that is to be closed."""
    waiting = Assignment.objects.within(request.scope).filter(state=State.CLOSING.name)
    last = Report.objects.filter(assignment__in=waiting, kind=Report.Kind.CLOSING, checks=None)
    return show_list(request, lists.TO_CHECK, last.select_related("assignment__document", "organisation"))


@needs(VERIFY_TASKS)
def closing_check(request: SignedInRequest, pk: int) -> HttpResponse:
    """核查办结: the request with its evidence, and the verdict."""
    within = Assignment.objects.within(request.scope)
    rows = Report.objects.filter(assignment__in=within, kind=Report.Kind.CLOSING)
    shown = get_object_or_404(rows.select_related("assignment__document", "organisation", "by"), pk=pk)
    form = CheckForm(posted(request))
    return answer_form(
        request,
        form,
        title="核查办结",
        back=shown.assignment.get_absolute_url(),
        button="提交核查",
        do=lambda said: check_closing(report=shown, **form.found(), by=request.user, at=moment_of_the_city()),
        done="核查已经登记：属实的销号，其他的退回。",
        template="tasks/closing_check.html",
        facts=[("report", shown), ("evidence", shown.evidence.select_related("file"))],
    )


@needs(VERIFY_TASKS)
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    """抽查、实地核查."""
    shown = assignment_asked(request, pk)
    form = CheckForm(posted(request))
    return answer_form(
        request,
        form,
        title="登记核查",
        lead="优先采用不发通知、直奔现场的核查；已经报过的数字不重复要。",
        back=shown.get_absolute_url(),
        button="登记",
        facts=[("督查事项", shown), ("最近报的进度", f"{shown.percent}%")],
        do=lambda said: check_assignment(
            assignment=shown, **form.found(), by=request.user, at=moment_of_the_city()
        ),
        done="核查已经登记。",
    )


@needs(DECOMPOSE_TASKS)
def urging(request: SignedInRequest, pk: int) -> HttpResponse:
    """催办、督办."""
    shown = assignment_asked(request, pk)
    return answer_form(
        request,
        ProdForm(posted(request), assignment=shown),
        title="催办、督办",
        lead="催办是提醒；督办要写明依据的条款，经办人留名。",
        back=shown.get_absolute_url(),
        button="发出",
        facts=[("督查事项", shown), ("完成时限", shown.due_on), ("进度", f"{shown.percent}%")],
        do=lambda said: urge_unit(
            **{**said, "kind": Prod.Kind(said["kind"])}, by=request.user, at=moment_of_the_city()
        ),
        done="已经发出，单位会收到通知。",
    )


@needs(SEE_TASKS)
def prods(request: SignedInRequest) -> HttpResponseBase:
    rows = Prod.objects.within(request.scope)
    return show_list(
        request,
        lists.PRODS,
        rows.select_related("assignment__document", "owed__document", "owed__organisation", "organisation"),
    )


@needs(SEE_TASKS)
def prod(request: SignedInRequest, pk: int) -> HttpResponse:
    """督办单 and its answer."""
    shown = _prod(request, pk)
    own = request.may(REPORT_TASKS) and request.scope_of(REPORT_TASKS).covers(
        region=shown.organisation.region_id, organisation=shown.organisation_id
    )
    context = {"prod": shown, "may_answer": own and shown.answered_at is None, "form": AnswerForm()}
    return render(request, "tasks/prod.html", context)


@needs(REPORT_TASKS)
def prod_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _prod(request, pk)
    return answer_form(
        request,
        AnswerForm(posted(request)),
        title="答复",
        back=shown.get_absolute_url(),
        button="答复",
        facts=[("事项", shown), ("事由", shown.reason), ("答复期限", shown.answer_by)],
        do=lambda said: answer_prod(prod=shown, **said, by=request.user, at=moment_of_the_city()),
        done="答复已经提交。",
    )


@needs(DECOMPOSE_TASKS)
def same(request: SignedInRequest, pk: int) -> HttpResponse:
    """登记同一事项."""
    shown = assignment_asked(request, pk)
    return answer_form(
        request,
        SameForm(posted(request)),
        title="登记同一事项",
        lead="两份文件定了同一件事的，两项都保留并且连起来；一份进展可以两处用。",
        back=shown.get_absolute_url(),
        button="登记",
        facts=[("督查事项", shown)],
        do=lambda said: link_same(
            one=shown, other=said["other"], said=said["said"], by=request.user, at=moment_of_the_city()
        ),
        done="已经连起来。",
    )


@needs(DECOMPOSE_TASKS)
def change_proposed(request: SignedInRequest, pk: int) -> HttpResponse:
    """申请调整, by the supervisors: when the document itself was changed or repealed."""
    shown = assignment_asked(request, pk)
    return answer_form(
        request,
        ChangeForm(posted(request)),
        title="提出调整",
        lead="文件修改、废止的，提出调整或者终止，由负责人批准。",
        back=shown.get_absolute_url(),
        button="提出",
        facts=[("督查事项", shown), ("完成时限", shown.due_on)],
        do=lambda said: ask_change(assignment=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经提出，等待批准。",
    )


@needs(SEE_TASKS)
def changes(request: SignedInRequest) -> HttpResponseBase:
    within = Assignment.objects.within(request.scope)
    rows = DeadlineChange.objects.filter(assignment__in=within)
    return show_list(request, lists.CHANGES, rows.select_related("assignment__document", "asked_by"))


@needs(SEE_TASKS)
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """One request, with its decision or the form for it."""
    within = Assignment.objects.within(request.scope)
    rows = DeadlineChange.objects.filter(assignment__in=within)
    shown = get_object_or_404(rows.select_related("assignment__document", "asked_by", "decided_by"), pk=pk)
    context = {
        "change": shown,
        "may_decide": request.may(APPROVE_CHANGES)
        and shown.decided_at is None
        and shown.asked_by_id != request.user.pk,
        "form": DecisionForm(),
    }
    return render(request, "tasks/change.html", context)


@needs(APPROVE_CHANGES)
def change_decision(request: SignedInRequest, pk: int) -> HttpResponse:
    within = Assignment.objects.within(request.scope)
    rows = DeadlineChange.objects.filter(assignment__in=within)
    shown = get_object_or_404(rows.select_related("assignment__document"), pk=pk)
    return answer_form(
        request,
        DecisionForm(posted(request)),
        title="决定调整申请",
        back=shown.assignment.get_absolute_url(),
        button="提交决定",
        facts=[
            ("督查事项", shown.assignment),
            ("原时限", shown.former),
            ("新时限", "终止" if shown.ends else shown.to),
            ("依据", shown.ground),
        ],
        do=lambda said: decide_change(change=shown, **said, by=request.user, at=moment_of_the_city()),
        done="决定已经登记。",
    )


def _prod(request: SignedInRequest, pk: int) -> Prod:
    rows = Prod.objects.within(request.scope).select_related(
        "assignment__document", "owed__document", "owed__organisation", "organisation", "by", "answered_by"
    )
    return get_object_or_404(rows, pk=pk)

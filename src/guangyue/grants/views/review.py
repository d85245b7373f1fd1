"""审核申请和核定: the verdict condition by condition, the facts with their sources, and the decision."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.grants import lists
from guangyue.grants.cases import APPLICANT, OFFICIAL, KnownCase
from guangyue.grants.forms import Answers, DecisionForm, SupplementForm, ask
from guangyue.grants.looking import note_look
from guangyue.grants.models import Application, Decision
from guangyue.grants.notices import masked_payee, notice_of
from guangyue.grants.papers import papers_of
from guangyue.grants.permissions import REVIEW_APPLICATIONS
from guangyue.grants.refusals import NotInForce
from guangyue.grants.restricting import restrictions_on
from guangyue.grants.services.applications import (
    accept_application,
    ask_for_supplement,
    subjects_of_application,
)
from guangyue.grants.services.decisions import (
    case_now,
    correct_decision,
    decide_application,
    judge_case,
)
from guangyue.grants.services.replay import replay_decision, rule_of
from guangyue.grants.telling import differences, facts_of, figures_of, formula_of
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting import answer_with
from guangyue.policies.citations import addresses_of
from guangyue.policies.figures import standing_table
from guangyue.rules.authoring import Rule
from guangyue.rules.frozen import thaw
from guangyue.rules.verdicts import Outcome, Status
from guangyue.systems.today import day_of_the_city

DECIDE = "decide"


@needs(REVIEW_APPLICATIONS)
def applications(request: SignedInRequest) -> HttpResponseBase:
    rows = Application.objects.handed_in().within(request.scope)
    return show_list(request, lists.APPLICATIONS, rows.select_related("person", "firm", "region"))


@never_cache
@needs(REVIEW_APPLICATIONS)
def application(request: SignedInRequest, number: str) -> HttpResponse:
    """The application as it stands; sent back with a decision, it is decided."""
    application = _within(request, number)
    if not application.is_waiting:
        note_look(application=application, by=request.user, at=timezone.now())
        return render(request, "grants/application.html", _handed_in(application))
    return _deciding(request, application)


@require_POST
@needs(REVIEW_APPLICATIONS)
def acceptance(request: SignedInRequest, number: str) -> HttpResponse:
    application = accept_application(application=_within(request, number), by=request.user, at=timezone.now())
    messages.success(request, "已经受理。")
    return redirect(application)


@require_POST
@needs(REVIEW_APPLICATIONS)
def supplement(request: SignedInRequest, number: str) -> HttpResponse:
    application = _within(request, number)
    form = SupplementForm(request.POST)
    if not form.is_valid():
        raise Refused("请写明要补正什么，一次性告知。", field="said")
    ask_for_supplement(
        application=application, said=form.cleaned_data["said"], by=request.user, at=timezone.now()
    )
    messages.success(request, "已经通知申请人补正。")
    return redirect(application)


@needs(REVIEW_APPLICATIONS)
def decisions(request: SignedInRequest) -> HttpResponseBase:
    rows = Decision.objects.within(request.scope)
    return show_list(request, lists.DECISIONS, rows.select_related("region"))


@never_cache
@needs(REVIEW_APPLICATIONS)
def decision(request: SignedInRequest, number: str) -> HttpResponse:
    """核定: exactly what was kept, and, when asked, whether it comes out the same again."""
    decision = _decision(request, number)
    replayed = replay_decision(decision) if request.method == "POST" else None
    rule = rule_of(decision)
    context = {
        "decision": decision,
        "masked": masked_payee(decision),
        "corrected_by": Decision.objects.filter(corrects=decision).first(),
        "told": facts_of(rule, _kept_case(decision, rule)) if rule else [],
        "figures": list(figures_of(decision)),
        "formula": formula_of(rule) if rule else "",
        "outcomes": {one.name: one.value for one in Outcome},
        "replayed": replayed,
        "may_correct": decision.application is not None
        and decision.application.state in (Application.State.APPROVED, Application.State.REFUSED)
        and not Decision.objects.filter(corrects=decision).exists(),
    }
    return render(request, "grants/decision.html", context)


@never_cache
@needs(REVIEW_APPLICATIONS)
def notice(request: SignedInRequest, number: str) -> HttpResponseBase:
    return answer_with(notice_of(_decision(request, number)))


@never_cache
@needs(REVIEW_APPLICATIONS)
def correction(request: SignedInRequest, number: str) -> HttpResponse:
    """更正核定: as deciding, on what is known now."""
    corrected = _decision(request, number)
    if corrected.application is None:
        raise Refused("名册的核定请用新的名册更正。")
    return _deciding(request, corrected.application, corrects=corrected)


def _deciding(
    request: SignedInRequest, application: Application, *, corrects: Decision | None = None
) -> HttpResponse:
    """The verdict on what is known now, what an official can establish, and the decision."""
    at = timezone.now()
    note_look(application=application, by=request.user, at=at)
    rule = _rule_of(application)
    data = request.POST if request.method == "POST" else None
    answers = _answers(application, rule, data=data, at=at)
    decides = data is not None and data.get("do") == DECIDE
    offered = application.offered
    on = day_of_the_city()
    held = restrictions_on(offered=offered, payee=application.payee, on=on) if offered else []
    form = DecisionForm(
        for_a_person=answers.verdict.status is Status.FOR_A_PERSON and not held,
        correction=corrects is not None,
        data=data if decides else None,
    )
    refusal = ""
    if decides and answers.is_valid and form.is_valid():
        try:
            made = _decide(application, corrects, answers, form, by=request.user, at=at)
        except Refused as failed:
            refusal = failed.sentence
        else:
            messages.success(request, f"已经作出核定：{made.get_outcome_display()}。")
            return redirect(made)
    handed_in = subjects_of_application(application, rule)
    context = {
        **_handed_in(application),
        "rule": rule,
        "answers": answers,
        "verdict": answers.verdict,
        "restrictions": held,
        "told": facts_of(rule, answers.case),
        "differences": differences(rule, handed_in, answers.case),
        "clauses": addresses_of([rule]),
        "form": form,
        "refusal": refusal,
        "supplement": SupplementForm(),
        "may_supplement": corrects is None
        and not application.moves.filter(to=Application.State.SUPPLEMENT).exists(),
        "corrects": corrects,
    }
    refused = bool(refusal) or not answers.is_valid or bool(form.errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "grants/deciding.html", context, status=status)


def _decide(
    application: Application,
    corrects: Decision | None,
    answers: Answers,
    form: DecisionForm,
    *,
    by: User,
    at: datetime,
) -> Decision:
    established, granted = answers.forms.said(), form.outcome()
    reason = form.cleaned_data["reason"]
    if corrects:
        return correct_decision(
            decision=corrects, established=established, granted=granted, reason=reason, by=by, at=at
        )
    return decide_application(
        application=application, established=established, granted=granted, reason=reason, by=by, at=at
    )


def _answers(application: Application, rule: Rule, *, data: Any, at: datetime) -> Answers:
    """What the registers and the applicant say; an official may establish what no register knows."""
    known = case_now(application=application, rule=rule, at=at)
    table = standing_table(known_at=at)
    return ask(
        rule,
        known=known,
        before=[{} for _ in rule.subjects],
        judge=lambda case: judge_case(rule=rule, case=case, on=application.judged_on, table=table).verdict,
        who=OFFICIAL,
        also=[(place, name) for place, said in enumerate(known.said(APPLICANT)) for name in said],
        data=data,
    )


def _handed_in(application: Application) -> dict[str, Any]:
    """The application as it was handed in, and its road."""
    offered = application.offered
    rule = offered.in_force(application.judged_on) if offered else None
    return {
        "application": application,
        "offered": offered,
        "told": facts_of(rule, subjects_of_application(application, rule)) if rule else [],
        "moves": application.moves.select_related("by__organisation"),
        "decisions": application.decisions.order_by("pk"),
        "papers": papers_of(application),
    }


def _within(request: SignedInRequest, number: str) -> Application:
    rows = Application.objects.handed_in().within(request.scope)
    beside = ("person__account", "firm__account", "region", "case")
    return get_object_or_404(rows.select_related(*beside), number=number)


def _decision(request: SignedInRequest, number: str) -> Decision:
    rows = Decision.objects.within(request.scope)
    return get_object_or_404(
        rows.select_related("application", "corrects", "decided_by__organisation", "region", "roster"),
        number=number,
    )


def _rule_of(application: Application) -> Rule:
    offered = application.offered
    rule = offered.in_force(application.judged_on) if offered else None
    if rule is None:
        raise NotInForce(application.title, application.judged_on)
    return rule


def _kept_case(decision: Decision, rule: Rule) -> KnownCase:
    subjects = tuple(thaw(kind, kept) for kind, kept in zip(rule.subjects, decision.facts, strict=True))
    return KnownCase(subjects, decision.sources)

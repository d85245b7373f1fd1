"""申请和我的申请: what a person or a firm applies for, and what became of it."""

from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import Kind
from guangyue.grants.cases import APPLICANT, REGISTER, Payee, day_of_occasion, registered_case
from guangyue.grants.flow import matter_code
from guangyue.grants.forms import Answers, ConsentForm, ask
from guangyue.grants.models import Application, Move
from guangyue.grants.models.applications import ApplicationQuerySet
from guangyue.grants.notices import notice_of
from guangyue.grants.papers import papers_of
from guangyue.grants.refusals import NotForThem
from guangyue.grants.restricting import restrictions_on
from guangyue.grants.services.applications import (
    own_draft,
    rule_applied_for,
    save_application,
    subjects_of_application,
    submit_application,
    withdraw_application,
)
from guangyue.grants.services.decisions import judge_case
from guangyue.grants.telling import facts_of, figures_of
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.refusals import Refused
from guangyue.kit.typesetting import answer_with
from guangyue.policies.citations import addresses_of
from guangyue.policies.figures import standing_table
from guangyue.registries.identity import identity_address, identity_of
from guangyue.rules.authoring import Rule
from guangyue.systems.offered import Offered, offered_as
from guangyue.systems.offered import offered as all_offered
from guangyue.systems.today import day_of_the_city

SAVE, PAPERS, SUBMIT = "save", "papers", "submit"
LONGEST_ITEM = 80
ROADS = Prefetch("moves", Move.objects.select_related("by__organisation"))


@never_cache
@for_signed_in
def apply(request: SignedInRequest, code: str) -> HttpResponse:
    """The application, filled with what the registers know; asked is only what they do not."""
    offered = _offered(code)
    code = offered.code
    payee = identity_of(request.user)
    if payee is None:
        return _without_identity(request)
    item = _item(request, payee)
    draft = own_draft(payee=payee, code=code, item=item)
    if draft is None and (under_way := _under_way(payee, code, item)):
        messages.info(request, "这件申请已经在办理。")
        return redirect("grants:own_application", under_way.key)
    on = draft.on if draft else _day_asked(request)
    day = day_of_occasion(offered=offered, payee=payee, item=item, on=on, known_at=timezone.now())
    rule = rule_applied_for(offered=offered, payee=payee, on=day)
    data = request.POST if request.method == "POST" else None
    answers = _answers(offered, rule, payee, item, on, day, draft, data)
    does = data.get("do", "") if data is not None else ""
    consent = ConsentForm(data if does == SUBMIT else None)
    if answers.is_valid and (does in (SAVE, PAPERS) or (does == SUBMIT and consent.is_valid())):
        return _take(request, offered, payee, item, on, answers, does=does)
    context = {
        "offered": offered,
        "rule": rule,
        "payee": payee,
        "on": day,
        "draft": draft,
        "answers": answers,
        "verdict": answers.verdict,
        "told": facts_of(rule, answers.case, REGISTER),
        "clauses": addresses_of([rule]),
        "consent": consent,
        "restrictions": restrictions_on(offered=offered, payee=payee, on=day_of_the_city()),
        "papers": papers_of(draft),
        "supplement": draft.moves.filter(to=Application.State.SUPPLEMENT).first() if draft else None,
    }
    refused = not answers.is_valid or (consent.is_bound and not consent.is_valid())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "grants/apply.html", context, status=status)


@never_cache
@for_signed_in
def mine(request: SignedInRequest) -> HttpResponse:
    """我的申请."""
    payee = identity_of(request.user)
    if payee is None and request.user.kind != Kind.STAFF:
        return _without_identity(request)
    rows = Application.objects.of_payee(payee) if payee else Application.objects.none()
    applications = rows.prefetch_related(ROADS, "decisions").order_by("-saved_at")
    return render(request, "grants/mine.html", {"applications": list(applications)})


@never_cache
@for_signed_in
def own_application(request: SignedInRequest, key: UUID) -> HttpResponse:
    """回执和进度: one's own application with the road it travelled."""
    application = _own(request, key)
    offered = application.offered
    rule = offered.in_force(application.judged_on) if offered else None
    decision = application.decisions.standing().order_by("-pk").first()
    context = {
        "application": application,
        "offered": offered,
        "told": facts_of(rule, subjects_of_application(application, rule)) if rule else [],
        "moves": application.moves.select_related("by__organisation"),
        "decision": decision,
        "papers": papers_of(application),
        "figures": list(figures_of(decision)) if decision else [],
    }
    return render(request, "grants/own_application.html", context)


@never_cache
@for_signed_in
def own_notice(request: SignedInRequest, key: UUID) -> HttpResponseBase:
    """核定通知书, for the applicant."""
    decision = _own(request, key).decisions.standing().order_by("-pk").first()
    if decision is None:
        raise Http404
    return answer_with(notice_of(decision))


@require_POST
@for_signed_in
def withdrawal(request: SignedInRequest, key: UUID) -> HttpResponse:
    withdraw_application(application=_own(request, key), by=request.user, at=timezone.now())
    messages.success(request, "申请已经撤回。")
    return redirect("grants:mine")


def _take(
    request: SignedInRequest,
    offered: Offered,
    payee: Payee,
    item: str,
    on: date,
    answers: Answers,
    *,
    does: str,
) -> HttpResponse:
    at = timezone.now()
    with transaction.atomic():
        application = save_application(
            offered=offered, payee=payee, item=item, on=on, said=answers.forms.said(), at=at
        )
        if does == SUBMIT:
            application = submit_application(application=application, consent=True, by=request.user, at=at)
    if does == SUBMIT:
        messages.success(request, f"申请已经提交，编号 {application.number}。")
        return redirect("grants:own_application", application.key)
    if does == PAPERS and application.case:
        return redirect("cases:fill_papers", application.case.key)
    messages.success(request, "已经保存，下次可以接着填。")
    return redirect(request.get_full_path())


def _answers(
    offered: Offered,
    rule: Rule,
    payee: Payee,
    item: str,
    on: date,
    day: date,
    draft: Application | None,
    data: Any,
) -> Answers:
    at = timezone.now()
    known = registered_case(offered=offered, rule=rule, payee=payee, item=item, on=on, known_at=at)
    said = subjects_of_application(draft, rule).said(APPLICANT) if draft else [{} for _ in rule.subjects]
    table = standing_table(known_at=at)
    return ask(
        rule,
        known=known,
        before=said,
        judge=lambda case: judge_case(rule=rule, case=case, on=day, table=table).verdict,
        who=APPLICANT,
        never=tuple(offered.offer.search.lists) if offered.offer.search else (),  # the office looks it up
        data=data,
    )


def _own(request: SignedInRequest, key: UUID) -> Application:
    payee = identity_of(request.user)
    rows: ApplicationQuerySet = Application.objects.of_payee(payee) if payee else Application.objects.none()
    return get_object_or_404(rows.select_related("person", "firm", "case"), key=key)


def _under_way(payee: Payee, code: str, item: str) -> Application | None:
    return Application.objects.of_payee(payee).open().filter(code=code, item=item).first()


def _without_identity(request: SignedInRequest) -> HttpResponse:
    if request.user.kind == Kind.STAFF:
        raise NotForThem
    messages.info(request, "申请以前先完成实名认证。")
    return redirect(identity_address(back=request.get_full_path()))


def _offered(code: str) -> Offered:
    """By its own code, or by that of its matter."""
    found = offered_as(code) or next((one for one in all_offered() if matter_code(one.code) == code), None)
    if found is None:
        raise Http404
    return found


def _item(request: HttpRequest, payee: Payee) -> str:
    """事由: as the address says it, or as the draft whose case it names."""
    try:
        case = UUID(request.GET.get("case", ""))
    except ValueError:
        return request.GET.get("item", "")[:LONGEST_ITEM]
    draft = Application.objects.of_payee(payee).filter(case__key=case).first()
    return draft.item if draft else ""


def _day_asked(request: HttpRequest) -> date:
    today = day_of_the_city()
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today
    if asked > today:
        raise Refused("申请日期不能晚于今天。", field="on")
    return asked

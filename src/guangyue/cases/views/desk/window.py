"""综合窗口: matter and applicant are found, papers are looked through, and the case is taken in."""

from collections.abc import Sequence
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accountability.models import Restriction as Decided
from guangyue.cases.acting import case_seen_by
from guangyue.cases.beside import found_beside, half_taken_beside
from guangyue.cases.counter import (
    drafts_of,
    find_matters,
    frequent_matters,
    places_received_for,
    recent_matters,
    window_of,
    windows_of,
)
from guangyue.cases.desk_forms import CheckForm, CounterForm
from guangyue.cases.finding import find_someone
from guangyue.cases.flow import Phase
from guangyue.cases.forms import DeclaredForm
from guangyue.cases.intake import Known, asked_form, known_answers
from guangyue.cases.models import Case, Restriction
from guangyue.cases.permissions import RECEIVE_CASES
from guangyue.cases.services.counter import Someone, Taken, begin_at_counter, keep_at_counter
from guangyue.cases.services.counter import take_in as take_in_case
from guangyue.cases.services.drafting import discard_draft
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.confirmation import ask_first
from guangyue.kit.refusals import Refused
from guangyue.matters.choosing import choose
from guangyue.matters.declaration import Source, Variant
from guangyue.matters.models import Matter
from guangyue.organisations.views.acting import posted
from guangyue.registries.permissions import LOOK_AT_PERSONS
from guangyue.systems.today import day_of_the_city

KEEP = "keep"


@needs(RECEIVE_CASES)
def window(request: SignedInRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    found, beside = find_matters(words), found_beside(words)
    if len(found) == 1 and not beside and request.headers.get("HX-Request") != "true":
        return redirect("cases:take_in", found[0].code)
    context = {
        "words": words,
        "found": found,
        "beside": beside,
        "recent": recent_matters(request.user),
        "frequent": frequent_matters(),
        "drafts": drafts_of(request.user),
        "half_taken": half_taken_beside(request.user),
    }
    return render(request, "cases/desk_window.html", context)


@never_cache
@needs(RECEIVE_CASES)
def take_in(request: SignedInRequest, code: str) -> HttpResponse:
    """The situation, chosen directly or led to by questions, and who applies."""
    open_now = Matter.objects.open().select_related("current", "owner").defer("current__declaration")
    matter = get_object_or_404(open_now, code=code)
    assert matter.current is not None
    declared = matter.current.declared
    choice = choose(declared, request.GET.dict())
    led_to = choice.variant.key if choice.variant else ""
    data = posted(request)
    windows = windows_of(request.scope)
    places = places_received_for(windows)
    form = CounterForm(declared.variants, places, data=data, variant=led_to or _only(declared.variants))
    if form.is_bound and form.is_valid():
        try:
            case = begin_at_counter(
                matter=matter,
                variant=form.cleaned_data["variant"],
                region=form.cleaned_data["region"],
                window=window_of(request.user, windows),
                someone=_someone(request, form, matter),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refused:
            form.add_error(_field_of(refused, form), refused.sentence)
        else:
            return redirect("cases:counter", case.key)
    context = {
        "matter": matter,
        "declared": declared,
        "choice": choice,
        "form": form,
        "restrictions": Restriction.objects.on(local_day(timezone.now())).concerning(matter, places),
        "decided": Decided.objects.on(local_day(timezone.now())).stopping(matter, places),
    }
    return render(request, "cases/desk_take_in.html", context, status=_status(form.errors))


@never_cache
@needs(RECEIVE_CASES)
def counter(request: SignedInRequest, key: UUID) -> HttpResponse:
    """The form with what the registers know, and the papers one by one."""
    case = _own_draft(request, key)
    known = _known(case)
    papers = list(case.papers.order_by("pk"))
    data = posted(request)
    keeping = data is not None and data.get("do") == KEEP
    answers = asked_form(case, known, data=data, whole=not keeping)
    checks = CheckForm(case, [one for one in papers if one.source == Source.APPLICANT.name], data=data)
    if data is not None:
        fit = all([answers.is_valid(), checks.is_valid()])
        if keeping:
            keep_at_counter(case=case, taken=_taken(known, answers, checks))
            messages.success(request, "已经暂存，在综合窗口的“收了一半的”里可以接着办。")
            return redirect("cases:window")
        if fit:
            try:
                taken = _take_in(request, case, known, answers, checks)
            except Refused as refused:
                checks.add_error(_field_of(refused, checks), refused.sentence)
            else:
                return redirect("cases:window_receipt", taken.number)
    context = {
        "case": case,
        "known": known,
        "answers": answers,
        "checks": checks,
        "fetched": [one for one in papers if one.source != Source.APPLICANT.name],
    }
    return render(request, "cases/desk_counter.html", context, status=_status(answers.errors, checks.errors))


@require_POST
@needs(RECEIVE_CASES)
def counter_discard(request: SignedInRequest, key: UUID) -> HttpResponse:
    case = _own_draft(request, key)
    question = ask_first(
        request,
        question=f"不收了：{case.title}？",
        consequence="填好的内容会删去，不能恢复。",
        yes="确认不收了",
    )
    if question:
        return question
    discard_draft(case=case)
    messages.success(request, "没有收的内容已经删去。")
    return redirect("cases:window")


@never_cache
@needs(RECEIVE_CASES)
def receipt(request: SignedInRequest, number: str) -> HttpResponse:
    """收件凭证: what the applicant takes home."""
    case = case_seen_by(request, number, "version", "region", "unit", "received_by")
    context = {
        "case": case,
        "papers": list(case.papers.exclude(state="wanted").order_by("pk")),
        "owed": list(case.papers.owed().order_by("supply_by")),
        "missing": list(case.papers.missing().order_by("pk")),
        "letters": list(case.letters.all()),
        "told_once": case.stands_in is Phase.SUPPLEMENT,
        "progress": request.build_absolute_uri(reverse("cases:progress")),
    }
    return render(request, "cases/desk_receipt.html", context)


def _someone(request: SignedInRequest, form: CounterForm, matter: Matter) -> Someone:
    return find_someone(
        number=form.cleaned_data["number"],
        is_person=form.is_person,
        name=form.cleaned_data["name"],
        title=matter.name,
        by=request.user,
        scope=request.scope_of(LOOK_AT_PERSONS),
        at=timezone.now(),
    )


def _take_in(
    request: SignedInRequest, case: Case, known: list[Known], answers: DeclaredForm, checks: CheckForm
) -> Case:
    taken = take_in_case(
        case=case,
        taken=_taken(known, answers, checks),
        consent=checks.cleaned_data["consent"],
        promised=checks.cleaned_data["promised"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, f"已经收件：{taken.number}。")
    return taken


def _taken(known: list[Known], answers: DeclaredForm, checks: CheckForm) -> Taken:
    return Taken(
        answers={**{one.field.key: one.value for one in known}, **answers.kept()},
        sources={one.field.key: one.source for one in known},
        marks=checks.marks(),
        phone=checks.cleaned_data.get("phone", ""),
        delivery=checks.cleaned_data.get("delivery", ""),
    )


def _known(case: Case) -> list[Known]:
    applicant = case.person or case.firm
    return known_answers(case.declared, case.situation, applicant, on=day_of_the_city(), at=timezone.now())


def _own_draft(request: SignedInRequest, key: UUID) -> Case:
    rows = Case.objects.filter(received_by=request.user, phase=Phase.DRAFT.name)
    return get_object_or_404(rows.at_hand().select_related("region", "version__matter"), key=key)


def _only(variants: Sequence[Variant]) -> str:
    return variants[0].key if len(variants) == 1 else ""


def _field_of(refused: Refused, form: CounterForm | CheckForm) -> str | None:
    return refused.field if refused.field in form.fields else None


def _status(*errors: object) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if any(errors) else HTTPStatus.OK

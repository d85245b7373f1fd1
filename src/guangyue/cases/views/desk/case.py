"""办件 on one page: all that is known of a case, and what whoever opens it may do now."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.cases.acting import (
    acts,
    arrows_for,
    case_seen_by,
    cases_listed_for,
    cases_seen_by,
    does_duty,
    may_transfer,
)
from guangyue.cases.asides import asides_of
from guangyue.cases.desk_forms import ChargeForm, OpinionForm, PaymentForm
from guangyue.cases.dossier import (
    BESIDE,
    clock_shown,
    elsewhere,
    identity_of,
    opinion_clock,
    papers_counted,
    papers_shown,
    points_shown,
    time_told,
)
from guangyue.cases.flow import Actor
from guangyue.cases.intake import told_answers
from guangyue.cases.looking import is_shown, look_at_applicant
from guangyue.cases.models import Case, Mandate, Opinion, PaperFile, PointResult, Veto
from guangyue.cases.next_moves import next_moves
from guangyue.cases.permissions import CHASE_CASES, REVIEW_CASES, SEE_CASES
from guangyue.cases.pictures import road_of_case
from guangyue.cases.services.delivery import delivering_arrow
from guangyue.cases.services.refusing import REFUSE_INTAKE
from guangyue.cases.views.desk.moves import see_case
from guangyue.files.answers import answer_with_file, answer_with_small
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.models import HolidayNotice


@never_cache
@needs(SEE_CASES)
def case(request: SignedInRequest, number: str) -> HttpResponse:
    case = case_seen_by(request, number, *BESIDE)
    at, calendar = timezone.now(), HolidayNotice.objects.calendar()
    opinions = list(case.opinions.select_related("organisation", "given_by"))
    shown = is_shown(case, by=request.user, at=at)
    context = {
        "case": case,
        "shown": shown,
        "identity": identity_of(case, shown=shown),
        "moves": next_moves(case, arrows_for(request, case), by=request.user, at=at),
        "reviews": _reviews(request, case),
        "told": told_answers(case),
        "asides": asides_of(case, request),
        "papers": papers_shown(case, request.GET.get("papers", "")),
        "papers_counted": papers_counted(case),
        "opinions": [
            (one, opinion_clock(one, calendar=calendar, at=at), _answers(request, one)) for one in opinions
        ],
        "opinion_form": OpinionForm(),
        "points": points_shown(case),
        "point_results": PointResult.Result.choices,
        "charges": list(case.charges.all()),
        "charge_form": ChargeForm(),
        "payment_form": PaymentForm(initial={"paid_on": timezone.localdate(at)}),
        "clock": clock_shown(case, calendar=calendar, at=at),
        "pauses": list(case.pauses.select_related("by")),
        "stops": road_of_case(case, at=at),
        "letters": list(case.letters.select_related("issued_by")),
        "vetoes": _vetoes(request, case),
        "may_veto": _may_veto(request, case),
        "delivers": delivers.key if (delivers := delivering_arrow(case)) else "",
        "duties": [
            (duty, duty.done_at is None and does_duty(request, case, duty))
            for duty in case.duties.select_related("organisation", "done_by")
        ],
        "mandates": Mandate.objects.filter(case=case).select_related("helper"),
        "elsewhere": elsewhere(case) if may_transfer(request, case) else (),
        "time_used": time_told(case, at=at),
        "findings": list(case.late_findings.select_related("organisation", "person", "confirmed_by")),
        "may_confirm": request.may(CHASE_CASES),
        "neighbours": _neighbours(request, case),
    }
    return render(request, "cases/desk_case.html", context)


@require_POST
@needs(SEE_CASES)
def look(request: SignedInRequest, number: str) -> HttpResponse:
    """查看申请人: noted in their own record, with the number of the case as what for."""
    case = case_seen_by(request, number, "person")
    look_at_applicant(case=case, by=request.user, at=timezone.now())
    messages.success(request, "已经记下这次查看，申请人可以看到。")
    return see_case(case)


@never_cache
@needs(SEE_CASES)
def paper_file(request: SignedInRequest, key: UUID) -> HttpResponse:
    """材料附件 of a case within reach; `?small` for the picture on the page, `?save` to keep it."""
    filed = PaperFile.objects.filter(paper__case__in=cases_seen_by(request), taken_out_at=None)
    file = get_object_or_404(filed.select_related("file"), file__key=key).file
    if file.is_picture and "small" in request.GET:
        return answer_with_small(file)
    return answer_with_file(file, download="save" in request.GET)


def _reviews(request: SignedInRequest, case: Case) -> bool:
    """Whether points are settled, charges asked and papers sent back by whoever opens it."""
    return not case.is_closed and acts(request, case, case.at_step.actor)


def _answers(request: SignedInRequest, opinion: Opinion) -> bool:
    waits = bool(opinion.asked_at) and not opinion.given_at and not opinion.withdrawn_at
    return waits and request.scope_of(REVIEW_CASES).covers(
        region=opinion.case.region_id, organisation=opinion.organisation_id
    )


def _may_veto(request: SignedInRequest, case: Case) -> bool:
    """Where the flow knows a refusal at all, the window may ask for it."""
    return case.flow.declared.arrow(REFUSE_INTAKE, since=case.step) is not None and acts(
        request, case, Actor.CLERK
    )


def _vetoes(request: SignedInRequest, case: Case) -> list[tuple[Veto, bool]]:
    decides = acts(request, case, Actor.DECIDER)
    vetoes = case.vetoes.select_related("asked_by", "decided_by")
    return [
        (veto, decides and veto.decided_at is None and veto.asked_by_id != request.user.pk) for veto in vetoes
    ]


def _neighbours(request: SignedInRequest, case: Case) -> tuple[str, str]:
    """The cases handed in just before and just after, for going through them by keyboard."""
    listed = cases_listed_for(request)
    before = listed.filter(handed_in_at__lt=case.handed_in_at).order_by("-handed_in_at")
    after = listed.filter(handed_in_at__gt=case.handed_in_at).order_by("handed_in_at")
    numbers = (rows.values_list("number", flat=True).first() for rows in (before, after))
    earlier, later = (number or "" for number in numbers)
    return earlier, later

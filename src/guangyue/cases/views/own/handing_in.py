"""核对提交: everything once more before it is handed in, and the receipt."""

from http import HTTPStatus
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.cases.entrance import draft_address
from guangyue.cases.filling import Filling, filling_of
from guangyue.cases.flow import Phase
from guangyue.cases.forms import HandingInForm
from guangyue.cases.intake import papers_missing, told_answers
from guangyue.cases.models import Case
from guangyue.cases.owning import Held, held
from guangyue.cases.refusals import FormUnfinished
from guangyue.cases.services.drafting import hand_in_draft
from guangyue.cases.services.own_papers import wanted_papers
from guangyue.cases.views.own.papers import page_of
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.codes import page_picture
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import enumerated
from guangyue.organisations.views.acting import posted


@never_cache
@for_signed_in
def review(request: SignedInRequest, key: UUID) -> HttpResponse:
    """核对 and 提交; sent twice, the second leads to the receipt of the first."""
    at = timezone.now()
    one = held(request.user, key, at=at)
    case = one.case
    if case.stands_in is not Phase.DRAFT:
        return redirect("cases:own_receipt" if case.number else "cases:own_case", case.key)
    if address := draft_address(case):
        return redirect(address)
    filling = filling_of(case, at=at)
    form = HandingInForm(posted(request), case=case, on_behalf=one.mandate is not None)
    error = ""
    if form.is_bound and form.is_valid():
        try:
            _hand_in(request, filling, form)
            return redirect("cases:own_receipt", case.key)
        except Refused as refusal:
            if refusal.field not in ("answers", "papers"):
                raise
            error = refusal.sentence
    return _show(request, one, filling, form, error)


@never_cache
@for_signed_in
def receipt(request: SignedInRequest, key: UUID) -> HttpResponse:
    """回执: the number and the code by which anyone who has it can follow the case."""
    one = held(request.user, key, at=timezone.now())
    if not one.case.number:
        return redirect("cases:fill", one.case.key)
    address = (
        f"{reverse('cases:progress')}?{urlencode({'number': one.case.number, 'code': one.case.check_code})}"
    )
    context = {
        "held": one,
        "case": one.case,
        "papers": one.case.papers.all(),
        "address": address,
        "picture": page_picture(address),
    }
    return render(request, "cases/own_receipt.html", context)


def _hand_in(request: SignedInRequest, filling: Filling, form: HandingInForm) -> None:
    case = filling.case
    if not filling.is_filled():
        raise FormUnfinished
    hand_in_draft(
        case=case,
        filled=filling.known_now(),
        delivery=form.cleaned_data["delivery"],
        post_to=form.cleaned_data["post_to"],
        by=request.user,
        at=timezone.now(),
    )


def _show(
    request: SignedInRequest, one: Held, filling: Filling, form: HandingInForm, error: str
) -> HttpResponse:
    case: Case = one.case
    context = {
        "held": one,
        "case": case,
        "told": told_answers(case, filling.known),
        "papers": page_of(wanted_papers(case), request.GET.get("papers", "")),
        "missing": enumerated([paper.title for paper in papers_missing(case.papers.all())]),
        "filled": filling.is_filled(),
        "form": form,
        "error": error,
    }
    refused = form.errors or error
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "cases/own_review.html", context, status=status)

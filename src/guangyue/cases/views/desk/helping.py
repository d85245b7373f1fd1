"""帮办委托 at the desk: what was given to a helper, and what a window registers from a signed paper."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.cases.counter import frequent_matters
from guangyue.cases.mandate_forms import PaperMandateForm
from guangyue.cases.models import Mandate
from guangyue.cases.permissions import HELP_APPLICANTS, RECEIVE_CASES
from guangyue.cases.services.helping import give_mandate
from guangyue.cases.views.desk.choosing import Choosing, choose_matter
from guangyue.cases.views.own.mandates import MOST_SHOWN, with_matters
from guangyue.files.services import keep_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused, at_the_field
from guangyue.matters.models import Matter
from guangyue.registries.models import Firm, Person
from guangyue.registries.services.lookups import find_person

SIGNED = Choosing(
    page="cases:paper_mandate",
    title="登记纸质委托",
    lead="先找到委托办理的事项；一份委托只办一个事项。",
    asks="委托办什么事？",
    back=("cases:window", "综合窗口"),
)


@never_cache
@needs(HELP_APPLICANTS)
def helping(request: SignedInRequest) -> HttpResponse:
    """Only those given to him."""
    today = local_day(timezone.now())
    theirs = Mandate.objects.filter(helper=request.user).select_related("person", "firm", "case")
    shown = with_matters(theirs[:MOST_SHOWN])
    context = {
        "live": [pair for pair in shown if pair[0].is_live(today)],
        "over": [pair for pair in shown if not pair[0].is_live(today)],
        "may_register": request.may(RECEIVE_CASES),
    }
    return render(request, "cases/helping.html", context)


@needs(RECEIVE_CASES)
def paper_mandates(request: SignedInRequest) -> HttpResponse:
    """登记纸质委托: for which matter."""
    return choose_matter(
        request, SIGNED, among=Matter.objects.open(), offered=frequent_matters(), heading="高频事项"
    )


@never_cache
@needs(RECEIVE_CASES)
def paper_mandate(request: SignedInRequest, code: str) -> HttpResponse:
    """For this matter: who signed, and the paper."""
    matter = get_object_or_404(Matter.objects.open().select_related("owner"), code=code)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperMandateForm(data, files, today=local_day(timezone.now()))
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            _register(request, matter, **form.cleaned_data)
            messages.success(request, "委托已经登记。")
            return redirect("cases:helping" if request.may(HELP_APPLICANTS) else "cases:paper_mandates")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "cases/paper_mandate.html", {"form": form, "matter": matter}, status=status)


def _register(request: SignedInRequest, matter: Matter, *, number: str, paper: Any, **said: Any) -> None:
    at = timezone.now()
    applicant = _applicant(request, number, at)
    kept = keep_file(upload=paper, by=request.user, at=at, field="paper")
    give_mandate(applicant=applicant, matter=matter, paper=kept, at=at, **said)


def _applicant(request: SignedInRequest, written: str, at: datetime) -> Person | Firm:
    """By number, within reach; looking for persons is counted and limited as everywhere."""
    firm = Firm.objects.within(request.scope).filter(credit_code=written.strip().upper()).first()
    if firm is not None:
        return firm
    try:
        return find_person(id_number=written, by=request.user, scope=request.scope, at=at)
    except Refused as refusal:
        raise Refused(refusal.sentence, field="number") from refusal

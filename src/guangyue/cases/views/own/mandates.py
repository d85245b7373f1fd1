"""我的委托: an applicant authorises a helper for one matter, and ends that."""

from collections.abc import Iterable
from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.cases.mandate_forms import MandateForm
from guangyue.cases.models import Mandate
from guangyue.cases.services.helping import end_mandate, give_mandate
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.clocks import local_day
from guangyue.kit.confirmation import ask_first
from guangyue.kit.refusals import at_the_field
from guangyue.matters.models import Matter
from guangyue.organisations.views.acting import posted
from guangyue.registries.identity import identity_address, identity_of

MOST_SHOWN = 200


@never_cache
@for_signed_in
def mandates(request: SignedInRequest) -> HttpResponse:
    """我的委托."""
    given = _given(request).select_related("helper__organisation", "case")
    context = {"mandates": with_matters(given[:MOST_SHOWN]), "today": local_day(timezone.now())}
    return render(request, "cases/own_mandates.html", context)


@never_cache
@for_signed_in
def mandate_giving(request: SignedInRequest, code: str) -> HttpResponse:
    """请人帮办一个事项."""
    matter = get_object_or_404(Matter.objects.open(), code=code)
    applicant = identity_of(request.user)
    if applicant is None:
        messages.info(request, "委托别人以前，先完成实名认证。")
        return redirect(identity_address(back=request.path))
    form = MandateForm(posted(request), today=local_day(timezone.now()))
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            give_mandate(applicant=applicant, matter=matter, at=timezone.now(), **form.cleaned_data)
            messages.success(request, "委托已经送到，帮办人员会联系您。")
            return redirect("cases:mandates")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "cases/own_mandate_giving.html", {"form": form, "matter": matter}, status=status)


@require_POST
@for_signed_in
def mandate_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """终止委托."""
    mandate = get_object_or_404(_given(request), pk=pk)
    if question := ask_first(
        request, question="终止这份委托吗？", consequence="终止以后，帮办人员不能再看、再办。", yes="终止委托"
    ):
        return question
    end_mandate(mandate=mandate, at=timezone.now())
    messages.success(request, "委托已经终止。")
    return redirect("cases:mandates")


def with_matters(mandates: Iterable[Mandate]) -> list[tuple[Mandate, str]]:
    """Each with the name of its matter."""
    shown = list(mandates)
    names = dict(
        Matter.objects.filter(code__in={one.matter_code for one in shown}).values_list("code", "name")
    )
    return [(one, names.get(one.matter_code, one.matter_code)) for one in shown]


def _given(request: SignedInRequest) -> QuerySet[Mandate]:
    applicant = identity_of(request.user)
    return Mandate.objects.none() if applicant is None else Mandate.objects.given_by(applicant)

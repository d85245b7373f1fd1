"""名单建议 on the desk: told, heard, decided; nobody is listed by a sum alone."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.credit import lists
from guangyue.credit.forms import ListingDecisionForm, ProposalForm
from guangyue.credit.identifying import read_identifier
from guangyue.credit.models import CreditRecord, ListingProposal
from guangyue.credit.permissions import DECIDE_LISTS, FILE_RECORDS
from guangyue.credit.services.listing import decide_listing, propose_listing, tell_subject
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@needs(DECIDE_LISTS)
def proposals(request: SignedInRequest) -> HttpResponseBase:
    rows = ListingProposal.objects.within(request.scope).select_related("subject", "category", "unit")
    return show_list(request, lists.PROPOSALS, rows)


@never_cache
@needs(FILE_RECORDS)
def new_proposal(request: SignedInRequest) -> HttpResponse:
    """提出: by a unit that knows of grounds; told, heard and decided as what the points propose."""
    units = Organisation.objects.apart_from_bodies().within(request.scope).order_by("pk")
    form = ProposalForm(posted(request), units=units, initial={"unit": request.user.organisation})
    return answer_form(
        request,
        form,
        title="提出名单建议",
        lead="投诉举报多、安全隐患大的，由单位提出；告知并听取陈述申辩以后，由人决定列不列入。",
        back=reverse("credit:records"),
        button="提出",
        do=_propose,
        done="已经提出，等候告知当事人。",
    )


@needs(DECIDE_LISTS)
def proposal(request: SignedInRequest, pk: int) -> HttpResponse:
    return _show(
        request, _proposal(request, pk), ListingDecisionForm(initial={"document_on": day_of_the_city()})
    )


@require_POST
@needs(DECIDE_LISTS)
def telling(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = tell_subject(proposal=_proposal(request, pk), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经告知当事人，听取陈述申辩以后由另一个人决定。")
    return redirect(shown)


@require_POST
@needs(DECIDE_LISTS)
def listing_decision(request: SignedInRequest, pk: int) -> HttpResponse:
    shown, form = _proposal(request, pk), ListingDecisionForm(request.POST)
    at = moment_of_the_city()
    if not form.is_valid() or not carried_out(
        form, lambda said: decide_listing(proposal=shown, **said, by=request.user, at=at)
    ):
        return _show(request, shown, form)
    messages.success(request, "已经决定。")
    return redirect(shown)


def _propose(said: Mapping[str, Any]) -> ListingProposal:
    numbers = {key: said[key] for key in ("credit_code", "id_number")}
    return propose_listing(
        identifier=read_identifier(**numbers, on=day_of_the_city()),
        **{key: said[key] for key in ("name", "category", "unit", "reason")},
        at=moment_of_the_city(),
    )


def _proposal(request: SignedInRequest, pk: int) -> ListingProposal:
    people = "notified_by", "decided_by"
    rows = ListingProposal.objects.within(request.scope).select_related(
        "subject", "category", "unit", *people
    )
    return get_object_or_404(rows, pk=pk)


def _show(request: SignedInRequest, shown: ListingProposal, form: ListingDecisionForm) -> HttpResponse:
    told = shown.state == ListingProposal.State.NOTIFIED
    context = {
        "proposal": shown,
        "records": CreditRecord.objects.filter(number__in=shown.inputs.get("records", ())).with_all(),
        "form": form if told and shown.notified_by_id != request.user.pk else None,
        "waits_for_another": told and shown.notified_by_id == request.user.pk,
    }
    return render(request, "credit/proposal.html", context, status=422 if form.errors else 200)

"""授权查询: a firm lets a bank see what is recorded of it, takes that back; the bank looks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.credit.dossier import dossier_of
from guangyue.credit.forms import BankForm, ConsentForm
from guangyue.credit.models import BankConsent
from guangyue.credit.services.querying import give_consent, query_as_bank, withdraw_consent
from guangyue.credit.views.own import show_own, subject_of
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.refusals import Refused
from guangyue.organisations.views.acting import carried_out, posted
from guangyue.registries.identity import identity_of
from guangyue.registries.models import Firm
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@require_POST
@for_signed_in
def consent(request: SignedInRequest) -> HttpResponse:
    subject, form = subject_of(request.user), ConsentForm(request.POST)
    at = moment_of_the_city()
    if not form.is_valid() or not carried_out(
        form, lambda said: give_consent(subject=subject, **said, by=request.user, at=at)
    ):
        return show_own(request, subject, form)
    messages.success(request, "已经授权，随时可以撤回。")
    return redirect("credit:own")


@require_POST
@for_signed_in
def withdrawal(request: SignedInRequest, pk: int) -> HttpResponse:
    given = get_object_or_404(BankConsent, pk=pk, subject=subject_of(request.user))
    withdraw_consent(consent=given, at=moment_of_the_city())
    messages.success(request, "已经撤回授权。")
    return redirect("credit:own")


@never_cache
@for_signed_in
def bank(request: SignedInRequest) -> HttpResponse:
    """银行凭授权查询: by an account that stands for a firm, of what that firm was let see."""
    form = BankForm(posted(request))
    context: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        asking = identity_of(request.user)
        if not isinstance(asking, Firm):
            raise Refused("请用银行的企业账户查询。")
        query, given = query_as_bank(
            **form.cleaned_data, bank=asking, by=request.user, at=moment_of_the_city()
        )
        context |= {
            "query": query,
            "given": given,
            "dossier": dossier_of(given.subject, on=day_of_the_city()),
        }
    return render(request, "credit/bank.html", context, status=422 if form.errors else 200)

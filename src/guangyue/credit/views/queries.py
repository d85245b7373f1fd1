"""信用查询 on the desk: who asks says what for and sees for a quarter of an hour; and who asked."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from guangyue.accounts.models import User
from guangyue.credit import lists
from guangyue.credit.beside import beside
from guangyue.credit.dossier import dossier_of, in_sections
from guangyue.credit.forms import QueryForm
from guangyue.credit.identifying import read_identifier
from guangyue.credit.models import CreditQuery
from guangyue.credit.permissions import OVERSEE_CREDIT, QUERY_CREDIT
from guangyue.credit.services.querying import query_credit
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import carried_out, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city

LAST_SHOWN = 10


@never_cache
@needs(QUERY_CREDIT)
def asking(request: SignedInRequest) -> HttpResponse:
    form = QueryForm(posted(request))
    answered: list[CreditQuery] = []
    if (
        form.is_bound
        and form.is_valid()
        and carried_out(form, lambda said: answered.append(_ask(said, request.user)))
    ):
        return redirect(answered[0])
    mine = CreditQuery.objects.filter(by=request.user).select_related("subject")[:LAST_SHOWN]
    context = {"form": form, "mine": mine}
    return render(request, "credit/asking.html", context, status=422 if form.errors else 200)


@never_cache
@needs(QUERY_CREDIT)
def asked(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was asked for; a quarter of an hour later it has to be asked again."""
    query = get_object_or_404(CreditQuery.objects.select_related("subject"), pk=pk, by=request.user)
    standing = CreditQuery.objects.standing(by=request.user, at=moment_of_the_city())
    if not standing.filter(pk=query.pk).exists():
        return redirect(reverse("credit:asking"))
    context: dict[str, object] = {"query": query, "dossier": None}
    if query.subject:
        shown = dossier_of(query.subject, on=day_of_the_city())
        context |= {
            "dossier": shown,
            "sections": in_sections(shown.standing),
            "beside": beside(query.subject, request),
        }
    return render(request, "credit/asked.html", context)


@needs(OVERSEE_CREDIT)
def queries(request: SignedInRequest) -> HttpResponseBase:
    rows = CreditQuery.objects.select_related("by", "unit", "subject")
    return show_list(request, lists.QUERIES, rows)


def _ask(said: Mapping[str, Any], by: User) -> CreditQuery:
    on, at = day_of_the_city(), moment_of_the_city()
    identifier = read_identifier(id_number=said["id_number"], credit_code=said["credit_code"], on=on)
    return query_credit(identifier=identifier, purpose=said["purpose"], reason=said["reason"], by=by, at=at)

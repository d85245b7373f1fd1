"""联系名单 and 求助需求 for those who work in townships and villages: what they need, and no more."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.audit.recording import record
from guangyue.entitlements import lists
from guangyue.entitlements.forms import CallForm, VisitForm
from guangyue.entitlements.models import Call, Need
from guangyue.entitlements.permissions import CALL_PEOPLE, VISIT_NEEDS
from guangyue.entitlements.services.calling import note_call
from guangyue.entitlements.services.needs import note_visit
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.registries.dossier import lines_of
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Person


@never_cache
@needs(CALL_PEOPLE)
def calls(request: SignedInRequest) -> HttpResponseBase:
    rows = Call.objects.within(request.scope).select_related("person", "region")
    return show_list(request, lists.CALLS, rows, template="entitlements/calls.html")


@never_cache
@needs(CALL_PEOPLE)
def call(request: SignedInRequest, number: int) -> HttpResponse:
    rows = Call.objects.within(request.scope).select_related("person__account", "region", "noted_by")
    shown = get_object_or_404(rows, pk=number)
    record(action="查看联系对象的住址和电话", subject=shown, by=request.user, at=timezone.now())
    form = CallForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        note_call(call=shown, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "联系结果已经登记。")
        return redirect("entitlements:calls")
    context = {"call": shown, "form": form, "address": _address(shown.person), "phone": _phone(shown.person)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "entitlements/call.html", context, status=status)


@never_cache
@needs(VISIT_NEEDS)
def need_list(request: SignedInRequest) -> HttpResponseBase:
    rows = Need.objects.within(request.scope).select_related("person", "region")
    return show_list(request, lists.NEEDS, rows, template="entitlements/needs.html")


@never_cache
@needs(VISIT_NEEDS)
def need(request: SignedInRequest, number: int) -> HttpResponse:
    rows = Need.objects.within(request.scope).select_related("person__account", "region", "noted_by")
    shown = get_object_or_404(rows, pk=number)
    record(action="查看求助对象的住址和电话", subject=shown, by=request.user, at=timezone.now())
    form = VisitForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        note_visit(need=shown, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "走访结果已经登记。")
        return redirect("entitlements:needs")
    context = {
        "need": shown,
        "signals": lists.signals_told(shown),
        "form": form,
        "address": _address(shown.person),
        "phone": _phone(shown.person),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "entitlements/need.html", context, status=status)


def _address(person: Person) -> str:
    """Where to find them: the one fact of the register that the worker needs."""
    now = timezone.now()
    among = (kind_of(About.PERSON, "residence"),)
    lines = lines_of(person, among=among, on=timezone.localdate(now), known_at=now)
    return next((line.shown for line in lines if line.known), "")


def _phone(person: Person) -> str:
    return (person.account.phone or "") if person.account else ""

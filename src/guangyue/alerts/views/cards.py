"""指令 before whoever must act: on their own page, or by the code of the card; no account is needed."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.alerts.forms.orders import PictureForm, ReadingForm, ReceiverForm
from guangyue.alerts.models import Order, Source
from guangyue.alerts.papers.orders import card_of
from guangyue.alerts.services.proofs import show_picture, show_reading
from guangyue.alerts.services.receiving_orders import receive_order
from guangyue.alerts.views.orders import file_of
from guangyue.files.answers import answer_with_small
from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import carried_out

ENDED_SHOWN = 20


@never_cache
@for_signed_in
def my_orders(request: SignedInRequest) -> HttpResponse:
    """本单位的减排指令: those to follow first."""
    rows = Order.objects.of_account(request.user).select_related("source", "warning")
    context = {
        "sources": Source.objects.of_account(request.user),
        "open": rows.open().order_by("received_at", "-pk"),
        "ended": rows.exclude(ended_at=None)[:ENDED_SHOWN],
    }
    return render(request, "alerts/my_orders.html", context)


@never_cache
@open_to_all
def card(request: SignedInRequest, code: str) -> HttpResponse:
    """What must stop now, and how to say that it is known and done."""
    return _show(request, _order(code), PictureForm(), ReadingForm())


@require_POST
@open_to_all
def card_receipt(request: SignedInRequest, code: str) -> HttpResponse:
    """签收: one tap for whoever is signed in; whoever has only the card says who it is."""
    order = _order(code)
    holder = _holder(request, order)
    form = ReceiverForm(request.POST)
    if holder is None and not form.is_valid():
        return _show(request, order, PictureForm(), ReadingForm(), receiver=form)
    receive_order(
        order=order,
        how=Order.How.PAGE if holder else Order.How.CARD,
        receiver=str(holder) if holder else form.cleaned_data["receiver"],
        by=holder,
        at=timezone.now(),
    )
    messages.success(request, "已经签收，请马上执行。")
    return redirect("alerts:card", code)


@require_POST
@open_to_all
def card_picture(request: SignedInRequest, code: str) -> HttpResponse:
    order = _order(code)
    form = PictureForm(request.POST, request.FILES)

    def keep(said: Any) -> object:
        return show_picture(order=order, **said, by=_holder(request, order), at=timezone.now())

    if form.is_valid() and carried_out(form, keep):
        messages.success(request, "照片已经提交。")
        return redirect("alerts:card", code)
    return _show(request, order, form, ReadingForm())


@require_POST
@open_to_all
def card_reading(request: SignedInRequest, code: str) -> HttpResponse:
    order = _order(code)
    form = ReadingForm(request.POST)

    def keep(said: Any) -> object:
        return show_reading(order=order, **said, by=_holder(request, order), at=timezone.now())

    if form.is_valid() and carried_out(form, keep):
        messages.success(request, "读数已经提交。")
        return redirect("alerts:card", code)
    return _show(request, order, PictureForm(), form)


@open_to_all
def card_paper(request: SignedInRequest, code: str) -> HttpResponseBase:
    """指令卡 as PDF, to be printed and hung up."""
    return answer_with(card_of(_order(code)))


@open_to_all
def card_file(request: SignedInRequest, code: str, key: UUID) -> HttpResponseBase:
    """小图 of what was handed in with this card."""
    return answer_with_small(file_of(_order(code), key))


def _show(
    request: SignedInRequest,
    order: Order,
    picture: forms.Form,
    reading: forms.Form,
    *,
    receiver: forms.Form | None = None,
) -> HttpResponse:
    context = {
        "order": order,
        "level": order.warning.level,
        "begun": order.has_begun(at=timezone.now()),
        "holder": _holder(request, order),
        "receiver": receiver or ReceiverForm(),
        "picture": picture,
        "reading": reading,
        "proofs": order.proofs.select_related("file"),
        "former": order.former_texts.first(),
    }
    wrong = any(form is not None and form.errors for form in (picture, reading, receiver))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "alerts/card.html", context, status=status)


def _holder(request: SignedInRequest, order: Order) -> User | None:
    """Whoever is signed in and answers for the source."""
    user = request.user
    return user if user.is_authenticated and user == order.source.holder else None


def _order(code: str) -> Order:
    rows = Order.objects.select_related("source__firm__account", "source__region", "warning", "received_by")
    return get_object_or_404(rows, code=code.upper())

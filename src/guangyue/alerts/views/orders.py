"""减排指令 on the desk: who knows, who was told by telephone, what was shown, what was seen on the spot."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.alerts.forms.orders import CheckForm, ReceiverForm
from guangyue.alerts.lists import orders as ordering_lists
from guangyue.alerts.models import Dispatch, Order, OrderCheck, Warning
from guangyue.alerts.papers.orders import card_of
from guangyue.alerts.permissions import ANSWER_ALERTS, CHECK_ORDERS, RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.services.checking import check_order, hand_over_check
from guangyue.alerts.services.receiving_orders import receive_order
from guangyue.alerts.services.sending import send_again
from guangyue.files.answers import answer_with_file
from guangyue.files.models import File
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations.views.acting import answer_form


@needs(SEE_ALERTS)
def orders(request: SignedInRequest) -> HttpResponseBase:
    rows = Order.objects.within(request.scope).select_related("source__region", "warning")
    warning = Warning.objects.responding().in_force().first()
    context = {"warning": warning, "many": rows.of(warning).counted() if warning else {}}
    return show_list(request, ordering_lists.ORDERS, rows, template="alerts/orders.html", context=context)


@needs(SEE_ALERTS)
def order(request: SignedInRequest, code: str) -> HttpResponse:
    shown = _order(request, code)
    context = {
        "order": shown,
        "begun": shown.has_begun(at=timezone.now()),
        "former": shown.former_texts.select_related("by"),
        "proofs": shown.proofs.select_related("file", "by"),
        "checks": shown.checks.select_related("by", "photo"),
        "dispatches": shown.dispatches.order_by("-pk"),
        "may_answer": request.may(ANSWER_ALERTS),
        "may_check": request.may(CHECK_ORDERS),
        "may_run": request.may(RUN_ALERTS),
    }
    return render(request, "alerts/order.html", context)


@needs(SEE_ALERTS)
def order_card(request: SignedInRequest, code: str) -> HttpResponseBase:
    """指令卡, to be printed."""
    return answer_with(card_of(_order(request, code)))


@needs(ANSWER_ALERTS)
def order_call(request: SignedInRequest, code: str) -> HttpResponse:
    """电话告知: who could not be reached otherwise."""
    shown = _order(request, code)
    return answer_form(
        request,
        ReceiverForm(request.POST or None),
        title=f"登记电话告知 {shown.source}",
        lead="打电话逐项说明措施，对方确认以后登记。",
        facts=[("联系人", shown.source.contact), ("手机", shown.source.phone)],
        back=shown.get_absolute_url(),
        button="登记",
        do=lambda said: receive_order(
            order=shown, how=Order.How.CALL, **said, by=request.user, at=timezone.now()
        ),
        done="已经登记签收。",
    )


@needs(CHECK_ORDERS)
def order_check(request: SignedInRequest, code: str) -> HttpResponse:
    """现场督导."""
    shown = _order(request, code)
    form = CheckForm(request.POST or None, request.FILES or None)
    return answer_form(
        request,
        form,
        title=f"现场督导 {shown.source}",
        lead="没有完全落实的，列入问责线索，由指挥部办公室反馈问责组。",
        facts=[(one.title, one.does) for one in shown.instructions],
        back=shown.get_absolute_url(),
        button="登记检查",
        do=lambda said: check_order(order=shown, **said, by=request.user, at=timezone.now()),
        done="检查已经登记。",
    )


@needs(SEE_ALERTS)
def checks(request: SignedInRequest) -> HttpResponseBase:
    rows = OrderCheck.objects.within(request.scope).select_related(
        "order__source__region", "order__warning", "by"
    )
    return show_list(request, ordering_lists.CHECKS, rows)


@require_POST
@needs(RUN_ALERTS)
def check_handing(request: SignedInRequest, pk: int) -> HttpResponse:
    """反馈问责组."""
    rows = OrderCheck.objects.within(request.scope).select_related("order")
    check = get_object_or_404(rows, pk=pk)
    question = ask_first(
        request,
        question="把这条线索反馈问责组？",
        consequence="反馈以后记入台账，不能撤回。",
        yes="反馈",
    )
    if question:
        return question
    hand_over_check(check=check, by=request.user, at=timezone.now())
    messages.success(request, "已经反馈问责组。")
    return redirect(check.order)


@require_POST
@needs(RUN_ALERTS)
def dispatch_again(request: SignedInRequest, pk: int) -> HttpResponse:
    """重发."""
    rows = Dispatch.objects.within(request.scope).select_related("order")
    dispatch = get_object_or_404(rows, pk=pk)
    send_again(dispatch=dispatch, by=request.user, at=timezone.now())
    messages.success(request, "已经重新交付发送。")
    return redirect(dispatch.order)


@needs(SEE_ALERTS)
def order_file(request: SignedInRequest, code: str, key: UUID) -> HttpResponseBase:
    """A picture that the enterprise or an official took."""
    shown = _order(request, code)
    return answer_with_file(file_of(shown, key))


def file_of(order: Order, key: UUID) -> File:
    """What belongs to that order, and nothing else."""
    for rows, name in ((order.proofs, "file"), (order.checks, "photo")):
        found = rows.filter(**{f"{name}__key": key}).select_related(name).first()
        if found:
            file: File = getattr(found, name)
            return file
    raise Http404


def _order(request: SignedInRequest, code: str) -> Order:
    rows = Order.objects.within(request.scope).select_related("source__region", "warning", "received_by")
    return get_object_or_404(rows, code=code)

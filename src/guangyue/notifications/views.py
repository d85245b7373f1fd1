"""A person's own notifications, and the outbox for those who look after it."""

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, for_signed_in, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.notifications.bell import count_unread
from guangyue.notifications.forms import ChannelForm
from guangyue.notifications.lists import OUTBOX, OWN, state_tag
from guangyue.notifications.models import Attempt, Delivery, Notification
from guangyue.notifications.outbox import confirm_sent, send_again
from guangyue.notifications.permissions import MANAGE_OUTBOX, SEE_OUTBOX
from guangyue.notifications.services import choose_channels, read, read_all


@for_signed_in
def own(request: SignedInRequest) -> HttpResponseBase:
    rows = Notification.objects.of(request.user)
    return show_list(request, OWN, rows, template="notifications/own.html")


@for_signed_in
def notification(request: SignedInRequest, number: int) -> HttpResponse:
    """Whoever opens it has read it."""
    told = get_object_or_404(Notification.objects.of(request.user), pk=number)
    read(notification=told, at=timezone.now())
    return render(request, "notifications/notification.html", {"notification": told})


@require_POST
@for_signed_in
def readings(request: SignedInRequest) -> HttpResponse:
    count = read_all(by=request.user, at=timezone.now())
    messages.success(request, f"{count} 条通知已标为已读。")
    return redirect("notifications:own")


@for_signed_in
def bell(request: SignedInRequest) -> HttpResponse:
    return render(request, "notifications/_bell.html", {"unread": count_unread(request)})


@for_signed_in
def channels(request: SignedInRequest) -> HttpResponse:
    form = ChannelForm(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_bound and form.is_valid():
        choose_channels(wanted=form.cleaned_data["wanted"], by=request.user, at=timezone.now())
        messages.success(request, "接收方式已经保存。")
        return redirect("notifications:own")
    context = {"form": form, "addresses": form.addresses()}
    return render(request, "notifications/channels.html", context, status=422 if form.errors else 200)


@needs(SEE_OUTBOX)
def outbox(request: SignedInRequest) -> HttpResponseBase:
    answers = Attempt.objects.filter(delivery=OuterRef("pk")).order_by("-number").values("answer")
    rows = Delivery.objects.with_recipients().annotate(answer=Subquery(answers[:1]))
    return show_list(request, OUTBOX, rows)


@needs(SEE_OUTBOX)
def delivery(request: SignedInRequest, number: int) -> HttpResponse:
    sent = get_object_or_404(Delivery.objects.with_recipients(), pk=number)
    context = {
        "delivery": sent,
        "tag": state_tag(sent),
        "attempts": sent.attempts.order_by("-number"),
        "may_manage": request.may(MANAGE_OUTBOX),
    }
    return render(request, "notifications/delivery.html", context)


@require_POST
@needs(MANAGE_OUTBOX)
def resending(request: SignedInRequest, number: int) -> HttpResponse:
    sent = get_object_or_404(Delivery.objects.with_recipients(), pk=number)
    question = ask_first(
        request,
        question="重发这条通知？",
        consequence="对方可能已经收到过一次。重发用的是同一个投递标识，认得它的平台不会重复送达。",
        yes="重发",
    )
    if question:
        return question
    send_again(delivery=sent, by=request.user, at=timezone.now())
    messages.success(request, "已经重新交付发送。")
    return redirect(sent)


@require_POST
@needs(MANAGE_OUTBOX)
def confirmation(request: SignedInRequest, number: int) -> HttpResponse:
    sent = get_object_or_404(Delivery.objects.with_recipients(), pk=number)
    confirm_sent(delivery=sent, by=request.user, at=timezone.now())
    messages.success(request, "已经确认发出。")
    return redirect(sent)

"""我的订阅: a person's own, begun from a search, a document or a clause."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.gazette.models import PrintedDocument
from guangyue.kit.access import SignedInRequest, for_signed_in
from guangyue.kit.refusals import Refused
from guangyue.library.models import Subscription
from guangyue.library.policy_forms import SubscriptionForm
from guangyue.library.services.subscriptions import subscribe, told_documents, unsubscribe, unsubscribe_all

TOLD_SHOWN = 30


@for_signed_in
def subscriptions(request: SignedInRequest) -> HttpResponse:
    return _page(request, SubscriptionForm())


@require_POST
@for_signed_in
def subscribing(request: SignedInRequest) -> HttpResponse:
    """订阅, from here or from beside a search or a document."""
    form = SubscriptionForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        subscription = subscribe(**form.cleaned_data, by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, form, status=422)
    messages.success(request, f"已经订阅：{subscription}。有新的公文会通知您。")
    return redirect("library:subscriptions")


@require_POST
@for_signed_in
def end(request: SignedInRequest, number: int) -> HttpResponse:
    subscription = get_object_or_404(Subscription.objects.of(request.user), pk=number)
    unsubscribe(subscription=subscription, at=timezone.now())
    messages.success(request, "已经退订。")
    return redirect("library:subscriptions")


@require_POST
@for_signed_in
def end_all(request: SignedInRequest) -> HttpResponse:
    """全部退订."""
    many = unsubscribe_all(by=request.user, at=timezone.now())
    messages.success(request, f"已经退订 {many} 项。")
    return redirect("library:subscriptions")


def _page(request: SignedInRequest, form: SubscriptionForm, *, status: int = 200) -> HttpResponse:
    told = PrintedDocument.objects.released().filter(told_documents(request.user))
    context = {
        "form": form,
        "subscriptions": Subscription.objects.of(request.user).standing(),
        "told": told.defer("parts", "annexes", "pieces")[:TOLD_SHOWN],
    }
    return render(request, "library/subscriptions.html", context, status=status)

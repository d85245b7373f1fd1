"""订阅系统: which systems of departments hear of moves, what went out to them, and sending it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.cases.models import Posting, Subscriber
from guangyue.cases.permissions import MANAGE_WEBHOOKS
from guangyue.cases.services.posting import post_again
from guangyue.cases.services.subscribing import end_subscription, subscribe
from guangyue.cases.subscribing import POSTINGS, SUBSCRIBERS, SubscriberForm
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import at_the_field
from guangyue.organisations.views.acting import posted


@needs(MANAGE_WEBHOOKS)
def subscribers(request: SignedInRequest) -> HttpResponseBase:
    rows = Subscriber.objects.select_related("organisation")
    return show_list(request, SUBSCRIBERS, rows, template="cases/subscribers.html")


@never_cache
@needs(MANAGE_WEBHOOKS)
def new_subscriber(request: SignedInRequest) -> HttpResponse:
    """Its secret is on the page that answers, and nowhere afterwards."""
    form = SubscriberForm(posted(request))
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            made = subscribe(by=request.user, at=timezone.now(), **form.cleaned_data)
            return render(request, "cases/subscriber_made.html", {"subscriber": made}, status=201)
    return render(request, "cases/subscriber_form.html", {"form": form}, status=422 if form.errors else 200)


@needs(MANAGE_WEBHOOKS)
def subscriber(request: SignedInRequest, pk: int) -> HttpResponseBase:
    seen = get_object_or_404(Subscriber.objects.select_related("organisation", "made_by"), pk=pk)
    rows = seen.postings.select_related("case")
    return show_list(request, POSTINGS, rows, template="cases/subscriber.html", context={"subscriber": seen})


@require_POST
@needs(MANAGE_WEBHOOKS)
def subscriber_end(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = get_object_or_404(Subscriber, pk=pk)
    question = ask_first(
        request,
        question=f"停用“{seen.title}”？",
        consequence="新的办件事件不再推送到这个系统；停用以后不能恢复，需要时重新登记，换新的密钥。",
        yes="停用",
    )
    if question:
        return question
    end_subscription(subscriber=seen, at=timezone.now())
    messages.success(request, f"已经停用“{seen.title}”。")
    return redirect(seen)


@needs(MANAGE_WEBHOOKS)
def posting(request: SignedInRequest, pk: int) -> HttpResponse:
    seen = get_object_or_404(Posting.objects.select_related("subscriber", "case"), pk=pk)
    return render(request, "cases/posting.html", {"posting": seen})


@require_POST
@needs(MANAGE_WEBHOOKS)
def posting_again(request: SignedInRequest, pk: int) -> HttpResponse:
    stopped = get_object_or_404(Posting, pk=pk)
    post_again(posting=stopped, by=request.user, at=timezone.now())
    messages.success(request, "已经重新交付推送。")
    return redirect(stopped)

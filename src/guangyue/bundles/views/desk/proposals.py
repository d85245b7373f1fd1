"""主题建议 on the desk: the inbox with its clock, reporting by departments, and answering."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.bundles import lists
from guangyue.bundles.forms import AnswerForm, ReportForm
from guangyue.bundles.limits import ANSWERED_WITHIN
from guangyue.bundles.models import Theme, Wish
from guangyue.bundles.permissions import ANSWER_PROPOSALS, REVIEW_THEMES
from guangyue.bundles.services.proposals import answer_proposal, raise_proposal, similar_themes
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import Clock
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted


@needs(ANSWER_PROPOSALS)
def proposals(request: SignedInRequest) -> HttpResponseBase:
    rows = Wish.objects.select_related("organisation")
    return show_list(request, lists.PROPOSALS, rows)


@never_cache
@needs(ANSWER_PROPOSALS)
def proposal(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = Wish.objects.select_related("organisation", "theme", "answered_by")
    shown = get_object_or_404(rows, pk=pk)
    calendar = HolidayNotice.objects.calendar()
    context = {
        "proposal": shown,
        "clock": Clock(ANSWERED_WITHIN, shown.raised_at).read(calendar, at=timezone.now()),
        "similar": similar_themes(shown.title, Theme.objects.all()),
    }
    return render(request, "bundles/desk_proposal.html", context)


@needs(ANSWER_PROPOSALS)
def answering(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Wish, pk=pk)
    return answer_form(
        request,
        AnswerForm(posted(request)),
        title=f"答复“{shown}”",
        facts=[("说明", shown.text)],
        back=shown.get_absolute_url(),
        button="答复",
        do=lambda said: answer_proposal(proposal=shown, **said, by=request.user, at=timezone.now()),
        done="已经答复。",
    )


@needs(REVIEW_THEMES)
def reporting(request: SignedInRequest) -> HttpResponse:
    """部门提报."""
    organisations: QuerySet[Organisation] = Organisation.objects.within(request.scope).apart_from_bodies()
    return answer_form(
        request,
        ReportForm(posted(request), organisations=organisations),
        title="提报主题",
        lead="15 个工作日内答复列不列入、为什么。",
        back=reverse("bundles:desk_themes"),
        button="提报",
        do=lambda said: raise_proposal(**said, by=request.user, at=timezone.now()),
        done="已经提报。",
    )

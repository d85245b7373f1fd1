"""认定和确认: who somebody was, which document followed, which proposals are taken."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.chronicle import lists
from guangyue.chronicle.forms import LinkAddingForm, LinkingForm, ProposalForm, ReasonForm, SettlingForm
from guangyue.chronicle.models import Attendance, Event, Link, Proposal
from guangyue.chronicle.permissions import EDIT_CHRONICLE, PROPOSE_EVENTS
from guangyue.chronicle.services.links import add_link, confirm_link, decline_link
from guangyue.chronicle.services.people import settle_person
from guangyue.chronicle.services.writing import decline_proposal, propose_event, take_proposal
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted


@needs(EDIT_CHRONICLE)
def names(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.NAMES, Attendance.objects.select_related("event", "person"))


@needs(EDIT_CHRONICLE)
def settling(request: SignedInRequest, pk: int) -> HttpResponse:
    attendance = get_object_or_404(Attendance.objects.select_related("event__month", "person"), pk=pk)
    facts: list[tuple[str, object]] = [
        ("姓名", attendance.name),
        ("印出的职务", attendance.title),
        ("现在认定为", attendance.person),
        ("事件", attendance.event.text),
    ]
    return answer_form(
        request,
        SettlingForm(posted(request), attendance=attendance, initial={"person": attendance.person}),
        title=f"认定人员：{attendance.name}",
        lead="姓名相同不等于同一个人；认定以后，重新收录不会改变。",
        facts=facts,
        back=reverse("chronicle:names"),
        button="认定",
        do=lambda said: settle_person(attendance=attendance, **said, by=request.user),
        done="已经认定。",
    )


@needs(EDIT_CHRONICLE)
def links(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.LINKS, Link.objects.select_related("event"))


@needs(EDIT_CHRONICLE)
def linking(request: SignedInRequest, pk: int) -> HttpResponse:
    """确认 a proposed link, or say that it does not hold."""
    link = get_object_or_404(Link.objects.select_related("event"), pk=pk)
    if request.method == "POST" and "declined" in request.POST:
        decline_link(link=link, by=request.user, at=timezone.now())
        messages.success(request, "已经记为不成立。")
        return redirect("chronicle:links")
    facts: list[tuple[str, object]] = [
        ("事件", link.event.text),
        ("公文", str(link)),
        ("理由", link.evidence),
        ("状态", link.get_state_display()),
    ]
    return answer_form(
        request,
        LinkingForm(posted(request), initial={"kind": Link.Kind.DISCUSSED}),
        title="确认关联",
        facts=facts,
        back=reverse("chronicle:links"),
        button="确认",
        do=lambda said: confirm_link(link=link, **said, by=request.user, at=timezone.now()),
        done="已经确认。",
        template="chronicle/linking.html",
    )


@needs(EDIT_CHRONICLE)
def link_adding(request: SignedInRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(Event.objects.select_related("month"), pk=pk)
    first = event.month.first
    return answer_form(
        request,
        LinkAddingForm(posted(request)),
        title="关联公文",
        lead=str(event),
        back=reverse("chronicle:desk_month", args=[first.year, first.month]),
        button="关联",
        do=lambda said: add_link(event=event, **said, by=request.user, at=timezone.now()),
        done="已经关联。",
    )


@needs(PROPOSE_EVENTS)
def proposals(request: SignedInRequest) -> HttpResponseBase:
    rows = Proposal.objects.within(request.scope).select_related("organisation")
    return show_list(request, lists.PROPOSALS, rows, template="chronicle/proposals.html")


@needs(PROPOSE_EVENTS)
def proposing(request: SignedInRequest) -> HttpResponse:
    """报送 for an organisation within reach; one's own stands first."""
    own = request.user.organisation_id
    within = Organisation.objects.within(request.scope).on(timezone.localdate()).apart_from_bodies()
    organisations = within.filter(pk=own) if own and within.filter(pk=own).exists() else within
    return answer_form(
        request,
        ProposalForm(posted(request), organisations=organisations),
        title="报送大事记事件",
        back=reverse("chronicle:proposals"),
        button="报送",
        do=lambda said: propose_event(**said, by=request.user, at=timezone.now()),
        done="已经报送，采用与否会写在这里。",
    )


@require_POST
@needs(EDIT_CHRONICLE)
def taking(request: SignedInRequest, pk: int) -> HttpResponse:
    """采用: it becomes a draft of its month."""
    event = take_proposal(proposal=get_object_or_404(Proposal, pk=pk), by=request.user, at=timezone.now())
    messages.success(request, "已经采用，可以再改文字。")
    return redirect("chronicle:desk_month", event.month.first.year, event.month.first.month)


@needs(EDIT_CHRONICLE)
def declining(request: SignedInRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(Proposal.objects.select_related("organisation"), pk=pk)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title="不采用",
        lead=f"{proposal.organisation}：{proposal}",
        back=reverse("chronicle:months"),
        button="不采用",
        do=lambda said: decline_proposal(proposal=proposal, **said, by=request.user, at=timezone.now()),
        done="已经答复报送单位。",
    )

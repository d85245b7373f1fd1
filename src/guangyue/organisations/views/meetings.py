"""会议: the agenda proposed and approved, the meeting held, its minutes issued, its decisions followed."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with
from guangyue.organisations import lists
from guangyue.organisations.body_forms import (
    ApprovalForm,
    DayForm,
    DecisionEndForm,
    DecisionForms,
    HoldingForm,
    MeetingForm,
    MinutesForm,
    ReportForm,
)
from guangyue.organisations.models import COMMITTED_ROLES, Body, Decision, Meeting
from guangyue.organisations.papers import minutes_paper
from guangyue.organisations.permissions import HOLD_MEETINGS
from guangyue.organisations.seating import Seating, seatings
from guangyue.organisations.services.meetings import (
    DecisionFact,
    approve_agenda,
    close_meeting,
    finish_decision,
    hold_meeting,
    issue_minutes,
    poorly_attended,
    propose_meeting,
    record_government_approval,
    send_report,
)
from guangyue.organisations.views.acting import answer_form, carried_out, posted


@needs(HOLD_MEETINGS)
def meetings(request: SignedInRequest) -> HttpResponseBase:
    rows = Meeting.objects.within(request.scope).select_related("body__organisation")
    return show_list(request, lists.MEETINGS, rows)


@needs(HOLD_MEETINGS)
def decisions(request: SignedInRequest) -> HttpResponseBase:
    rows = Decision.objects.within(request.scope).select_related("owner", "meeting__body__organisation")
    return show_list(request, lists.DECISIONS, rows)


@needs(HOLD_MEETINGS)
def proposing(request: SignedInRequest, key: str) -> HttpResponse:
    """议题征集."""
    body = _body(request, key)
    return answer_form(
        request,
        MeetingForm(posted(request)),
        title="提出会议议题",
        lead=f"{body}，{body.get_cadence_display()}。",
        back=reverse("organisations:meetings"),
        button="提出",
        do=lambda said: propose_meeting(body=body, **said, by=request.user, at=timezone.now()),
        done="已经提出，待召集人审定。",
    )


@needs(HOLD_MEETINGS)
def meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    """One meeting from its agenda to its last decision."""
    meeting = _meeting(request, pk)
    today = timezone.localdate()
    others = Decision.objects.overdue(today).filter(meeting__body=meeting.body).exclude(meeting=meeting)
    context = {
        "meeting": meeting,
        "agenda": meeting.agenda.all(),
        "attendances": meeting.attendances.select_related("seat"),
        "decisions": meeting.decisions.select_related("owner"),
        "left_over": others.select_related("owner", "meeting"),
        "poorly_attended": poorly_attended(meeting),
        "moves": meeting.moves.order_by("-pk"),
        "today": today,
    }
    return render(request, "organisations/meeting.html", context)


@needs(HOLD_MEETINGS)
def approval(request: SignedInRequest, pk: int) -> HttpResponse:
    """召集人审定."""
    meeting = _meeting(request, pk)
    leaders = [place for place in seatings(meeting.body, timezone.localdate()) if place.seat.leads]
    said = "、".join(f"{place.seat.printed}（{place.shown}）" for place in leaders)
    return answer_form(
        request,
        ApprovalForm(posted(request)),
        title="登记议题审定",
        lead=f"召集人：{said or '没有登记'}",
        back=meeting.get_absolute_url(),
        button="登记",
        do=lambda said: approve_agenda(meeting=meeting, **said, by=request.user, at=timezone.now()),
        done="议题已经审定。",
    )


@needs(HOLD_MEETINGS)
def holding(request: SignedInRequest, pk: int) -> HttpResponse:
    """召开, with who was there."""
    meeting = _meeting(request, pk)
    places = {
        str(place.seat.pk): place
        for place in seatings(meeting.body, meeting.planned_on)
        if place.seat.role in COMMITTED_ROLES
    }
    offered = [
        (pk, f"{place.seat.get_role_display()}：{place.seat.printed}（{place.shown}）")
        for pk, place in places.items()
    ]
    form = HoldingForm(posted(request), seats=offered, initial={"on": meeting.planned_on})
    return answer_form(
        request,
        form,
        title="登记会议召开",
        lead=str(meeting),
        back=meeting.get_absolute_url(),
        button="登记",
        do=lambda said: _hold(request, meeting, said, places),
        done="已经登记召开。",
    )


@needs(HOLD_MEETINGS)
def minutes(request: SignedInRequest, pk: int) -> HttpResponse:
    """会议纪要, with what was decided, by whom it is to be done and until when."""
    meeting = _meeting(request, pk)
    form = MinutesForm(posted(request), initial={"on": timezone.localdate()})
    rows = DecisionForms(posted(request), prefix="decisions")
    if form.is_bound and form.is_valid() and rows.is_valid():
        decided = [DecisionFact(**row.cleaned_data) for row in rows if row.has_changed()]
        at = timezone.now()
        if carried_out(
            form,
            lambda said: issue_minutes(meeting=meeting, **said, decisions=decided, by=request.user, at=at),
        ):
            messages.success(request, "纪要已经印发。")
            return redirect(meeting)
    bad = bool(form.errors or (rows.is_bound and not rows.is_valid()))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if bad else HTTPStatus.OK
    context = {"meeting": meeting, "form": form, "rows": rows}
    return render(request, "organisations/minutes.html", context, status=status)


@needs(HOLD_MEETINGS)
def paper(request: SignedInRequest, pk: int) -> FileResponse:
    """会议纪要, as an official paper."""
    meeting = get_object_or_404(
        Meeting.objects.within(request.scope).exclude(minutes_on=None).select_related("body__organisation"),
        pk=pk,
    )
    return answer_with(minutes_paper(meeting))


@require_POST
@needs(HOLD_MEETINGS)
def closing(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = _meeting(request, pk)
    close_meeting(meeting=meeting, by=request.user, at=timezone.now())
    messages.success(request, "会议已经办结。")
    return redirect(meeting)


@needs(HOLD_MEETINGS)
def decision_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """议定事项完成."""
    decision = _decision(request, pk)
    return answer_form(
        request,
        DecisionEndForm(posted(request), initial={"on": timezone.localdate()}),
        title="登记完成",
        lead=decision.text,
        facts=[("责任单位", decision.owner), ("完成时限", decision.due)],
        back=decision.meeting.get_absolute_url(),
        button="登记",
        do=lambda said: finish_decision(decision=decision, **said),
        done="已经登记完成。",
    )


@needs(HOLD_MEETINGS)
def government_approval(request: SignedInRequest, pk: int) -> HttpResponse:
    """重大事项报市政府审定."""
    decision = _decision(request, pk)
    return answer_form(
        request,
        DayForm(posted(request), initial={"on": timezone.localdate()}),
        title="登记市政府审定",
        lead=decision.text,
        back=decision.meeting.get_absolute_url(),
        button="登记",
        do=lambda said: record_government_approval(decision=decision, **said),
        done="已经登记。",
    )


@needs(HOLD_MEETINGS)
def reporting(request: SignedInRequest, key: str) -> HttpResponse:
    """年度报告."""
    body = _body(request, key)
    return answer_form(
        request,
        ReportForm(posted(request), initial={"year": timezone.localdate().year, "on": timezone.localdate()}),
        title="登记年度报告",
        lead=f"{body}，向{body.report_to}报告",
        back=reverse("organisations:desk_body", args=[key]),
        button="登记",
        do=lambda said: send_report(body=body, **said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


def _hold(
    request: SignedInRequest, meeting: Meeting, said: Mapping[str, Any], places: Mapping[str, Seating]
) -> None:
    present = {places[pk].seat: places[pk].shown if places[pk].people else "" for pk in said["present"]}
    hold_meeting(meeting=meeting, on=said["on"], present=present, by=request.user, at=timezone.now())


def _body(request: SignedInRequest, key: str) -> Body:
    rows = Body.objects.within(request.scope).select_related("organisation")
    return get_object_or_404(rows, organisation__key=key)


def _meeting(request: SignedInRequest, pk: int) -> Meeting:
    rows = Meeting.objects.within(request.scope).select_related("body__organisation")
    return get_object_or_404(rows, pk=pk)


def _decision(request: SignedInRequest, pk: int) -> Decision:
    rows = Decision.objects.within(request.scope).select_related("owner", "meeting__body__organisation")
    return get_object_or_404(rows, pk=pk)

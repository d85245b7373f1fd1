"""议事协调机构: who sits where, what waits for the office, and which counties lack a group."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.kit.access import SignedInRequest, for_staff, needs, open_to_all
from guangyue.kit.lists import show_list
from guangyue.organisations import lists
from guangyue.organisations.attention import attention
from guangyue.organisations.body_forms import (
    BodyForm,
    LocalBodyForm,
    SeatConfirmationForm,
    SeatEndForm,
    SeatForm,
)
from guangyue.organisations.forms import OnDayForm, RenamingForm
from guangyue.organisations.models import Body, LocalBody, LocalRequirement, Organisation, Region, Seat
from guangyue.organisations.permissions import HOLD_MEETINGS, KEEP_TENURES, REPORT_LOCAL_BODIES, RUN_BODIES
from guangyue.organisations.seating import seating, seatings
from guangyue.organisations.services.bodies import (
    SeatFact,
    add_seat,
    close_seat,
    confirm_seat,
    end_body,
    form_body,
    rename_body,
)
from guangyue.organisations.services.local_bodies import Fulfilment, local_standings, report_local_body
from guangyue.organisations.services.register import find_post
from guangyue.organisations.views.acting import answer_form, posted


@open_to_all
def bodies(request: HttpRequest) -> HttpResponseBase:
    return show_list(request, lists.BODIES, Body.objects.with_names().with_spellings())


@open_to_all
def body(request: SignedInRequest, key: str) -> HttpResponse:
    return _body_page(request, key)


@for_staff
def desk_bodies(request: SignedInRequest) -> HttpResponseBase:
    return show_list(
        request,
        lists.DESK_BODIES,
        Body.objects.with_names().with_spellings(),
        template="organisations/desk_bodies.html",
        context={"may_run": request.may(RUN_BODIES)},
    )


@for_staff
def desk_body(request: SignedInRequest, key: str) -> HttpResponse:
    return _body_page(
        request,
        key,
        may_run=request.may(RUN_BODIES),
        may_meet=request.may(HOLD_MEETINGS),
        may_tenure=request.may(KEEP_TENURES),
    )


@for_staff
def watch(request: SignedInRequest) -> HttpResponse:
    """需要关注: members that have changed, vacancies, old names, meetings missed, decisions overdue."""
    return render(request, "organisations/watch.html", {"found": attention(timezone.localdate())})


@needs(RUN_BODIES)
def forming(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    regions = Region.objects.on(today).exclude(kind__in=("street", "town", "township")).within(request.scope)
    form = BodyForm(posted(request), regions=regions, organisations=_units(request))
    return answer_form(
        request,
        form,
        title="设立议事协调机构",
        lead="席位在设立以后逐个登记；附件从略的名单，依正式来源登记，不能推测。",
        back=reverse("organisations:desk_bodies"),
        button="设立",
        do=lambda said: _form(request, said),
        done="已经设立。",
    )


@needs(RUN_BODIES)
def seat_adding(request: SignedInRequest, key: str) -> HttpResponse:
    body = _body(request, key)
    return answer_form(
        request,
        SeatForm(posted(request), organisations=Organisation.objects.on(timezone.localdate())),
        title="增加席位",
        lead=str(body),
        back=_page(body),
        button="增加",
        do=lambda said: _add_seat(request, body, said),
        done="已经增加。",
    )


@needs(RUN_BODIES)
def seat_confirmation(request: SignedInRequest, pk: int) -> HttpResponse:
    """确认替补."""
    seat = _seat(request, pk)
    now = seating(seat, timezone.localdate())
    proposed = "、".join(person.name for person in now.proposed) or "空缺"
    return answer_form(
        request,
        SeatConfirmationForm(posted(request), seat=seat),
        title="确认席位",
        lead=str(seat),
        facts=[("现在的席位", now.shown), ("职务现任", proposed if now.stale else now.shown)],
        back=_page(seat.body),
        button="确认",
        do=lambda said: confirm_seat(seat=seat, **said, by=request.user, at=timezone.now()),
        done="已经确认。",
    )


@needs(RUN_BODIES)
def seat_end(request: SignedInRequest, pk: int) -> HttpResponse:
    seat = _seat(request, pk)
    return answer_form(
        request,
        SeatEndForm(posted(request)),
        title="减少席位",
        lead=str(seat),
        back=_page(seat.body),
        button="减少",
        do=lambda said: close_seat(seat=seat, **said, by=request.user, at=timezone.now()),
        done="已经减少。",
    )


@needs(RUN_BODIES)
def body_renaming(request: SignedInRequest, key: str) -> HttpResponse:
    body = _body(request, key)
    return answer_form(
        request,
        RenamingForm(posted(request)),
        title="更名",
        lead=f"现名{body}。更名以后仍是同一个机构，会议和议定事项不变。",
        back=_page(body),
        button="更名",
        do=lambda said: rename_body(body=body, **said, by=request.user, at=timezone.now()),
        done="已经更名。",
    )


@needs(RUN_BODIES)
def body_end(request: SignedInRequest, key: str) -> HttpResponse:
    body = _body(request, key)
    return answer_form(
        request,
        SeatEndForm(posted(request)),
        title="撤销议事协调机构",
        lead=f"{body}撤销以后席位同时终止，成员单位会收到告知。",
        back=_page(body),
        button="撤销",
        do=lambda said: end_body(body=body, **said, by=request.user, at=timezone.now()),
        done="已经撤销。",
    )


@for_staff
def local_bodies(request: SignedInRequest) -> HttpResponse:
    """属地机构: what the clauses ask of every county, and what each has."""
    today = timezone.localdate()
    requirements = list(LocalRequirement.objects.select_related("body__organisation"))
    regions = Region.objects.on(today)
    counties = list(regions.of_county_level())
    cells = {(one.region.code, one.requirement.pk): one for one in local_standings(requirements, counties)}
    towns = local_standings(
        [requirement for requirement in requirements if requirement.asks_townships],
        regions.of_township_level(),
    )
    formed: dict[str, list[int]] = {county.code: [0, 0] for county in counties}
    for town in towns:
        count = formed[town.region.parent_id or ""]
        count[0] += town.fulfilment is Fulfilment.FORMED
        count[1] += 1
    context = {
        "requirements": requirements,
        "counties": counties,
        "cells": cells,
        "formed": formed,
        "looks": {
            Fulfilment.FORMED: "good",
            Fulfilment.WITHOUT_DOCUMENT: "bad",
            Fulfilment.MISSING: "notice",
        },
        "may_report": request.may(REPORT_LOCAL_BODIES),
    }
    return render(request, "organisations/local_bodies.html", context)


@needs(REPORT_LOCAL_BODIES)
def local_reporting(request: SignedInRequest, requirement: int, code: str) -> HttpResponse:
    """报送: a county says which group it has formed, and by which document."""
    asked = get_object_or_404(LocalRequirement.objects.select_related("body__organisation"), pk=requirement)
    region = get_object_or_404(Region.objects.within(request.scope), code=code)
    known = LocalBody.objects.filter(requirement=asked, region=region).first()
    initial = {"name": known.name, "document": known.document, "head": known.head} if known else {}
    return answer_form(
        request,
        LocalBodyForm(posted(request), initial=initial),
        title=f"{region}：{asked}机构",
        lead=f"依据{asked.cites}。{asked.led_by}",
        back=reverse("organisations:local_bodies"),
        button="报送",
        do=lambda said: report_local_body(
            requirement=asked, region=region, **said, by=request.user, at=timezone.now()
        ),
        done="已经报送。",
    )


def _body_page(
    request: HttpRequest,
    key: str,
    *,
    may_run: bool = False,
    may_meet: bool = False,
    may_tenure: bool = False,
) -> HttpResponse:
    """Its duties in a few words, its seats with whoever sits there on a day, its meetings and what became of
    it."""
    body = get_object_or_404(
        Body.objects.select_related("organisation", "office").prefetch_related(
            "organisation__names", "duties"
        ),
        organisation__key=key,
    )
    form = OnDayForm(request.GET)
    on = form.asked()
    context = {
        "body": body,
        "form": form,
        "on": on,
        "seatings": seatings(body, on),
        "meetings": body.meetings.order_by("-planned_on")
        if may_meet
        else body.meetings.held().order_by("-held_on"),
        "on_desk": request.path.startswith(reverse("desk:home")),
        "may_run": may_run,
        "may_meet": may_meet,
        "may_tenure": may_tenure,
        "county_level": body.level != Body.Level.CITY,
        "reports": body.reports.all(),
    }
    return render(request, "organisations/body.html", context)


def _form(request: SignedInRequest, said: Mapping[str, Any]) -> Body:
    region = said["region"]
    level = Body.Level.COUNTY if region.of_county_level else Body.Level.CITY
    return form_body(**said, level=level, by=request.user, at=timezone.now())


def _add_seat(request: SignedInRequest, body: Body, said: Mapping[str, Any]) -> None:
    post = find_post(organisation=said["organisation"], title=said["title"], charge=said["charge"])
    seat = SeatFact(role=said["role"], printed=f"{said['organisation']}{post.label}", post=post)
    add_seat(body=body, seat=seat, on=said["on"], cites=said["cites"], by=request.user, at=timezone.now())


def _units(request: SignedInRequest) -> QuerySet[Organisation]:
    return Organisation.objects.on(timezone.localdate()).apart_from_bodies().within(request.scope)


def _body(request: SignedInRequest, key: str) -> Body:
    rows = Body.objects.within(request.scope).select_related("organisation")
    return get_object_or_404(rows, organisation__key=key)


def _seat(request: SignedInRequest, pk: int) -> Seat:
    rows = Seat.objects.with_names().filter(body__in=Body.objects.within(request.scope))
    return get_object_or_404(rows, pk=pk)


def _page(body: Body) -> str:
    return reverse("organisations:desk_body", args=[body.organisation.key])

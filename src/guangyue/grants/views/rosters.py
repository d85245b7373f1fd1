"""名册核定: choosing a rule, its template, bringing a table in, its result, confirming it."""

from datetime import date
from http import HTTPStatus
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.grants import lists
from guangyue.grants.forms import DecisionForm
from guangyue.grants.models import Roster
from guangyue.grants.permissions import CALCULATE_ROSTERS
from guangyue.grants.services.rosters import bring_in_roster, confirm_roster
from guangyue.grants.sheets import MOST_ROWS, sheet_of
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.money import NOTHING
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import template_of
from guangyue.organisations.models import Region
from guangyue.rules.verdicts import Status
from guangyue.systems.enactment import declared_city
from guangyue.systems.offered import Offered, offered, offered_as
from guangyue.systems.today import day_of_the_city


class RosterForm(forms.Form):
    """名册: the file, and by the rules of which day its rows are judged."""

    on = forms.DateField(
        label="核定日期",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="按这一天施行的规定核算；按月的待遇，每一行按所属月份",
    )
    file = forms.FileField(
        label="名册文件",
        allow_empty_file=True,
        help_text="Excel（.xlsx、.xls）或者 CSV，不超过 20 MB",
        error_messages={"required": "请选择要上传的名册。"},
    )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > day_of_the_city():
            raise forms.ValidationError("核定日期不能晚于今天。")
        return on


@needs(CALCULATE_ROSTERS)
def rosters(request: SignedInRequest) -> HttpResponseBase:
    rows = Roster.objects.within(request.scope).select_related("region", "by")
    return show_list(request, lists.ROSTERS, rows, template="grants/rosters.html")


@needs(CALCULATE_ROSTERS)
def choosing(request: SignedInRequest) -> HttpResponse:
    """Which policy the roster is of."""
    by_system = [
        (system.title, [one for one in offered() if one.system is system])
        for system in declared_city().systems
        if system.offers
    ]
    return render(request, "grants/roster_choosing.html", {"by_system": by_system})


@never_cache
@needs(CALCULATE_ROSTERS)
def intake(request: SignedInRequest, code: str) -> HttpResponseBase:
    """下载模板，上传名册."""
    offered = _offered(code)
    on = day_of_the_city()
    form = RosterForm(
        request.POST if request.method == "POST" else None, request.FILES or None, initial={"on": on}
    )
    if "template" in request.GET:
        return template_of(sheet_of(offered, offered.in_force(on) or offered.versions[-1]))
    if form.is_bound and form.is_valid():
        try:
            roster = bring_in_roster(
                file=form.cleaned_data["file"],
                name=form.cleaned_data["file"].name,
                offered=offered,
                region=_region_of(request),
                on=form.cleaned_data["on"],
                by=request.user,
                scope=request.scope,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error("file" if refusal.field == "file" else "on", refusal.sentence)
        else:
            return redirect(roster)
    context = {
        "offered": offered,
        "form": form,
        "sheet": sheet_of(offered, offered.in_force(on) or offered.versions[-1]),
        "most_rows": MOST_ROWS,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "grants/roster_intake.html", context, status=status)


@never_cache
@needs(CALCULATE_ROSTERS)
def roster(request: SignedInRequest, key: UUID) -> HttpResponseBase:
    """The result row by row, with its totals; as a table too, with its count and its hash."""
    roster = _within(request, key)
    totals = roster.lines.aggregate(
        rows=Count("pk"),
        bad=Count("pk", filter=~Q(problems=[])),
        eligible=Count("pk", filter=Q(status=Status.ELIGIBLE.name)),
        for_a_person=Count("pk", filter=Q(status=Status.FOR_A_PERSON.name)),
        refused=Count("pk", filter=Q(status=Status.INELIGIBLE.name)),
        asking=Count("pk", filter=Q(status=Status.NEEDS_INFO.name)),
        amount=Sum("amount", filter=Q(status=Status.ELIGIBLE.name)),
    )
    context = {
        "roster": roster,
        "totals": {**totals, "amount": totals["amount"] or NOTHING},
        "form": DecisionForm(for_a_person=bool(totals["for_a_person"])),
        "work": roster.work,
        "can_confirm": roster.state == Roster.State.JUDGED
        and totals["rows"] > totals["bad"] + totals["asking"],
    }
    return show_list(request, lists.LINES, roster.lines.all(), template="grants/roster.html", context=context)


@require_POST
@needs(CALCULATE_ROSTERS)
def confirmation(request: SignedInRequest, key: UUID) -> HttpResponse:
    roster = _within(request, key)
    left = roster.lines.filter(status=Status.FOR_A_PERSON.name).exists()
    form = DecisionForm(for_a_person=left, data=request.POST)
    if not form.is_valid():
        raise Refused("名册里有需人工核定的，请选择结论并写明理由。", field="reason")
    confirm_roster(
        roster=roster,
        granted=form.outcome(),
        reason=form.cleaned_data["reason"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, "名册已经确认。")
    return redirect(roster)


def _within(request: SignedInRequest, key: UUID) -> Roster:
    rows = Roster.objects.within(request.scope).select_related("region", "by", "work", "confirmed_by")
    return get_object_or_404(rows, key=key)


def _region_of(request: SignedInRequest) -> Region:
    """Where the official works, as far as that is within reach."""
    organisation = request.user.organisation
    reachable = Region.objects.within(request.scope)
    own = reachable.filter(code=organisation.region_id).first() if organisation else None
    region = own or reachable.order_by("code").first()
    if region is None:
        raise Refused("您的授权没有范围，不能核定名册。")
    return region


def _offered(code: str) -> Offered:
    offered = offered_as(code)
    if offered is None:
        raise Http404
    return offered

"""看进展: the dashboard, what waits for a judge, leagues, targets side by side, the gaps of each quarter."""

from datetime import date

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guangyue.indicators import lists
from guangyue.indicators.forms import QuarterForm
from guangyue.indicators.models import GapList, Split, Target, TargetLink
from guangyue.indicators.models.verdicts import WAITING
from guangyue.indicators.permissions import JUDGE_TARGETS, KEEP_TARGETS, SEE_INDICATORS
from guangyue.indicators.services.gaps import list_gaps
from guangyue.indicators.standards import standards_of_the_city
from guangyue.indicators.statistics import GROUPINGS, SHOWN, league, tally, tally_chart
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.years import year_asked
from guangyue.systems.today import moment_of_the_city

YEARS_BACK = 8


@needs(SEE_INDICATORS)
def dashboard(request: SignedInRequest) -> HttpResponse:
    grouping = GROUPINGS.get(request.GET.get("by", ""), GROUPINGS["document"])
    rows = Target.objects.in_force().filter(pk__in=Target.objects.within(request.scope).values("pk"))
    tallies = tally(rows, grouping)
    context = {
        "grouping": grouping,
        "groupings": GROUPINGS.values(),
        "results": SHOWN,
        "tallies": tallies,
        "chart": tally_chart(tallies, grouping),
        "standards": standards_of_the_city(),
        "may_keep": request.may(KEEP_TARGETS),
    }
    return render(request, "indicators/dashboard.html", context)


@needs(SEE_INDICATORS)
def evaluation(request: SignedInRequest) -> HttpResponse:
    """年度评估 of one document: its targets that were due by the end of a year, clause by clause."""
    within = Target.objects.in_force().filter(pk__in=Target.objects.within(request.scope).values("pk"))
    numbers = sorted(set(within.values_list("number", flat=True)))
    number = request.GET.get("number", "")
    chosen = number if number in numbers else next(iter(numbers), "")
    this_year = moment_of_the_city().year
    year = year_asked(request, range(this_year, this_year - YEARS_BACK, -1))
    rows = within.filter(number=chosen, due_on__lte=date(year, 12, 31))
    context = {
        "numbers": numbers,
        "number": chosen,
        "years": range(this_year, this_year - YEARS_BACK, -1),
        "year": year,
        "results": SHOWN,
        "summary": next(iter(tally(rows, GROUPINGS["document"])), None),
        "targets": rows.with_all().order_by("code"),
    }
    return render(request, "indicators/evaluation.html", context)


@needs(JUDGE_TARGETS)
def to_judge(request: SignedInRequest) -> HttpResponse:
    """待评判: targets, then parts of targets."""
    rows = Target.objects.within(request.scope).in_force().filter(WAITING).with_all()
    parts = Split.objects.within(request.scope).filter(WAITING, target__state__in=Target.IN_FORCE)
    context = {
        "targets": rows.order_by("due_on", "code"),
        "parts": parts.select_related("target__indicator", "organisation", "verdict__target__indicator"),
    }
    return render(request, "indicators/to_judge.html", context)


@needs(SEE_INDICATORS)
def leagues(request: SignedInRequest) -> HttpResponse:
    """排名 of the counties in one of the targets that are split."""
    within = Target.objects.within(request.scope).in_force().filter(splits__isnull=False).distinct()
    split = list(within.select_related("indicator").order_by("code"))
    chosen = next((one for one in split if one.code == request.GET.get("target")), None) or (
        split[0] if split else None
    )
    context = {"split": split, "target": chosen, "places": league(chosen) if chosen else []}
    return render(request, "indicators/leagues.html", context)


@needs(SEE_INDICATORS)
def links(request: SignedInRequest) -> HttpResponse:
    """对照: what several documents promise of the same or of similar things."""
    rows = TargetLink.objects.select_related(
        "one__indicator", "one__verdict", "one__owner", "other__indicator", "other__verdict", "other__owner"
    )
    return render(request, "indicators/links.html", {"links": rows})


@needs(SEE_INDICATORS)
def gap_lists(request: SignedInRequest) -> HttpResponseBase:
    rows = GapList.objects.select_related("by").annotate(many=Count("lines"))
    context = {"may_keep": request.may(KEEP_TARGETS), "form": QuarterForm()}
    return show_list(request, lists.GAP_LISTS, rows, template="indicators/gap_lists.html", context=context)


@require_POST
@needs(KEEP_TARGETS)
def new_gap_list(request: SignedInRequest) -> HttpResponse:
    form = QuarterForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请填写年份和季度。")
        return redirect("indicators:gap_lists")
    made = list_gaps(**form.cleaned_data, by=request.user, at=moment_of_the_city())
    return redirect(made)


@needs(SEE_INDICATORS)
def gap_list(request: SignedInRequest, year: int, quarter: int) -> HttpResponse:
    shown = get_object_or_404(GapList, year=year, quarter=quarter)
    within = Target.objects.within(request.scope)
    lines = shown.lines.filter(target__in=within.values("pk")).select_related(
        "target__indicator", "target__owner", "verdict__target__indicator"
    )
    context = {"list": shown, "lines": lines, "back": reverse("indicators:gap_lists")}
    return render(request, "indicators/gap_list.html", context)

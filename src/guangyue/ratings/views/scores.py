"""评价公开: scores of halls, departments and matters for everybody; nobody who rated, no name of whom."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.matters.models import Matter
from guangyue.ratings import statistics
from guangyue.ratings.models import Hall, Tally, TypicalCase
from guangyue.ratings.periods import period_of
from guangyue.ratings.pictures import levels_chart, months_chart
from guangyue.ratings.statistics import Line, Period

SHOWN = 10
TYPICAL = 6


@open_to_all
def scores(request: SignedInRequest) -> HttpResponse:
    period = period_of(request)
    departments, matters = statistics.departments(period), statistics.matters(period)
    rated = [line for line in matters if line.score.is_rated()]
    context = {
        "period": period,
        "whole": statistics.whole(departments),
        "departments": departments,
        "halls": statistics.halls(period),
        "visited": Hall.objects.all(),
        "hall_links": _links("ratings:hall_scores", Hall.objects.values_list("pk", "key")),
        "best": rated[:SHOWN],
        "worst": _worst(rated),
        "matter_links": _links("ratings:matter_scores", Matter.objects.values_list("pk", "code")),
        "months": months_chart(statistics.by_month(Tally.Kind.CHANNEL, period)),
        "typical": TypicalCase.objects.select_related("hall")[:TYPICAL],
    }
    return render(request, "ratings/scores.html", context)


@open_to_all
def hall_scores(request: SignedInRequest, key: str) -> HttpResponse:
    hall = get_object_or_404(Hall, key=key)
    period = period_of(request)
    context = {
        **_scored(Tally.Kind.HALL, hall, period),
        "windows": statistics.windows(period, hall=hall),
        "typical": TypicalCase.objects.filter(hall=hall)[:TYPICAL],
    }
    return render(request, "ratings/score.html", context)


@open_to_all
def matter_scores(request: SignedInRequest, code: str) -> HttpResponse:
    matter = get_object_or_404(Matter, code=code)
    context = {**_scored(Tally.Kind.MATTER, matter, period_of(request)), "windows": [], "typical": []}
    return render(request, "ratings/score.html", context)


def _scored(kind: Tally.Kind, one: Hall | Matter, period: Period) -> dict[str, object]:
    """得分 of one hall or one matter, and how it came about."""
    subject = str(one.pk)
    score = statistics.score_of(kind, subject, period)
    months = statistics.by_month(kind, period, subjects=[subject])
    return {
        "title": one.name,
        "period": period,
        "score": score,
        "charts": [levels_chart(score), months_chart(months)],
    }


def _links(page: str, keys: Iterable[tuple[int, str]]) -> dict[str, str]:
    """The page of each, by what the sums call it."""
    return {str(pk): reverse(page, args=[key]) for pk, key in keys}


def _worst(rated: list[Line]) -> list[Line]:
    """Only those that are not among the best already."""
    return list(reversed(rated[SHOWN:]))[:SHOWN]

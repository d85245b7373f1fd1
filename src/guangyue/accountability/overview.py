"""落实总览: the numbers of one page for whoever leads: tasks by light, who keeps his word, what is behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.models import Target
from guangyue.kit.access import Scope
from guangyue.kit.pictures import Chart, Figure, Kind, counted_chart
from guangyue.ledgers.models import Problem
from guangyue.ledgers.statistics import Counts, counts_by_region, together
from guangyue.tasks.models import Assignment
from guangyue.tasks.models.assignments import in_light
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.standing import Line, summary
from guangyue.tasks.states import Light

MOST_UNITS, MOST_BEHIND = 15, 8
ICONS = {
    Light.RED: "alarm",
    Light.YELLOW: "hourglass",
    Light.GREEN: "player-play",
    Light.GREY: "circle-check",
}


@dataclass(frozen=True)
class Word:
    """守时: of the reports that a unit owed for a quarter, how many came in time."""

    line: Line

    @property
    def share(self) -> float:
        return self.line.in_time / self.line.owed

    @property
    def percent(self) -> int:
        return int(self.share * 100)


@dataclass(frozen=True)
class Behind:
    """指标: how many there are of each result, and those that were missed."""

    results: Mapping[str, int]
    missed: Sequence[Target]


def lights(scope: Scope, on: date) -> list[Figure]:
    """任务, as the documents have them, by light; each number leads to its list."""
    named = {light.name: Count("pk", filter=in_light(light, on)) for light in Light}
    counted = Assignment.objects.within(scope).printed().aggregate(**named)
    page = reverse("tasks:ledger")
    return [
        Figure(light.value, counted[light.name], "项", ICONS[light], f"{page}?light={light.name}&divided=no")
        for light in Light
    ]


def light_chart(figures: Sequence[Figure]) -> Chart:
    """In the order of the colours: the last of them is red."""
    counted = {one.title: one.value for one in figures}
    ring = {light.value: counted[light.value] for light in (Light.GREY, Light.YELLOW, Light.GREEN, Light.RED)}
    return counted_chart("lights", "任务亮灯", Kind.RING, ring, unit="项", name="任务")


def words_kept(scope: Scope, quarter: Quarter) -> list[Word]:
    """谁守时: the best first; among equals whoever owed more."""
    owing = [Word(line) for line in summary(scope, quarter).lines if line.owed]
    return sorted(owing, key=lambda word: (-word.share, -word.line.owed))


def word_chart(words: Sequence[Word]) -> Chart:
    """The least punctual, for they are what is looked for."""
    last = {word.line.organisation.name: word.percent for word in words[-MOST_UNITS:]}
    return counted_chart("words", "按期报送率（靠后的单位）", Kind.LYING_BARS, last, unit="%", name="按期")


def behind(scope: Scope) -> Behind:
    rows = Target.objects.in_force().filter(pk__in=Target.objects.within(scope).values("pk"))
    named: dict[str, Any] = {
        result.name: Count("pk", filter=Q(verdict__result=result.name)) for result in Result
    }
    counted = rows.aggregate(**named)
    missed = rows.filter(pk__in=Target.objects.missed().values("pk")).with_all()
    return Behind(
        {result.value: counted[result.name] for result in Result if counted[result.name]},
        list(missed.order_by("-due_on", "code")[:MOST_BEHIND]),
    )


def cleared(scope: Scope, on: date) -> tuple[Counts, list[Counts]]:
    """销号 of all, and county by county."""
    counts = counts_by_region(Problem.objects.within(scope), on=on)
    return together(counts), counts


def cleared_chart(counts: Sequence[Counts]) -> Chart:
    rates = {one.name: one.percent for one in counts}
    return counted_chart("cleared", "各县（市、区）销号率", Kind.BARS, rates, unit="%", name="销号率")

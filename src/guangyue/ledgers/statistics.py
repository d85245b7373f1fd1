"""整改的数字: counted by county and by state, for the overview, the map and the monthly table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from guangyue.kit.pictures import Chart, Kind, Point, PointMap, Series, Shade, ShadedMap
from guangyue.ledgers.flow import State, rate_of
from guangyue.ledgers.models import Problem
from guangyue.ledgers.models.problems import LATE, ProblemQuerySet
from guangyue.organisations.models import Region

MOST_POINTS = 5_000
MONTHS = 12
WORKED = (State.DRAWN_UP, State.LISTED, State.IN_WORK, State.REOPENED)
ACCEPTED = (State.APPLIED, State.PASSED)
COLOURS = {
    "待建单、整改中": "#e2a53a",
    "逾期": "#cf362e",
    "待验收、待销号": "#2d7f9d",
    "已销号": "#3f9e58",
}


@dataclass(frozen=True)
class Counts:
    """一行调度: of one county or of all."""

    name: str
    code: str = ""
    registered: int = 0
    to_list: int = 0
    in_work: int = 0
    overdue: int = 0
    accepted: int = 0
    signed_off: int = 0
    reopened: int = 0
    merged: int = 0

    @property
    def rate(self) -> float | None:
        """销号率: what was reopened counts as not signed off."""
        return rate_of(signed_off=self.signed_off, registered=self.registered, merged=self.merged)

    @property
    def percent(self) -> int:
        return int((self.rate or 0) * 100)


def counts_by_region(problems: ProblemQuerySet, *, on: date) -> list[Counts]:
    """Each county that has any, by its code."""
    counted = _counted(on)
    rows = problems.order_by().values("region", "region__name").annotate(**counted).order_by("region")
    return [Counts(*row) for row in rows.values_list("region__name", "region", *counted)]


def together(counts: Sequence[Counts], name: str = "合计") -> Counts:
    sums = {
        key: sum(getattr(one, key) for one in counts)
        for key in Counts.__dataclass_fields__
        if key not in ("name", "code")
    }
    return Counts(name, **sums)


def rate_map(counts: Sequence[Counts], *, campaign: str = "") -> ShadedMap:
    """各县（市、区）销号率; a county without problems is left pale."""
    page, asked = reverse("ledgers:problems"), f"&campaign={campaign}" if campaign else ""
    known = {one.code: one for one in counts}
    shades = tuple(
        Shade(code, name, known[code].percent if code in known else 0, f"{page}?region={code}{asked}")
        for code, name in Region.objects.of_county_level().values_list("code", "name")
    )
    return ShadedMap(
        "ledger-rates", "各县（市、区）销号率", "%", shades, "已销号 ÷ 已登记（不含并入的）；复发的不算销号"
    )


def state_chart(counts: Sequence[Counts]) -> Chart:
    series = (
        ("已销号", "signed_off"),
        ("待验收、待销号", "accepted"),
        ("整改中", "in_work"),
        ("待建单", "to_list"),
    )
    return Chart(
        "ledger-states",
        "各县（市、区）的整改进度",
        Kind.STACK,
        tuple(one.name for one in counts),
        tuple(Series(title, tuple(getattr(one, key) for one in counts)) for title, key in series),
        "个",
    )


def cleared_chart(problems: ProblemQuerySet, *, on: date) -> Chart:
    """近十二个月的销号: by month, with what was found."""
    months = list(_months(on))
    found = _by_month(problems, "found_on")
    cleared = _by_month(problems, "signed_off_on")
    return Chart(
        "ledger-months",
        "近十二个月发现和销号",
        Kind.LINE,
        tuple(f"{month:%Y-%m}" for month in months),
        tuple(
            Series(title, tuple(counted.get(month, 0) for month in months))
            for title, counted in (("发现", found), ("销号", cleared))
        ),
        "个",
    )


def problem_map(problems: ProblemQuerySet, *, on: date) -> PointMap:
    placed = problems.filter(longitude__isnull=False).order_by("pk")[:MOST_POINTS]
    points = tuple(_points(placed, on=on))
    cut = f"，只画出前 {MOST_POINTS:,} 个" if len(points) == MOST_POINTS else ""
    legend = tuple((colour, words) for words, colour in COLOURS.items())
    said = f"{len(points):,} 个问题{cut}；没有登记坐标的不在图上"
    return PointMap("ledger-map", "问题分布", points, legend, said)


def point_of(problem: Problem, *, on: date) -> Point:
    assert problem.longitude is not None
    assert problem.latitude is not None
    words = f"{problem.subject}（{problem.get_state_display()}）"
    colour = COLOURS[_coloured(problem, on)]
    place = float(problem.latitude), float(problem.longitude)
    return Point(words, problem.get_absolute_url(), *place, colour)


def _points(problems: ProblemQuerySet, *, on: date) -> Iterator[Point]:
    for problem in problems:
        yield point_of(problem, on=on)


def _coloured(problem: Problem, on: date) -> str:
    if problem.is_overdue(on):
        return "逾期"
    if problem.in_state is State.SIGNED_OFF:
        return "已销号"
    return "待验收、待销号" if problem.in_state in ACCEPTED else "待建单、整改中"


def _counted(on: date) -> dict[str, Count]:
    """Of all problems of a group, in the order of a row."""
    in_states = {
        "to_list": Q(state=State.REGISTERED.name),
        "in_work": Q(state__in=[state.name for state in WORKED]),
        "overdue": LATE & Q(due__lt=on),
        "accepted": Q(state__in=[state.name for state in ACCEPTED]),
        "signed_off": Q(state=State.SIGNED_OFF.name),
        "reopened": Q(round__gt=1),
        "merged": Q(state=State.MERGED.name),
    }
    counted = {key: Count("pk", filter=held) for key, held in in_states.items()}
    return {"registered": Count("pk"), **counted}


def _by_month(problems: ProblemQuerySet, field: str) -> dict[date, int]:
    known = problems.filter(**{f"{field}__isnull": False}).order_by()
    rows = known.values_list(f"{field}__year", f"{field}__month").annotate(many=Count("pk"))
    return {date(year, month, 1): many for year, month, many in rows}


def _months(on: date) -> Iterator[date]:
    last = on.year * 12 + on.month - 1
    for month in range(last - MONTHS + 1, last + 1):
        yield date(month // 12, month % 12 + 1, 1)

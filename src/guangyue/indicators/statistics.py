"""指标统计: how many targets are met, missed, running or without data, and who is how far."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse

from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.models import Split, Target
from guangyue.indicators.models.targets import PromisedTargetQuerySet
from guangyue.indicators.models.verdicts import WAITING
from guangyue.kit.pictures import Chart, Kind, Series

SHOWN = (Result.MET, Result.TO_JUDGE, Result.RUNNING, Result.MISSED, Result.NO_DATA)
MANY_BARS = 15


@dataclass(frozen=True)
class Tally:
    """统计: of one document, year, county or office."""

    title: str
    link: str
    counts: tuple[int, ...]  # in the order of SHOWN
    all: int

    @property
    def rate(self) -> Decimal | None:
        """达标率, of what is decided."""
        met, missed = (self.counts[SHOWN.index(one)] for one in (Result.MET, Result.MISSED))
        return Decimal(met) / (met + missed) if met + missed else None


@dataclass(frozen=True)
class Grouping:
    """按什么统计: the words, the field, how a group is named, and the filter of the list that shows it."""

    key: str
    title: str
    field: str
    named: str
    filtered: str


GROUPINGS = {
    one.key: one
    for one in (
        Grouping("document", "文件", "number", "number", "number"),
        Grouping("year", "期限年份", "due_on__year", "due_on__year", "year"),
        Grouping("county", "承担单位", "organisation", "organisation__name", "part"),
        Grouping("unit", "牵头单位", "owner", "owner__name", "owner"),
    )
}


def tally(targets: PromisedTargetQuerySet, grouping: Grouping) -> list[Tally]:
    """Of targets or, by county, of their parts."""
    rows: QuerySet[Split] | QuerySet[Target] = targets
    if grouping.key == "county":
        rows = Split.objects.filter(target__in=targets)
    counted: Iterable[Any] = (
        rows.values(group=F(grouping.field), named=F(grouping.named))
        .annotate(all=Count("pk"), **_counts())
        .order_by("group")
    )
    return [
        Tally(
            title=_title(row["named"], grouping),
            link=_link(row["group"], grouping),
            counts=tuple(row[result.name] for result in SHOWN),
            all=row["all"],
        )
        for row in counted
    ]


def tally_chart(tallies: Sequence[Tally], grouping: Grouping) -> Chart:
    largest = sorted(tallies, key=lambda one: -one.all)[:MANY_BARS]
    return Chart(
        key="tallies",
        title=f"按{grouping.title}",
        kind=Kind.STACK,
        labels=tuple(one.title for one in largest),
        series=tuple(
            Series(result.value, tuple(one.counts[place] for one in largest))
            for place, result in enumerate(SHOWN)
        ),
        unit="个",
        source="口径：生效的目标；按承担单位的，统计分解指标",
    )


@dataclass(frozen=True)
class Place:
    """名次 of one of them; none where the numbers cannot be ranked."""

    rank: int | None
    split: Split

    @property
    def rate(self) -> Decimal | None:
        return self.split.verdict.rate if self.split.verdict else None


def league(target: Target) -> list[Place]:
    """排名 by how much of its own part each has reached; shares of different wholes are not ranked."""
    parts = list(target.splits.select_related("organisation", "verdict__target__indicator"))
    if not target.counts.adds_up:
        return [Place(None, split) for split in parts]
    rated = [split for split in parts if split.verdict and split.verdict.rate is not None]
    rated.sort(key=_rate_of, reverse=True)
    silent = [split for split in parts if split not in rated]
    return [*_ranked(rated), *(Place(None, split) for split in silent)]


def _ranked(rated: Sequence[Split]) -> Iterator[Place]:
    """The same rate is the same place."""
    for split in rated:
        ahead = sum(1 for other in rated if _rate_of(other) > _rate_of(split))
        yield Place(ahead + 1, split)


def _rate_of(split: Split) -> Decimal:
    return (split.verdict.rate if split.verdict else None) or Decimal(0)


def _counts() -> dict[str, Count]:
    """What was only striven for waits for a person, and is not missed by itself."""
    striven = Q(verdict__aspirational=True, verdict__by=None)
    counted = {result: Q(verdict__result=result.name) & ~striven for result in SHOWN}
    counted[Result.TO_JUDGE] = WAITING
    return {result.name: Count("pk", filter=rows) for result, rows in counted.items()}


def _title(named: object, grouping: Grouping) -> str:
    if named is None:
        return "没有写明"
    return f"{named}年" if grouping.key == "year" else str(named)


def _link(group: object, grouping: Grouping) -> str:
    """The list of those of a group."""
    asked = urlencode({grouping.filtered: group})
    return f"{reverse('indicators:targets')}?{asked}" if group else ""

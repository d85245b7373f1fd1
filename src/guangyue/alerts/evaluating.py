"""评估数据: of one response, from its first publication to its lifting: what was ordered, received, done and
checked, and what the air was beside what had been foreseen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from guangyue.alerts.declared import response_plan
from guangyue.alerts.measured import CityHour, city_hours
from guangyue.alerts.models import CountyReport, Forecast, Order, OrderCheck, Receipt, Warning
from guangyue.alerts.warning_deadlines import county_deadline, media_deadline, report_deadline
from guangyue.kit.clocks import HOUR, whole_hour


@dataclass(frozen=True)
class Tally:
    """一类工作: how many there were, how many are done, and how many of all were late."""

    title: str
    whole: int
    done: int
    late: int = 0


@dataclass(frozen=True)
class Air:
    """空气: the highest hour, the mean, and for how many hours it was heavy; None where nothing is known."""

    peak: int | None
    mean: int | None
    heavy_hours: int


@dataclass(frozen=True)
class Figures:
    """一次响应的数字. `foreseen` is the forecast that the first warning rested on: what would have come."""

    levels: Sequence[str]
    hours: int
    tallies: Sequence[Tally]
    foreseen: Air
    measured: Air

    def kept(self) -> Mapping[str, Any]:
        return asdict(self)


def figures_from(kept: Mapping[str, Any]) -> Figures:
    """As they were kept with an evaluation."""
    return Figures(
        kept["levels"],
        kept["hours"],
        [Tally(**tally) for tally in kept["tallies"]],
        Air(**kept["foreseen"]),
        Air(**kept["measured"]),
    )


def course_of(warning: Warning) -> Sequence[Warning]:
    """一次过程: the warnings that took over from each other, first to last. A hint is none of it."""
    chain = [warning]
    while chain[0].follows is not None and chain[0].follows.responds:
        chain.insert(0, chain[0].follows)
    return chain


def figures_of(warning: Warning, *, at: datetime) -> Figures:
    chain = course_of(warning)
    since, until = chain[0].starts_at, warning.ended_at or at
    return Figures(
        levels=[one.level.title for one in chain],
        hours=(until - since) // HOUR,
        tallies=[*_tallies(chain, at=at)],
        foreseen=_foreseen(chain[0], until),
        measured=_air([*_measured(chain[0], since, until)]),
    )


def _tallies(chain: Sequence[Warning], *, at: datetime) -> Iterator[Tally]:
    receipts = list(Receipt.objects.filter(warning__in=chain).select_related("warning"))
    told = [county_deadline(one) for one in receipts]
    yield Tally("县（市、区）通知部门", len(told), _done(told), sum(one.late(at=at) for one in told))
    media = [media_deadline(one) for one in chain]
    yield Tally("向社会公布", len(media), _done(media), sum(one.late(at=at) for one in media))
    orders = Order.objects.filter(warning__in=chain)
    yield Tally("减排指令签收", orders.count(), orders.received().count())
    yield Tally("减排指令提交佐证", orders.count(), orders.filter(proofs__isnull=False).distinct().count())
    checks = OrderCheck.objects.filter(order__warning__in=chain)
    yield Tally("现场督导落实", checks.count(), checks.count() - checks.failed().count())
    owed = [
        report_deadline(one)
        for one in CountyReport.objects.filter(warning__in=chain).select_related("warning")
    ]
    yield Tally("县（市、区）响应情况报告", len(owed), _done(owed), sum(one.late(at=at) for one in owed))


def _done(deadlines: Sequence[Any]) -> int:
    return sum(one.done is not None for one in deadlines)


def _measured(first: Warning, since: datetime, until: datetime) -> Iterator[int | None]:
    whole = whole_hour(since)
    hours: Sequence[CityHour] = city_hours(since=whole, until=until, exercise=first.exercise)
    return (one.aqi for one in hours)


def _foreseen(first: Warning, until: datetime) -> Air:
    forecast: Forecast | None = first.sheet.forecast
    if forecast is None:
        return Air(None, None, 0)
    begin = max((first.starts_at - forecast.begins_at) // HOUR, 0)
    end = max((until - forecast.begins_at) // HOUR, 0)
    return _air(forecast.hours()[begin:end])


def _air(hours: Sequence[int | None]) -> Air:
    known = [value for value in hours if value is not None]
    if not known:
        return Air(None, None, 0)
    heavy = response_plan().heavy
    return Air(max(known), round(sum(known) / len(known)), sum(value > heavy for value in known))

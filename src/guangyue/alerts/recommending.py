"""研判建议: what measured and foreseen air, and what province and ministry say, ask of the city now.

A recommendation and nothing more: whatever is published was drafted by an official and signed by a leader.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from fractions import Fraction

from guangyue.alerts.air.means import DAY, DayMeans
from guangyue.alerts.declared import response_plan
from guangyue.alerts.levels.blocks import Days, daily, hourly
from guangyue.alerts.levels.lifting import lift_from, will_not_improve
from guangyue.alerts.levels.weighing import Weighing, weigh
from guangyue.alerts.levels.wording import explain
from guangyue.alerts.measured import STILL_CURRENT, CityHour, city_hours
from guangyue.alerts.models import Forecast, RegionalNotice, Warning
from guangyue.alerts.plans import Level, ResponsePlan
from guangyue.alerts.publishing import Haste
from guangyue.kit.clocks import HOUR, whole_hour

STALE = timedelta(hours=24)
LOOKED_BACK = timedelta(days=15)  # at most, however long a warning has been in force


class Advice(Enum):
    """建议."""

    NOTHING = "不需预警"
    PUBLISH = "发布"
    UPGRADE = "升级"
    DOWNGRADE = "降级"
    KEEP = "维持"
    LIFT = "可以解除"


@dataclass(frozen=True)
class Outlook:
    """实况和预报: hour by hour what was measured, and from `now` on what is foreseen."""

    begins_at: datetime
    values: tuple[int | None, ...]
    now: int  # the first hour that is not over

    def moment(self, hour: int) -> datetime:
        return self.begins_at + hour * HOUR

    @property
    def coming(self) -> tuple[int | None, ...]:
        return self.values[self.now :]

    def over_by(self, heavy: int) -> int:
        """A process that has ended by this hour is over: none of its bad hours is to come."""
        bad = (
            hour for hour, value in enumerate(self.coming, self.now) if value is not None and value > heavy
        )
        return next(bad, len(self.values) + DAY)


@dataclass(frozen=True)
class Recommendation:
    """研判建议: the level with its reasons, from when until when it is bad, and what to do."""

    at: datetime
    level: Level | None
    advice: Advice
    weighing: Weighing
    outlook: Outlook
    forecast: Forecast | None
    measured: CityHour | None
    regional: tuple[RegionalNotice, ...]
    in_force: Warning | None
    haste: Haste | None

    @property
    def plan(self) -> ResponsePlan:
        return self.weighing.plan

    @property
    def begins_at(self) -> datetime | None:
        """重污染出现: the first bad hour, perhaps long past; without one, when a region's warning begins."""
        if hours := self._bad_hours():
            return self.outlook.moment(hours[0])
        return min((one.begins_at for one in self.regional), default=None)

    @property
    def ends_at(self) -> datetime | None:
        hours = self._bad_hours()
        return self.outlook.moment(hours[-1] + 1) if hours else None

    @property
    def starts_at(self) -> datetime | None:
        """启动时间: never before now."""
        return None if self.begins_at is None else max(self.begins_at, self.at)

    @property
    def publish_by(self) -> datetime | None:
        """最迟发布时间, so that the lead remains that the plan asks for."""
        lead = timedelta(hours=self.plan.limits.lead.amount)
        return None if self.begins_at is None else self.begins_at - lead

    @property
    def may_lift_from(self) -> datetime | None:
        """解除时间: the first hour to come from which the air stays clean for long enough."""
        hour = lift_from(self.plan, self.outlook.coming)
        return None if hour is None else self.outlook.moment(self.outlook.now + hour)

    def _bad_hours(self) -> list[int]:
        """Of the process that the level rests on, and those that go on before and after its whole days."""
        process, values = self.weighing.process, self.outlook.values
        if process is None:
            return []
        first, end = process.start, process.end
        while first > 0 and self._is_bad(values[first - 1]):
            first -= 1
        while end < len(values) and self._is_bad(values[end]):
            end += 1
        return [hour for hour in range(first, end) if self._is_bad(values[hour])]

    def _is_bad(self, value: int | None) -> bool:
        return value is not None and value > self.plan.heavy

    @property
    def is_stale(self) -> bool:
        return self.forecast is None or self.at - self.forecast.issued_at > STALE

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(self._reasons())

    def _reasons(self) -> Iterator[str]:
        if self.forecast is None:
            yield "还没有预报，只按实测研判。"
        elif self.is_stale:
            yield "最近一次预报已经超过 24 小时，请尽快更新。"
        yield from explain(self.weighing, self.outlook.begins_at)
        for notice in self.regional:
            yield f"{notice}为{notice.level.title}，市级和区域级别不同的，从严。"
        if self.haste is Haste.HEAVY_ALREADY and self.advice in (Advice.PUBLISH, Advice.UPGRADE):
            hours = self.plan.no_improvement.hours
            yield f"实测已达重度污染，未来 {hours} 小时没有明显改善，应尽早启动。"


def recommended(*, at: datetime, exercise: bool = False) -> Recommendation:
    plan = response_plan()
    forecast = Forecast.objects.latest_at(at, exercise=exercise)
    in_force = Warning.objects.in_force(exercise=exercise).first()
    regional = () if exercise else tuple(RegionalNotice.objects.standing(at))
    past = _past(plan, in_force, at=at, exercise=exercise)
    outlook = _outlook(past, forecast)
    weighing = weigh(plan, _days(plan, outlook, forecast), over_by=outlook.over_by(plan.heavy))
    level = plan.strictest(weighing.level, *(notice.level for notice in regional))
    measured = next((one for one in reversed(past[-STILL_CURRENT:]) if one.aqi is not None), None)
    lift = lift_from(plan, outlook.coming)
    return Recommendation(
        at=at,
        level=level,
        advice=_advice(plan, level, in_force, lifts_soon=lift is not None and lift <= DAY),
        weighing=weighing,
        outlook=outlook,
        forecast=forecast,
        measured=measured,
        regional=regional,
        in_force=in_force,
        haste=_haste(plan, level, in_force, measured, outlook, regional),
    )


def _past(plan: ResponsePlan, in_force: Warning | None, *, at: datetime, exercise: bool) -> list[CityHour]:
    """As long as the longest condition asks for, and since the bad air that is warned of now began."""
    until = whole_hour(at)
    asked = (one.hours for level in plan.levels for condition in level.conditions for one in condition)
    since = until - max(asked) * HOUR
    if in_force is not None:
        since = max(min(since, in_force.predicted_start), until - LOOKED_BACK)
    return city_hours(since=since, until=until, exercise=exercise)


def _outlook(past: list[CityHour], forecast: Forecast | None) -> Outlook:
    """What was foreseen of a past hour stands where nothing was measured."""
    begins_at, now = past[0].hour, len(past)
    foreseen = _foreseen(forecast, begins_at)
    hours = max(now, max(foreseen, default=-1) + 1)
    measured = {hour: one.aqi for hour, one in enumerate(past) if one.aqi is not None}
    return Outlook(begins_at, tuple(measured.get(hour, foreseen.get(hour)) for hour in range(hours)), now)


def _foreseen(forecast: Forecast | None, begins_at: datetime) -> dict[int, int | None]:
    if forecast is None:
        return {}
    first = (forecast.begins_at - begins_at) // HOUR
    return {hour: value for hour, value in enumerate(forecast.hours(), start=first) if hour >= 0}


def _advice(plan: ResponsePlan, level: Level | None, in_force: Warning | None, *, lifts_soon: bool) -> Advice:
    if in_force is None:
        return Advice.NOTHING if level is None else Advice.PUBLISH
    warned, asked = plan.rank(in_force.level), plan.rank(level)
    if asked > warned:
        return Advice.UPGRADE
    if lifts_soon:
        return Advice.LIFT
    return Advice.DOWNGRADE if 0 < asked < warned else Advice.KEEP


def _haste(
    plan: ResponsePlan,
    level: Level | None,
    in_force: Warning | None,
    measured: CityHour | None,
    outlook: Outlook,
    regional: tuple[RegionalNotice, ...],
) -> Haste | None:
    """What alone would let a response start without the lead that is asked for."""
    heavy = measured is not None and measured.aqi is not None and measured.aqi > plan.heavy
    if heavy and will_not_improve(plan, outlook.coming):
        return Haste.HEAVY_ALREADY
    if regional:
        return Haste.REGIONAL
    if in_force is not None and plan.rank(level) > plan.rank(in_force.level):
        return Haste.UPGRADE
    return None


def _days(plan: ResponsePlan, outlook: Outlook, forecast: Forecast | None) -> Iterator[Days]:
    """The days of the plan; those of a daily forecast as it gives them, with what was measured before."""
    if forecast is None or forecast.is_hourly:
        return hourly(outlook.values, missing_allowed=plan.missing_allowed)
    means = DayMeans(outlook.values, missing_allowed=plan.missing_allowed)
    first = (forecast.begins_at - outlook.begins_at) // HOUR
    over = max(-(first // DAY), 0)  # days of an old forecast that nobody looks back to
    first += over * DAY
    anchor = first % DAY
    known: list[Fraction | int | None] = [means.from_hour(start) for start in range(anchor, first, DAY)]
    return daily([*known, *forecast.values[over:]], anchor=anchor)

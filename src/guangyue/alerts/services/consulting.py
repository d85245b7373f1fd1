"""会商: what the weather bureau tells, and what the experts hold; both are only ever added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.air.standard import Pollutant
from guangyue.alerts.consulting import Pace
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Consultation, Forecast, ForeseenProcess, WeatherNotice
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused

NUMBERS = "HS", "alerts_consultation_number"
EXERCISE_NUMBERS = "YLHS", "alerts_consultation_exercise_number"


def tell_weather(
    *, told_at: datetime, since: date, until: date, weather: str, by: User, at: datetime
) -> WeatherNotice:
    """登记气象局的通报."""
    if until < since:
        raise Refused("结束日期早于开始日期。", field="until")
    if told_at > at:
        raise Refused("通报时间还没有到。", field="told_at")
    return WeatherNotice.objects.create(
        told_at=told_at, since=since, until=until, weather=weather, by=by, at=at
    )


@dataclass(frozen=True)
class ConsultationSaid:
    """What the experts hold."""

    held_at: datetime
    pace: Pace
    trend: str
    experts: str
    forecast: Forecast | None = None
    processes: Sequence[tuple[datetime, datetime]] = ()
    means: Sequence[int] = ()
    pollutants: Sequence[Pollutant] = ()
    weather: str = ""
    level_key: str = ""
    starts_at: datetime | None = None
    lift_at: datetime | None = None

    def check(self, *, at: datetime) -> None:
        if self.held_at > at:
            raise Refused("会商时间还没有到。", field="held_at")
        if self.level_key:
            self._check_proposal()
        if any(end <= start for start, end in self.processes):
            raise Refused("过程的结束时间应当晚于开始时间。", field="process_ends")
        if self.lift_at and self.starts_at and self.lift_at <= self.starts_at:
            raise Refused("解除时间应当晚于启动时间。", field="lift_at")

    def _check_proposal(self) -> None:
        """R12: a warning cannot be drafted from an opinion that does not say these."""
        if self.level_key not in {level.key for level in response_plan().levels}:
            raise Refused("没有这个级别。", field="level_key")
        needed = {"starts_at": self.starts_at, "weather": self.weather, "pollutants": self.pollutants}
        for field, said in needed.items():
            if not said:
                raise Refused("建议预警的，这一项必须填写。", field=field)


@transaction.atomic
def hold_consultation(
    *, said: ConsultationSaid, by: User, at: datetime, exercise: bool = False
) -> Consultation:
    """形成会商意见."""
    said.check(at=at)
    consultation = Consultation.objects.create(
        number=next_number(*(EXERCISE_NUMBERS if exercise else NUMBERS), at=at),
        held_at=said.held_at,
        pace=said.pace.name,
        forecast=said.forecast,
        means=list(said.means),
        pollutants=[one.name for one in said.pollutants],
        weather=said.weather,
        trend=said.trend,
        level_key=said.level_key,
        starts_at=said.starts_at,
        lift_at=said.lift_at,
        experts=said.experts,
        by=by,
        at=at,
        exercise=exercise,
    )
    ForeseenProcess.objects.bulk_create(
        ForeseenProcess(consultation=consultation, starts_at=start, ends_at=end)
        for start, end in said.processes
    )
    return consultation

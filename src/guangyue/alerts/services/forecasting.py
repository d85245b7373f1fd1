"""预报: issued once and kept as it is; the level it comes to is worked out at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from guangyue.alerts.air.means import DAY
from guangyue.alerts.models import Forecast
from guangyue.alerts.services.observing import Brought
from guangyue.kit.refusals import Refused

MOST_DAYS = 16
WORST = 500
EARLY = timedelta(days=2)  # a forecast may begin with the day on which it is made


@dataclass(frozen=True)
class ForecastSaid:
    """What a forecast says: an index for each hour or each day, None where it says nothing."""

    kind: Forecast.Kind
    issued_at: datetime
    begins_at: datetime
    values: Sequence[int | None]
    author: str
    remark: str = ""

    @property
    def most_values(self) -> int:
        return MOST_DAYS * DAY if self.kind is Forecast.Kind.HOURLY else MOST_DAYS

    def check(self, *, at: datetime) -> None:
        if not self.values or all(value is None for value in self.values):
            raise Refused("预报里没有 AQI。", field="values")
        if len(self.values) > self.most_values:
            raise Refused(f"最多预报 {MOST_DAYS} 天。", field="values")
        if any(value is not None and not 0 <= value <= WORST for value in self.values):
            raise Refused(f"AQI 应当在 0 和 {WORST} 之间。", field="values")
        if self.issued_at > at:
            raise Refused("起报时间还没有到。", field="issued_at")
        if self.begins_at.minute or self.begins_at.second or self.begins_at.microsecond:
            raise Refused("预报从整点开始。", field="begins_at")
        if not -EARLY <= self.begins_at - self.issued_at <= EARLY:
            raise Refused("预报开始时间离起报时间太远。", field="begins_at")


def issue_forecast(*, said: ForecastSaid, brought: Brought, at: datetime) -> Forecast:
    """发布预报."""
    said.check(at=at)
    forecast = Forecast(
        kind=said.kind,
        issued_at=said.issued_at,
        begins_at=said.begins_at,
        values=list(said.values),
        author=said.author,
        remark=said.remark,
        source=brought.source,
        by=brought.by,
        feed=brought.feed,
        exercise=brought.exercise,
        at=at,
    )
    level = forecast.weighing().level
    forecast.level_key = "" if level is None else level.key
    try:
        with transaction.atomic():
            forecast.save()
    except IntegrityError:
        raise Refused("这个时间已经有同类的预报。", field="issued_at") from None
    return forecast

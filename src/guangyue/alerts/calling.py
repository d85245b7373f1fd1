"""会商提醒: whether the experts must meet now, why, and how often they have met."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from guangyue.alerts.air.means import DAY
from guangyue.alerts.consulting import Pace, consultation_due
from guangyue.alerts.declared import response_plan
from guangyue.alerts.measured import city_hours
from guangyue.alerts.models import Consultation, Warning, WeatherNotice
from guangyue.kit.clocks import SHANGHAI, local_day, whole_hour


@dataclass(frozen=True)
class Called:
    """该会商: how often since when, and how many times they have met since."""

    pace: Pace
    since: datetime
    asked: int
    held: int

    @property
    def is_due(self) -> bool:
        return self.held < self.asked


def called_at(at: datetime) -> Called:
    plan, today = response_plan(), local_day(at)
    warned = Warning.objects.in_force().responding().exists()
    heavy_since = _heavy_since(at)
    notice = WeatherNotice.objects.ahead(today).first()
    pace = consultation_due(
        heavy_unwarned=heavy_since is not None and not warned,
        responding=warned,
        heating=plan.heating.holds(today),
        adverse_ahead=notice is not None,
    )
    since = datetime.combine(today, time(), SHANGHAI)
    if pace is Pace.AT_ONCE and heavy_since is not None:
        since = heavy_since
    elif pace is Pace.CALLED and notice is not None:
        since = notice.told_at
    asked = {Pace.NONE: 0, Pace.DENSER: plan.denser}.get(pace, 1)
    held = Consultation.objects.of(exercise=False).held_since(since).filter(held_at__lte=at).count()
    return Called(pace, since, asked, held)


def _heavy_since(at: datetime) -> datetime | None:
    """The hour from which the air has been bad without a break, within a day."""
    until = whole_hour(at)
    since = None
    for one in reversed(city_hours(since=until - timedelta(hours=DAY), until=until)):
        if one.aqi is None and since is None:
            continue  # the newest hours may still be on their way
        if one.aqi is None or one.aqi <= response_plan().heavy:
            break
        since = one.hour
    return since

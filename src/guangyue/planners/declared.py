"""What the city declares of its pilot, and the day that pages are about."""

from datetime import date, datetime
from functools import cache

from django.conf import settings
from django.utils.timezone import localtime

from guangyue.planners.demands import RunPilot
from guangyue.planners.pilot import Pilot
from guangyue.systems.enactment import declared_city
from guangyue.systems.today import day_of_the_city


@cache
def pilot() -> Pilot:
    demands = (demand for system in declared_city().systems for demand in system.demands)
    return next(demand.pilot for demand in demands if isinstance(demand, RunPilot))


def day_of_the_pilot() -> date:
    """Today; of the demonstration, whose registers are older than the pilot, a day in the middle of it."""
    day: date | None = settings.GUANGYUE_PLANNERS_DAY
    return day or day_of_the_city()


def moment_of_the_pilot() -> datetime:
    return datetime.combine(day_of_the_pilot(), localtime().timetz())


def is_shown_ahead() -> bool:
    """Whether the pages are about a later day than the rest of the city."""
    return day_of_the_pilot() != day_of_the_city()

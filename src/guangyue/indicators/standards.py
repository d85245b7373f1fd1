"""评判尺度 of the city: what no clause gives is declared by a demand, and shown as 补充规定."""

from functools import cache

from guangyue.indicators.comparing.judging import USUAL, Standards
from guangyue.indicators.demands import JudgeTargets
from guangyue.systems.enactment import declared_city


@cache
def standards_of_the_city() -> Standards:
    demands = (demand for system in declared_city().systems for demand in system.demands)
    return next((demand.standards for demand in demands if isinstance(demand, JudgeTargets)), USUAL)

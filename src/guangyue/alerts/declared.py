"""What the city declares for alerts: its plan for warnings, and who must then do what."""

from datetime import date
from functools import cache

from guangyue.alerts.demands import OrderMeasures, WeighForecasts
from guangyue.alerts.plans import ResponsePlan
from guangyue.alerts.reduction.measures import AbatementScheme
from guangyue.systems.enactment import declared_city


@cache
def response_plan() -> ResponsePlan:
    return next(one.plan for one in _demands() if isinstance(one, WeighForecasts))


@cache
def plan_day() -> date:
    """预案印发日: from then on each county files one that follows it."""
    document = next(one.cites.document for one in _demands() if isinstance(one, WeighForecasts))
    assert document is not None
    return document.since


@cache
def abatement_scheme() -> AbatementScheme:
    return next(one.scheme for one in _demands() if isinstance(one, OrderMeasures))


def _demands() -> list[object]:
    return [demand for system in declared_city().systems for demand in system.demands]

"""解除预警, and when the air will not clear: both by the hours of a forecast."""

from collections.abc import Sequence

from guangyue.alerts.plans import ResponsePlan

Hours = Sequence[int | None]


def may_lift(plan: ResponsePlan, forecast: Hours) -> bool:
    """Whether it may be lifted with the first hour."""
    return lift_from(plan, forecast[: plan.lifting.hours]) == 0


def lift_from(plan: ResponsePlan, forecast: Hours) -> int | None:
    """解除时间: the first hour from which every one is clean for long enough; one that lacks is not clean."""
    clean = 0
    for number, value in enumerate(forecast, start=1):
        clean = clean + 1 if value is not None and value <= plan.lifting.most else 0
        if clean == plan.lifting.hours:
            return number - clean
    return None


def will_not_improve(plan: ResponsePlan, forecast: Hours) -> bool:
    """未来没有明显改善: of hours that lack, or lie past the forecast, nothing better is known."""
    coming = forecast[: plan.no_improvement.hours]
    return all(value is None or value >= plan.no_improvement.below for value in coming)

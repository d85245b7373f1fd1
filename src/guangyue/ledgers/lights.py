"""亮灯 of a problem: read from its due day alone, so that a page of fifty asks nothing more."""

from datetime import date, timedelta

from django.db.models import Q

from guangyue.kit.clocks import Light
from guangyue.ledgers.flow import HANDED_IN
from guangyue.ledgers.models import Problem

NEAR = timedelta(days=15)
RUNS = Q(due__isnull=False) & ~Q(state__in=[state.name for state in HANDED_IN])
SHOWN = (Light.RED, Light.YELLOW, Light.GREEN)


def light_of(light: Light, *, on: date) -> Q:
    """The problems that show this light."""
    match light:
        case Light.RED:
            return RUNS & Q(due__lt=on)
        case Light.YELLOW:
            return RUNS & Q(due__gte=on, due__lte=on + NEAR)
        case _:
            return RUNS & Q(due__gt=on + NEAR)


def told_due(problem: Problem, *, on: date) -> tuple[Light | None, str]:
    """The light and a few words; no light once it was handed in, or while it has no day."""
    if problem.due is None or problem.in_state in HANDED_IN:
        return None, ""
    left = (problem.due - on).days
    if left < 0:
        return Light.RED, f"逾期 {-left} 天"
    return (Light.YELLOW if left <= NEAR.days else Light.GREEN), f"还剩 {left} 天" if left else "今天到期"

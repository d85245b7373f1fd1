"""What the city declares of being called to account: the table of triggers, and its own customs."""

from collections.abc import Iterator

from guangyue.accountability.declaration import Customs, Trigger
from guangyue.accountability.demands import CallToAccount, FollowSteps
from guangyue.systems.enactment import declared_city

NO_CUSTOMS = Customs()


def triggers() -> dict[str, Trigger]:
    """By their keys, in the order of the table."""
    return {one.trigger.key: one.trigger for one in _demands() if isinstance(one, CallToAccount)}


def customs() -> Customs:
    declared = (one.customs for one in _demands() if isinstance(one, FollowSteps) and one.customs)
    return next(declared, NO_CUSTOMS)


def _demands() -> Iterator[object]:
    return (demand for system in declared_city().systems for demand in system.demands)

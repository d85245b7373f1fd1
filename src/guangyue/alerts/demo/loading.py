"""The demonstration's air, warnings and orders, counted back from the moment they are loaded."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from guangyue.alerts.demo.air import load_air
from guangyue.alerts.demo.orders import load_sources
from guangyue.alerts.demo.plans import load_plans
from guangyue.alerts.demo.warnings import load_warnings

Say = Callable[[str], None]


@transaction.atomic
def load(say: Say) -> None:
    """Part by part, in the order in which one rests on the other."""
    at = timezone.now()
    load_air(say, at=at)
    load_sources(say, at=at)
    load_plans(say, at=at)
    load_warnings(say, at=at)

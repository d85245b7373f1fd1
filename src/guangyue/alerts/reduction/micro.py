"""小微涉气企业: too small to be stopped before others."""

from dataclasses import dataclass
from decimal import Decimal

from guangyue.alerts.reduction.measures import AbatementScheme

YEAR = 365  # days


@dataclass(frozen=True)
class SmallEmitter:
    """What is known of an enterprise that may be one; of one that works by season, on how many days."""

    burns_coal: bool
    burns_oil: bool
    components: int
    toxic_or_odorous: bool
    yearly_kilograms: Decimal
    season_days: int | None = None


def is_micro(scheme: AbatementScheme, firm: SmallEmitter) -> bool:
    """A season counts by the day: on each no more than on a day of a whole year."""
    if firm.burns_coal or firm.burns_oil or firm.toxic_or_odorous or firm.components > 1:
        return False
    days = YEAR if firm.season_days is None else firm.season_days
    return firm.yearly_kilograms * YEAR <= scheme.micro_kilograms * days

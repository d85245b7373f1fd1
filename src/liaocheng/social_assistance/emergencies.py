"""急难救助, 三（二）: the first relief within twenty-four natural hours."""

from datetime import datetime, timedelta

FIRST_RELIEF = timedelta(hours=24)


def hours_open(began: datetime, until: datetime) -> float:
    return (until - began).total_seconds() / 3600


def is_overdue(began: datetime, until: datetime) -> bool:
    """Twenty-four hours to the second are in time."""
    return until - began > FIRST_RELIEF

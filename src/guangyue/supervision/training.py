"""业务培训: nobody enters what he has not learnt to enter. Knows no database."""

from datetime import date


def may_enter(trained_on: date | None, *, on: date) -> bool:
    """Whoever was never trained, or will only be, may look and nothing more."""
    return trained_on is not None and trained_on <= on

"""减排基数: what the saving is measured against."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from guangyue.accounts.models import User
from guangyue.alerts.models import ReductionBase


def set_base(
    *, year: int, totals: Mapping[str, Decimal], basis: str, by: User, at: datetime
) -> ReductionBase:
    """登记: of a year that has one already, the later word counts; the trail keeps the earlier."""
    said = {**totals, "basis": basis, "by": by, "at": at}
    base, _ = ReductionBase.objects.update_or_create(year=year, defaults=said)
    return base

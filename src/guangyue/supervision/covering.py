"""覆盖: how many of an office's items were exercised within a year. Knows no database."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from guangyue.kit.limits import months_after
from guangyue.kit.workdays import ONE_DAY

YEAR = 12  # months
THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True)
class Coverage:
    """覆盖率: an item with a single act is covered; the others sleep."""

    items: int
    active: int

    @property
    def rate(self) -> Decimal | None:
        """None where there is nothing to exercise."""
        if not self.items:
            return None
        return (Decimal(self.active) / self.items).quantize(THOUSANDTH, ROUND_HALF_UP)

    @property
    def sleeping(self) -> int:
        return self.items - self.active

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(self.items + other.items, self.active + other.active)


def year_until(day: date) -> tuple[date, date]:
    """The first and the last day of the year that ends with a day."""
    return months_after(day, -YEAR) + ONE_DAY, day

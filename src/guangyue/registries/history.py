"""What was so on a day, as it was known at a moment: read from statements that are only ever added to.

For each day on which something is said to begin, the latest statement counts; one that withdraws leaves that
day out. On any day the value is that of the last such day before it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar


class Statement(Protocol):
    @property
    def since(self) -> date: ...

    @property
    def recorded_at(self) -> datetime: ...

    @property
    def withdrawn(self) -> bool: ...


Stated = TypeVar("Stated", bound=Statement)


def standing(statements: Iterable[Stated], *, known_at: datetime) -> list[Stated]:
    """The statements that counted at that moment, by the day they speak of.

    Those recorded at one moment count in the order given, the last above the others.
    """
    latest: dict[date, Stated] = {}
    for statement in statements:
        if statement.recorded_at > known_at:
            continue
        before = latest.get(statement.since)
        if before is None or statement.recorded_at >= before.recorded_at:
            latest[statement.since] = statement
    return sorted(
        (statement for statement in latest.values() if not statement.withdrawn),
        key=lambda statement: statement.since,
    )


def holding(statements: Sequence[Stated], *, on: date, known_at: datetime) -> Stated | None:
    """The statement that says what is so on that day, or None when none does."""
    begun = [statement for statement in standing(statements, known_at=known_at) if statement.since <= on]
    return begun[-1] if begun else None

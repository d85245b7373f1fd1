"""记分: how many points count on a day, and whether they lead to a proposal; never to more than that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guangyue.credit.declaration import Scale
from guangyue.kit.limits import months_after


@dataclass(frozen=True)
class Scored:
    """Points for one fact."""

    on: date
    points: int


@dataclass(frozen=True)
class Standing:
    """What the points of a cycle come to. Somebody decides about the list: it is never entered by itself."""

    points: int
    proposes: bool
    enters: bool = False


def counts(day: date, *, scale: Scale, on: date) -> bool:
    """From the day of the fact until the cycle that began with it has ended."""
    return day <= on < months_after(day, scale.cycle_months)


def standing(events: Iterable[Scored], scale: Scale, *, on: date) -> Standing:
    points = sum(event.points for event in events if counts(event.on, scale=scale, on=on))
    return Standing(points, proposes=points >= scale.limit)

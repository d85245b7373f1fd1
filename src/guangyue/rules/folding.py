"""One day for everybody: a tree with that day put in, and its comparisons of days worked out ahead.

Fifty years of age on a day means born on or before another: `birth + 50 years <= day` is `birth <= cutoff`.
Taking the years off the day instead is wrong at the ends of months, so the cutoff is looked for, day by day.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from guangyue.kit.limits import months_after
from guangyue.rules.tree import All, Asked, Below, Kind, Later, Literal, Node, Same, UpTo, YearOf

LONGEST_OVER_SHORTEST = timedelta(days=3)  # the last days of a month that fall on one day of February


def folded(node: Node, on: date | None) -> Node:
    """What the node says on a day; without one, on whichever day is asked about."""
    if isinstance(node, Asked):
        return node if on is None else Literal(Kind.DAY, on)
    return _worked_out(_with_parts(node, lambda part: folded(part, on)))


def last_day(limit: date, *, months: int, days: int) -> date:
    """界日: the last day that, so many months and then days later, is no later than the limit."""
    limit -= timedelta(days=days)
    day = months_after(limit, -months) + LONGEST_OVER_SHORTEST
    while months_after(day, months) > limit:
        day -= timedelta(days=1)
    return day


def _worked_out(node: Node) -> Node:
    """The node itself, or a plainer one that says the same. Its parts are worked out already."""
    match node:
        case Later(day=Literal(value=date() as day), months=months, days=days):
            return Literal(Kind.DAY, months_after(day, months) + timedelta(days=days))
        case YearOf(day=Literal(value=date() as day)):
            return Literal(Kind.NUMBER, day.year)
        case UpTo(left=Later() as later, right=Literal(value=date() as limit)):
            return _no_later(later, limit)
        case Below(left=Later() as later, right=Literal(value=date() as limit)):
            return _no_later(later, _day_before(limit))
        case UpTo(left=Literal(value=date() as limit), right=Later() as later):
            return _after(later, _day_before(limit))
        case Below(left=Literal(value=date() as limit), right=Later() as later):
            return _after(later, limit)
        case (
            Same(left=Later() as later, right=Literal(value=date() as limit))
            | Same(left=Literal(value=date() as limit), right=Later() as later)
        ):
            return All((_after(later, _day_before(limit)), _no_later(later, limit)))
    return node


def _no_later(later: Later, limit: date) -> Node:
    return _worked_out(UpTo(later.day, _cutoff(later, limit)))


def _after(later: Later, limit: date) -> Node:
    return _worked_out(Below(_cutoff(later, limit), later.day))


def _cutoff(later: Later, limit: date) -> Literal:
    return Literal(Kind.DAY, last_day(limit, months=later.months, days=later.days))


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _with_parts(node: Node, change: Callable[[Node], Node]) -> Node:
    return replace(node, **{one.name: _changed(getattr(node, one.name), change) for one in fields(node)})


def _changed(said: Any, change: Callable[[Node], Node]) -> Any:
    match said:
        case Node():
            return change(said)
        case tuple():
            return tuple(_changed(one, change) for one in said)
    return said

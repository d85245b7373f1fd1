"""排名末位: who the last of a ranking are, and among whom a person must choose. Knows no database."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Bottom:
    """末位: who is certainly among the last, and of whom in a tie so many more are `wanted`."""

    certain: tuple[str, ...]
    tied: tuple[str, ...] = ()
    wanted: int = 0


def bottom(places: Mapping[str, int], many: int) -> Bottom:
    """Of places where one is the best; in the order of the ranking."""
    ranked = sorted(places, key=lambda name: places[name])
    if len(ranked) <= many:
        return Bottom(tuple(ranked))
    edge = places[ranked[-many]]
    beyond = [name for name in ranked if places[name] > edge]
    on_edge = [name for name in ranked if places[name] == edge]
    wanted = many - len(beyond)
    if len(on_edge) == wanted:
        return Bottom((*on_edge, *beyond))
    return Bottom(tuple(beyond), tuple(on_edge), wanted)

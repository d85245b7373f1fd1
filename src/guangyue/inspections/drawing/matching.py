"""匹配 (S30 R12): inspectors drawn for every subject, slot by slot, by the seed of the same draw."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from guangyue.inspections.drawing.gydraw import Drawn, bounded
from guangyue.inspections.drawing.terms import Slot, Terms

Team = tuple[str | None, ...]
"""检查组: an inspector for each slot; None where nobody is left, which only a wider roster may fill."""


def match(terms: Terms, drawn: Iterable[Drawn], seed: bytes) -> dict[str, Team]:
    """A team for each subject, in the order in which they were drawn."""
    nobody: Team = (None,) * len(terms.slots)
    return fill(terms, {one.id: nobody for one in drawn}, seed)


def fill(terms: Terms, teams: Mapping[str, Team], seed: bytes) -> dict[str, Team]:
    """全市补抽: the empty places of teams, from the roster of these terms: a wider one, after a shortage."""
    free = Free(terms)
    recused: dict[str, list[str]] = {}
    for inspector, target in terms.recusals:
        recused.setdefault(target, []).append(inspector)
    return {
        target: _fill_team(target, team, terms.slots, free, recused.get(target, ()), seed)
        for target, team in teams.items()
    }


def shortages(teams: Mapping[str, Team]) -> list[tuple[str, int]]:
    """人员不足: the slots that stay empty, counted from nought."""
    return [(target, slot) for target, team in teams.items() for slot, one in enumerate(team) if one is None]


class Free:
    """Who still has room for a visit, for each slot in the order of their ids."""

    def __init__(self, terms: Terms) -> None:
        self._room = {one.id: one.max_load for one in terms.inspectors}
        self._by_slot = {
            slot: [one.id for one in terms.inspectors if slot.fits(one)] for slot in set(terms.slots)
        }

    def for_slot(self, slot: Slot) -> Sequence[str]:
        return self._by_slot[slot]

    def send(self, inspector: str) -> None:
        """One visit more; with the last they are free for no slot."""
        self._room[inspector] -= 1
        if not self._room[inspector]:
            for free in self._by_slot.values():
                if (place := _place(free, inspector)) is not None:
                    del free[place]


def _fill_team(
    target: str, team: Team, slots: Sequence[Slot], free: Free, recused: Iterable[str], seed: bytes
) -> Team:
    filled = list(team)
    barred = {*recused, *filter(None, team)}
    for number, slot in enumerate(slots):
        if filled[number] is not None:
            continue
        chosen = _choose(free.for_slot(slot), barred, seed, f"inspector:{target}:{number}")
        if chosen is not None:
            free.send(chosen)
            barred.add(chosen)
        filled[number] = chosen
    return tuple(filled)


def _choose(free: Sequence[str], barred: Iterable[str], seed: bytes, label: str) -> str | None:
    """One of the free who is not barred. Only the barred are looked for, so that a long list costs little."""
    places = sorted(place for one in barred if (place := _place(free, one)) is not None)
    many = len(free) - len(places)
    if not many:
        return None
    chosen = bounded(seed, label, 0, many)
    for place in places:
        chosen += place <= chosen
    return free[chosen]


def _place(ids: Sequence[str], wanted: str) -> int | None:
    place = bisect_left(ids, wanted)
    return place if place < len(ids) and ids[place] == wanted else None

"""The draw as S30 R11 and R12 put it, word for word and with no thought for time."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import count

from guangyue.inspections.drawing.terms import Inspector, Target, Terms


def draw(terms: Terms, seed: bytes) -> list[tuple[str, int, int]]:
    """For each k the first remaining subject whose running sum exceeds r."""
    remaining, drawn = list(terms.targets), []
    for k in range(terms.n):
        total = sum(target.weight for target in remaining)
        r = bounded(seed, "target", k, total)
        chosen = first_beyond(remaining, r)
        remaining.remove(chosen)
        drawn.append((chosen.id, r, total))
    return drawn


def first_beyond(remaining: Sequence[Target], r: int) -> Target:
    running = 0
    for target in remaining:
        running += target.weight
        if running > r:
            return target
    raise ValueError("r is not below the sum of the weights")


def match(terms: Terms, drawn: Sequence[str], seed: bytes) -> dict[str, list[str | None]]:
    """For each slot every inspector is looked at."""
    loads = dict.fromkeys((one.id for one in terms.inspectors), 0)
    teams: dict[str, list[str | None]] = {}
    for target in drawn:
        team = teams[target] = []
        for number, slot in enumerate(terms.slots):
            candidates = sorted(
                one.id
                for one in terms.inspectors
                if slot.fits(one) and _may_visit(one, target, team, loads[one.id], terms)
            )
            if not candidates:
                team.append(None)
                continue
            chosen = candidates[bounded(seed, f"inspector:{target}:{number}", 0, len(candidates))]
            loads[chosen] += 1
            team.append(chosen)
    return teams


def bounded(seed: bytes, label: str, k: int, bound: int) -> int:
    accepted = 2**256 // bound * bound
    for c in count():
        text = seed + b"|" + label.encode() + b"|" + str(k).encode() + b"|" + str(c).encode()
        x = int.from_bytes(sha256(text).digest(), "big")
        if x < accepted:
            return x % bound
    raise AssertionError


def _may_visit(one: Inspector, target: str, team: Sequence[str | None], load: int, terms: Terms) -> bool:
    return load < one.max_load and one.id not in team and (one.id, target) not in terms.recusals

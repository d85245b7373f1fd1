"""Where each matter of a bundle stands, what may begin now, and what can no longer. Knows no database."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from guangyue.bundles.pieces import Piece


class Standing(Enum):
    """一件事里的一个事项现在怎样."""

    WAITING = "等前面的事项"
    HELD = "缺主要材料"
    UNDER_WAY = "办理中"
    GRANTED = "已办成"
    FAILED = "没有办成"
    STOPPED = "前面的没有办成，不再办"

    @property
    def settled(self) -> bool:
        return self in (Standing.GRANTED, Standing.FAILED, Standing.STOPPED)


Stand = Mapping[str, Standing]
Waits = Mapping[str, Collection[str]]


def ready(stand: Stand, waits: Waits) -> Iterator[str]:
    """What may begin: it waits, and all that it comes after are granted."""
    for key, standing in stand.items():
        if standing is Standing.WAITING and all(stand[one] is Standing.GRANTED for one in waits[key]):
            yield key


def stopped(stand: Stand, waits: Waits) -> frozenset[str]:
    """What can no longer begin, since something before it failed; the others go on."""
    lost = {key for key, one in stand.items() if one in (Standing.FAILED, Standing.STOPPED)}
    found: set[str] = set()
    while True:
        more = {
            key
            for key, one in stand.items()
            if one in (Standing.WAITING, Standing.HELD)
            and key not in found
            and (lost | found) & set(waits[key])
        }
        if not more:
            return frozenset(found)
        found |= more


@dataclass(frozen=True)
class Intake:
    """一次受理: what can begin, what is held back, and what keeps the whole from being taken in."""

    held: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()

    @property
    def may_begin(self) -> bool:
        return not self.blocks


def intake(
    pieces: Sequence[Piece], waits: Waits, *, missing: Collection[str], promised: Collection[str] = ()
) -> Intake:
    """A material that is missing holds its own matter back where no other comes after it; otherwise, or where
    nothing would be left, the whole. 容缺: what may be owed and is promised holds nothing back; both are
    codes."""
    lacking = [
        piece.key
        for piece in pieces
        if any(
            one.code in missing and not (one.deferrable and one.code in promised) for one in piece.materials
        )
    ]
    waited_for = {key for keys in waits.values() for key in keys}
    blocks = tuple(key for key in lacking if key in waited_for)
    if blocks or len(lacking) == len(pieces):
        return Intake(blocks=blocks or tuple(lacking))
    return Intake(held=tuple(lacking))

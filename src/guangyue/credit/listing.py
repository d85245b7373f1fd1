"""名单: what being on one of the lists leads to, from the kinds of record that put somebody there."""

from collections.abc import Iterable
from dataclasses import dataclass

from guangyue.credit.declaration import Disclosed, Kind, ListKind


@dataclass(frozen=True)
class Listed:
    """Under key supervision, checked so many times as often, published; being on a red list adds nothing."""

    key_supervision: bool
    frequency: int
    published: bool


def led_to(kinds: Iterable[Kind]) -> Listed:
    kinds = tuple(kinds)
    return Listed(
        key_supervision=any(kind.listed in (ListKind.BLACK, ListKind.KEY) for kind in kinds),
        frequency=max((kind.frequency for kind in kinds), default=1),
        published=any(kind.disclosed is not Disclosed.NOTHING for kind in kinds),
    )

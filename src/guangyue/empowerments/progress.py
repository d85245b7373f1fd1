"""落实进度: how far each body has come, way by way and piece by piece, and what speaks against the lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from guangyue.empowerments.counting import InBoth, Miscounted, compare
from guangyue.empowerments.models import Empowerment, GrantingDocument, State
from guangyue.empowerments.modes import NEW_GRANTS, WAYS, KitPart, Mode, Piece
from guangyue.empowerments.pieces import missing_kit, pieces_on
from guangyue.kit.access import Scope
from guangyue.kit.pictures import Chart, Kind, Series

Part = Piece | KitPart
PARTS: tuple[Part, ...] = (*Piece, *KitPart)


@dataclass
class Tally:
    """How many of one body's powers by one way have each part, and how many are undertaken."""

    body: str
    body_key: int
    mode: Mode
    many: int = 0
    undertaken: int = 0
    done: dict[Part, int] = field(default_factory=dict)

    def of(self, part: Part) -> int | None:
        """None where the way does not ask for it."""
        way = WAYS[self.mode]
        return self.done.get(part, 0) if part in (*way.needs, *way.kit) else None

    def add(self, one: Empowerment, on: date) -> None:
        lacks = missing_kit(one)
        kit = (part for part in one.way.kit if part not in lacks)
        self.many += 1
        self.undertaken += one.state == State.UNDERTAKEN
        parts: tuple[Part, ...] = (*pieces_on(one, on), *kit)
        for part in parts:
            self.done[part] = self.done.get(part, 0) + 1


def tallies(empowerments: Iterable[Empowerment], on: date) -> list[Tally]:
    """Body by body, way by way."""
    found: dict[tuple[int, Mode], Tally] = {}
    for one in empowerments:
        mode = one.granted_by
        tally = found.setdefault((one.body_id, mode), Tally(one.body.region.name, one.body_id, mode))
        tally.add(one, on)
    order = list(Mode)
    return sorted(found.values(), key=lambda one: (one.body_key, order.index(one.mode)))


def new_powers(scope: Scope) -> Iterable[Empowerment]:
    """Those of which something must be made ready; what was withdrawn or is only proposed is left out."""
    gone = (State.PROPOSED, State.WITHDRAWN)
    return Empowerment.objects.within(scope).newly_granted().exclude(state__in=gone).with_pieces()


def chart(rows: Iterable[Tally]) -> Chart:
    """Undertaken and not, for each body and way."""
    shown = list(rows)
    return Chart(
        "power-progress",
        "承接了多少",
        Kind.LYING_BARS,
        tuple(f"{one.body} {one.mode.value}" for one in shown),
        (
            Series("已承接", tuple(one.undertaken for one in shown)),
            Series("还没有承接", tuple(one.many - one.undertaken for one in shown)),
        ),
        "项",
        "赋权台账",
    )


def warnings() -> Iterator[Miscounted | InBoth]:
    """What speaks against the lists that were loaded, document by document."""
    new_modes = {mode.name for mode in NEW_GRANTS}
    new: dict[int, dict[str, str]] = defaultdict(dict)
    direct: dict[int, dict[str, str]] = defaultdict(dict)
    listed = Empowerment.objects.exclude(mode=Mode.SAME_POWER.name).order_by("pk")
    for document, code, name, mode in listed.values_list("document", "code", "name", "mode"):
        (new if mode in new_modes else direct)[document].setdefault(code, name)
    for one in GrantingDocument.objects.exclude(new_matters=0, direct_matters=0):
        yield from compare({one.expects_new: new[one.pk], one.expects_direct: direct[one.pk]})

"""提议的内容: what a proposal says of an assignment, as it was read or as an official put it right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from guangyue.tasks.reading.shapes import ReadAssignment, ReadTarget
from guangyue.tasks.states import DueKind, Role

Plain = Mapping[str, Any]


@dataclass(frozen=True)
class ProposedUnit:
    """单位, by its printed name, and the organisation it was found to be."""

    name: str
    role: Role
    qualifier: str = ""
    collective: bool = False
    inherited: bool = False
    organisation: int | None = None

    @property
    def is_settled(self) -> bool:
        """It is known who is meant, or that several are."""
        return self.collective or self.organisation is not None


@dataclass(frozen=True)
class Proposed:
    """一项提议: everything of it that can be put right."""

    text: str
    units: tuple[ProposedUnit, ...] = ()
    leaders: tuple[str, ...] = ()
    due_on: date | None = None
    due_kind: DueKind = DueKind.NONE
    due_text: str = ""
    due_remark: str = ""
    recurring: bool = False
    strength: str = ""
    targets: tuple[str, ...] = ()  # as a person reads them
    problems: tuple[str, ...] = ()

    def of_role(self, role: Role) -> tuple[ProposedUnit, ...]:
        return tuple(unit for unit in self.units if unit.role is role)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Names that no organisation bears."""
        return tuple(dict.fromkeys(unit.name for unit in self.units if not unit.is_settled))

    @property
    def obstacles(self) -> tuple[str, ...]:
        """Why it cannot be confirmed as it stands."""
        return (*self.problems, *self._missing())

    def _missing(self) -> Iterator[str]:
        for name in self.unsettled:
            yield f"机构名录里没有“{name}”这个写法，请更正，或者指明是哪个机构。"
        if not self.units:
            yield "没有单位，请补上。"


def proposed_of(read: ReadAssignment, organisations: Mapping[str, int]) -> Proposed:
    """As it was read, with the organisations that its names mean."""
    units = (
        ProposedUnit(
            unit.name,
            unit.role,
            unit.qualifier,
            unit.collective,
            unit.inherited,
            None if unit.collective else organisations.get(unit.name),
        )
        for unit in read.units
    )
    return Proposed(
        text=read.text,
        units=_once(units),
        leaders=read.leaders,
        due_on=read.due.on,
        due_kind=read.due.kind,
        due_text=read.due.text,
        due_remark=read.due.remark,
        recurring=read.due.recurring,
        strength=read.strength,
        targets=tuple(map(say_target, read.targets)),
        problems=tuple(problem.sentence for problem in read.problems),
    )


def say_target(target: ReadTarget) -> str:
    """新建公厕 ≥ 1200 座."""
    upper = f"—{target.value2:f}" if target.value2 is not None else ""
    softly = f"{target.strength} " if target.strength else ""
    by = f"（{target.due:%Y-%m-%d}前）" if target.due else ""
    return f"{softly}{target.indicator} {target.comparator} {target.value:f}{upper} {target.unit}{by}"


def to_plain(proposed: Proposed) -> dict[str, Any]:
    return {
        "text": proposed.text,
        "units": [{**vars(unit), "role": unit.role.name} for unit in proposed.units],
        "leaders": list(proposed.leaders),
        "due_on": proposed.due_on.isoformat() if proposed.due_on else None,
        "due_kind": proposed.due_kind.name,
        "due_text": proposed.due_text,
        "due_remark": proposed.due_remark,
        "recurring": proposed.recurring,
        "strength": proposed.strength,
        "targets": list(proposed.targets),
        "problems": list(proposed.problems),
    }


def from_plain(kept: Plain) -> Proposed:
    return Proposed(
        text=kept["text"],
        units=tuple(ProposedUnit(**{**unit, "role": Role[unit["role"]]}) for unit in kept["units"]),
        leaders=tuple(kept["leaders"]),
        due_on=date.fromisoformat(kept["due_on"]) if kept["due_on"] else None,
        due_kind=DueKind[kept["due_kind"]],
        due_text=kept["due_text"],
        due_remark=kept["due_remark"],
        recurring=kept["recurring"],
        strength=kept["strength"],
        targets=tuple(kept["targets"]),
        problems=tuple(kept["problems"]),
    )


def with_due(proposed: Proposed, on: date | None, kept: Proposed) -> Proposed:
    """A day that was put right by hand counts as printed; one that was left keeps where it comes from."""
    if on == kept.due_on:
        return replace(proposed, due_on=on, due_kind=kept.due_kind, due_text=kept.due_text)
    kind = DueKind.PRINTED if on else DueKind.NONE
    return replace(proposed, due_on=on, due_kind=kind, due_text=kept.due_text, due_remark="")


def _once(units: Iterable[ProposedUnit]) -> tuple[ProposedUnit, ...]:
    """A unit that a note names twice in one role is one."""
    seen: dict[tuple[str, Role], ProposedUnit] = {}
    for unit in units:
        seen.setdefault((unit.name, unit.role), unit)
    return tuple(seen.values())


def names_in(assignments: Sequence[ReadAssignment]) -> set[str]:
    return {unit.name for one in assignments for unit in one.units if not unit.collective}

"""任务事实: what a city knows of the assignments of its documents without their sentences: numbers, units,
days and the place in the gazette."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guangyue.gazette.document import Clause
from guangyue.tasks.states import DueKind, Role


@dataclass(frozen=True)
class AssignmentFact:
    """责任项, as its document hands it out."""

    number: str
    item: str
    label: str
    clause: str
    heading: str
    leaders: tuple[str, ...]
    units: tuple[tuple[Role, str], ...]
    due_on: date | None
    due_kind: DueKind
    due_text: str
    strength: str
    issue: str
    first: int
    last: int

    @property
    def cites(self) -> Clause:
        return Clause(self.number, self.clause)

    @property
    def title(self) -> str:
        return self.heading or f"第 {self.label} 项"


def read_assignments(path: Path) -> tuple[AssignmentFact, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_fact(row) for row in csv.DictReader(file))


def _fact(row: dict[str, str]) -> AssignmentFact:
    return AssignmentFact(
        number=row["number"],
        item=row["item"],
        label=row["label"],
        clause=row["clause"],
        heading=row["heading"],
        leaders=tuple(filter(None, row["leaders"].split("、"))),
        units=tuple(_units(row["units"])),
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        due_kind=DueKind[row["due_kind"].upper()],
        due_text=row["due_text"],
        strength=row["strength"],
        issue=row["issue"],
        first=int(row["first"]),
        last=int(row["last"]),
    )


def _units(written: str) -> list[tuple[Role, str]]:
    """lead:市财政局|市税务局;cooperate:…"""
    groups = (group.partition(":") for group in written.split(";") if group)
    return [(Role[role.upper()], name) for role, _, names in groups for name in names.split("|")]

"""What reading the tasks of a document yields: tasks of assignments, an assignment of units, a day and
targets, each with its lines."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from guangyue.tasks.states import DueKind, Role


@dataclass(frozen=True)
class ReadUnit:
    """责任单位, by its printed name."""

    name: str
    role: Role
    qualifier: str = ""  # 分别负责, 按职责分工负责
    collective: bool = False  # 成员单位, 各县（市、区）人民政府: several at once
    inherited: bool = False  # by words that stand elsewhere in the document


@dataclass(frozen=True)
class ReadDue:
    """完成时限."""

    on: date | None = None
    kind: DueKind = DueKind.NONE
    text: str = ""  # as printed
    recurring: bool = False  # 每年6月底前
    remark: str = ""  # how the day was reckoned, where that is a reading


@dataclass(frozen=True)
class ReadTarget:
    """量化目标: a number that is to be reached."""

    indicator: str
    comparator: str  # = ≥ ≤ > < ≈ ≤≈
    value: Decimal
    unit: str
    value2: Decimal | None = None  # the upper end of a range
    due: date | None = None  # where it is another than the assignment's
    strength: str = ""


class Flaw(Enum):
    """What is wrong with a note."""

    UNBALANCED = "unbalanced"
    NO_ROLE = "no-role"
    NO_UNIT = "no-unit"
    UNKNOWN_LABEL = "unknown-label"
    NOT_A_UNIT = "not-a-unit"
    NO_TEXT = "no-text"
    NO_DAY = "no-day"


@dataclass(frozen=True)
class ReadProblem:
    """读不准的: what a person must put right before the assignment can be issued."""

    flaw: Flaw
    sentence: str
    first: int
    last: int


@dataclass(frozen=True)
class ReadAssignment:
    """责任项: the unit of supervision, one note and the words that it governs."""

    label: str
    path: str  # of the clause that the note stands in
    text: str
    note: str  # as printed
    leaders: tuple[str, ...]
    units: tuple[ReadUnit, ...]
    due: ReadDue
    strength: str
    targets: tuple[ReadTarget, ...]
    first: int
    last: int
    problems: tuple[ReadProblem, ...] = ()

    def named(self, role: Role) -> tuple[str, ...]:
        """The units of a role that the note itself names."""
        return tuple(unit.name for unit in self.units if unit.role is role and not unit.inherited)


@dataclass(frozen=True)
class ReadTask:
    """任务: an item of the document; `supporting` is what a section on guarantees or requirements asks."""

    item: str
    path: str
    heading: str
    section: str
    supporting: bool
    assignments: tuple[ReadAssignment, ...]


@dataclass(frozen=True)
class ReadDocument:
    """What a document hands out."""

    number: str
    day: date | None
    horizon: date | None
    tasks: tuple[ReadTask, ...]

    @property
    def main(self) -> tuple[ReadTask, ...]:
        """The tasks proper, without guarantees and requirements."""
        return tuple(task for task in self.tasks if not task.supporting)

    @property
    def assignments(self) -> tuple[ReadAssignment, ...]:
        return tuple(one for task in self.tasks for one in task.assignments)

    @property
    def problems(self) -> tuple[ReadProblem, ...]:
        return tuple(problem for one in self.assignments for problem in one.problems)

"""What a rule says, as a tree of a few kinds of nodes. Every execution is a function over these nodes.

Each value may be unknown. Logic is Kleene's: unknown is never false, and what is settled whatever the unknown
turns out to be is settled. Everything else that stands on something unknown is unknown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property

from guangyue.kit.money import Rounding


class Kind(Enum):
    """种类: what sort of value a node has, and what people call it."""

    FLAG = "是否"
    MONEY = "金额"
    NUMBER = "数目"
    RATIO = "比例"
    DAY = "日期"
    WORD = "类别"
    TEXT = "名称"
    WORDS = "类别（可多选）"
    ROWS = "名单"


# Money is carried as 分, a ratio as parts of a million: every figure is a whole number.
Value = bool | int | date | str | frozenset[str]
MILLION = 1_000_000


@dataclass(frozen=True)
class Node:
    """One step of a rule. Two nodes that say the same are equal, and are worked out once."""

    @property
    def kind(self) -> Kind:
        return self.parts[0].kind

    @cached_property
    def parts(self) -> tuple["Node", ...]:
        """The nodes this one stands on, in the order in which they are said."""
        return tuple(_nodes(getattr(self, field.name) for field in fields(self)))

    def walk(self) -> Iterator["Node"]:
        """All below it, each after those it stands on, and then itself."""
        for part in self.parts:
            yield from part.walk()
        yield self


@dataclass(frozen=True)
class Leaf(Node):
    """A value that comes from outside the rule."""

    of: Kind

    @property
    def kind(self) -> Kind:
        return self.of


@dataclass(frozen=True)
class Truth(Node):
    """Yes, no or unknown."""

    @property
    def kind(self) -> Kind:
        return Kind.FLAG


@dataclass(frozen=True)
class Literal(Leaf):
    """A figure of the document."""

    value: Value


@dataclass(frozen=True)
class Asked(Leaf):
    """问的那一天: the day the question is about."""


ROW = -1


@dataclass(frozen=True)
class Fact(Leaf):
    """事实: a field of the rule's first, second … subject; of a row of a list, where `place` is `ROW`."""

    place: int
    name: str


@dataclass(frozen=True)
class Parameter(Leaf):
    """参数: a figure that the document leaves to a notice, by region and day."""

    key: str
    at: Node
    region: Node | None = None


@dataclass(frozen=True)
class Plus(Node):
    left: Node
    right: Node


@dataclass(frozen=True)
class Minus(Node):
    left: Node
    right: Node


@dataclass(frozen=True)
class Times(Node):
    """乘: a value by numbers and ratios, and by an exact factor, rounded once, as the clause has it."""

    base: Node
    by: tuple[Node, ...]
    factor: Fraction
    rounding: Rounding


@dataclass(frozen=True)
class Below(Truth):
    left: Node
    right: Node


@dataclass(frozen=True)
class UpTo(Truth):
    left: Node
    right: Node


@dataclass(frozen=True)
class Same(Truth):
    left: Node
    right: Node


@dataclass(frozen=True)
class Among(Truth):
    """属于其一: a word is one of these; of several words, at least one is."""

    word: Node
    words: frozenset[str]


@dataclass(frozen=True)
class All(Truth):
    of: tuple[Node, ...]


@dataclass(frozen=True)
class Some(Truth):
    of: tuple[Node, ...]


@dataclass(frozen=True)
class Not(Truth):
    of: Node


@dataclass(frozen=True)
class Known(Truth):
    """已知: never unknown itself."""

    of: Node


@dataclass(frozen=True)
class Settled(Truth):
    """What two ends of an interval settle: yes when `yes` is, no when `no` is, otherwise unknown."""

    yes: Node
    no: Node


@dataclass(frozen=True)
class Choose(Node):
    """分档: the value of the first case that holds. A case that is unknown leaves the choice unknown."""

    otherwise: Node
    cases: tuple[tuple[Node, Node], ...]


@dataclass(frozen=True)
class Least(Node):
    of: tuple[Node, ...]


@dataclass(frozen=True)
class Greatest(Node):
    of: tuple[Node, ...]


@dataclass(frozen=True)
class Later(Node):
    """若干月、若干日之后: months first, clipped to the month's last day, then days."""

    day: Node
    months: int
    days: int


@dataclass(frozen=True)
class YearOf(Leaf):
    day: Node


class End(Enum):
    """Of a count, what is certain and what is possible."""

    CERTAIN = "至少"
    POSSIBLE = "至多"


@dataclass(frozen=True)
class Count(Leaf):
    """人数: how many rows of a list meet `where`: those that certainly do, or those that do or may."""

    rows: Fact
    where: Node
    end: End


@dataclass(frozen=True)
class Total(Node):
    """合计: over the rows that meet `where`; unknown when a row that meets it, or may, makes it so."""

    value: Node
    rows: Fact
    where: Node


def _nodes(things: Iterable[object]) -> Iterator[Node]:
    for thing in things:
        if isinstance(thing, Node):
            yield thing
        elif isinstance(thing, tuple):
            yield from _nodes(thing)

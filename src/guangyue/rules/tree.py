"""What a rule says, as a tree of a few kinds of nodes. Every execution is a function over these nodes.

Each value may be unknown. Logic is Kleene's: unknown is never false, and what is settled whatever the unknown
turns out to be is settled. Everything else that stands on something unknown is unknown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeVar, dataclass_transform

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
Made = TypeVar("Made")


def _remembered(work_out: Callable[[Any], int]) -> Callable[[Any], int]:
    """Trees are looked up in tables again and again: each node works its hash out once."""

    def take(self: Any) -> int:
        kept: dict[str, int] = self.__dict__
        if "hash" not in kept:
            kept["hash"] = work_out(self)
        return kept["hash"]

    return take


@dataclass_transform(frozen_default=True)
def node(kind: type[Made]) -> type[Made]:
    """A kind of node: a frozen dataclass."""
    made = dataclass(frozen=True)(kind)
    made.__hash__ = _remembered(made.__hash__)  # type: ignore[method-assign, assignment]
    return made


@node
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


@node
class Leaf(Node):
    """A value that comes from outside the rule."""

    of: Kind

    @property
    def kind(self) -> Kind:
        return self.of


@node
class Truth(Node):
    """Yes, no or unknown."""

    @property
    def kind(self) -> Kind:
        return Kind.FLAG


@node
class Literal(Leaf):
    """A figure of the document."""

    value: Value


@node
class Asked(Leaf):
    """问的那一天: the day the question is about."""


ROW = -1


@node
class Fact(Leaf):
    """事实: a field of the rule's first, second … subject; of a row of a list, where `place` is `ROW`."""

    place: int
    name: str


@node
class Parameter(Leaf):
    """参数: a figure that the document leaves to a notice, by region and day."""

    key: str
    at: Node
    region: Node | None = None


@node
class Plus(Node):
    left: Node
    right: Node


@node
class Minus(Node):
    left: Node
    right: Node


@node
class Times(Node):
    """乘: a value by numbers and ratios, and by an exact factor, rounded once, as the clause has it."""

    base: Node
    by: tuple[Node, ...]
    factor: Fraction
    rounding: Rounding


@node
class Below(Truth):
    left: Node
    right: Node


@node
class UpTo(Truth):
    left: Node
    right: Node


@node
class Same(Truth):
    left: Node
    right: Node


@node
class Among(Truth):
    """属于其一: a word is one of these; of several words, at least one is."""

    word: Node
    words: frozenset[str]


@node
class All(Truth):
    of: tuple[Node, ...]


@node
class Some(Truth):
    of: tuple[Node, ...]


@node
class Not(Truth):
    of: Node


@node
class Known(Truth):
    """已知: never unknown itself."""

    of: Node


@node
class Settled(Truth):
    """What two ends of an interval settle: yes when `yes` is, no when `no` is, otherwise unknown."""

    yes: Node
    no: Node


@node
class Choose(Node):
    """分档: the value of the first case that holds. A case that is unknown leaves the choice unknown."""

    otherwise: Node
    cases: tuple[tuple[Node, Node], ...]


@node
class Least(Node):
    of: tuple[Node, ...]


@node
class Greatest(Node):
    of: tuple[Node, ...]


@node
class Later(Node):
    """若干月、若干日之后: months first, clipped to the month's last day, then days."""

    day: Node
    months: int
    days: int


@node
class YearOf(Leaf):
    day: Node


class End(Enum):
    """Of a count, what is certain and what is possible."""

    CERTAIN = "至少"
    POSSIBLE = "至多"


@node
class Count(Leaf):
    """人数: how many rows of a list meet `where`: those that certainly do, or those that do or may."""

    rows: Fact
    where: Node
    end: End


@node
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

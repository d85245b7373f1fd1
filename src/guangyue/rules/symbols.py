"""What a rule is written with: values that are not known yet, whose operators build the rule's tree."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, NoReturn, Self, TypeVar, overload

from guangyue.kit.money import Money, Rounding
from guangyue.rules.tree import (
    MILLION,
    All,
    Among,
    Asked,
    Below,
    Choose,
    Count,
    End,
    Fact,
    Greatest,
    Kind,
    Known,
    Later,
    Least,
    Literal,
    Minus,
    Node,
    Not,
    Plus,
    Same,
    Settled,
    Some,
    Times,
    Total,
    UpTo,
    YearOf,
)

RowFacts = TypeVar("RowFacts")
Chosen = TypeVar("Chosen", bound="Symbol")


@dataclass(frozen=True, eq=False)
class Symbol:
    """A value that will be known when the rule is judged. It can be worked with, and not be asked for now."""

    node: Node

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "a rule is run before any fact is known: use need, choose, & | ~, instead of if, and, or, not"
        )

    @property
    def known(self) -> "Flag":
        """已知."""
        return Flag(Known(self.node))


@dataclass(frozen=True, eq=False)
class Flag(Symbol):
    """是否."""

    def __and__(self, other: "Flag") -> "Flag":
        return Flag(All((self.node, other.node)))

    def __or__(self, other: "Flag") -> "Flag":
        return Flag(Some((self.node, other.node)))

    def __invert__(self) -> "Flag":
        return Flag(Not(self.node))


@dataclass(frozen=True, eq=False)
class Figure(Symbol):
    """What can be compared. The other side may be a figure of the document."""

    def __lt__(self, other: object) -> Flag:
        return Flag(Below(self.node, self._beside(other)))

    def __le__(self, other: object) -> Flag:
        return Flag(UpTo(self.node, self._beside(other)))

    def __gt__(self, other: object) -> Flag:
        return Flag(Below(self._beside(other), self.node))

    def __ge__(self, other: object) -> Flag:
        return Flag(UpTo(self._beside(other), self.node))

    def equals(self, other: object) -> Flag:
        return Flag(Same(self.node, self._beside(other)))

    def _beside(self, other: object) -> Node:
        node = node_of(other)
        if node.kind is not self.node.kind:
            raise TypeError(f"{self.node.kind.value} is not compared with {node.kind.value}")
        return node


@dataclass(frozen=True, eq=False)
class Day(Figure):
    """日期."""

    def plus(self, *, years: int = 0, months: int = 0, days: int = 0) -> "Day":
        """对应日, where the last month is too short its last day; then so many days on."""
        return Day(Later(self.node, years * 12 + months, days))

    @property
    def year(self) -> "Number":
        return Number(YearOf(Kind.NUMBER, self.node))


@dataclass(frozen=True, eq=False)
class Quantity(Figure):
    """What can be added up, and multiplied."""

    def __add__(self, other: object) -> Self:
        return type(self)(Plus(self.node, self._beside(other)))

    __radd__ = __add__

    def __sub__(self, other: object) -> Self:
        return type(self)(Minus(self.node, self._beside(other)))

    def __rsub__(self, other: object) -> Self:
        return type(self)(Minus(self._beside(other), self.node))


@dataclass(frozen=True, eq=False)
class Ratio(Figure):
    """比例, to a part of a million."""


@dataclass(frozen=True, eq=False)
class Number(Quantity):
    """数目, a whole one."""

    @overload
    def __mul__(self, other: int) -> "Number": ...
    @overload
    def __mul__(self, other: Money) -> "Amount": ...
    def __mul__(self, other: int | Money) -> "Number | Amount":
        if isinstance(other, Money):
            return Amount(_times(node_of(other), self))
        return Number(_times(self.node, other))

    __rmul__ = __mul__


@dataclass(frozen=True, eq=False)
class Amount(Quantity):
    """金额. A part of a 分 is rounded once, after a product: half up, unless `at_most` or `at_least`."""

    def __mul__(self, other: "int | Fraction | Number | Ratio") -> "Amount":
        return Amount(_times(self.node, other))

    __rmul__ = __mul__

    def __truediv__(self, other: int) -> "Amount":
        return Amount(_times(self.node, Fraction(1, other)))


@dataclass(frozen=True, eq=False)
class Word(Symbol):
    """类别, one of a closed list."""

    def among(self, *words: str) -> Flag:
        return Flag(Among(self.node, frozenset(words)))

    def same_as(self, other: "Word") -> Flag:
        return Flag(Same(self.node, other.node))


@dataclass(frozen=True, eq=False)
class Text(Figure):
    """名称, whatever people write; it is only compared with another."""

    def among(self, *names: str) -> Flag:
        return Flag(Among(self.node, frozenset(names)))


@dataclass(frozen=True, eq=False)
class Words(Symbol):
    """类别, several of a closed list."""

    def meet(self, *words: str) -> Flag:
        """At least one of these."""
        return Flag(Among(self.node, frozenset(words)))


@dataclass(frozen=True, eq=False)
class Tally:
    """人数, as an interval: rows with something unknown may or may not count."""

    certain: Number
    possible: Number

    def __ge__(self, other: int) -> Flag:
        return Flag(Settled((self.certain >= other).node, (self.possible < other).node))

    def __gt__(self, other: int) -> Flag:
        return self >= other + 1

    def __lt__(self, other: int) -> Flag:
        return ~(self >= other)

    def __le__(self, other: int) -> Flag:
        return ~(self > other)


@dataclass(frozen=True, eq=False)
class Rows(Symbol, Generic[RowFacts]):
    """名单: facts of one kind, one row for each."""

    row: RowFacts

    def count(self, *where: Callable[[RowFacts], Flag]) -> Tally:
        rows, condition = self._chosen(where)
        ends = (Number(Count(Kind.NUMBER, rows, condition, end)) for end in (End.CERTAIN, End.POSSIBLE))
        return Tally(*ends)

    def total(self, value: Callable[[RowFacts], Amount], *where: Callable[[RowFacts], Flag]) -> Amount:
        rows, condition = self._chosen(where)
        return Amount(Total(value(self.row).node, rows, condition))

    def _chosen(self, where: tuple[Callable[[RowFacts], Flag], ...]) -> tuple[Fact, Node]:
        assert isinstance(self.node, Fact)
        return self.node, All(tuple(condition(self.row).node for condition in where))


ON = Day(Asked(Kind.DAY))
SYMBOLS: dict[Kind, type[Symbol]] = {
    Kind.FLAG: Flag,
    Kind.MONEY: Amount,
    Kind.NUMBER: Number,
    Kind.RATIO: Ratio,
    Kind.DAY: Day,
    Kind.WORD: Word,
    Kind.TEXT: Text,
    Kind.WORDS: Words,
}


def yuan(amount: int | str) -> Money:
    """元: yuan(60), and yuan("0.5") for what is not whole."""
    return Money.parse(amount) if isinstance(amount, str) else Money.yuan(amount)


def percent(figure: int) -> Fraction:
    """百分之几."""
    return Fraction(figure, 100)


def share(part: int, whole: int) -> Fraction:
    """几分之几: share(2, 3) is 三分之二."""
    return Fraction(part, whole)


def least(first: Amount, *others: Amount | Money) -> Amount:
    """取低."""
    return Amount(Least((first.node, *map(node_of, others))))


def greatest(first: Amount, *others: Amount | Money) -> Amount:
    """取高."""
    return Amount(Greatest((first.node, *map(node_of, others))))


def at_most(product: Amount) -> Amount:
    """不超过: of a ceiling a part of a 分 is left off."""
    return Amount(_rounded(product.node, Rounding.AT_MOST))


def at_least(product: Amount) -> Amount:
    """不低于: of a floor a part of a 分 counts as a whole one."""
    return Amount(_rounded(product.node, Rounding.AT_LEAST))


def choose(*cases: tuple[Flag, Amount | Money], otherwise: Amount | Money) -> Amount:
    """分档: the amount of the first case that holds."""
    return Amount(Choose(node_of(otherwise), tuple((case.node, node_of(amount)) for case, amount in cases)))


def node_of(value: object) -> Node:
    """A symbol's node, or a figure of the document as one."""
    match value:
        case Symbol():
            return value.node
        case bool():
            return Literal(Kind.FLAG, value)
        case Money():
            return Literal(Kind.MONEY, value.fen)
        case int():
            return Literal(Kind.NUMBER, value)
        case Fraction() if (value * MILLION).denominator == 1:
            return Literal(Kind.RATIO, int(value * MILLION))
        case date():
            return Literal(Kind.DAY, value)
        case str():
            return Literal(Kind.TEXT, value)
    raise TypeError(f"no figure of a rule: {value!r}")


def _times(base: Node, other: "int | Fraction | Number | Ratio") -> Times:
    """Products of products are one product, so that they are rounded once."""
    factor, by = Fraction(1), tuple[Node, ...]()
    if isinstance(other, Number | Ratio):
        by = (other.node,)
        factor = Fraction(1, MILLION) if isinstance(other, Ratio) else factor
    elif isinstance(other, int | Fraction):
        factor = Fraction(other)
    else:
        raise TypeError(f"an amount is multiplied by an exact figure, not by {other!r}")
    if isinstance(base, Times):
        return Times(base.base, (*base.by, *by), base.factor * factor, base.rounding)
    return Times(base, by, factor, Rounding.STANDARD)


def _rounded(node: Node, rounding: Rounding) -> Node:
    if not isinstance(node, Times):
        raise TypeError("only a product has a part of a 分 to round")
    return Times(node.base, node.by, node.factor, rounding)

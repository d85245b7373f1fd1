"""How large a figure of a rule can be: which products fit in sixty-four bits, which are negative."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from guangyue.kit.money import Rounding
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import MOST_MONEY, MOST_NUMBER
from guangyue.rules.parameters import Table
from guangyue.rules.tree import (
    MILLION,
    Choose,
    Count,
    Fact,
    Greatest,
    Kind,
    Least,
    Literal,
    Minus,
    Node,
    Parameter,
    Plus,
    Times,
    Total,
    YearOf,
)

ROOM = 4  # rounding doubles a product, and adds what it is divided by
LONG = 2**63 - 1  # what sixty-four bits hold
WIDE = 10**38 - 1  # what every execution holds at its widest: Spark has no more digits


@dataclass(frozen=True)
class Span:
    """取值范围: from the least to the most."""

    least: int
    most: int

    @classmethod
    def over(cls, *figures: int) -> "Span":
        return cls(min(figures), max(figures))

    @property
    def ends(self) -> tuple[int, int]:
        return self.least, self.most

    def within(self, limit: int) -> bool:
        return -limit <= self.least and self.most <= limit

    def __mul__(self, other: "Span") -> "Span":
        return Span.over(*(one * another for one, another in product(self.ends, other.ends)))

    def divided(self, by: int, rounding: Rounding) -> "Span":
        return Span(*(rounding.whole(Fraction(end, by)) for end in self.ends))


FACTS = {
    Kind.NUMBER: Span(0, MOST_NUMBER),
    Kind.RATIO: Span(0, MILLION * MILLION),
}
ROWS = Span(0, MOST_NUMBER)  # of one list


@dataclass(frozen=True)
class Spans:
    """Of one rule, with what notices say."""

    rule: Rule
    table: Table

    def of(self, node: Node) -> Span:
        match node:
            case Literal(value=int() as value):
                return Span(value, value)
            case Fact(of=Kind.MONEY):
                may_be_negative = self.rule.field(node).may_be_negative
                return Span(-MOST_MONEY.fen if may_be_negative else 0, MOST_MONEY.fen)
            case Fact(of=kind):
                return FACTS[kind]
            case Parameter(key=key):
                places, days = (None, *self.table.regions(key)), self.table.days(key)
                return Span.over(0, *(self.table(key, place, day) or 0 for place in places for day in days))
            case Plus(left=left, right=right):
                one, other = self.of(left), self.of(right)
                return Span(one.least + other.least, one.most + other.most)
            case Minus(left=left, right=right):
                one, other = self.of(left), self.of(right)
                return Span(one.least - other.most, one.most - other.least)
            case Times(factor=factor, rounding=rounding):
                return self.unrounded(node).divided(factor.denominator, rounding)
            case Least(of=parts):
                spans = [self.of(part) for part in parts]
                return Span(min(one.least for one in spans), min(one.most for one in spans))
            case Greatest(of=parts):
                spans = [self.of(part) for part in parts]
                return Span(max(one.least for one in spans), max(one.most for one in spans))
            case Choose(otherwise=otherwise, cases=cases):
                values = (otherwise, *(value for _, value in cases))
                return Span.over(*(end for value in values for end in self.of(value).ends))
            case YearOf():
                return Span(1, 9999)
            case Count():
                return ROWS
            case Total(value=value):
                added = self.of(value) * ROWS  # kept in sixty-four bits, or refused by whoever adds it up
                return Span(max(added.least, -LONG), min(added.most, LONG))
        raise TypeError(f"no figure: {type(node).__name__}")

    def unrounded(self, node: Times) -> Span:
        """The product, times what it will be divided by."""
        found = self.of(node.base) * Span.over(node.factor.numerator)
        for one in node.by:
            found *= self.of(one)
        if not found.within(WIDE // ROOM):
            raise OverflowError(f"{self.rule.key}: a product of {found.most} fits in no execution")
        return found

    def is_long(self, node: Times) -> bool:
        """Whether sixty-four bits hold the product while it is rounded."""
        divisor = Span.over(node.factor.denominator)
        return all(one.within(LONG // ROOM) for one in (self.unrounded(node), divisor))

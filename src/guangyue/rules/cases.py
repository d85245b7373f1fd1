"""One case: a node of a rule made into a function of what is known. None stands for unknown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any, Protocol

from guangyue.kit.limits import months_after
from guangyue.kit.money import Rounding
from guangyue.rules.facts import Facts, Partly
from guangyue.rules.tree import (
    ROW,
    All,
    Among,
    Asked,
    Below,
    Choose,
    Count,
    End,
    Fact,
    Greatest,
    Known,
    Later,
    Least,
    Literal,
    Minus,
    Node,
    Not,
    Parameter,
    Plus,
    Same,
    Settled,
    Some,
    Times,
    Total,
    UpTo,
    YearOf,
)


class Lookup(Protocol):
    """参数表: the figure in force in a region on a day, or None when no notice says it."""

    def __call__(self, key: str, region: str | None, day: date) -> Any: ...


@dataclass(slots=True, eq=False)
class Case:
    """What is known of the subjects, the day asked about, and the parameters."""

    subjects: tuple[Mapping[str, Any], ...]
    on: date | None
    lookup: Lookup
    row: Mapping[str, Any] | None = None

    def of(self, row: Facts) -> "Case":
        return Case(self.subjects, self.on, self.lookup, row.carried)


Step = Callable[[Case], Any]


@cache
def step(node: Node) -> Step:
    """The function that works the node out."""
    match node:
        case Literal(value=value):
            return lambda case: value
        case Asked():
            return lambda case: case.on
        case Fact(place=place, name=name):
            if place == ROW:
                return lambda case: case.row.get(name) if case.row else None
            return lambda case: case.subjects[place].get(name)
        case Parameter():
            return _parameter(node)
        case All(of=parts):
            return _all(tuple(map(step, parts)))
        case Some(of=parts):
            return _some(tuple(map(step, parts)))
        case Not(of=part):
            return _strict(lambda value: not value, part)
        case Known(of=part):
            inner = step(part)
            return lambda case: inner(case) is not None
        case Settled(yes=yes, no=no):
            return _settled(step(yes), step(no))
        case Below(left=left, right=right):
            return _strict(lambda one, other: one < other, left, right)
        case UpTo(left=left, right=right):
            return _strict(lambda one, other: one <= other, left, right)
        case Same(left=left, right=right):
            return _strict(lambda one, other: one == other, left, right)
        case Among(word=word, words=words):
            return _strict(_among(words), word)
        case Plus(left=left, right=right):
            return _strict(lambda one, other: one + other, left, right)
        case Minus(left=left, right=right):
            return _strict(lambda one, other: one - other, left, right)
        case Times(base=base, by=by, factor=factor, rounding=rounding):
            return _strict(_product(factor, rounding), base, *by)
        case Least(of=parts):
            return _strict(min, *parts)
        case Greatest(of=parts):
            return _strict(max, *parts)
        case Later(day=day, months=months, days=days):
            return _strict(lambda value: months_after(value, months) + timedelta(days=days), day)
        case YearOf(day=day):
            return _strict(lambda value: value.year, day)
        case Choose(cases=cases, otherwise=otherwise):
            return _choose([(step(one), step(value)) for one, value in cases], step(otherwise))
        case Count(rows=rows, where=where, end=end):
            return _count(step(rows), step(where), end)
        case Total(rows=rows, where=where, value=value):
            return _total(step(rows), step(where), step(value))
    raise TypeError(f"no way to work out {type(node).__name__}")


def missing(node: Node, case: Case) -> Iterator[Fact | Parameter]:
    """What would have to be known to settle the node: what is settled without it is not asked for."""
    if step(node)(case) is not None:
        return
    match node:
        case Fact():
            yield node
        case Parameter(at=at, region=region):
            inner = [part for part in (at, region) if part is not None and step(part)(case) is None]
            if inner:
                for part in inner:
                    yield from missing(part, case)
            else:
                yield node
        case Among(word=Fact() as word):  # of which some words may be known
            yield word
        case Settled():  # the counts it stands on are known; what makes them an interval is not
            for count in node.walk():
                if isinstance(count, Count):
                    yield from _missing_in_rows(count.rows, (count.where,), case)
        case Choose(cases=cases, otherwise=otherwise):
            yield from _missing_in_cases(cases, otherwise, case)
        case Total(rows=rows, where=where, value=value):
            yield from _missing_in_rows(rows, (where, value), case)
        case _:
            for part in node.parts:
                yield from missing(part, case)


def _missing_in_cases(
    cases: tuple[tuple[Node, Node], ...], otherwise: Node, case: Case
) -> Iterator[Fact | Parameter]:
    """The cases in turn, up to the first that holds for certain; nothing of those that do not."""
    for holds, value in cases:
        answer = step(holds)(case)
        if answer is not False:
            yield from missing(holds, case)
            yield from missing(value, case)
        if answer is True:
            return
    yield from missing(otherwise, case)


def _missing_in_rows(rows: Fact, nodes: tuple[Node, ...], case: Case) -> Iterator[Fact | Parameter]:
    """Row by row, until one of the nodes is false: such a row counts for nothing."""
    listed = step(rows)(case)
    if listed is None:
        yield rows
    for row in listed or ():
        inside = case.of(row)
        if step(nodes[0])(inside) is not False:
            for node in nodes:
                yield from missing(node, inside)


def _strict(work_out: Callable[..., Any], *parts: Node) -> Step:
    """Unknown as soon as one part is."""
    steps = tuple(map(step, parts))
    if len(steps) == 1:
        only = steps[0]
        return lambda case: None if (value := only(case)) is None else work_out(value)

    def take(case: Case) -> Any:
        values = [one(case) for one in steps]
        return None if None in values else work_out(*values)

    return take


def _among(words: frozenset[str]) -> Callable[[Any], bool | None]:
    def take(said: str | frozenset[str] | Partly) -> bool | None:
        match said:
            case str():
                return said in words
            case Partly(certain=certain, possible=possible):
                return True if certain & words else None if possible & words else False
        return bool(said & words)

    return take


def _all(steps: tuple[Step, ...]) -> Step:
    def take(case: Case) -> bool | None:
        unknown = False
        for one in steps:
            value = one(case)
            if value is False:
                return False
            unknown = unknown or value is None
        return None if unknown else True

    return take


def _some(steps: tuple[Step, ...]) -> Step:
    def take(case: Case) -> bool | None:
        unknown = False
        for one in steps:
            value = one(case)
            if value is True:
                return True
            unknown = unknown or value is None
        return None if unknown else False

    return take


def _settled(yes: Step, no: Step) -> Step:
    def take(case: Case) -> bool | None:
        if yes(case) is True:
            return True
        return False if no(case) is True else None

    return take


def _choose(cases: list[tuple[Step, Step]], otherwise: Step) -> Step:
    def take(case: Case) -> Any:
        for holds, value in cases:
            answer = holds(case)
            if answer is None:
                return None
            if answer:
                return value(case)
        return otherwise(case)

    return take


def _product(factor: Fraction, rounding: Rounding) -> Callable[..., int]:
    above, below = factor.numerator, factor.denominator

    def work_out(base: int, *by: int) -> int:
        product = base * above
        for one in by:
            product *= one
        return product if below == 1 else rounding.quotient(product, below)

    return work_out


def _parameter(node: Parameter) -> Step:
    at, region = step(node.at), step(node.region) if node.region is not None else None
    key = node.key

    def take(case: Case) -> Any:
        day = at(case)
        where = region(case) if region is not None else None
        if day is None or (region is not None and where is None):
            return None
        return case.lookup(key, where, day)

    return take


def _count(rows: Step, where: Step, end: End) -> Step:
    counted = (True,) if end is End.CERTAIN else (True, None)

    def take(case: Case) -> int | None:
        listed = rows(case)
        if listed is None:
            return 0 if end is End.CERTAIN else None
        return sum(where(case.of(row)) in counted for row in listed)

    return take


def _total(rows: Step, where: Step, value: Step) -> Step:
    def take(case: Case) -> int | None:
        listed = rows(case)
        if listed is None:
            return None
        total = 0
        for row in listed:
            inside = case.of(row)
            holds = where(inside)
            if holds is False:
                continue
            amount = value(inside)
            if holds is None or amount is None:
                return None
            total += amount
        return total

    return take

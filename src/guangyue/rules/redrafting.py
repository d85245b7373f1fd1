"""改写: a rule with other figures in it, or without one of its conditions, as a draft would have it.

A figure is known by its path through the rule: `conditions.2.node.of.1.right.value`. What is left out is
asked no more, and keeps its place, so that every other path still leads where it led.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused
from guangyue.rules.authoring import Rule
from guangyue.rules.facts import EARLIEST, MOST_MONEY, MOST_NUMBER
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.ratios import ratio_said
from guangyue.rules.spans import Spans
from guangyue.rules.tree import (
    MILLION,
    All,
    Among,
    Choose,
    Count,
    Fact,
    Kind,
    Later,
    Literal,
    Node,
    Settled,
    Some,
    Times,
    Total,
)
from guangyue.rules.wording import Wording, value_said

LATEST = date(2199, 12, 31)
MOST_RATIO = 1000
MOST_MONTHS, MOST_DAYS = 1200, 36_500
NOTHING_ASKED = All(())
NO_TABLE = Table(())

Said = Money | int | Fraction | date | frozenset[str]
Changes = Mapping[str, Said | None]  # by path; None leaves a condition out


class Sort(Enum):
    """What sort of figure it is."""

    MONEY = "金额"
    NUMBER = "数目"
    RATIO = "比例"
    DAY = "日期"
    MONTHS = "月数"
    DAYS = "天数"
    WORDS = "类别"


LITERALS = {
    Kind.MONEY: Sort.MONEY,
    Kind.NUMBER: Sort.NUMBER,
    Kind.RATIO: Sort.RATIO,
    Kind.DAY: Sort.DAY,
}
TYPES: Mapping[Sort, tuple[type, ...]] = {
    Sort.MONEY: (Money,),
    Sort.NUMBER: (int,),
    Sort.RATIO: (Fraction, int),
    Sort.DAY: (date,),
    Sort.MONTHS: (int,),
    Sort.DAYS: (int,),
    Sort.WORDS: (frozenset,),
}
MARGINS = {Sort.MONTHS: MOST_MONTHS, Sort.DAYS: MOST_DAYS}


class NoSuchPlace(Refused):
    sentence = "这条规则里没有这一处，规则可能已经改版，请重新选择。"


class CannotBe(Refused):
    """A value that the figure cannot have."""


@dataclass(frozen=True)
class Drafted:
    """可改的数: one figure of a rule, all the places where it stands, how it reads, what it can be."""

    paths: tuple[str, ...]
    sort: Sort
    value: Said
    said: str  # the phrase in which it stands
    owner: Node  # what it is a figure of
    words: tuple[str, ...] = ()  # of a word, those there are
    scale: int = 1  # of a factor, what else it is multiplied by where it stands
    whole: bool = False  # of a ratio, whether it has to be a whole number of millionths
    silent: bool = False  # a factor of one is not said

    @property
    def path(self) -> str:
        return self.paths[0]

    def require(self, value: object) -> None:
        """Refused with a sentence where it cannot be."""
        if isinstance(value, bool) or not isinstance(value, TYPES[self.sort]):
            raise CannotBe(f"这里要填{self.sort.value}。", field=self.path)
        if sentence := self._wrong(value):
            raise CannotBe(sentence, field=self.path)

    def carried(self, value: Any) -> object:
        """The value as the tree has it."""
        if isinstance(value, Money):
            return value.fen
        if self.sort is not Sort.RATIO:
            return value
        return int(value * MILLION) if self.whole else Fraction(value) / self.scale

    def _wrong(self, value: Any) -> str:
        match self.sort:
            case Sort.MONEY if not 0 <= value.fen <= MOST_MONEY.fen:
                return "金额不能是负数。" if value.fen < 0 else f"金额不能超过 {MOST_MONEY}。"
            case Sort.NUMBER if not 0 <= value <= MOST_NUMBER:
                return "请填不小于零的整数。"
            case Sort.RATIO if not 0 <= value <= MOST_RATIO:
                return f"比例应在 0 和 {MOST_RATIO} 倍之间。"
            case Sort.RATIO if self.whole and (value * MILLION).denominator != 1:
                return "比例最多六位小数。"
            case Sort.DAY if not EARLIEST <= value <= LATEST:
                return "日期应在 1900 年至 2199 年之间。"
            case Sort.MONTHS | Sort.DAYS if abs(value) > MARGINS[self.sort]:
                return f"{self.sort.value}不能超过 {MARGINS[self.sort]}。"
            case Sort.WORDS if not value:
                return "至少要选一类。"
            case Sort.WORDS if strange := value - frozenset(self.words):
                return f"没有“{'、'.join(sorted(strange))}”这一类。"
        return ""


@dataclass(frozen=True)
class Part:
    """A condition, a remark or the amount, with the figures in it."""

    path: str
    label: str
    said: str
    figures: tuple[Drafted, ...]

    @property
    def may_be_left_out(self) -> bool:
        return self.path.startswith("conditions.")


def parts_of(rule: Rule, names: Mapping[str, str] | None = None) -> tuple[Part, ...]:
    """What can be changed in a rule, in the order in which it speaks."""
    wording = Wording(rule, names or {})
    places = [
        *((f"conditions.{at}", one.label, one.node) for at, one in enumerate(rule.conditions)),
        *((f"remarks.{at}", one.label, one.node) for at, one in enumerate(rule.remarks)),
        *((("amount", "金额", rule.amount),) if rule.amount is not None else ()),
    ]
    figures = {path: list(_figures(node, _root(path), wording, "")) for path, _, node in places}
    _join_ceilings(rule, figures)
    return tuple(
        Part(path, label, wording.say(node).text, tuple(figures[path])) for path, label, node in places
    )


def redraft(rule: Rule, changes: Changes) -> Rule:
    """The rule with these changes; its key stays, and its fingerprint says that it is another."""
    parts = parts_of(rule)
    figures = {one.path: one for part in parts for one in part.figures}
    conditions = {part.path for part in parts if part.may_be_left_out}
    drafted = rule
    for path, value in changes.items():
        if value is None:
            continue
        if path not in figures:
            raise NoSuchPlace(field=path)
        figures[path].require(value)
        for place in figures[path].paths:
            drafted = _with(drafted, place.split("."), figures[path].carried(value))
    for path in (path for path, value in changes.items() if value is None):
        if path not in conditions:
            raise NoSuchPlace(field=path)
        drafted = _with(drafted, [*path.split("."), "node"], NOTHING_ASKED)
    _require_room(drafted)
    return drafted


def laid_over(table: Table, entries: tuple[Entry, ...]) -> Table:
    """The figures with others in their place from these days on, until a later figure that stands."""
    return Table((*table.entries, *entries))


def figure_said(sort: Sort, value: Said) -> str:
    """As people read it: ¥1,550, 60%, 2 倍, 50 年, 登记失业人员、就业困难人员."""
    match value:
        case Money():
            return value_said(Kind.MONEY, value.fen)
        case int() if sort is Sort.MONTHS:
            return f"{value // 12} 年" if value and value % 12 == 0 else f"{value} 个月"
        case int() if sort is Sort.DAYS:
            return f"{value} 天"
        case int() | Fraction() if sort is Sort.RATIO:
            ratio = Fraction(value)
            return f"{ratio} 倍" if ratio.denominator == 1 and ratio > 1 else ratio_said(ratio)
        case frozenset():
            return "、".join(sorted(value))
        case date():
            return value.isoformat()
    return str(value)


def _join_ceilings(rule: Rule, figures: dict[str, list[Drafted]]) -> None:
    """A ceiling stands in the amount, and in the remark that it was reached: it is one figure."""
    for at, remark in enumerate(rule.remarks):
        if remark.for_a_person:
            continue
        said = figures[f"remarks.{at}"]
        amount = [_with_places(one, said) for one in figures.get("amount", ())]
        joined = {path for one in amount for path in one.paths}
        figures[f"remarks.{at}"] = [one for one in said if one.path not in joined]
        if amount:
            figures["amount"] = amount


def _with_places(one: Drafted, others: list[Drafted]) -> Drafted:
    same = (
        other
        for other in others
        if (other.owner, other.sort, other.value) == (one.owner, one.sort, one.value)
    )
    return replace(
        one, paths=tuple(dict.fromkeys((*one.paths, *(path for each in same for path in each.paths))))
    )


def _figures(node: Node, path: str, wording: Wording, said: str) -> Iterator[Drafted]:
    """Those below a node; `said` is the phrase around it, where there is one already."""
    match node:
        case All() | Some() | Choose():
            said = ""
        case _:
            said = said or wording.say(node).text
    match node:
        case Literal(of=kind, value=value) if kind in LITERALS:
            sort, whole = LITERALS[kind], kind is Kind.RATIO
            yield Drafted((f"{path}.value",), sort, _told(kind, value), said, node, whole=whole)
        case Among(word=Fact() as word, words=words) if listed := wording.rule.field(word).words:
            yield Drafted((f"{path}.words",), Sort.WORDS, words, said, node, listed)
        case Settled(yes=yes):
            for one in _figures(yes, f"{path}.yes", wording, said):
                yield replace(one, paths=(*one.paths, *_beside(one.paths, path)))
        case Count(rows=rows, where=where):
            yield from _figures(where, f"{path}.where", _inside(wording, rows), "")
        case Total(value=value, rows=rows, where=where):
            inside = _inside(wording, rows)
            yield from _figures(value, f"{path}.value", inside, "")
            yield from _figures(where, f"{path}.where", inside, "")
        case _:
            yield from _own(node, path, said)
            for inner, part in _parts(node):
                yield from _figures(part, f"{path}.{inner}", wording, said)


def _own(node: Node, path: str, said: str) -> Iterator[Drafted]:
    """The figures that stand in the node itself."""
    match node:
        case Times(by=by, factor=factor):
            scale = MILLION ** sum(one.kind is Kind.RATIO for one in by)
            value = factor * scale
            yield Drafted((f"{path}.factor",), Sort.RATIO, value, said, node, scale=scale, silent=value == 1)
        case Later(months=months, days=days):
            if months:
                yield Drafted((f"{path}.months",), Sort.MONTHS, months, said, node)
            if days:
                yield Drafted((f"{path}.days",), Sort.DAYS, days, said, node)


def _beside(paths: tuple[str, ...], settled: str) -> Iterator[str]:
    """The same figure in the other end of an interval: at least so many, and not fewer than so many."""
    for path in paths:
        side, _, rest = path.removeprefix(f"{settled}.yes.").partition(".")
        yield f"{settled}.no.{'right' if side == 'left' else 'left'}.{rest}"


def _inside(wording: Wording, rows: Fact) -> Wording:
    return replace(wording, row=wording.rule.field(rows).rows)


def _parts(node: Node) -> Iterator[tuple[str, Node]]:
    for name in node.__dataclass_fields__:
        yield from _nodes(name, getattr(node, name))


def _nodes(path: str, thing: object) -> Iterator[tuple[str, Node]]:
    if isinstance(thing, Node):
        yield path, thing
    elif isinstance(thing, tuple):
        for at, one in enumerate(thing):
            yield from _nodes(f"{path}.{at}", one)


def _root(path: str) -> str:
    return path if path == "amount" else f"{path}.node"


def _told(kind: Kind, value: Any) -> Said:
    if kind is Kind.MONEY:
        return Money(value)
    told: Said = Fraction(value, MILLION) if kind is Kind.RATIO else value
    return told


def _with(thing: Any, steps: list[str], value: object) -> Any:
    """The same thing, with another value where the steps lead."""
    if not steps:
        return value
    first, *rest = steps
    if isinstance(thing, tuple):
        at = int(first)
        return (*thing[:at], _with(thing[at], rest, value), *thing[at + 1 :])
    return replace(thing, **{first: _with(getattr(thing, first), rest, value)})


def _require_room(rule: Rule) -> None:
    """Refused where a product grew so large that no execution holds it."""
    spans = Spans(rule, NO_TABLE)
    roots = (*(one.node for one in (*rule.conditions, *rule.remarks)), rule.amount)
    try:
        for node in (inner for root in roots if root is not None for inner in root.walk()):
            if isinstance(node, Times):
                spans.unrounded(node)
    except OverflowError as overflow:
        raise CannotBe("数太大，算出来的金额放不下。") from overflow

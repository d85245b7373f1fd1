"""差距: by how much a condition fails: how long to wait, how much is missing, which word it would take."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from guangyue.kit.limits import months_after
from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule
from guangyue.rules.cases import Case, Lookup, step
from guangyue.rules.facts import Facts, Partly
from guangyue.rules.ratios import ratio_said
from guangyue.rules.tree import (
    MILLION,
    ROW,
    All,
    Among,
    Asked,
    Below,
    Count,
    Fact,
    Kind,
    Known,
    Node,
    Not,
    Same,
    Settled,
    Some,
    UpTo,
    YearOf,
)
from guangyue.rules.verdicts import Outcome, Verdict, no_parameters

ONE_DAY = timedelta(days=1)
# What a number is counted in, by what stands in its title.
UNITS = (
    ("月", "个月"),
    ("人日", "人日"),
    ("天", "天"),
    ("第几年", "年"),
    ("人", "人"),
    ("职工", "人"),
    ("就业", "人"),
    ("补贴", "笔"),
    ("返还", "笔"),
    ("企业", "户"),
    ("倍", "倍"),
    ("级", "级"),
)


def shortfalls(
    verdict: Verdict, *subjects: Facts, on: date | None, lookup: Lookup = no_parameters
) -> dict[int, str]:
    """For each condition that failed, by its place, what is amiss; of several ways to meet it the nearest."""
    reader = _Reader(verdict.rule, Case(tuple(one.carried for one in subjects), on, lookup))
    return {
        place: reader.gap(one.condition.node, wanted=True).said
        for place, one in enumerate(verdict.conditions)
        if one.outcome is Outcome.FAILED
    }


@dataclass(frozen=True)
class _Gap:
    """What is amiss, and how near it is: time comes by itself, a figure can be raised, a word is another."""

    said: str
    nearness: int
    size: int = 0
    steps: int = 1

    @property
    def far(self) -> tuple[int, int, int]:
        return self.steps, self.nearness, self.size


BY_TIME, BY_FIGURE, BY_WORD, NEVER = range(4)


@dataclass(frozen=True)
class _Reader:
    rule: Rule
    case: Case

    def gap(self, node: Node, *, wanted: bool) -> _Gap:
        """Why a node that is settled is not as wanted."""
        match node:
            case Not(of=part):
                return self.gap(part, wanted=not wanted)
            case All(of=parts) if wanted:
                return self._every(parts, wanted)
            case Some(of=parts) if not wanted:
                return self._every(parts, wanted)
            case All(of=parts) | Some(of=parts):
                return min((self.gap(part, wanted=wanted) for part in parts), key=lambda gap: gap.far)
            case Settled(yes=yes, no=no):
                return self.gap(no if wanted else yes, wanted=False)
            case Below(left=left, right=right) | UpTo(left=left, right=right):
                strict = isinstance(node, Below) is wanted
                return self._apart(*((left, right) if wanted else (right, left)), strict=strict)
            case Same(left=left, right=right):
                return self._same(left, right, wanted)
            case Among(word=word, words=words):
                return self._among(word, words, wanted)
            case Known(of=part):
                titles = "、".join(f"“{title}”" for title in self._titles(part))
                return _Gap(f"{'没有' if wanted else '已有'}{titles}", BY_WORD)
            case Fact():
                said = ("须为是，现为否", "须为否，现为是")[not wanted]
                return _Gap(f"“{self._title(node)}”{said}", BY_WORD)
        return _Gap("不满足", NEVER)

    def _every(self, parts: Iterable[Node], wanted: bool) -> _Gap:
        """All must be as wanted: what those that are not lack, together."""
        amiss = [self.gap(part, wanted=wanted) for part in parts if self._value(part) is (not wanted)]
        return _Gap(
            "；".join(dict.fromkeys(gap.said for gap in amiss)),
            max(gap.nearness for gap in amiss),
            sum(gap.size for gap in amiss),
            sum(gap.steps for gap in amiss),
        )

    def _apart(self, low: Node, high: Node, *, strict: bool) -> _Gap:
        """What should be below, or at most, another and is above it."""
        above, below = self._value(low), self._value(high)
        match low.kind:
            case Kind.DAY:
                return self._days_apart(low, high, above, below, strict=strict)
            case Kind.MONEY:
                much = f"{Money(above - below + strict).plain()} 元"
            case Kind.RATIO:
                much = _points(above - below + strict)
            case Kind.NUMBER:
                if strict and isinstance(low, Count) and below == 1:
                    return _Gap(f"已有 {above} {self._unit(low)}", BY_FIGURE, above)
                much = f"{above - below + strict} {self._unit(high, low)}"
            case _:
                return _Gap("不满足", NEVER)
        too_much = self._is_told(low) and not self._is_told(high)
        return _Gap(f"{'超出' if too_much else '还差'} {much}", BY_FIGURE, above - below + strict)

    def _days_apart(self, low: Node, high: Node, above: date, below: date, *, strict: bool) -> _Gap:
        if _asks_the_day(high) and not _asks_the_day(low):
            there = above + ONE_DAY if strict else above
            size = (there - below).days
            when = f"，{_day(there)}满足" if isinstance(high, Asked) else ""
            return _Gap(f"还差 {_span(below, there)}{when}", BY_TIME, size)
        last = below - ONE_DAY if strict else below
        size = (above - last).days
        if _asks_the_day(low) and not _asks_the_day(high):
            when = f"，{_day(last)}截止" if isinstance(low, Asked) else ""
            return _Gap(f"已过 {_span(last, above)}{when}", NEVER, size)
        if self._is_told(high) and not self._is_told(low):
            first = above + ONE_DAY if strict else above
            return _Gap(f"早了 {_span(below, first)}，须不早于{_day(first)}", BY_FIGURE, size)
        return _Gap(f"晚了 {_span(last, above)}，须不晚于{_day(last)}", BY_FIGURE, size)

    def _same(self, left: Node, right: Node, wanted: bool) -> _Gap:
        one, other = self._value(left), self._value(right)
        if not self._is_told(left):
            left, right, one, other = right, left, other, one
        if not wanted:
            return _Gap(f"不能为{self._said(right, other)}", BY_WORD)
        if left.kind in (Kind.WORD, Kind.TEXT) and (titles := self._titles(right)):
            return _Gap(f"须与“{titles[0]}”一致", BY_WORD)
        size = abs(one - other) if isinstance(one, int) else 0
        said = f"须为{self._said(right, other)}，现为{self._said(left, one)}"
        return _Gap(said, BY_FIGURE if size else BY_WORD, size)

    def _among(self, word: Node, words: frozenset[str], wanted: bool) -> _Gap:
        said = self._value(word)
        had = {said} if isinstance(said, str) else said.certain if isinstance(said, Partly) else said
        if not wanted:
            return _Gap(f"不能为{_listed(had & words, self._order(word))}", BY_WORD)
        listed = _listed(words, self._order(word))
        now = f"，现为{_listed(had, self._order(word))}" if had else "，现都不是"
        return _Gap(f"须为{listed}{'之一' if len(words) > 1 else ''}{now}", BY_WORD)

    def _said(self, node: Node, value: Any) -> str:
        match node.kind:
            case Kind.DAY:
                return _day(value)
            case Kind.MONEY:
                return f" {Money(value).plain()} 元"
            case Kind.RATIO:
                return f" {ratio_said(Fraction(value, MILLION))}"
            case Kind.NUMBER:
                return f" {value} {self._unit(node)}".rstrip()
        return f"“{value}”"

    def _unit(self, *nodes: Node) -> str:
        """The first of them that tells what is counted."""
        for node in nodes:
            if isinstance(node, YearOf):
                return "年"
            for title in self._titles(node):
                for part, unit in UNITS:
                    if part in title:
                        return unit
        return "个"

    def _value(self, node: Node) -> Any:
        return step(node)(self.case)

    def _title(self, fact: Fact) -> str:
        return self.rule.field(fact).title

    def _titles(self, node: Node) -> list[str]:
        """Of the facts below, but those of rows: of a list its own."""
        return [self._title(fact) for fact in node.walk() if isinstance(fact, Fact) and fact.place != ROW]

    def _is_told(self, node: Node) -> bool:
        """Whether it comes from a fact, and not from the document or a notice alone."""
        return any(isinstance(part, Fact) for part in node.walk())

    def _order(self, word: Node) -> tuple[str, ...]:
        return self.rule.field(word).words if isinstance(word, Fact) else ()


def _asks_the_day(node: Node) -> bool:
    return any(isinstance(part, Asked) for part in node.walk())


def _listed(words: Iterable[str], order: tuple[str, ...]) -> str:
    """In the order in which the fact declares them."""
    place = {word: number for number, word in enumerate(order)}
    return "、".join(f"“{word}”" for word in sorted(words, key=lambda word: (place.get(word, 99), word)))


def _points(parts: int) -> str:
    points = f"{parts * 100 / MILLION:.4f}".rstrip("0").rstrip(".")
    return f"{points} 个百分点"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _span(first: date, last: date) -> str:
    """1 年 3 个月 12 天: by months as limits are counted, then days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months_after(first, months) > last:
        months -= 1
    days = (last - months_after(first, months)).days
    years, months = divmod(months, 12)
    said = ((years, "年"), (months, "个月"), (days, "天"))
    return " ".join(f"{count} {unit}" for count, unit in said if count)

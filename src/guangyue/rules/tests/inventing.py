"""People invented for a rule from what it declares and says: at its edges, each fact unknown at times."""

from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from guangyue.kit.limits import months_after
from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule
from guangyue.rules.cases import Lookup
from guangyue.rules.facts import UNKNOWN, Facts, Field, Partly
from guangyue.rules.folding import folded
from guangyue.rules.tree import MILLION, Among, Kind, Later, Literal, Node
from guangyue.rules.verdicts import Outcome, judge

UNKNOWN_IN_A_HUNDRED = 12
TRIES = 25
YEARS = range(1930, 2036)
FIRST, LAST = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)


class Inventor:
    """Makes facts for one rule on one day."""

    def __init__(self, rule: Rule, *, on: date, lookup: Lookup, random: Random) -> None:
        self.rule, self.on, self.lookup, self.random = rule, on, lookup, random
        self.said: dict[Kind, list[Any]] = defaultdict(list)  # figures of the rule, by their kind
        self.words: set[str] = set()
        self.months = [0]
        self.days: deque[date] = deque(maxlen=8)  # invented last, beside which others may lie
        for node in _nodes(rule, on):
            if isinstance(node, Literal):
                self.said[node.of].append(node.value)
            elif isinstance(node, Among):
                self.words |= node.words
            elif isinstance(node, Later):
                self.months.append(node.months)
        years = [number for number in self.said[Kind.NUMBER] if number in YEARS]
        self.said[Kind.DAY] += [on, *(date(year, 7, 1) for year in years)]

    def city(self, size: int) -> dict[str, tuple[Facts, ...]]:
        """The one half as it comes, of the other whoever is nearer to what the rule asks for."""
        people = (tuple(map(self.facts, self.rule.subjects)) for _ in range(size))
        return {
            str(number): self._nearer(subjects) if number % 2 else subjects
            for number, subjects in enumerate(people)
        }

    def facts(self, kind: type[Facts]) -> Facts:
        return kind(**{name: self.value(field) for name, field in kind.fields.items()})

    def value(self, field: Field[Any]) -> object:
        if self.random.randrange(100) < UNKNOWN_IN_A_HUNDRED:
            return UNKNOWN
        match field.kind:
            case Kind.FLAG:
                return self.random.random() < 0.5
            case Kind.MONEY:
                fen = max(0, self._near(self.random.choice((10, 10**6, 10**12)), Kind.MONEY))
                return Money(-fen if field.may_be_negative and self.random.random() < 0.5 else fen)
            case Kind.NUMBER:
                return max(0, self._near(40, Kind.NUMBER))
            case Kind.RATIO:
                return Fraction(max(0, self._near(MILLION, Kind.RATIO)), MILLION)
            case Kind.DAY:
                return self._day()
            case Kind.WORD:
                return self.random.choice(self._spoken_of(field.words))
            case Kind.TEXT:
                return self.random.choice((*sorted(self.words), "某单位", "o'\\某单位"))
            case Kind.WORDS:
                certain, possible = self._some(field.words), self._some(field.words)
                return certain if self.random.random() < 0.5 else Partly(certain, certain | possible)
            case Kind.ROWS:
                assert field.rows is not None
                return [self.facts(field.rows) for _ in range(self.random.randrange(4))]

    def _near(self, most: int, kind: Kind) -> int:
        """A figure of the rule or one beside it, or any up to the most."""
        if self.said[kind] and self.random.random() < 0.6:
            return int(self.random.choice(self.said[kind])) + self.random.randint(-1, 1)
        return self.random.randint(0, most)

    def _day(self) -> date:
        if self.random.random() < 0.7:
            near = self.random.choice((*self.said[Kind.DAY], *self.days))
            months = self.random.choice(self.months) * self.random.choice((-1, 1))
            found = months_after(near, months) + timedelta(days=self.random.randint(-2, 2))
        else:
            found = date.fromordinal(self.random.randint(FIRST.toordinal(), LAST.toordinal()))
        self.days.append(min(max(found, FIRST), LAST))
        return self.days[-1]

    def _spoken_of(self, words: tuple[str, ...]) -> tuple[str, ...]:
        spoken_of = tuple(word for word in words if word in self.words)
        return spoken_of if spoken_of and self.random.random() < 0.7 else words

    def _some(self, words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(word for word in self._spoken_of(words) if self.random.random() < 0.4)

    def _nearer(self, subjects: tuple[Facts, ...]) -> tuple[Facts, ...]:
        """One fact after another changed, and left so where no more conditions fail or are unknown."""
        facts = [(place, name) for place, one in enumerate(subjects) for name in one.fields]
        short = self._short(subjects)
        for place, name in self.random.choices(facts, k=TRIES if facts else 0):
            changed = subjects[place].but(**{name: self.value(subjects[place].fields[name])})
            others = (*subjects[:place], changed, *subjects[place + 1 :])
            if (shorter := self._short(others)) <= short:
                subjects, short = others, shorter
        return subjects

    def _short(self, subjects: tuple[Facts, ...]) -> tuple[int, int]:
        verdict = judge(self.rule, *subjects, on=self.on, lookup=self.lookup)
        outcomes = [one.outcome for one in verdict.conditions]
        return outcomes.count(Outcome.FAILED), outcomes.count(Outcome.UNKNOWN) + len(verdict.asks)


def _nodes(rule: Rule, on: date) -> Iterator[Node]:
    for root in (*(one.node for one in rule.conditions), *((rule.amount,) if rule.amount else ())):
        yield from folded(root, on).walk()

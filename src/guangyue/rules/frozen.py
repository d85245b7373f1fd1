"""固化: what was judged and what was found, as plain JSON; the same case always makes the same bytes."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import Any, TypeVar

from guangyue.kit.money import Money
from guangyue.rules.authoring import Condition, Rule
from guangyue.rules.facts import Facts, Field, Partly
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.tree import MILLION, Fact, Kind
from guangyue.rules.verdicts import Answered, Asks, ParameterAsked, Verdict

Frozen = dict[str, Any]
Subject = TypeVar("Subject", bound=Facts)


def freeze(facts: Facts) -> Frozen:
    """What is known of a subject; what is not known is not there."""
    return {
        name: FREEZE[facts.fields[name].kind](value)
        for name, value in sorted(facts.carried.items())
        if value is not None
    }


def thaw(kind: type[Subject], frozen: Mapping[str, Any]) -> Subject:
    """The same subject again, with the same values; refused as any value that cannot be."""
    return kind(**{name: _thawed(kind, name, value) for name, value in frozen.items()})


def freeze_verdict(verdict: Verdict) -> Frozen:
    """What was found: condition by condition, with the facts each was judged on."""
    rule = verdict.rule
    return {
        "rule": rule.key,
        "fingerprint": rule.fingerprint,
        "on": verdict.on.isoformat() if verdict.on else None,
        "status": verdict.status.name,
        "amount": verdict.amount.plain() if verdict.amount is not None else None,
        "cites": str(verdict.cites),
        "conditions": [_condition(rule, one) for one in verdict.conditions],
        "remarks": [_remark(one) for one in verdict.remarks],
        "asks": sorted(map(_asked, verdict.asks)),
    }


def stable_bytes(frozen: object) -> bytes:
    """One text for one content, whatever the order in which a database gives it back."""
    return json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hash_of(frozen: object) -> str:
    return sha256(stable_bytes(frozen)).hexdigest()


class Consulted:
    """The table of figures, which remembers what was looked up in it."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._found: dict[tuple[str, str, date], Frozen] = {}

    def __call__(self, key: str, region: str | None, day: date) -> int | None:
        if (key, region or "", day) not in self._found:
            self._found[key, region or "", day] = self._figure(key, region, day)
        return self.table(key, region, day)

    def freeze(self) -> list[Frozen]:
        """Every figure that was asked for, with the entry that answered, or none."""
        return [figure for _, figure in sorted(self._found.items())]

    def _figure(self, key: str, region: str | None, day: date) -> Frozen:
        entry = self.table.entry(key, region, day)
        return {
            "key": key,
            "region": region,
            "day": day.isoformat(),
            "entry": _entry(entry) if entry is not None else None,
        }


def _entry(entry: Entry) -> Frozen:
    return {
        "region": entry.region,
        "since": entry.since.isoformat(),
        "value": _figure_value(entry.value),
        "source": entry.source,
    }


def _figure_value(value: Money | int | Fraction | None) -> object:
    match value:
        case Money():
            return {"money": value.plain()}
        case Fraction():
            return {"ratio": str(value)}
    return value


def _money(carried: int) -> str:
    return Money(carried).plain()


def _ratio(carried: int) -> str:
    return str(Fraction(carried, MILLION))


def _same(carried: Any) -> Any:
    return carried


def _words(carried: frozenset[str] | Partly) -> list[str] | dict[str, list[str]]:
    if isinstance(carried, Partly):
        return {"certain": sorted(carried.certain), "possible": sorted(carried.possible)}
    return sorted(carried)


def _rows(carried: tuple[Facts, ...]) -> list[Frozen]:
    return [freeze(row) for row in carried]


FREEZE: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.FLAG: _same,
    Kind.MONEY: _money,
    Kind.NUMBER: _same,
    Kind.RATIO: _ratio,
    Kind.DAY: date.isoformat,
    Kind.WORD: _same,
    Kind.TEXT: _same,
    Kind.WORDS: _words,
    Kind.ROWS: _rows,
}


def _thawed(kind: type[Facts], name: str, value: Any) -> object:
    of = kind.fields.get(name)
    return THAW[of.kind](of, value) if of is not None else value


def _thaw_same(of: Field[Any], value: Any) -> object:
    return value


def _thaw_words(of: Field[Any], value: Any) -> object:
    if isinstance(value, Mapping):
        return Partly(frozenset(value["certain"]), frozenset(value["possible"]))
    return frozenset(value)


def _thaw_rows(of: Field[Any], value: Any) -> object:
    assert of.rows is not None
    return tuple(thaw(of.rows, row) for row in value)


THAW: Mapping[Kind, Callable[[Field[Any], Any], object]] = {
    Kind.FLAG: _thaw_same,
    Kind.MONEY: lambda of, value: Money.parse(value),
    Kind.NUMBER: _thaw_same,
    Kind.RATIO: lambda of, value: Fraction(value),
    Kind.DAY: lambda of, value: date.fromisoformat(value),
    Kind.WORD: _thaw_same,
    Kind.TEXT: _thaw_same,
    Kind.WORDS: _thaw_words,
    Kind.ROWS: _thaw_rows,
}


def _condition(rule: Rule, answered: Answered) -> Frozen:
    condition = answered.condition
    kinds = {
        rule.field(node).title: node.of
        for node in condition.node.walk()
        if isinstance(node, Fact) and node.place >= 0
    }
    return {
        "label": condition.label,
        "cites": str(condition.cites),
        "outcome": answered.outcome.name,
        "facts": {
            title: None if value is None else FREEZE[kinds[title]](value)
            for title, value in answered.facts.items()
        },
    }


def _remark(condition: Condition) -> Frozen:
    return {
        "label": condition.label,
        "cites": str(condition.cites),
        "code": condition.code,
        "for_a_person": condition.for_a_person,
    }


def _asked(asks: Asks) -> str:
    if isinstance(asks, ParameterAsked):
        return f"{asks.key}@{asks.region or ''}@{asks.day.isoformat()}"
    return repr(asks)

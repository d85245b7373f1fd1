"""改动: what a draft would have otherwise, as it is kept, read and laid over what stands."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from guangyue.kit.money import Money
from guangyue.policies.figures import carried, uncarried
from guangyue.rules.authoring import Rule
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.redrafting import Said, Sort, laid_over, redraft
from guangyue.systems.offered import declared_figures

SOURCE = "草稿"


@dataclass(frozen=True)
class FigureChange:
    """参数的改动: from a day on, in a region or the whole city; without a value, the end of the figure."""

    key: str
    region: str | None  # by its name, as rules ask for it
    since: date
    value: int | None  # as rules carry it

    @property
    def place(self) -> tuple[str, str | None, date]:
        return self.key, self.region, self.since

    def entry(self) -> Entry:
        kind = declared_figures()[self.key].kind
        return Entry(self.key, self.since, uncarried(kind, self.value), SOURCE, self.region)


@dataclass(frozen=True)
class RuleChange:
    """规则的改动: another value at one place of one version; None leaves a condition out."""

    code: str
    fingerprint: str  # of the version that stands
    path: str
    value: Said | None


@dataclass(frozen=True)
class Changes:
    """一份草稿的全部改动, in the order in which they were made."""

    figures: tuple[FigureChange, ...] = ()
    rules: tuple[RuleChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.rules)

    def with_figure(self, changed: FigureChange) -> "Changes":
        """In the place of an earlier change of the same figure, region and day."""
        kept = (one for one in self.figures if one.place != changed.place)
        return replace(self, figures=(*kept, changed))

    def without_figure(self, number: int) -> "Changes":
        kept = (one for at, one in enumerate(self.figures) if at != number)
        return replace(self, figures=tuple(kept))

    def with_rule(self, code: str, version: Rule, said: Mapping[str, Said | None]) -> "Changes":
        """All that is changed of one version, in the place of what was changed of it before."""
        made = (RuleChange(code, version.fingerprint, path, value) for path, value in said.items())
        kept = self.without_rule(code, version.fingerprint).rules
        return replace(self, rules=(*kept, *made))

    def without_rule(self, code: str, fingerprint: str) -> "Changes":
        kept = (one for one in self.rules if (one.code, one.fingerprint) != (code, fingerprint))
        return replace(self, rules=tuple(kept))

    def of_version(self, code: str, version: Rule) -> dict[str, Said | None]:
        """By path."""
        return {
            one.path: one.value
            for one in self.rules
            if (one.code, one.fingerprint) == (code, version.fingerprint)
        }

    def redrafted(self, code: str, version: Rule) -> Rule:
        """The version with its changes; itself where there are none."""
        changes = self.of_version(code, version)
        return redraft(version, changes) if changes else version

    def table(self, standing: Table) -> Table:
        return laid_over(standing, tuple(one.entry() for one in self.figures))

    def digest(self) -> str:
        return hashlib.sha256(
            json.dumps(written(self), ensure_ascii=False, sort_keys=True).encode()
        ).hexdigest()


def written(changes: Changes) -> dict[str, Any]:
    """As JSON."""
    return {
        "figures": [
            {"key": one.key, "region": one.region, "since": one.since.isoformat(), "value": one.value}
            for one in changes.figures
        ],
        "rules": [
            {"code": one.code, "fingerprint": one.fingerprint, "path": one.path, "value": _told(one.value)}
            for one in changes.rules
        ],
    }


def read(said: Mapping[str, Any]) -> Changes:
    """What was written; figures that the city does not declare any more are left out."""
    declared = declared_figures()
    figures = (
        FigureChange(one["key"], one["region"], date.fromisoformat(one["since"]), one["value"])
        for one in said.get("figures", ())
        if one["key"] in declared
    )
    rules = (
        RuleChange(one["code"], one["fingerprint"], one["path"], _untold(one["value"]))
        for one in said.get("rules", ())
    )
    return Changes(tuple(figures), tuple(rules))


def _told(value: Said | None) -> list[Any] | None:
    """With its sort, so that it is read as what it was."""
    match value:
        case None:
            return None
        case Money():
            return [Sort.MONEY.name, carried(value)]
        case Fraction():
            return [Sort.RATIO.name, str(value)]
        case date():
            return [Sort.DAY.name, value.isoformat()]
        case frozenset():
            return [Sort.WORDS.name, sorted(value)]
    return [Sort.NUMBER.name, value]


def _untold(told: list[Any] | None) -> Said | None:
    match told:
        case ["MONEY", fen]:
            return Money(fen)
        case ["RATIO", ratio]:
            return Fraction(ratio)
        case ["DAY", day]:
            return date.fromisoformat(day)
        case ["WORDS", words]:
            return frozenset(words)
        case [_, number]:
            return int(number)
    return None


def keys_of(figures: Iterable[FigureChange]) -> frozenset[str]:
    return frozenset(one.key for one in figures)

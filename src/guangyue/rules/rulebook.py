"""规则集: the rules of a city, each in the versions that followed one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from guangyue.rules.authoring import Rule


class Overlap(ValueError):
    """Two versions of one rule are in force on the same day."""


class Rulebook:
    """A rule is known by its key; on a day, at most one version of it is in force."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._versions: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            self._versions[rule.key].append(rule)
        for versions in self._versions.values():
            versions.sort(key=lambda rule: rule.since or date.min)
            for earlier, later in pairwise(versions):
                if earlier.until is None or later.since is None or earlier.until >= later.since:
                    raise Overlap(f"{earlier.key}: {earlier.until} and {later.since}")

    def __iter__(self) -> Iterator[Rule]:
        for versions in self._versions.values():
            yield from versions

    def __contains__(self, key: str) -> bool:
        return key in self._versions

    def keys(self) -> Iterable[str]:
        return self._versions.keys()

    def versions(self, key: str) -> tuple[Rule, ...]:
        return tuple(self._versions[key])

    def in_force(self, key: str, on: date) -> Rule | None:
        return next((rule for rule in self._versions[key] if rule.in_force(on)), None)

"""案卷: all that is known of one person, household, firm or place, put together for those who may read it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from guangyue.organisations.models import Organisation
from guangyue.registries.facts import UNKNOWN, FactKind, Unknown, kinds_about
from guangyue.registries.history import holding
from guangyue.registries.models import Fact, Subject
from guangyue.registries.shapes import Plain


@dataclass(frozen=True)
class Entry:
    """一项事实: what is so now, since when and on whose word; and everything that was ever stated of it."""

    kind: FactKind
    item: str
    present: Fact | None
    stated: Sequence[Fact]

    @property
    def value(self) -> Plain | Unknown:
        if self.present is None:
            return self.kind.absent
        return UNKNOWN if self.present.value is None else self.present.value

    @property
    def shown(self) -> str:
        return self.kind.show(self.value)

    @property
    def has_history(self) -> bool:
        return len(self.stated) > 1


@dataclass(frozen=True)
class Chapter:
    """The facts that one department answers for."""

    owner: Organisation
    entries: Sequence[Entry]


def entries_of(subject: Subject, *, among: Collection[FactKind], on: date, known_at: datetime) -> list[Entry]:
    """What is known of it on a day, as it was known at a moment, in the order the kinds are declared."""
    wanted = {kind.key for kind in among}
    rows = subject.facts.filter(kind__in=wanted).select_related("recorded_by").order_by("recorded_at", "id")
    stated: dict[tuple[str, str], list[Fact]] = {}
    for row in rows:
        if row.recorded_at <= known_at:
            stated.setdefault((row.kind, row.item), []).append(row)
    return [
        Entry(kind=kind, item=item, present=holding(facts, on=on, known_at=known_at), stated=facts)
        for kind in kinds_about(subject.about)
        if kind.key in wanted
        for item, facts in _items(kind, stated)
    ]


def chapters(entries: Iterable[Entry]) -> list[Chapter]:
    """By owner, in the order of the first fact of each."""
    entries = list(entries)
    order = list(dict.fromkeys(entry.kind.owner for entry in entries))
    owners = {owner.key: owner for owner in Organisation.objects.filter(key__in=order)}
    by_owner = groupby(
        sorted(entries, key=lambda entry: order.index(entry.kind.owner)), lambda entry: entry.kind.owner
    )
    return [Chapter(owner=owners[key], entries=list(group)) for key, group in by_owner]


def _items(kind: FactKind, stated: dict[tuple[str, str], list[Fact]]) -> list[tuple[str, list[Fact]]]:
    """Of a kind with several each one, the latest first; of another the one there is, or its absence."""
    if not kind.several:
        return [("", stated.get((kind.key, ""), []))]
    found = [(item, facts) for (key, item), facts in stated.items() if key == kind.key]
    return sorted(found, key=lambda pair: pair[1][-1].since, reverse=True)

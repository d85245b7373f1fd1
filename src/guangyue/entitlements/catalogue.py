"""政策目录: everything that is offered, for whom, narrowed by words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from guangyue.entitlements.inquiry import AUDIENCES
from guangyue.kit.access import Scope, open_to_all
from guangyue.kit.search import Found
from guangyue.rules.authoring import Rule
from guangyue.systems.offered import Offered, offered
from guangyue.systems.system import System
from guangyue.systems.today import day_of_the_city


@dataclass(frozen=True)
class Entry:
    """One policy, with its version of the day; none where it is over or has not begun."""

    offered: Offered
    rule: Rule | None

    @property
    def about(self) -> Rule:
        """The version to tell of: the one in force, otherwise the last."""
        return self.rule or self.offered.versions[-1]

    def says(self, words: str) -> bool:
        offer, system = self.offered.offer, self.offered.system
        said = f"{self.offered.title} {offer.summary} {system.title} {self.about.cites}"
        return all(word in said for word in words.split())


@dataclass(frozen=True)
class Shelf:
    """Policies for one audience, by system; those in force first."""

    who: str
    title: str
    systems: Sequence[tuple[System, Sequence[Entry]]]

    @property
    def count(self) -> int:
        return sum(len(entries) for _, entries in self.systems)


def shelves(*, on: date, words: str = "") -> list[Shelf]:
    found = []
    for who, audience in AUDIENCES.items():
        systems: dict[str, tuple[System, list[Entry]]] = {}
        for one in offered():
            entry = Entry(one, one.in_force(on))
            if one.offer.audience is audience and entry.says(words):
                systems.setdefault(one.system.number, (one.system, []))[1].append(entry)
        for _, entries in systems.values():
            entries.sort(key=lambda entry: entry.rule is None)
        if systems:
            found.append(Shelf(who, audience.value, [*systems.values()]))
    return found


@open_to_all
def find_policies(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """政策, by what they say of themselves; what is over comes last."""
    on = day_of_the_city()
    entries = (Entry(one, one.in_force(on)) for one in offered())
    found = sorted((entry for entry in entries if entry.says(words)), key=lambda entry: entry.rule is None)
    for entry in found[:most]:
        offer = entry.offered.offer
        address = reverse("entitlements:policy", args=[entry.offered.code])
        detail = offer.summary if entry.rule else f"已截止。{offer.summary}"
        yield Found("政策", entry.offered.title, address, detail)

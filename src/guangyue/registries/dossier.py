"""案卷: all that is known of one person, household, firm or place, put together for those who may read it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guangyue.organisations.models import Organisation, Region
from guangyue.registries.facts import UNKNOWN, FactKind, Unknown, kinds_about
from guangyue.registries.history import holding
from guangyue.registries.models import Fact, Firm, Subject
from guangyue.registries.shapes import FirmCode, Plain, Township

SHOWN_OF_SEVERAL = 3  # of the records of one kind, before the others are folded away


@dataclass(frozen=True)
class Line:
    """一项事实: what is so, since when and on whose word; and everything that was ever stated of it."""

    subject: Subject
    kind: FactKind
    item: str
    present: Fact | None
    stated: Sequence[Fact]
    names: Mapping[str, str]

    @property
    def value(self) -> Plain | Unknown:
        if self.present is None:
            return self.kind.absent
        return UNKNOWN if self.present.value is None else self.present.value

    @property
    def shown(self) -> str:
        return self.say(self.value)

    @property
    def known(self) -> bool:
        return self.value is not UNKNOWN

    def say(self, value: Plain | Unknown) -> str:
        """The value in words; what is kept as a code is called by its name."""
        said = self.kind.show(value)
        return self.names.get(said, said)


@dataclass(frozen=True)
class Chapter:
    """What one department answers for: what it has stated, older records, and what it has nothing of."""

    owner: Organisation
    stated: Sequence[Line]
    older: Sequence[Line]
    unstated: Sequence[Line]


def lines_of(subject: Subject, *, among: Collection[FactKind], on: date, known_at: datetime) -> list[Line]:
    """What is known of it on a day, as it was known at a moment, in the order the kinds are declared."""
    wanted = {kind.key for kind in among if kind.about is subject.about}
    told = subject.facts.filter(kind__in=wanted).recorded_by_then(known_at)
    stated: dict[tuple[str, str], list[Fact]] = {}
    for fact in told.select_related("recorded_by").order_by("recorded_at", "id"):
        stated.setdefault((fact.kind, fact.item), []).append(fact)
    names = _names(among, stated)
    return [
        Line(subject, kind, item, holding(facts, on=on, known_at=known_at), facts, names)
        for kind in kinds_about(subject.about)
        if kind.key in wanted
        for item, facts in _items(kind, stated)
    ]


def chapters(lines: Iterable[Line]) -> list[Chapter]:
    """By owner, in the order of the first fact of each."""
    owned: dict[str, list[Line]] = {}
    for line in lines:
        owned.setdefault(line.kind.owner, []).append(line)
    owners = {owner.key: owner for owner in Organisation.objects.filter(key__in=owned)}
    return [_chapter(owners[key], theirs) for key, theirs in owned.items()]


def _chapter(owner: Organisation, lines: Iterable[Line]) -> Chapter:
    stated: list[Line] = []
    older: list[Line] = []
    unstated: list[Line] = []
    for line in lines:
        alike = [shown for shown in stated if shown.kind is line.kind]
        place = older if len(alike) == SHOWN_OF_SEVERAL else stated
        (place if line.present else unstated).append(line)
    return Chapter(owner, stated, older, unstated)


def _items(kind: FactKind, stated: Mapping[tuple[str, str], list[Fact]]) -> list[tuple[str, Sequence[Fact]]]:
    """Of a kind with several each one, the latest first; of another the one there is, or its absence."""
    if not kind.several:
        return [("", stated.get((kind.key, ""), []))]
    found = [(item, facts) for (key, item), facts in stated.items() if key == kind.key]
    return sorted(found, key=lambda pair: pair[1][-1].since, reverse=True)


def _names(among: Collection[FactKind], stated: Mapping[tuple[str, str], list[Fact]]) -> dict[str, str]:
    """What the codes that occur are called."""
    coded = {kind.key: kind.shape for kind in among if isinstance(kind.shape, Township | FirmCode)}
    codes = {str(fact.value) for (key, _), facts in stated.items() if key in coded for fact in facts}
    if not codes:
        return {}
    towns = Region.objects.filter(code__in=codes).values_list("code", "name")
    firms = Firm.objects.filter(credit_code__in=codes).values_list("credit_code", "name")
    return dict([*towns, *firms])

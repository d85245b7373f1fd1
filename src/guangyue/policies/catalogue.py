"""政策规则 of the whole city: every rule of every system in its versions, offered to people or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from guangyue.rules.authoring import Rule
from guangyue.rules.offers import Choice, Offer
from guangyue.rules.tree import ROW, Among, Count, Fact, Kind, Node, Parameter, Total
from guangyue.systems.enactment import declared_city
from guangyue.systems.offered import Offered, declared_figures
from guangyue.systems.system import System


@dataclass(frozen=True)
class CityRule:
    """一条规则, by its system's number and its own key: S20.startup_firm, as an offer of it is known too."""

    system: System
    key: str
    versions: tuple[Rule, ...]  # the earliest first
    offer: Offer | None

    @property
    def code(self) -> str:
        return f"{self.system.number}.{self.key}"

    @property
    def title(self) -> str:
        return self.versions[-1].title

    @property
    def offered(self) -> Offered | None:
        return Offered(self.system, self.offer, self.versions) if self.offer else None

    @property
    def choices(self) -> list[Choice]:
        """The rules beside which it cannot be had."""
        return [choice for choice in self.system.choices if self.key in choice.keys]

    def in_force(self, on: date) -> Rule | None:
        return self.system.rules.in_force(self.key, on)

    def version(self, on: date) -> Rule:
        """The one in force on the day; otherwise the last that began before it, or the first."""
        begun = [rule for rule in self.versions if rule.since is None or rule.since <= on]
        return self.in_force(on) or (begun or self.versions[:1])[-1]


def city_rules() -> Iterator[CityRule]:
    for system in declared_city().systems:
        offers = {offer.key: offer for offer in system.offers}
        keys = system.rules.keys()
        for key in keys:
            yield CityRule(system, key, system.rules.versions(key), offers.get(key))


def city_rule(code: str) -> CityRule | None:
    number, _, key = code.partition(".")
    system = declared_city().system(number)
    if system is None or key not in system.rules:
        return None
    offer = next((one for one in system.offers if one.key == key), None)
    return CityRule(system, key, system.rules.versions(key), offer)


@cache
def parameters_of(rule: Rule) -> tuple[str, ...]:
    """参数: the keys of the figures it looks up, in the order in which it speaks of them."""
    return tuple(dict.fromkeys(node.key for node in _nodes(rule) if isinstance(node, Parameter)))


def facts_of(rule: Rule) -> tuple[frozenset[str], ...]:
    """事实: of each subject the names of those it judges on, those of a list's rows as `workers.wage`."""
    used: tuple[set[str], ...] = tuple(set() for _ in rule.subjects)
    for node in _nodes(rule):
        match node:
            case Fact(place=place, name=name) if place >= 0:
                used[place].add(name)
            case Count(rows=rows) | Total(rows=rows):
                inside = {one.name for one in node.walk() if isinstance(one, Fact) and one.place == ROW}
                used[rows.place].update(f"{rows.name}.{name}" for name in inside)
    return tuple(map(frozenset, used))


def names_of(rule: Rule) -> list[str]:
    """名称: those that it compares what people write with, rules that exclude it first of all."""
    compared = (node for node in _nodes(rule) if isinstance(node, Among) and node.word.kind is Kind.TEXT)
    return sorted({word for node in compared for word in node.words})


def rules_using(figure: str) -> list[CityRule]:
    return [one for one in city_rules() if any(figure in parameters_of(version) for version in one.versions)]


def names_said() -> dict[str, str]:
    """What figures and rules are called, by the keys under which rules speak of them."""
    rules = {one.key: one.title for one in city_rules()}
    return rules | {key: figure.title for key, figure in declared_figures().items()}


def _nodes(rule: Rule) -> Iterator[Node]:
    for said in (*rule.conditions, *rule.remarks):
        yield from said.node.walk()
    if rule.amount is not None:
        yield from rule.amount.walk()

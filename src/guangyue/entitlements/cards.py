"""卡片: what was found for somebody, in the order of showing, with what excludes one another side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from guangyue.entitlements.finding import AHEAD, Found
from guangyue.entitlements.inquiry import Inquiry
from guangyue.entitlements.states import State, state_of
from guangyue.kit.money import NOTHING
from guangyue.rules.cases import Lookup
from guangyue.rules.offers import Choice
from guangyue.rules.parameters import Table
from guangyue.rules.prospects import prospect
from guangyue.rules.questions import Answers, Questionnaire
from guangyue.rules.shortfalls import shortfalls
from guangyue.rules.verdicts import Answered, Verdict, judge

CLOSING = timedelta(days=30)


@dataclass(frozen=True)
class Card:
    """卡片: one result."""

    found: Found
    on: date
    lookup: Lookup

    @cached_property
    def verdict(self) -> Verdict:
        """Of what is to come, what is so today."""
        found = self.found
        if found.state is State.UPCOMING and found.rule.in_force(self.on):
            return judge(found.rule, *found.subjects, on=self.on, lookup=self.lookup)
        return found.verdict

    @property
    def closing(self) -> bool:
        """Whether its window closes within a month."""
        until = self.found.until
        return self.found.state in TO_ASK_FOR and until is not None and until - self.on <= CLOSING

    @property
    def days_left(self) -> int | None:
        return (self.found.until - self.on).days if self.found.until else None

    @cached_property
    def shortfalls(self) -> Mapping[int, str]:
        return shortfalls(self.verdict, *self.found.subjects, on=self.verdict.on, lookup=self.lookup)

    @property
    def failed(self) -> list[tuple[Answered, str]]:
        """What is amiss, and by how much."""
        return [(self.verdict.conditions[place], said) for place, said in self.shortfalls.items()]


@dataclass(frozen=True)
class Bundle:
    """一组: one result, or several of which only one can be had, the best first."""

    choice: Choice | None
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Group:
    """分类: the results that are told under one heading."""

    key: str
    title: str
    bundles: tuple[Bundle, ...]
    folded: bool = False

    @property
    def count(self) -> int:
        return sum(len(bundle.cards) for bundle in self.bundles)


TO_ASK_FOR = (State.ENTITLED, State.MAYBE)
GROUPS: tuple[tuple[str, str, tuple[State, ...], bool], ...] = (
    ("entitled", "可以享受", (State.ENTITLED, State.AUTOMATIC), False),
    ("maybe", "还差一些信息", (State.MAYBE,), False),
    ("upcoming", "快要符合", (State.UPCOMING,), False),
    ("under-way", "办理中和已发放", (State.APPLIED, State.PAID), False),
    ("not-entitled", "不符合", (State.NOT_ENTITLED, State.CLOSED), True),
)


def groups_of(found: Iterable[Found], *, on: date, lookup: Lookup) -> list[Group]:
    """Those with something in them."""
    cards = [Card(one, on, lookup) for one in found]
    groups = []
    for key, title, states, folded in GROUPS:
        if chosen := [card for card in cards if card.found.state in states]:
            groups.append(Group(key, title, tuple(_bundles(chosen)), folded))
    return groups


def found_by(
    inquiry: Inquiry, questionnaire: Questionnaire, answers: Answers, *, table: Table
) -> list[Found]:
    """What the answers lead to, told as what the registers lead to is."""
    found = []
    for one in inquiry.policies.values():
        ahead = prospect(
            one.versions,
            lambda version, day: questionnaire.subjects(version, answers),
            on=inquiry.on,
            horizon=inquiry.on + AHEAD,
            lookup=table,
            figure_days=table.days,
        )
        if ahead.verdict is not None:
            found.append(
                Found(
                    offered=one,
                    rule=ahead.verdict.rule,
                    item="",
                    subjects=questionnaire.subjects(ahead.verdict.rule, answers),
                    verdict=ahead.verdict,
                    state=state_of(ahead.outlook, automatic=one.offer.automatic),
                    since=ahead.since,
                    until=ahead.until,
                )
            )
    return found


def _bundles(cards: Sequence[Card]) -> list[Bundle]:
    """What can be had side by side stands alone; what excludes one another together, where the best would."""
    together: dict[tuple[str, str], list[Card]] = {}
    for card in cards:
        choice = card.found.offered.choice
        whose = card.found.offered.system.number if choice else card.found.offered.code
        together.setdefault((whose, choice.title if choice else card.found.item), []).append(card)
    bundles = []
    for several in together.values():
        choice = several[0].found.offered.choice
        ordered = sorted(several, key=_in_choice if choice and choice.ordered else _best_first)
        bundles.append(Bundle(choice if len(several) > 1 else None, tuple(ordered)))
    return sorted(bundles, key=lambda bundle: _best_first(bundle.cards[0]))


def _best_first(card: Card) -> tuple[bool, int, str]:
    """What closes soon, then what is worth most."""
    return not card.closing, -(card.found.verdict.amount or NOTHING).fen, card.found.offered.code


def _in_choice(card: Card) -> int:
    choice = card.found.offered.choice
    assert choice is not None
    return choice.keys.index(card.found.offered.offer.key)

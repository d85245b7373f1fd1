"""卡片: what was found for somebody, in the order of showing, with what excludes one another side by side."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from guangyue.entitlements.finding import AHEAD, Found
from guangyue.entitlements.inquiry import Inquiry
from guangyue.entitlements.states import State, state_of
from guangyue.kit.money import NOTHING, Money
from guangyue.policies.telling import asks_told
from guangyue.rules.authoring import Condition
from guangyue.rules.cases import Lookup
from guangyue.rules.facts import Facts
from guangyue.rules.offers import Audience, Choice
from guangyue.rules.parameters import Table
from guangyue.rules.prospects import before, prospect
from guangyue.rules.questions import Answers, Questionnaire
from guangyue.rules.shortfalls import shortfalls
from guangyue.rules.tree import ROW, Fact, Node
from guangyue.rules.verdicts import Answered, Verdict, judge
from guangyue.systems.offered import offered


@dataclass(frozen=True)
class Card:
    """卡片: one result; of a firm, which is not told of its people one by one, all that stand alike."""

    found: Found
    on: date
    lookup: Lookup
    alike: tuple[Found, ...] = ()
    hidden: frozenset[type[Facts]] = frozenset()

    def hides(self, fact: Fact) -> bool:
        """A firm does not learn what the registers know of its people, but for how many they are."""
        return self.verdict.rule.subjects[fact.place] in self.hidden

    @property
    def amount(self) -> Money | None:
        """Of all occasions together; nothing where one of them is still open."""
        amounts = [one.verdict.amount for one in (self.alike or (self.found,))]
        known = [amount for amount in amounts if amount is not None]
        return sum(known, NOTHING) if len(known) == len(amounts) else None

    @property
    def asks(self) -> list[str]:
        """What is still to be known, by title."""
        return sorted({said for one in (self.alike or (self.found,)) for said in asks_told(one.verdict)})

    @property
    def counts(self) -> list[tuple[Condition, list[tuple[str, int]]]]:
        """Of each condition, how many occasions meet it, do not, or may."""
        verdicts = [one.verdict for one in self.alike if one.rule is self.found.rule]
        return [
            (answered[0].condition, [(outcome.value, count) for outcome, count in Counter(outcomes).items()])
            for answered in zip(*(one.conditions for one in verdicts), strict=True)
            if (outcomes := [one.outcome for one in answered])
        ]

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
        return self.found.state in TO_ASK_FOR and not self._before[0]

    @property
    def place(self) -> tuple[bool, int, int, str]:
        """What closes soon, then what is worth most, then that of which least is to be known."""
        return not self.closing, self._before[1], len(self.asks), self.found.offered.code

    @property
    def _before(self) -> tuple[bool, int, date]:
        return before(until=self.found.until, amount=self.amount, first_seen=self.on, on=self.on)

    @property
    def days_left(self) -> int | None:
        return (self.found.until - self.on).days if self.found.until else None

    @cached_property
    def shortfalls(self) -> Mapping[int, str]:
        said = shortfalls(self.verdict, *self.found.subjects, on=self.verdict.on, lookup=self.lookup)
        return {place: "" if self._is_hidden(place) else words for place, words in said.items()}

    @property
    def failed(self) -> list[tuple[Answered, str]]:
        """What is amiss, and by how much; of several occasions each has its own."""
        if self.alike:
            return []
        return [(self.verdict.conditions[place], said) for place, said in self.shortfalls.items()]

    def _is_hidden(self, place: int) -> bool:
        return any(self.hides(fact) for fact in facts_in(self.verdict.conditions[place].condition.node))


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


def cards_of(found: Iterable[Found], *, on: date, lookup: Lookup, of_firm: bool) -> list[Card]:
    """One for each that was found; a firm's for each policy and state."""
    if not of_firm:
        return [Card(one, on, lookup) for one in found]
    together: dict[tuple[str, State], list[Found]] = {}
    for one in sorted(found, key=lambda one: one.item):
        together.setdefault((one.offered.code, one.state), []).append(one)
    hidden = _about_people()
    return [
        Card(several[0], on, lookup, tuple(several) if several[0].item else (), hidden)
        for several in together.values()
    ]


def facts_in(node: Node) -> list[Fact]:
    """Each once, but for those of the rows of a list."""
    facts = (part for part in node.walk() if isinstance(part, Fact) and part.place != ROW)
    return list(dict.fromkeys(facts))


def groups_of(cards: Sequence[Card]) -> list[Group]:
    """Those with something in them."""
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
    """What can be had side by side stands alone; what excludes one another for one occasion together, where
    the best would."""
    together: dict[tuple[Choice | str, str], list[Card]] = {}
    for card in cards:
        offered = card.found.offered
        together.setdefault((offered.choice or offered.code, card.found.item), []).append(card)
    bundles = []
    for several in together.values():
        choice = several[0].found.offered.choice
        ordered = sorted(several, key=_in_choice if choice and choice.ordered else attrgetter("place"))
        bundles.append(Bundle(choice if len(several) > 1 else None, tuple(ordered)))
    return sorted(bundles, key=lambda bundle: bundle.cards[0].place)


def _in_choice(card: Card) -> int:
    choice = card.found.offered.choice
    assert choice is not None
    return choice.keys.index(card.found.offered.offer.key)


def _about_people() -> frozenset[type[Facts]]:
    """What is asked of whoever asks for something as a person."""
    rules = (rule for one in offered() if one.offer.audience is Audience.PERSON for rule in one.versions)
    return frozenset(subject for rule in rules for subject in rule.subjects)

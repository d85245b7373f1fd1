"""How S29 answers the catalogue's worked examples: what somebody is told on a day, and what nobody is."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from guangyue.kit.money import NOTHING, Money
from guangyue.rules.answers import codes, in_yuan, money_said
from guangyue.rules.authoring import Per, Rule
from guangyue.rules.facts import FactRefused
from guangyue.rules.offers import Audience, Choice
from guangyue.rules.prospects import Outlook, Prospect, before, prospect, stage
from guangyue.rules.verdicts import ParameterAsked, Verdict
from guangyue.systems.enactment import declared_city
from guangyue.systems.examples import Given, Meaning, as_day, is_nothing
from guangyue.systems.offered import Offered, offered
from liaocheng.policy_finding.needs import Need, need_of
from liaocheng.policy_finding.rules import INSURANCE_LIVING
from liaocheng.policy_finding.told import PERSON, Told
from liaocheng.stable_employment.funds import CHARGES, NO_FUND, Fund

HORIZON = timedelta(days=366 * 40)
STATES = {
    Outlook.ENTITLED: "entitled_not_applied",
    Outlook.MAYBE: "maybe",
    Outlook.UPCOMING: "upcoming",
    Outlook.NOT_ENTITLED: "not_entitled",
    Outlook.CLOSED: "closed",
}
AUTOMATIC, APPLIED, PAID = "automatic", "applied", "paid"
TOLD = ("entitled_not_applied", "maybe", "upcoming", AUTOMATIC)  # what stands among somebody's matches
RELIEF = "S23"  # R10: for the town, never pushed
USED_UP = frozenset(
    {"ALREADY_PAID_ONCE", "OVER_ANNUAL_LIMIT", "SAME_OCCUPATION_LEVEL", "STUDENT_ONCE", "PERIOD_EXHAUSTED"}
)
# A person's own flag without which a policy is not meant for them: of the rule, and whether it is taken as
# so where nobody speaks of it.
MEANT_FOR: Mapping[str, tuple[tuple[str, bool], ...]] = {
    "public_post": (("in_public_post", False),),
    "public_post_renewal": (("in_public_post", False),),
    "si_flex_hard": (("flexible", False),),
    "si_flex_grad": (("flexible", False), ("unemployed_since_graduation", True)),
}

# 第十一条: of the two, one is for firms and one for households in business.
FOR_FIRMS, FOR_HOUSEHOLDS, HOUSEHOLD_BUSINESS = "startup_firm", "startup_individual", "个体工商户"


@dataclass(frozen=True)
class Match:
    """政策匹配: where somebody stands with one rule."""

    system: str
    rule: Rule
    automatic: bool
    ahead: Prospect
    state: str
    amount: Money | None
    missing: tuple[str, ...]
    choice: Choice | None

    @property
    def pushed(self) -> bool:
        """R1, R10: what can be applied for, and is no relief."""
        return self.state == "entitled_not_applied" and self.system != RELIEF

    def said(self, today: date) -> dict[str, object]:
        others = [key for key in self.choice.keys if key != self.rule.key] if self.choice else []
        return {
            "rule": Meaning(self.rule.key, lambda one: one in (self.rule.key, self.rule.title)),
            "state": self.state,
            "amount": None if self.amount is None else in_yuan(self.amount),
            "from": self.ahead.since,
            "since": self.ahead.since,
            "until": self.ahead.until,
            "missing": list(self.missing),
            "reminder": self.state in TOLD and stage(self.ahead.until, on=today) is not None,
            "clause": str(self.ahead.verdict.cites if self.ahead.verdict else self.rule.cites),
            "channel": channel(self.system, self.rule.key),
            "exclusive": others,
        }


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    told = Told(given)
    try:
        matches = list(matches_of(told))
        need = need_of(told.signals)
        told.finish()
        return {**answers(matches, need, told), "result": "matched"}
    except FactRefused as refused:
        given.stop()
        return {"result": "refused", "field": refused.field, "reasons": [refused.sentence]}


def answers(matches: list[Match], need: Need | None, told: Told) -> Mapping[str, object]:
    rows = [one.said(told.today) for one in matches]
    shown = [one for one in matches if one.state in TOLD]
    quiet, unreached = told.wants_quiet, told.is_unreached
    pushed = [one for one in in_order(shown, told.today) if one.pushed and not quiet]
    keys = [one.rule.key for one in pushed]
    return {
        "contains": Meaning(
            rows, lambda expected: all(any(_fits(one, row) for row in rows) for one in _list(expected))
        ),
        "not_contains": Meaning(
            [one.rule.key for one in shown],
            lambda expected: not any(_stands(one, shown, told.today) for one in _list(expected)),
        ),
        "push": Meaning(keys or "none", lambda expected: _same_keys(expected, keys)),
        "call_list": bool(pushed) and unreached,
        "need": Meaning(_need_said(need), lambda expected: _same_need(expected, need)),
        "order": [one.rule.key for one in in_order(shown, told.today)],
        "choice": [[one.rule.key for one in group] for group in choices(shown)],
        "reminders": [one.rule.key for one in shown if stage(one.ahead.until, on=told.today)],
    }


# 匹配


def matches_of(told: Told) -> Iterator[Match]:
    offers = {(one.system.number, one.offer.key): one for one in offered()}
    for system in declared_city().systems:
        for key in system.rules.keys():  # noqa: SIM118, a rulebook goes through its rules
            versions = system.rules.versions(key)
            declared = offers.get((system.number, key))
            if told.may_be_about(versions[-1]) and _for_them(declared, told):
                told.subjects(versions[-1], told.today)  # what cannot be is refused, whatever the day
                yield match(told, system.number, versions, declared)


def match(told: Told, system: str, versions: tuple[Rule, ...], declared: Offered | None) -> Match:
    """R2: the versions, the subjects and the figures of an application."""
    ahead = prospect(versions, told.subjects, on=told.today, horizon=told.today + HORIZON, lookup=told.figure)
    verdict = ahead.verdict
    rule = verdict.rule if verdict else versions[-1]
    asked = tuple(_missing(told, verdict))
    state = STATES[ahead.outlook]
    if state == "entitled_not_applied" and told.unknown & set(asked):
        state = "maybe"  # the amount rests on what is said to be unknown
    missing = asked if state == "maybe" else ()
    lacking, barred = _meant_for(told, rule.key)
    if barred:
        state = "not_entitled"
    elif lacking and state == "entitled_not_applied":
        state = "maybe"
    if (
        state == "not_entitled"
        and verdict is not None
        and USED_UP & set(codes(verdict))
        and told.take("history")
    ):
        state = PAID
    automatic = declared is not None and declared.offer.automatic
    if state == "entitled_not_applied" and automatic:
        state = AUTOMATIC
    for standing in (APPLIED, PAID):
        if any(
            _is_of(one, rule, told.today) for one in _list(told.take(standing) or told.given.take(standing))
        ):
            state = standing
    amount = verdict.amount if verdict and told.amount_is_said(rule) else None
    return Match(
        system,
        rule,
        automatic,
        ahead,
        state,
        amount,
        (*missing, *lacking),
        declared.choice if declared else None,
    )


def channel(system: str, key: str) -> str:
    """Which fund it comes from."""
    if key == INSURANCE_LIVING:
        return Fund.F3.name
    if system == "S21":
        return next((fund.name for fund in CHARGES.get(key, NO_FUND).funds), "")
    return Fund.F1.name if system == "S20" else ""


def _for_them(declared: Offered | None, told: Told) -> bool:
    """R17: what a firm is owed for its workers is not theirs; what nobody is offered is nobody's."""
    if declared is None:
        return False
    return told.about != (PERSON,) or declared.offer.audience is Audience.PERSON


def _meant_for(told: Told, key: str) -> tuple[tuple[str, ...], bool]:
    """The flags that nobody has said, and whether one says no."""
    household = told.take("kind") == HOUSEHOLD_BUSINESS
    if (key == FOR_HOUSEHOLDS and told.take("size") and not household) or (key == FOR_FIRMS and household):
        return (), True
    lacking = []
    for name, otherwise in MEANT_FOR.get(key, ()):
        said = told.take(name)
        if said is False:
            return (), True
        if said is None and (name in told.unknown or not otherwise) and told.take("declared") is None:
            lacking.append(name)
    return tuple(lacking), False


def _missing(told: Told, verdict: Verdict | None) -> Iterable[str]:
    """By the names of the examples, each once."""
    if verdict is None:
        return ()
    kinds = {kind.__name__: kind for kind in verdict.rule.subjects}
    return sorted(
        {
            one.key
            if isinstance(one, ParameterAsked)
            else told.names(kinds[one.owner], one.name)
            if one.owner in kinds
            else one.name
            for one in verdict.asks
        }
    )


def _is_of(said: Any, rule: Rule, today: date) -> bool:
    """R4: the same rule, and the same period."""
    if not isinstance(said, Mapping):
        return said in (rule.key, rule.title)
    named = next((said[key] for key in ("rule", "measure", "subsidy") if key in said), None)
    day = as_day(said.get("date"))
    if named not in (rule.key, rule.title):
        return False
    if day is None or rule.per not in (Per.YEAR, Per.MONTH):
        return True
    return day.year == today.year and (rule.per is Per.YEAR or day.month == today.month)


# 顺序和选择


def in_order(matches: Iterable[Match], today: date) -> list[Match]:
    return sorted(
        matches, key=lambda one: before(until=one.ahead.until, amount=one.amount, first_seen=today, on=today)
    )


def choices(matches: Collection[Match]) -> list[list[Match]]:
    """R5, R6: of those that exclude each other the best amount first, unless they have an order."""
    sets = {id(one.choice): one.choice for one in matches if one.choice}
    found = []
    for choice in sets.values():
        mine = [one for one in matches if one.choice is choice]
        best = sorted(mine, key=lambda one: (one.amount or NOTHING).fen, reverse=True)
        places = {key: place for place, key in enumerate(choice.keys)}
        ordered = sorted(mine, key=lambda one: places.get(one.rule.key, len(places)))
        if len(mine) > 1:
            found.append(ordered if choice.ordered else best)
    return found


# 与示例比对


def _list(said: Any) -> list[Any]:
    return [] if is_nothing(said) else list(said) if isinstance(said, list | tuple) else [said]


def _fits(expected: Any, row: Mapping[str, Any]) -> bool:
    """A row may say more than was asked."""
    asked = expected if isinstance(expected, Mapping) else {"rule": expected}
    return asked.keys() <= row.keys() and all(_same(key, value, row[key]) for key, value in asked.items())


def _same(key: str, expected: Any, ours: Any) -> bool:
    """What is not spoken of at all may be left out of what is missing."""
    if isinstance(ours, Meaning):
        return ours.accepts(expected)
    match key:
        case "missing":
            return set(_list(expected)) <= set(ours) and bool(_list(expected)) == bool(ours)
        case "from" | "since" | "until":
            return bool(as_day(expected) == ours)
        case "amount" if expected is not None:
            return bool(in_yuan(money_said(expected)) == ours)
        case "exclusive":
            return set(_list(expected)) == set(ours)
    return bool(expected == ours)


def _stands(expected: Any, shown: Collection[Match], today: date) -> bool:
    """Whether somebody is told it; what is over, had or refused is not among the matches."""
    return any(_fits(expected, one.said(today)) for one in shown)


def _same_keys(expected: Any, keys: list[str]) -> bool:
    if isinstance(expected, bool):
        return expected is bool(keys)
    named = {one.get("rule") if isinstance(one, Mapping) else one for one in _list(expected)}
    return named == set(keys)


def _need_said(need: Need | None) -> object:
    return {"to": need.to, "kind": list(need.kinds)} if need else "none"


TOWNS = ("乡镇", "镇街", "乡镇（街道）", "乡镇街道", "town")
Said = Callable[[object], bool]


def _same_need(expected: Any, need: Need | None) -> bool:
    if need is None or not isinstance(expected, Mapping):
        return need is None and is_nothing(expected)
    to, kinds = expected.get("to", need.to), expected.get("kind", list(need.kinds))
    named = {_plain(one) for one in _list(kinds)}
    ours = {_plain(one) for one in need.kinds}
    return to in TOWNS and named == ours and set(expected) <= {"to", "kind"}


def _plain(kind: str) -> str:
    """受灾人员救助, 受灾救助 and 受灾 are one kind."""
    return kind.removesuffix("救助").removesuffix("人员").removesuffix("供养")

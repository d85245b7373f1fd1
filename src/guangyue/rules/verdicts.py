"""判定: what a rule says of one case, condition by condition, and what would have to be known to say more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from guangyue.gazette.document import Clause
from guangyue.kit.money import Money
from guangyue.rules.authoring import Condition, Rule
from guangyue.rules.cases import Case, Lookup, Step, missing, step
from guangyue.rules.facts import Facts, Field
from guangyue.rules.tree import Fact, Kind, Node, Parameter


class Status(Enum):
    ELIGIBLE = "符合"
    INELIGIBLE = "不符合"
    NEEDS_INFO = "待补充"
    NOT_IN_FORCE = "不在有效期"
    FOR_A_PERSON = "需人工核定"


WORKED_OUT = (Status.ELIGIBLE, Status.FOR_A_PERSON)


class Outcome(Enum):
    """条件的结果."""

    HELD = "满足"
    FAILED = "不满足"
    UNKNOWN = "未知"


OUTCOMES = {True: Outcome.HELD, False: Outcome.FAILED, None: Outcome.UNKNOWN}


@dataclass(frozen=True)
class ParameterAsked:
    """A figure that no notice has said yet."""

    key: str
    region: str | None
    day: date


Asks = Field[Any] | ParameterAsked


class Answered(NamedTuple):
    """One condition of the rule with its outcome, and the facts it was judged on, by their titles."""

    condition: Condition
    outcome: Outcome
    facts: Mapping[str, object]


@dataclass(frozen=True)
class Verdict:
    """判定."""

    rule: Rule
    on: date | None
    status: Status
    amount: Money | None
    conditions: tuple[Answered, ...] = ()
    remarks: tuple[Condition, ...] = ()
    asks: frozenset[Asks] = frozenset()

    @property
    def awarded(self) -> bool:
        return self.status is Status.ELIGIBLE

    @property
    def cites(self) -> Clause:
        """The clause the verdict rests on: of the condition that failed first, otherwise the rule's own."""
        failed = (one for one in self.conditions if one.outcome is Outcome.FAILED)
        return next((one.condition.cites for one in failed), self.rule.cites)


def no_parameters(key: str, region: str | None, day: date) -> None:
    """A city whose notices have said nothing yet."""


def judge(rule: Rule, *subjects: Facts, on: date | None = None, lookup: Lookup = no_parameters) -> Verdict:
    """What the rule says of these subjects on a day. Without one, what depends on the day is unknown."""
    for subject, wanted in zip(subjects, rule.subjects, strict=True):
        if not isinstance(subject, wanted):
            raise TypeError(f"{rule.key} is about {wanted.__name__}, not {type(subject).__name__}")
    if on is not None and not rule.in_force(on):
        return Verdict(rule, on, Status.NOT_IN_FORCE, None)
    case = Case(tuple(subject.carried for subject in subjects), on, lookup)
    steps = _steps(rule)
    answers = [take(case) for take in steps.conditions]
    amount = steps.amount(case) if steps.amount else None
    status = _status(answers, settled=steps.amount is None or amount is not None)
    remarks = _remarks(rule, steps, case) if status is Status.ELIGIBLE else ()
    if any(one.for_a_person for one in remarks):
        status = Status.FOR_A_PERSON
    return Verdict(
        rule=rule,
        on=on,
        status=status,
        amount=Money(amount) if status in WORKED_OUT and amount is not None else None,
        conditions=tuple(
            [
                Answered(condition, OUTCOMES[answer], _told(facts, case))
                for condition, answer, facts in zip(rule.conditions, answers, steps.facts, strict=True)
            ]
        ),
        remarks=remarks,
        asks=_asks(rule, case, [*answers, amount]) if status is Status.NEEDS_INFO else frozenset(),
    )


def _remarks(rule: Rule, steps: "_Steps", case: Case) -> tuple[Condition, ...]:
    return tuple(one for one, take in zip(rule.remarks, steps.remarks, strict=True) if take(case))


@dataclass(frozen=True)
class _Steps:
    """A rule made into functions, once."""

    conditions: tuple[Step, ...]
    facts: tuple[tuple["_Named", ...], ...]  # of each condition, what it is judged on
    remarks: tuple[Step, ...]
    amount: Step | None


@cache
def _steps(rule: Rule) -> _Steps:
    return _Steps(
        conditions=tuple(step(one.node) for one in rule.conditions),
        facts=tuple(tuple(_facts(rule, one.node)) for one in rule.conditions),
        remarks=tuple(step(one.node) for one in rule.remarks),
        amount=step(rule.amount) if rule.amount is not None else None,
    )


_Named = tuple[str, int, str]  # the title of a fact, whose it is, and its name


def _facts(rule: Rule, node: Node) -> dict[_Named, None]:
    """What a condition is judged on, but for the rows of a list, which have many; each once."""
    return {
        (rule.field(fact).title, fact.place, fact.name): None
        for fact in node.walk()
        if isinstance(fact, Fact) and fact.place >= 0 and fact.of is not Kind.ROWS
    }


def _told(facts: tuple[_Named, ...], case: Case) -> dict[str, object]:
    subjects = case.subjects
    return {title: subjects[place].get(name) for title, place, name in facts}


def _status(answers: list[bool | None], *, settled: bool) -> Status:
    if False in answers:
        return Status.INELIGIBLE
    return Status.ELIGIBLE if None not in answers and settled else Status.NEEDS_INFO


def _asks(rule: Rule, case: Case, answers: list[object]) -> frozenset[Asks]:
    """What is missing where a condition, or the amount after them, has no answer."""
    nodes = [*(condition.node for condition in rule.conditions), rule.amount]
    unanswered = (
        node for node, answer in zip(nodes, answers, strict=True) if node is not None and answer is None
    )
    found = {wanted for node in unanswered for wanted in missing(node, case)}
    return frozenset(_asked(rule, wanted, case) for wanted in found)


def _asked(rule: Rule, wanted: Fact | Parameter, case: Case) -> Asks:
    if isinstance(wanted, Fact):
        return rule.field(wanted)
    region = step(wanted.region)(case) if wanted.region is not None else None
    return ParameterAsked(wanted.key, region, step(wanted.at)(case))

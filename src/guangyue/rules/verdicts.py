"""判定: what a rule says of one case, condition by condition, and what would have to be known to say more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from guangyue.gazette.document import Clause
from guangyue.kit.money import Money
from guangyue.rules.authoring import Condition, Rule
from guangyue.rules.cases import Case, Lookup, Step, missing, step
from guangyue.rules.compiled import Answers, answers_of, facts_of
from guangyue.rules.facts import Facts, Field
from guangyue.rules.tree import Fact, Parameter


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
NOTHING: frozenset[Asks] = frozenset()


class Answered(NamedTuple):
    """One condition of the rule with its outcome, and the facts it was judged on, by their titles."""

    condition: Condition
    outcome: Outcome
    facts: Mapping[str, object]


class Verdict(NamedTuple):
    """判定: of each condition in order its answer and the facts it was judged on, and what comes of it."""

    rule: Rule
    on: date | None
    status: Status
    amount: Money | None = None
    answers: tuple[bool | None, ...] = ()
    values: tuple[tuple[object, ...], ...] = ()
    remarks: tuple[Condition, ...] = ()
    asks: frozenset[Asks] = NOTHING

    @property
    def awarded(self) -> bool:
        return self.status is Status.ELIGIBLE

    @property
    def conditions(self) -> tuple[Answered, ...]:
        """None where the rule is not in force."""
        titles = _steps(self.rule).titles
        asked = zip(self.rule.conditions, self.answers, titles, self.values, strict=False)
        return tuple(
            Answered(condition, OUTCOMES[answer], dict(zip(named, values, strict=True)))
            for condition, answer, named, values in asked
        )

    @property
    def cites(self) -> Clause:
        """The clause the verdict rests on: of the condition that failed first, otherwise the rule's own."""
        if False in self.answers:
            return self.rule.conditions[self.answers.index(False)].cites
        return self.rule.cites


def no_parameters(key: str, region: str | None, day: date) -> None:
    """A city whose notices have said nothing yet."""


def judge(rule: Rule, *subjects: Facts, on: date | None = None, lookup: Lookup = no_parameters) -> Verdict:
    """What the rule says of these subjects on a day. Without one, what depends on the day is unknown."""
    for subject, wanted in zip(subjects, rule.subjects, strict=True):
        if not isinstance(subject, wanted):
            raise TypeError(f"{rule.key} is about {wanted.__name__}, not {type(subject).__name__}")
    if on is not None and not rule.in_force(on):
        return Verdict(rule, on, Status.NOT_IN_FORCE)
    case = Case(tuple(subject.carried for subject in subjects), on, lookup)
    steps = _steps(rule)
    answers, amount, values = steps.answers(case)
    status = _status(answers, settled=rule.amount is None or amount is not None)
    remarks = _remarks(rule, steps, case) if steps.remarks and status is Status.ELIGIBLE else ()
    if any(one.for_a_person for one in remarks):
        status = Status.FOR_A_PERSON
    worked_out = Money(amount) if status in WORKED_OUT and amount is not None else None
    asks = _asks(rule, case, (*answers, amount)) if status is Status.NEEDS_INFO else NOTHING
    return Verdict(rule, on, status, worked_out, answers, values, remarks, asks)


def _remarks(rule: Rule, steps: "_Steps", case: Case) -> tuple[Condition, ...]:
    return tuple(one for one, take in zip(rule.remarks, steps.remarks, strict=True) if take(case))


@dataclass(frozen=True)
class _Steps:
    """A rule made into functions, once."""

    answers: Callable[[Case], Answers]
    titles: tuple[tuple[str, ...], ...]  # of each condition, those of what it is judged on
    remarks: tuple[Step, ...]


@cache
def _steps(rule: Rule) -> _Steps:
    return _Steps(
        answers=answers_of(rule),
        titles=tuple(tuple(rule.field(fact).title for fact in facts_of(one.node)) for one in rule.conditions),
        remarks=tuple(step(one.node) for one in rule.remarks),
    )


def _status(answers: tuple[bool | None, ...], *, settled: bool) -> Status:
    if False in answers:
        return Status.INELIGIBLE
    return Status.ELIGIBLE if None not in answers and settled else Status.NEEDS_INFO


def _asks(rule: Rule, case: Case, answers: tuple[object, ...]) -> frozenset[Asks]:
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

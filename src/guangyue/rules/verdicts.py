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
    """One condition of the rule with its outcome, and the facts it was judged on."""

    condition: Condition
    outcome: Outcome
    titles: tuple[str, ...]
    values: tuple[object, ...]

    @property
    def facts(self) -> Mapping[str, object]:
        """What was known, by the titles people read."""
        return dict(zip(self.titles, self.values, strict=True))


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
                Answered(condition, OUTCOMES[answer], asked.titles, asked.told(case))
                for condition, answer, asked in zip(rule.conditions, answers, steps.asked, strict=True)
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
    asked: tuple["_Asked", ...]  # of each condition, what it is judged on
    remarks: tuple[Step, ...]
    amount: Step | None


@cache
def _steps(rule: Rule) -> _Steps:
    return _Steps(
        conditions=tuple(step(one.node) for one in rule.conditions),
        asked=tuple(_asked_by(rule, one.node) for one in rule.conditions),
        remarks=tuple(step(one.node) for one in rule.remarks),
        amount=step(rule.amount) if rule.amount is not None else None,
    )


@dataclass(frozen=True)
class _Asked:
    """The facts a condition is judged on, but for the rows of a list, which have many; each once."""

    titles: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[int, ...]

    def told(self, case: Case) -> tuple[object, ...]:
        if len(case.subjects) == 1:
            return tuple(map(case.subjects[0].get, self.names))
        return tuple(
            case.subjects[place].get(name) for place, name in zip(self.places, self.names, strict=True)
        )


def _asked_by(rule: Rule, node: Node) -> _Asked:
    facts = (one for one in node.walk() if isinstance(one, Fact) and one.place >= 0)
    single = {one: rule.field(one).title for one in facts if one.of is not Kind.ROWS}
    return _Asked(
        tuple(single.values()), tuple(one.name for one in single), tuple(one.place for one in single)
    )


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

"""What programs and worked examples are told of a verdict: its result, its codes, and money in 元."""

from collections.abc import Iterable

from guangyue.kit.money import Money
from guangyue.rules.facts import FactRefused
from guangyue.rules.verdicts import Asks, Outcome, ParameterAsked, Status, Verdict

RESULTS = {
    Status.ELIGIBLE: "eligible",
    Status.INELIGIBLE: "ineligible",
    Status.NEEDS_INFO: "needs_info",
    Status.FOR_A_PERSON: "manual_review",
    Status.NOT_IN_FORCE: "ineligible",
}


def codes(verdict: Verdict) -> list[str]:
    """Why: the conditions that failed, what is missing, or what is to be known about the award."""
    match verdict.status:
        case Status.INELIGIBLE:
            found = [one.condition.code for one in verdict.conditions if one.outcome is Outcome.FAILED]
        case Status.NEEDS_INFO:
            found = sorted(f"PARAM_MISSING:{name_of(asked)}" for asked in verdict.asks)
        case Status.NOT_IN_FORCE:
            found = ["OUT_OF_VALIDITY"]
        case _:
            found = [one.code for one in verdict.remarks]
    return once_each(found)


def once_each(found: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(code for code in found if code)]


def name_of(asked: Asks) -> str:
    return asked.key if isinstance(asked, ParameterAsked) else asked.name


def in_yuan(amount: Money) -> float:
    """As examples write it. Nothing is worked out with it."""
    return amount.fen / 100


def money_said(value: object) -> Money:
    try:
        return Money.parse(str(value))
    except ValueError as error:
        raise FactRefused(str(error)) from None


def money_if_said(value: object) -> Money | None:
    return None if value is None else money_said(value)

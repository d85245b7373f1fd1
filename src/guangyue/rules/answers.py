"""What programs and worked examples are told of a verdict: its result, its codes, and money in 元."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from guangyue.kit.limits import month_end
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


def exact_said(value: object, field: str = "") -> Fraction:
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise FactRefused(f"不是比例：{value}。", field=field) from None


def month_said(value: object, field: str) -> date:
    """The first day of a month written as 2020-02."""
    year, _, number = str(value).partition("-")
    try:
        return date(int(year), int(number), 1)
    except ValueError:
        raise FactRefused(f"没有这一天或者这个月份：{value}。", field=field) from None


def month_ends_said(value: object) -> tuple[date, ...]:
    """The last days of the months claimed for, which come in order and once each."""
    said = value or ()
    if not isinstance(said, list | tuple):
        raise FactRefused("请填月份的名单。", field="months")
    ends = tuple(month_end(month_said(one, "months")) for one in said)
    if list(ends) != sorted(set(ends)):
        raise FactRefused("月份要按先后顺序，每月一次。", field="months")
    return ends

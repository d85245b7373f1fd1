"""按月的两项: contributions waived, and temporary posts. Each month is judged by itself."""

from collections.abc import Callable, Mapping

from guangyue.kit.money import NOTHING, Money
from guangyue.rules.answers import RESULTS, codes, in_yuan, name_of, once_each
from guangyue.rules.verdicts import Status, Verdict
from liaocheng.stable_employment.claims import Claim
from liaocheng.stable_employment.decisions import (
    OUT_OF_WINDOW,
    WRONG_FUND,
    Answers,
    charged_rightly,
    judge_claim,
    money_side,
    named,
)
from liaocheng.stable_employment.facts import Dues
from liaocheng.stable_employment.rules.jobs import TEMPORARY_POST
from liaocheng.stable_employment.rules.premiums import RELIEF, UNIT_PARTS

Verdicts = list[Verdict | None]  # None for a month in which no text is in force


def relief(claim: Claim) -> Answers:
    """What a unit has still to pay of each month, and what of it is waived and thus not actually paid."""
    verdicts = judged(claim)
    dues = claim.subject(Dues).values
    if missing := asked(verdicts) | {name for name in UNIT_PARTS if name not in dues}:
        return {"result": "needs_info", "reasons": named(missing), "missing": sorted(missing)}
    due = sum((dues[name] for name in UNIT_PARTS), NOTHING)
    waived = amounts(verdicts)
    payable = [due - one for one in waived]
    return {
        "result": RESULTS[together(verdicts)],
        "amount": in_yuan(sum(waived, NOTHING)),
        "waived": [in_yuan(one) for one in waived],
        "payable_unit": [in_yuan(one) for one in payable],
        "actually_paid": in_yuan(sum(payable, NOTHING)),
        "months_payable": sum(map(bool, waived)),
        "reasons": reasons(verdicts),
    }


def temporary_post(claim: Claim) -> Answers:
    """The months after June 2020 are not paid."""
    claim.given.text("village")
    verdicts = judged(claim)
    paid, missing = amounts(verdicts), asked(verdicts)
    told = {
        "result": RESULTS[together(verdicts)],
        "amount": in_yuan(sum(paid, NOTHING)),
        "monthly": in_yuan(max(paid, default=NOTHING)),
        "by_month": [in_yuan(one) for one in paid],
        "months_payable": sum(map(bool, paid)),
        "reasons": named(missing) if missing else reasons(verdicts),
        "missing": sorted(missing),
        **money_side(claim),
    }
    return told if charged_rightly(claim) else {**told, **WRONG_FUND}


BY_MONTH: Mapping[str, Callable[[Claim], Answers]] = {RELIEF: relief, TEMPORARY_POST: temporary_post}


def judged(claim: Claim) -> Verdicts:
    if not claim.months:
        claim.given.stop()
    return [judge_claim(claim, month) for month in claim.months]


def amounts(verdicts: Verdicts) -> list[Money]:
    return [verdict.amount or NOTHING if verdict else NOTHING for verdict in verdicts]


def asked(verdicts: Verdicts) -> set[str]:
    """What is missing; the months themselves when none is claimed for."""
    if not verdicts:
        return {"months"}
    return {name_of(one) for verdict in verdicts if verdict for one in verdict.asks}


def reasons(verdicts: Verdicts) -> list[str]:
    return once_each(
        code for verdict in verdicts for code in (codes(verdict) if verdict else [OUT_OF_WINDOW])
    )


def together(verdicts: Verdicts) -> Status:
    """What nobody can say yet is asked for; what is paid for some months is paid."""
    if asked(verdicts):
        return Status.NEEDS_INFO
    paid = any(verdict and verdict.awarded for verdict in verdicts)
    return Status.ELIGIBLE if paid else Status.INELIGIBLE

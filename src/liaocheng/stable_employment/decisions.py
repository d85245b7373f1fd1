"""决定: one claim judged on one day, and the fund that it is charged to."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from guangyue.rules.facts import FactRefused
from guangyue.rules.verdicts import Verdict, judge
from liaocheng.stable_employment.claims import Claim
from liaocheng.stable_employment.funds import CHARGES, NO_FUND, Fund
from liaocheng.stable_employment.rules import RULES

Answers = Mapping[str, object]
OUT_OF_WINDOW = "OUT_OF_WINDOW"
WRONG_FUND: Answers = {"result": "ineligible", "amount": 0.0, "reasons": ["FUND_SOURCE"]}


def judge_claim(claim: Claim, on: date, *, measure: str = "") -> Verdict | None:
    """By its own measure or another; None when no text is in force on the day. What cannot be is refused
    either way."""
    if measure:
        claim = replace(claim, instead=measure)
    kinds = {kind for version in RULES.versions(claim.measure) for kind in version.subjects}
    subjects = {kind: claim.subject(kind) for kind in kinds}
    rule = RULES.in_force(claim.measure, on)
    if rule is None:
        return None
    return judge(rule, *(subjects[kind] for kind in rule.subjects), on=on, lookup=claim.figure)


def money_side(claim: Claim) -> Answers:
    charge = CHARGES.get(claim.measure, NO_FUND)
    return {"fund": [fund.name for fund in charge.funds], "payee": charge.payee}


def charged_rightly(claim: Claim) -> bool:
    """What a claim is to be charged to, when it says so, is a fund of its measure."""
    said = claim.given.text("fund")
    return not said or fund_named(said) in CHARGES.get(claim.measure, NO_FUND).funds


def fund_named(said: str) -> Fund:
    """By its code or its name."""
    found = next((fund for fund in Fund if said in (fund.name, fund.value)), None)
    if found is None:
        raise FactRefused(f"没有这项资金：{said}。", field="fund")
    return found


def named(missing: Collection[str]) -> list[str]:
    return [f"PARAM_MISSING:{name}" for name in sorted(missing)]

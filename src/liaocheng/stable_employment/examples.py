"""How S21 answers the catalogue's worked examples, which are claims as a window would put them."""

from collections.abc import Callable, Collection, Mapping

from guangyue.kit.money import NOTHING
from guangyue.rules.answers import RESULTS, codes, in_yuan, name_of
from guangyue.rules.facts import FactRefused
from guangyue.rules.verdicts import Status, Verdict
from guangyue.systems.examples import Given, Meaning
from liaocheng.stable_employment.by_month import BY_MONTH
from liaocheng.stable_employment.claims import Claim
from liaocheng.stable_employment.decisions import (
    OUT_OF_WINDOW,
    WRONG_FUND,
    Answers,
    charged_rightly,
    fund_named,
    judge_claim,
    money_side,
    named,
)
from liaocheng.stable_employment.document import PACKAGE_2020
from liaocheng.stable_employment.facts import MINIMUM_WAGE, PERSONAL, Enterprise, Loan
from liaocheng.stable_employment.funds import Fund, charged_to
from liaocheng.stable_employment.rules import RULES
from liaocheng.stable_employment.rules.elsewhere import AMOUNT_EXTERNAL
from liaocheng.stable_employment.rules.founding import FUND_FLOOR, ONE_PERSON, SEVERAL
from liaocheng.stable_employment.rules.jobs import EACH_HIRE, HIRE
from liaocheng.stable_employment.rules.persons import TO_RETIREMENT, TRAINING_LIVING, UI_BENEFIT
from liaocheng.stable_employment.rules.premiums import DEFERRALS, RETURNS
from liaocheng.stable_employment.windows import judged_on, open_on


def answer(given: Given, asked: Collection[str]) -> Answers:
    """The form of an example shows in what it gives."""
    try:
        match given.text("check"):
            case "fund_source":
                return check_fund(given)
            case "open_measures":
                return check_open(Claim(given))
            case "higher_return":
                return check_returns(Claim(given))
        claim = Claim(given)
        if claim.measure not in RULES:
            raise ValueError(f"no measure of these packages: {claim.measure}")
        return BY_MONTH[claim.measure](claim) if claim.measure in BY_MONTH else once(claim)
    except FactRefused as refused:
        given.stop()
        return {"result": "refused", "field": refused.field, "reasons": [refused.sentence], "amount": 0.0}


def once(claim: Claim) -> Answers:
    on = judged_on(claim.measure, claim.on)
    verdict = judge_claim(claim, on)
    if verdict is None:
        claim.given.stop()
        return {"result": "ineligible", "amount": 0.0, "reasons": [OUT_OF_WINDOW], **money_side(claim)}
    why = codes(verdict)
    more = ANSWERS.get(claim.measure)
    told = {
        "result": result(verdict),
        "amount": amount(verdict),
        "reasons": Meaning(why, plain_or_named(why)),
        "missing": sorted(name_of(one) for one in verdict.asks),
        "clause": str(verdict.cites),
        **money_side(claim),
        **(more(claim, verdict) if more else {}),
    }
    return told if charged_rightly(claim) else {**told, **WRONG_FUND}


def result(verdict: Verdict) -> str:
    outside = any(one.code == AMOUNT_EXTERNAL for one in verdict.remarks)
    return "external_rule" if verdict.awarded and outside else RESULTS[verdict.status]


def amount(verdict: Verdict) -> float | None:
    """In 元; nothing where the rule is not about an amount."""
    if verdict.amount is not None:
        return in_yuan(verdict.amount)
    return None if verdict.status in (Status.ELIGIBLE, Status.FOR_A_PERSON) else 0.0


def plain_or_named(ours: list[str]) -> Callable[[object], bool]:
    """A missing figure may be named or not; the order of the codes says nothing."""

    def accepts(expected: object) -> bool:
        plain = {code.partition(":")[0] for code in ours}
        return isinstance(expected, list) and set(expected) in (set(ours), plain)

    return accepts


# 资金


def check_fund(given: Given) -> Answers:
    """第二十条（六） for the interest on loans, and the table for every measure."""
    purpose, fund = given.text("purpose"), fund_named(given.text("fund"))
    allowed = charged_to(purpose)
    if allowed is None:
        raise FactRefused(f"没有这项支出：{purpose}。", field="purpose")
    return {
        "result": "eligible" if fund in allowed else "ineligible",
        "reasons": [] if fund in allowed else ["FUND_SOURCE"],
        "allowed": [one.name for one in allowed],
    }


# 窗口


def check_open(claim: Claim) -> Answers:
    on = claim.on
    if on is None:
        return {"result": "needs_info", "reasons": ["PARAM_MISSING:date"], "missing": ["date"]}
    measures = [*open_on(on, spring_start=claim.spring_start)]
    return {"result": "eligible", "measures": measures, "count": len(measures)}


# 两种返还取高


def check_returns(claim: Claim) -> Answers:
    """One return a year: the higher of those that are owed, unless the firm chooses."""
    on = claim.on or PACKAGE_2020.since
    verdicts = {key: judge_claim(claim, on, measure=key) for key in RETURNS}
    owed = {key: one.amount for key, one in verdicts.items() if one and one.awarded and one.amount}
    if not owed:
        asked = {name_of(one) for verdict in verdicts.values() if verdict for one in verdict.asks}
        return {
            "result": "needs_info" if asked else "ineligible",
            "amount": 0.0,
            "missing": sorted(asked),
            "reasons": named(asked),
        }
    choice = claim.given.text("choice")
    chosen = choice if choice in owed else max(owed, key=lambda key: owed[key])
    return {"result": "eligible", "measure": chosen, "amount": in_yuan(owed[chosen]), "reasons": []}


# 各项另外说明的


def layoff_rate(claim: Claim, verdict: Verdict) -> Answers:
    firm = claim.subject(Enterprise)
    insured, layoffs = firm.carried.get("insured"), firm.carried.get("layoffs")
    return {"layoff_rate": round(layoffs / insured, 4) if insured and layoffs is not None else None}


def hires_counted(claim: Claim, verdict: Verdict) -> Answers:
    return {"counted": (verdict.amount or NOTHING).fen // EACH_HIRE.fen}


def monthly(claim: Claim, verdict: Verdict) -> Answers:
    return {"monthly": in_yuan(verdict.amount or NOTHING)}


def monthly_to_retirement(claim: Claim, verdict: Verdict) -> Answers:
    """The benefit that goes on, where the minimum wage is known."""
    if not verdict.awarded or MINIMUM_WAGE.key not in claim.given.part("params"):
        return {"monthly": None}
    benefit = judge_claim(claim, judged_on(TO_RETIREMENT, claim.on), measure=UI_BENEFIT)
    return {"monthly": in_yuan(benefit.amount) if benefit and benefit.amount else None}


def handed_on(claim: Claim, verdict: Verdict) -> Answers:
    """Whoever draws unemployment benefit has a claim to the insurance's allowance instead."""
    drawing = "UI_DRAWING" in codes(verdict)
    return {"handed_to": Fund.F3.name if drawing else ""}


def no_late_fee(claim: Claim, verdict: Verdict) -> Answers:
    return {"late_fee": 0.0 if verdict.awarded else None}


def nothing_payable(claim: Claim, verdict: Verdict) -> Answers:
    return {"payable": 0.0 if result(verdict) == "eligible" else None}


def lowest_rates(claim: Claim, verdict: Verdict) -> Answers:
    return {"enterprise_rate": 0.05, "person_rate": 0.05} if verdict.awarded else {}


def fund_floor(claim: Claim, verdict: Verdict) -> Answers:
    return {"floor": in_yuan(FUND_FLOOR)}


def loan_ceiling(claim: Claim, verdict: Verdict) -> Answers:
    kind = claim.subject(Loan).carried.get("type")
    return {"limit": in_yuan(ONE_PERSON if kind == PERSONAL else SEVERAL) if kind else None}


def hired_share(claim: Claim, verdict: Verdict) -> Answers:
    firm = claim.subject(Enterprise).carried
    staff, hires = firm.get("staff"), firm.get("new_qualified_hires")
    return {"ratio": round(hires / staff, 4) if staff and hires is not None else None}


ANSWERS: Mapping[str, Callable[[Claim, Verdict], Answers]] = {
    **dict.fromkeys((*RETURNS, "layoff_test"), layoff_rate),
    **dict.fromkeys(DEFERRALS, no_late_fee),
    HIRE: hires_counted,
    UI_BENEFIT: monthly,
    TO_RETIREMENT: monthly_to_retirement,
    TRAINING_LIVING: handed_on,
    "disabled_fund": nothing_payable,
    "housing_fund": lowest_rates,
    "startup_fund_floor": fund_floor,
    "loan_limit": loan_ceiling,
    "smallfirm_loan": hired_share,
}

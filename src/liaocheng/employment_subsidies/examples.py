"""How S20 answers the catalogue's worked examples, which are claims as a window would put them."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from guangyue.kit.limits import months_after
from guangyue.kit.masks import mask_id_number
from guangyue.kit.money import NOTHING, Money, Rounding
from guangyue.rules.answers import RESULTS, codes, in_yuan, money_said
from guangyue.rules.facts import FactRefused
from guangyue.rules.months import Months, judge_months
from guangyue.rules.symbols import percent
from guangyue.rules.verdicts import Status, Verdict, judge
from guangyue.systems.examples import Given, Meaning
from liaocheng.employment_subsidies.claims import Claim
from liaocheng.employment_subsidies.document import MEASURES, PROVINCE, PROVINCE_SINCE
from liaocheng.employment_subsidies.money_side import forbidden, prepayment_share, service_limit
from liaocheng.employment_subsidies.rules import RULES
from liaocheng.employment_subsidies.rules.services import MOST_A_WORKER

TO_THE_PERSON = ("si_flex_hard", "si_flex_grad", "startup_rent")
EITHER = ("training_five", "appraisal", "training_onjob_new")
Way = Callable[[object], bool]
NOTHING_AWARDED = {"amount": 0.0, "reasons": []}


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    try:
        match given.text("check"):
            case "service_ratio":
                return check_ratio(given)
            case "forbidden_use":
                return check_purpose(given)
            case "mask_id":
                return mask(given)
        return calculate(Claim(given), asked)
    except FactRefused as refused:
        given.stop()
        return {"result": "refused", "field": refused.field, "reasons": [refused.sentence], "amount": 0.0}


def calculate(claim: Claim, asked: Collection[str]) -> Mapping[str, object]:
    if claim.subsidy not in RULES:
        raise ValueError(f"no subsidy of these measures: {claim.subsidy}")
    claim.subjects(RULES.versions(claim.subsidy)[0].subjects)  # what cannot be is refused first
    if claim.given.text("ask") == "max_term":
        return longest_term(claim)
    if months := claim.months:
        return by_month(claim, months)
    on = claim.on or claim.given.day("first_approval")
    if on is not None and (outside := out_of_force(on)):
        return outside
    return said(claim, once(claim, on), on)


def out_of_force(on: date) -> Mapping[str, object] | None:
    """第五十一条: before the measures the province's rules, after them none."""
    if PROVINCE_SINCE <= on < MEASURES.since:
        return {"result": "external_rule", "document": PROVINCE, **NOTHING_AWARDED}
    if not MEASURES.in_force(on):
        return {"result": "ineligible", "amount": 0.0, "reasons": ["OUT_OF_VALIDITY"]}
    return None


def once(claim: Claim, on: date | None) -> Verdict:
    rule = RULES.in_force(claim.subsidy, on or MEASURES.since)
    assert rule is not None
    return judge(rule, *claim.subjects(rule.subjects), on=on, lookup=claim.figure)


def said(claim: Claim, verdict: Verdict, on: date | None) -> Mapping[str, object]:
    amount = verdict.amount or NOTHING
    answers: dict[str, object] = {
        "result": RESULTS[verdict.status],
        "amount": in_yuan(amount),
        "reasons": Meaning(codes(verdict), one_of_ways(codes(verdict))),
        "clause": str(verdict.cites),
        "payee": payee(claim),
    }
    if claim.subsidy == "training_apprentice":
        share = prepayment_share(on or MEASURES.since)
        planned = claim.given.part("training").take("in_local_plan") is not False
        answers["max_prepayment"] = in_yuan(amount.times(share, Rounding.AT_MOST)) if planned else 0.0
    if claim.subsidy == "startup_jobs":
        answers["posts"] = amount.fen // 200_000
    if claim.subsidy == "domestic_insurance":
        answers["by_worker"] = [in_yuan(one) for one in each_worker(claim)]
    return answers


def by_month(claim: Claim, months: tuple[date, ...]) -> Mapping[str, object]:
    """Each month by itself; one before the measures or after them is not theirs."""
    granted = claim.given.take("history_months", 0)
    if all(end < MEASURES.since for end in months) and (outside := out_of_force(months[-1])):
        return outside
    judged = judge_months(
        RULES,
        claim.subsidy,
        months,
        lambda end, before: claim.subjects(RULES.versions(claim.subsidy)[0].subjects, granted=before),
        granted=granted,
        lookup=claim.figure,
    )
    verdicts = [verdict for _, verdict in judged.verdicts]
    amounts = [verdict.amount or NOTHING if verdict else NOTHING for verdict in verdicts]
    paid = [amount for amount in amounts if amount]
    why = [*dict.fromkeys(code for verdict in verdicts for code in month_reasons(verdict))]
    return {
        "result": together(judged),
        "amount": in_yuan(judged.amount),
        "monthly": in_yuan(paid[0] if paid else NOTHING),
        "months_payable": judged.awarded,
        "by_month": [in_yuan(amount) for amount in amounts],
        "reasons": Meaning(why, one_of_ways(why)),
        "clause": next((str(verdict.cites) for verdict in verdicts if verdict), str(MEASURES)),
        "payee": payee(claim),
    }


def month_reasons(verdict: Verdict | None) -> list[str]:
    return codes(verdict) if verdict else ["OUT_OF_VALIDITY"]


def together(judged: Months) -> str:
    """What is paid for some months is paid; what nobody can say yet is asked for."""
    statuses = {verdict.status for _, verdict in judged.verdicts if verdict}
    for status in (Status.NEEDS_INFO, Status.FOR_A_PERSON, Status.ELIGIBLE):
        if status in statuses:
            return RESULTS[status]
    return "ineligible"


def longest_term(claim: Claim) -> Mapping[str, object]:
    """第七条, 第八条: until retirement for whoever was near it at first approval, else thirty-six months."""
    first = claim.given.day("first_approval")
    retires = claim.given.part("person").day("retirement_date")
    if first is None or retires is None:
        return {"result": "needs_info", "reasons": ["first_approval" if first is None else "retirement_date"]}
    near = retires < months_after(first, 60)
    verdict = once(claim, first)
    return {
        **said(claim, verdict, first),
        "monthly": in_yuan(verdict.amount or NOTHING),
        "term_end": retires if near else months_after(first, 36),
    }


def one_of_ways(ours: list[str]) -> Way:
    """A missing figure may be named or not; the order of the codes says nothing."""

    def accepts(expected: object) -> bool:
        if not isinstance(expected, list):
            return False
        plain = {code.split(":")[0] for code in ours}
        return set(expected) in (set(ours), plain)

    return accepts


def payee(claim: Claim) -> str:
    """P1 the person's own account, P2 that of the unit."""
    if claim.subsidy in EITHER:
        return "P1" if claim.given.part("training").take("channel") == "person" else "P2"
    return "P1" if claim.subsidy in TO_THE_PERSON else "P2"


def each_worker(claim: Claim) -> list[Money]:
    premiums = claim.given.take("workers_premium") or ()
    return [min(money_said(one).times(percent(50), Rounding.STANDARD), MOST_A_WORKER) for one in premiums]


def check_ratio(given: Given) -> Mapping[str, object]:
    money = {key: money_said(given.take(key, 0)) for key in ("upper_fund", "own_fund", "service_plan")}
    given.take("year")
    limit = service_limit(upper=money["upper_fund"], own=money["own_fund"])
    over = money["service_plan"] > limit
    return {
        "result": "ineligible" if over else "eligible",
        "limit": in_yuan(limit),
        "reasons": ["OVER_RATIO"] if over else [],
    }


def check_purpose(given: Given) -> Mapping[str, object]:
    purpose, payer = given.text("purpose"), given.text("payer")
    refused = payer != "recipient" and forbidden(purpose)
    return {
        "result": "ineligible" if refused else "eligible",
        "reasons": ["FORBIDDEN_USE"] if refused else [],
        "clause": str(MEASURES.clause("第二十条")),
    }


def mask(given: Given) -> Mapping[str, object]:
    number = given.text("id_no")
    return {"result": "eligible", "masked": mask_id_number(number)}

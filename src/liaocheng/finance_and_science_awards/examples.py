"""How S25 answers the catalogue's worked examples."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from guangyue.kit.money import NOTHING, Money
from guangyue.rules.answers import RESULTS, codes, in_yuan, money_if_said, money_said, once_each
from guangyue.rules.facts import FactRefused, Facts
from guangyue.rules.verdicts import Status, Verdict, judge
from guangyue.systems.examples import Given, Meaning
from liaocheng.finance_and_science_awards import facts
from liaocheng.finance_and_science_awards.document import FINANCE_OPINION, FORMER_OPINION
from liaocheng.finance_and_science_awards.facts import Achievement, Institution, Listing
from liaocheng.finance_and_science_awards.finance_rules import CEILING
from liaocheng.finance_and_science_awards.rules import RULES, UNDECIDED, split

BY_NOTICE = {
    "rd_input": "聊政办发〔2021〕2号 7",
    "fin_special": "聊政发〔2021〕5号 二（四）",
}
STAGES = (facts.COACHED, facts.ACCEPTED, facts.LISTED)
IN_TWO = ("fin_equity_company", "fin_equity_partner")
Amounts = list[tuple[str, Money]]


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    try:
        if given.text("check") == "direct_platform":
            return managed_by_the_province(given)
        return award(given)
    except FactRefused as refused:
        given.stop()
        return {"result": "refused", "field": refused.field, "reasons": [refused.sentence], "amount": 0.0}


def award(given: Given) -> Mapping[str, object]:
    key, on = given.text("award"), given.day("date")
    if key in BY_NOTICE:
        given.stop()
        return {
            "result": "manual_review",
            "amount": 0.0,
            "reasons": ["DECISION_NEEDED"],
            "clause": BY_NOTICE[key],
        }
    verdicts = list(judged(given, key, on))
    if any(verdict.status is Status.NOT_IN_FORCE for _, verdict in verdicts):
        return outside(verdicts[0][1], on)
    worst = min((verdict for _, verdict in verdicts), key=lambda one: SEVERITY.index(one.status))
    amounts = [(name, verdict.amount or NOTHING) for name, verdict in verdicts]
    total = sum((amount for _, amount in amounts), NOTHING)
    shares = [split(name, amount) for name, amount in amounts]
    why = reasons(key, [verdict for _, verdict in verdicts])
    first = Money(total.fen - total.fen // 2)
    return {
        "result": RESULTS[worst.status],
        "amount": in_yuan(total),
        "city_share": in_yuan(sum((city for city, _ in shares), NOTHING)),
        "county_share": in_yuan(sum((county for _, county in shares), NOTHING)),
        "by_stage": [in_yuan(amount) for _, amount in amounts],
        "instalments": [in_yuan(first), in_yuan(total - first)] if key in IN_TWO else [in_yuan(total)],
        "ceiling": any(one.code == CEILING for _, verdict in verdicts for one in verdict.remarks),
        "reasons": Meaning(why, said_alike(why)),
        "clause": str(worst.cites),
    }


SEVERITY = (Status.NEEDS_INFO, Status.INELIGIBLE, Status.FOR_A_PERSON, Status.NOT_IN_FORCE, Status.ELIGIBLE)


def judged(given: Given, key: str, on: date | None) -> list[tuple[str, Verdict]]:
    """One verdict for each part of the award: stages, or what is paid on top of each other."""

    def one(name: str, **more: object) -> tuple[str, Verdict]:
        (rule,) = RULES.versions(name)
        subjects = tuple(MAKERS[kind](given).but(**more) for kind in rule.subjects)
        return name, judge(rule, *subjects, on=on, lookup=lambda key, region, day: figure(given, key))

    if key == "ipo_domestic":
        paid = given.take("already_paid") or ()
        stages = given.take("stages") or STAGES
        return [
            one(key, stage=stage, stage_paid=isinstance(paid, list) and stage in paid) for stage in stages
        ]
    if key == "ipo_both":
        domestic, overseas = given.take("a_share_raise"), given.take("h_share_raise_rmb")
        raised = money_said(domestic)
        parts = [one("ipo_domestic", stage=stage, stage_paid=False, raised=raised) for stage in STAGES]
        return [*parts, one("ipo_overseas", raised=money_said(overseas))]
    if key == "neeq":
        return [one("neeq"), one("neeq_layer")]
    if key not in RULES:
        raise ValueError(f"no award of these documents: {key}")
    return [one(key)]


def outside(verdict: Verdict, on: date | None) -> Mapping[str, object]:
    """An earlier event belongs to the former document; a later one to none."""
    rule = verdict.rule
    earlier = on is not None and rule.since is not None and on < rule.since
    former = earlier and rule.cites.number == FINANCE_OPINION.number
    return {
        "result": "external_rule" if former else "ineligible",
        "document": FORMER_OPINION if former else "",
        "amount": 0.0,
        "reasons": ["OUT_OF_WINDOW"],
        "clause": str(FINANCE_OPINION.clause("九")),
    }


def reasons(key: str, verdicts: list[Verdict]) -> list[str]:
    found = [code for verdict in verdicts for code in codes(verdict)]
    return once_each([*found, "DECISION_NEEDED"] if key in UNDECIDED else found)


def said_alike(ours: list[str]) -> Callable[[object], bool]:
    """That a ceiling is one, and that no payer is named, need not be said among the reasons."""
    needed = {code for code in ours if code not in (CEILING, "DECISION_NEEDED")}

    def accepts(expected: object) -> bool:
        return isinstance(expected, list) and needed <= set(expected) <= set(ours)

    return accepts


def managed_by_the_province(given: Given) -> Mapping[str, object]:
    """3: more than fifty million in all, more than thirty of it the enterprise's."""
    total, own = money_said(given.take("total_investment")), money_said(given.take("enterprise_investment"))
    direct = total > Money.yuan(50_000_000) and own > Money.yuan(30_000_000)
    return {"result": "eligible" if direct else "ineligible", "clause": "聊政办发〔2021〕2号 3"}


def institution(given: Given) -> Institution:
    kind = given.text("kind")
    given.take("gov_part")  # left out of tier and amount
    return Institution.said(
        body=body_of(kind),
        level=level_of(kind),
        agency=(kind if kind in (facts.APPRAISER, facts.RATER) else "其他") if kind else None,
        stays_five_years=given.take("promise_5y"),
        stays=given.take("promise"),
        paid_in=money_if_said(given.take("paid_in")),
        outside_part=money_if_said(given.take("outside_qualified_part")),
        filed=given.take("amac_filed"),
        began=given.day("first_business_day"),
    )


def listing(given: Given) -> Listing:
    on_list, on_top = given.take("on_platform_list"), given.take("on_top500")
    said = [one for one in (on_list, on_top) if one is not None]
    registered, taxed = given.take("registration_moved"), given.take("tax_place_moved")
    moved = [one for one in (registered, taxed) if one is not None]
    return Listing.said(
        listed=given.take("listed"),
        raised=money_if_said(given.take("raise")),
        moved_here=all(moved) if moved else given.take("moved"),
        above_scale=given.take("scale_above"),
        layer=given.take("layer"),
        extra_contribution=money_if_said(given.take("extra_contribution")),
        paid_before=money_if_said(given.take("paid_before", 0)),
        ownership=given.take("ownership"),
        excluded=any(said) if said else None,
        issued=money_if_said(given.take("issued_year")),
    )


def achievement(given: Given) -> Achievement:
    return Achievement.said(
        level=given.take("level"),
        raised_level=given.take("raised_level", False),
        national_base=given.take("national_base", False),
        excellent=given.take("excellent"),
        loss=money_if_said(given.take("principal_loss")),
        first_record=given.take("first_record"),
        premium=money_if_said(given.take("premium")),
        insured=money_if_said(given.take("insured")),
        paid_this_year=money_if_said(given.take("paid_this_year", 0)),
    )


MAKERS: Mapping[type[Facts], Callable[[Given], Facts]] = {
    Institution: institution,
    Listing: listing,
    Achievement: achievement,
}


def figure(given: Given, key: str) -> int | None:
    """What the province paid, given as a parameter or beside the claim."""
    value = given.part("params").take(key)
    if value is None:
        value = given.take(key)
    return None if value is None else money_said(value).fen


def body_of(kind: str) -> str | None:
    if "省内" in kind:
        return facts.INSIDE_CITY_BANK
    if "全国性银行" in kind:
        return facts.NATIONAL_BANK
    if "省外" in kind and ("城商行" in kind or "城市商业银行" in kind):
        return facts.OUTSIDE_CITY_BANK
    return facts.NOT_A_BANK if kind else None


def level_of(kind: str) -> str | None:
    if "二级" in kind:
        return facts.SECOND_LEVEL
    if "一级" in kind:
        return facts.FIRST_LEVEL
    return facts.HEAD_OFFICE if "总部" in kind else None

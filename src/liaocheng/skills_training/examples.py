"""How S22 answers the catalogue's worked examples."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from guangyue.kit.identities import IdNumber, Malformed
from guangyue.kit.money import NOTHING
from guangyue.rules.answers import RESULTS, codes, in_yuan, money_if_said, money_said
from guangyue.rules.facts import FactRefused
from guangyue.rules.verdicts import Status, Verdict, judge
from guangyue.systems.examples import Given, as_day
from liaocheng.skills_training.checks import (
    FRONT_LINE,
    front_line_share,
    prepayment_limit,
    progress,
    unequal_prices,
)
from liaocheng.skills_training.document import PLAN, TARGETS_2019
from liaocheng.skills_training.rules import RULES, Earlier, Trainee

# What the register has verified when a claim comes, unless it says otherwise.
VERIFIED = {
    "student": False,
    "draws_pension": False,
    "kind": "职业技能",
    "listed": True,
    "qualified": True,
    "filed": True,
    "recorded": True,
    "price": NOTHING,
    "refresher": False,
}


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    try:
        match given.text("check"):
            case "prepay":
                return check_prepayment(given)
            case "price_equal":
                return check_prices(given)
            case "progress_2019":
                return {**progress(areas(given)), "city_target": sum(TARGETS_2019.values())}
            case "directory_2019_sum":
                return check_sum(given)
            case "staff_fund":
                return check_staff_fund(given)
            case "ledger_source":
                return check_ledger(given)
        return training(given)
    except FactRefused as refused:
        given.stop()
        return {"result": "refused", "field": refused.field, "reasons": [refused.sentence]}


def training(given: Given) -> Mapping[str, object]:
    key = given.text("subsidy")
    if key not in RULES:
        raise ValueError(f"no subsidy of this plan: {key}")
    person = given.part("person")
    person.take("age")  # above retirement age or not, it is the pension that decides
    if not identified(person, decided_on(given)):
        given.stop()
        return {"result": "ineligible", "reasons": ["INVALID_ID"], "nth_in_year": None}
    trainee, on = trainee_of(given), decided_on(given)
    rule = RULES.in_force(key, on)
    if rule is None:
        return {"result": "ineligible", "reasons": ["OUT_OF_VALIDITY"], "nth_in_year": None}
    verdict = judge(rule, trainee, on=on)
    return {
        "result": RESULTS[verdict.status],
        "reasons": codes(verdict),
        "amount": in_yuan(verdict.amount or NOTHING),
        "nth_in_year": nth(given, verdict, on),
        "clause": str(verdict.cites),
    }


def nth(given: Given, verdict: Verdict, on: date) -> int | None:
    """Which of the year's subsidies this one is."""
    if verdict.status not in (Status.ELIGIBLE, Status.FOR_A_PERSON):
        return None
    days = [as_day(one.get("date")) for one in given.take("history") or ()]
    return 1 + sum(day is not None and day.year == on.year for day in days)


def decided_on(given: Given) -> date:
    """C5: the certificate's day decides the version."""
    return given.part("cert").day("date") or given.day("date") or PLAN.since


def identified(person: Given, on: date) -> bool:
    number = person.text("id_no")
    if not number:
        return True
    try:
        IdNumber.parse(number, on=on)
    except Malformed:
        return False
    return True


def trainee_of(given: Given) -> Trainee:
    person, certificate = given.part("person"), given.part("cert")
    course, firm = given.part("class"), given.part("enterprise")
    groups = person.take("cats") or ()
    said = {
        "student": "在校学生" in groups if groups else None,
        "draws_pension": person.take("monthly_pension"),
        "certificate": certificate.take("type"),
        "occupation": certificate.take("occupation"),
        "level": certificate.take("level"),
        "kind": course.take("kind"),
        "listed": course.take("listed"),
        "qualified": course.take("body_qualified"),
        "filed": course.take("prefiled"),
        "recorded": course.take("record_complete"),
        "price": money_if_said(given.part("params").take("catalogue_standard")),
        "refresher": course.take("refresher"),
        "registered_firm": firm.day("registered"),
        "began": course.day("start"),
        "grants": tuple(grants(given)),
    }
    return Trainee(**{**VERIFIED, **{name: value for name, value in said.items() if value is not None}})


def grants(given: Given) -> Iterator[Earlier]:
    """Those of every department count."""
    for said in given.take("history") or ():
        yield Earlier.said(
            granted_on=as_day(said.get("date")),
            occupation=said.get("occupation"),
            level=said.get("level"),
            kind=said.get("kind"),
        )


def check_prepayment(given: Given) -> Mapping[str, object]:
    on = given.day("date") or PLAN.since
    limit = prepayment_limit(money_said(given.take("expected_subsidy")), on=on)
    planned, over = given.take("in_local_plan"), money_said(given.take("requested")) > limit
    problems = [*(["NOT_IN_DIRECTORY"] if planned is False else []), *(["OVER_RATIO"] if over else [])]
    return {"result": result(problems), "limit": in_yuan(limit), "reasons": problems}


def check_prices(given: Given) -> Mapping[str, object]:
    problems = ["PRICE_MISMATCH"] if unequal_prices(given.take("rows") or ()) else []
    return {"result": result(problems), "reasons": problems}


def check_sum(given: Given) -> Mapping[str, object]:
    said = {row.get("area"): row.get("target") for row in given.take("rows") or ()}
    problems = [] if said == TARGETS_2019 else ["TARGET_MISMATCH"]
    return {"result": result(problems), "sum": sum(said.values()), "reasons": problems}


def check_staff_fund(given: Given) -> Mapping[str, object]:
    total, front = money_said(given.take("total")), money_said(given.take("front_line"))
    if total <= NOTHING or not NOTHING <= front <= total:
        raise FactRefused("一线职工培训经费不能超过职工教育经费总额。", field="front_line")
    share = front_line_share(total=total, front_line=front)
    return {
        "result": "eligible" if share >= FRONT_LINE else "ineligible",
        "ratio": round(float(share), 4),
        "minimum": float(FRONT_LINE),
    }


def check_ledger(given: Given) -> Mapping[str, object]:
    """六（二十三） and 第四十一条: the employment fund is paid by the treasury and only reported here."""
    source, booked_in = given.text("source"), given.text("booked_in")
    special = any(word in booked_in for word in ("专户", "special"))
    problems = ["FUND_SOURCE"] if "就业补助" in source and special else []
    return {"result": result(problems), "reasons": problems}


def areas(given: Given) -> dict[str, int]:
    done: dict[str, Any] = dict(given.take("done") or {})
    if strange := done.keys() - TARGETS_2019.keys():
        raise FactRefused(f"附件1没有这些地区：{'、'.join(sorted(strange))}。", field="done")
    return done


def result(problems: list[str]) -> str:
    return "ineligible" if problems else "eligible"

"""困难和失业人员: living allowances, unemployment benefit, longer terms."""

from datetime import date

from guangyue.rules.authoring import MONTH, YEAR, capped, doubt, need, rule
from guangyue.rules.symbols import Amount, Day, at_most, percent, share
from liaocheng.stable_employment.document import (
    PACKAGE_2019,
    PACKAGE_2020,
    SINCE_2019,
    UNTIL_2019,
    UNTIL_2020,
)
from liaocheng.stable_employment.facts import (
    APPRAISAL_FEE,
    FAMILY_WITHOUT_WORK,
    HARD_TO_EMPLOY,
    MINIMUM_WAGE,
    MONTHLY_BENEFIT,
    Person,
)

TRAINING_LIVING, TEMPORARY_LIVING = "training_living", "temp_living"
UI_BENEFIT, TO_RETIREMENT = "ui_benefit", "ui_benefit_to_retirement"


@rule(
    cites=PACKAGE_2019.clause("三（九）"),
    title="培训期间生活费补贴",
    per=YEAR,
    key=TRAINING_LIVING,
    since=SINCE_2019,
    until=UNTIL_2020,
)
def training_living(person: Person, on: Day) -> Amount:
    """Sixty in a hundred of the minimum wage, by the day, for up to thirty days."""
    need(
        "就业困难人员或者零就业家庭成员",
        person.cats.meet(HARD_TO_EMPLOY, FAMILY_WITHOUT_WORK),
        code="NOT_IN_SCOPE",
    )
    need("不同时领取失业保险金", ~person.ui_benefit, code="UI_DRAWING")
    this_year = person.history.count(
        lambda one: one.measure.among(TRAINING_LIVING), lambda one: one.date.year.equals(on.year)
    )
    need("本年度未享受过", this_year < 1, code="OVER_ANNUAL_LIMIT")
    need("参加培训", person.days >= 1, code="NOT_IN_SCOPE")
    monthly = MINIMUM_WAGE.at(on) * percent(60)
    return capped(monthly * person.days * share(1, 30), monthly)


def in_hardship(person: Person) -> None:
    need("下岗失业人员", person.laid_off, code="NOT_IN_SCOPE")
    need("生活困难", person.hardship, code="NOT_IN_SCOPE")
    need("不符合失业保险金领取条件", ~person.entitled_to_benefit, code="NOT_IN_SCOPE")
    had = person.history.count(lambda one: one.measure.among(TEMPORARY_LIVING))
    need("未领取过一次性补助", had < 1, code="ALREADY_PAID_ONCE")


@rule(
    cites=PACKAGE_2019.clause("四（十二）"),
    title="一次性临时生活补助",
    key=TEMPORARY_LIVING,
    since=SINCE_2019,
    until=UNTIL_2019,
)
def temporary_living(person: Person, on: Day) -> Amount:
    """Twice the monthly benefit at most."""
    in_hardship(person)
    return at_most(MONTHLY_BENEFIT.at(on) * 2)


@rule(
    cites=PACKAGE_2020.clause("六21"),
    title="一次性临时生活补助",
    key=TEMPORARY_LIVING,
    until=UNTIL_2020,
)
def temporary_living_2020(person: Person, on: Day) -> Amount:
    """Given again without an amount: an official decides, up to the ceiling of 2019."""
    in_hardship(person)
    doubt("补助标准未重新规定，由人工核定", on.known, code="DECISION_NEEDED")
    return at_most(MONTHLY_BENEFIT.at(on) * 2)


@rule(
    cites=PACKAGE_2020.clause("六21"),
    title="失业保险金标准",
    per=MONTH,
    key=UI_BENEFIT,
    since=date(2020, 2, 1),
)
def benefit(person: Person, on: Day) -> Amount:
    need("领取失业保险金", person.ui_benefit, code="NOT_IN_SCOPE")
    return MINIMUM_WAGE.at(on) * percent(90)


@rule(cites=PACKAGE_2020.clause("六21"), title="失业保险金续发至法定退休年龄", key=TO_RETIREMENT)
def benefit_to_retirement(person: Person) -> None:
    need("2019年12月及以后领取期满", person.benefit_expired >= date(2019, 12, 1), code="BEFORE_CUTOFF")
    need("仍未就业", ~person.employed, code="NOT_IN_SCOPE")
    need("距法定退休年龄不足一年", person.months_to_retirement < 12, code="NOT_IN_SCOPE")


@rule(cites=PACKAGE_2020.clause("三9"), title="就业援助政策期满延长一年", key="term_extension")
def longer_term(person: Person, on: Day) -> None:
    need("就业困难人员", person.cats.meet(HARD_TO_EMPLOY), code="NOT_IN_SCOPE")
    need("期满仍未实现稳定就业", ~person.stable_employment, code="NOT_IN_SCOPE")
    need("未延长过", ~person.extended, code="PERIOD_EXHAUSTED")
    need("政策期满", person.expired <= on, code="NOT_IN_SCOPE")
    doubt("期满早于通知施行，由人工核定", person.expired < PACKAGE_2020.since, code="DECISION_NEEDED")


@rule(cites=PACKAGE_2019.clause("三（八）"), title="重点产业职业技能鉴定补贴标准", key="appraisal_90")
def appraisal(person: Person, on: Day) -> Amount:
    """Ninety in a hundred of the fee."""
    need("列入重点产业指导目录", person.in_key_catalogue, code="NOT_IN_SCOPE")
    return APPRAISAL_FEE.at(on) * percent(90)


RULES = (
    training_living,
    temporary_living,
    temporary_living_2020,
    benefit,
    benefit_to_retirement,
    longer_term,
    appraisal,
)

"""就业见习补贴, 第九条; sixty in a hundred from March 2020 on."""

from datetime import date

from guangyue.rules.authoring import MONTH, Rule, need, remark, rule
from guangyue.rules.symbols import Amount, Day, choose, percent
from liaocheng.employment_subsidies.document import EMPLOYMENT_2020, MEASURES
from liaocheng.employment_subsidies.facts import (
    GRADUATE,
    MINIMUM_WAGE,
    YOUNG_UNEMPLOYED,
    Internship,
    Person,
)
from liaocheng.employment_subsidies.rules.insurance import BEFORE_2020

PLAN_ENDS = date(2021, 12, 31)  # 三年百万青年见习计划（2019-2021年）
SEVENTY = percent(70)


def internship(share: int, since: date | None, until: date | None, *, may_insure_after: int | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第九条"),
        title="就业见习补贴",
        per=MONTH,
        key="internship",
        since=since,
        until=until,
    )
    def version(person: Person, month: Internship, on: Day) -> Amount:
        """A part of the minimum wage; ten points more where seven in ten of the interns stay."""
        graduate, young = person.groups.meet(GRADUATE), person.groups.meet(YOUNG_UNEMPLOYED)
        of_age = (person.birth.plus(years=16) <= on) & (on < person.birth.plus(years=25))
        need(
            "离校未就业高校毕业生，或十六至二十四岁失业青年",
            graduate | (young & of_age & (on <= PLAN_ENDS)),
            code="NOT_IN_SCOPE",
        )
        wage = MINIMUM_WAGE.at(on)
        need("基本生活费不低于最低工资标准", month.living_pay >= wage, code="WAGE_BELOW_MIN")
        insured = month.insured_by_unit
        if may_insure_after is not None:
            insured = insured & ~(graduate & (month.months_done >= may_insure_after))
        need("单位未按职工为其参保", ~insured, code="NOT_IN_SCOPE")
        need("不超过十二个月", month.granted < 12, code="PERIOD_EXHAUSTED")
        stayed = month.retention >= SEVENTY
        remark("留用率达到百分之七十，提高十个百分点", stayed)
        return choose((stayed, wage * percent(share + 10)), otherwise=wage * percent(share))

    return version


RULES = (
    internship(50, None, BEFORE_2020, may_insure_after=None),
    internship(60, EMPLOYMENT_2020.since, None, may_insure_after=3),
)

"""社会保险补贴, 第七条: each month by itself, and never two for one person and month."""

from datetime import date, timedelta

from guangyue.kit.money import NOTHING
from guangyue.rules.authoring import MONTH, Rule, capped, need, rule
from guangyue.rules.symbols import Amount, Day, Flag, at_most, share
from liaocheng.employment_subsidies.document import EMPLOYMENT_2020, MEASURES
from liaocheng.employment_subsidies.facts import (
    FLEXIBLE_RATE,
    GRADUATE,
    HARD_TO_EMPLOY,
    Insured,
    Person,
)

UNIT_HARD, FLEXIBLE_HARD = "si_unit_hard", "si_flex_hard"
SMALL_FIRM_GRADUATE, FLEXIBLE_GRADUATE = "si_smallfirm_grad", "si_flex_grad"
OF_HARDSHIP = (UNIT_HARD, FLEXIBLE_HARD)
OF_GRADUATES = (SMALL_FIRM_GRADUATE, FLEXIBLE_GRADUATE)
BEFORE_2020 = EMPLOYMENT_2020.since - timedelta(days=1)


def within_term(person: Person, month: Insured, on: Day, *, longer: bool = False) -> Flag:
    """第七条: thirty-six months; until retirement for whoever had less than five years to it at first
    approval; where the later notice lets it be `longer`, twelve months more."""
    near_retirement = person.retires < month.first_approved.plus(years=5)
    term = (month.granted < 36) | (near_retirement & (on <= person.retires))
    return term | (month.extended & (month.granted < 48)) if longer else term


def not_paid_as(person: Person, *subsidies: str, on: Day) -> None:
    """第七条's last paragraph: one person is not paid as a graduate and for hardship in one month."""
    paid = person.grants.count(
        lambda grant: grant.subsidy.among(*subsidies), lambda grant: grant.month.equals(on)
    )
    need("同一月份未享受另一类社会保险补贴", paid < 1, code="NON_STACKING", cites=MEASURES.clause("第七条"))


@rule(
    cites=MEASURES.clause("第七条（一）"), title="就业困难人员社会保险补贴（单位）", per=MONTH, key=UNIT_HARD
)
def unit_of_hard_to_employ(person: Person, month: Insured, on: Day) -> Amount:
    """What the unit paid; never the person's own part."""
    need("招用或安置就业困难人员", person.groups.meet(HARD_TO_EMPLOY), code="NOT_IN_SCOPE")
    need("单位缴纳职工社会保险费", month.unit_paid > NOTHING, code="SI_NOT_PAID")
    need("在补贴期限内", within_term(person, month, on), code="PERIOD_EXHAUSTED")
    not_paid_as(person, *OF_GRADUATES, on=on)
    return month.unit_paid


def flexible(longer: bool, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第七条（一）"),
        title="就业困难人员灵活就业社会保险补贴",
        per=MONTH,
        key=FLEXIBLE_HARD,
        since=since,
        until=until,
    )
    def version(person: Person, month: Insured, on: Day) -> Amount:
        """The county's part of what was paid, up to two thirds."""
        need("就业困难人员", person.groups.meet(HARD_TO_EMPLOY), code="NOT_IN_SCOPE")
        need("缴纳职工社会保险费", month.person_paid > NOTHING, code="SI_NOT_PAID")
        need("在补贴期限内", within_term(person, month, on, longer=longer), code="PERIOD_EXHAUSTED")
        not_paid_as(person, *OF_GRADUATES, on=on)
        return part_of_what_was_paid(month, on)

    return version


def small_firm(years_since_school: int, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第七条（二）"),
        title="小微企业招用高校毕业生社会保险补贴",
        per=MONTH,
        key=SMALL_FIRM_GRADUATE,
        since=since,
        until=until,
    )
    def version(person: Person, month: Insured, on: Day) -> Amount:
        """What the firm paid, for up to a year."""
        need("小微企业", month.small_firm, code="NOT_SMALL_FIRM")
        need("高校毕业生", person.groups.meet(GRADUATE), code="NOT_IN_SCOPE")
        in_year = person.graduated.year.equals(month.hired.year)
        if years_since_school:
            in_year = in_year | (month.hired <= person.graduated.plus(years=years_since_school))
        need("在规定的毕业期限内招用", in_year, code="WINDOW_MISSED")
        need("劳动合同一年以上", month.contract_months >= 12, code="CONTRACT_TOO_SHORT")
        need("单位缴纳职工社会保险费", month.unit_paid > NOTHING, code="SI_NOT_PAID")
        need("不超过十二个月", month.granted < 12, code="PERIOD_EXHAUSTED")
        not_paid_as(person, *OF_HARDSHIP, on=on)
        return month.unit_paid

    return version


def flexible_graduate(years: int, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第七条（二）"),
        title="高校毕业生灵活就业社会保险补贴",
        per=MONTH,
        key=FLEXIBLE_GRADUATE,
        since=since,
        until=until,
    )
    def version(person: Person, month: Insured, on: Day) -> Amount:
        need("离校未就业高校毕业生", person.groups.meet(GRADUATE), code="NOT_IN_SCOPE")
        need(
            "在规定期限内申报灵活就业",
            month.declared <= person.graduated.plus(years=years),
            code="WINDOW_MISSED",
        )
        need("缴纳职工社会保险费", month.person_paid > NOTHING, code="SI_NOT_PAID")
        need("不超过二十四个月", month.granted < 24, code="PERIOD_EXHAUSTED")
        not_paid_as(person, *OF_HARDSHIP, on=on)
        return part_of_what_was_paid(month, on)

    return version


def part_of_what_was_paid(month: Insured, on: Day) -> Amount:
    return capped(month.person_paid * FLEXIBLE_RATE.at(on), at_most(month.person_paid * share(2, 3)))


RULES = (
    unit_of_hard_to_employ,
    flexible(longer=False, since=None, until=BEFORE_2020),
    flexible(longer=True, since=EMPLOYMENT_2020.since, until=None),
    small_firm(0, None, BEFORE_2020),
    small_firm(2, EMPLOYMENT_2020.since, None),
    flexible_graduate(1, None, BEFORE_2020),
    flexible_graduate(2, EMPLOYMENT_2020.since, None),
)

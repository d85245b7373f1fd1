"""公益性岗位补贴 and 岗位补贴, 第八条."""

from datetime import date

from guangyue.rules.authoring import MONTH, Rule, doubt, need, rule
from guangyue.rules.symbols import Amount, Day, choose, greatest, percent
from liaocheng.employment_subsidies.document import EMPLOYMENT_2020, MEASURES
from liaocheng.employment_subsidies.facts import (
    HARD_TO_EMPLOY,
    MINIMUM_WAGE,
    POST_STANDARD,
    Insured,
    Person,
    Renewal,
)
from liaocheng.employment_subsidies.rules.insurance import BEFORE_2020, within_term

PUBLIC_POST, UNIT_POST = "public_post", "unit_post"


def public_post(longer: bool, since: date | None, until: date | None) -> Rule:
    @rule(
        cites=MEASURES.clause("第八条"),
        title="公益性岗位补贴",
        per=MONTH,
        key=PUBLIC_POST,
        since=since,
        until=until,
    )
    def version(person: Person, month: Insured, on: Day) -> Amount:
        """The minimum wage, or the county's standard where that is higher."""
        need("就业困难人员", person.groups.meet(HARD_TO_EMPLOY), code="NOT_IN_SCOPE")
        need("在补贴期限内", within_term(person, month, on, longer=longer), code="PERIOD_EXHAUSTED")
        wage, standard = MINIMUM_WAGE.at(on), POST_STANDARD.at(on)
        return choose((standard.known, greatest(wage, standard)), otherwise=wage)

    return version


@rule(cites=MEASURES.clause("第八条"), title="公益性岗位期满续签", per=MONTH, key="public_post_renewal")
def renewal(person: Person, renewal: Renewal, on: Day) -> Amount:
    """第三款: in special hardship, hard to employ still, of good record and of age; then three steps."""
    need("公益性岗位期满", renewal.expired, code="NOT_IN_SCOPE")
    need("家庭生活特别困难", renewal.hardship, code="NOT_IN_SCOPE")
    need("期满后仍难以就业", renewal.still_hard, code="NOT_IN_SCOPE")
    need("工作期间考核优秀", renewal.excellent, code="NOT_IN_SCOPE")
    of_age = (person.woman & (person.birth.plus(years=45) <= on)) | (
        ~person.woman & (person.birth.plus(years=55) <= on)
    )
    need("女性满四十五周岁，男性满五十五周岁", of_age, code="NOT_IN_SCOPE")
    need("市人力资源社会保障局审核", renewal.reviewed, code="NOT_IN_SCOPE")
    need("已公示", renewal.publicised, code="NOT_IN_SCOPE")
    need("省人力资源社会保障厅备案", renewal.filed, code="NOT_IN_SCOPE")
    doubt("同时申请期满延长十二个月，由人工核定走哪一条", renewal.extended, code="TWO_PATHS")
    return MINIMUM_WAGE.at(on)


@rule(
    cites=MEASURES.clause("第八条"),
    title="招用就业困难人员岗位补贴",
    per=MONTH,
    key=UNIT_POST,
    until=BEFORE_2020,
)
def unit_post(person: Person, month: Insured, on: Day) -> Amount:
    """第四款, where a county has it: half the minimum wage, for as long as a public post."""
    need("招用就业困难人员", person.groups.meet(HARD_TO_EMPLOY), code="NOT_IN_SCOPE")
    need("当地实行单位岗位补贴", month.county_opted_in, code="NOT_IN_SCOPE")
    need("在补贴期限内", within_term(person, month, on), code="PERIOD_EXHAUSTED")
    return MINIMUM_WAGE.at(on) * percent(50)


@rule(
    cites=EMPLOYMENT_2020.clause("三9"),
    title="企业招用就业困难人员岗位补贴",
    per=MONTH,
    key=UNIT_POST,
    since=EMPLOYMENT_2020.since,
    until=MEASURES.until,
)
def enterprise_post(person: Person, month: Insured, on: Day) -> Amount:
    """All enterprises, for thirty-six months."""
    need("企业", month.enterprise, code="NOT_IN_SCOPE")
    need("招用就业困难人员", person.groups.meet(HARD_TO_EMPLOY), code="NOT_IN_SCOPE")
    need("不超过三十六个月", month.granted < 36, code="PERIOD_EXHAUSTED")
    return MINIMUM_WAGE.at(on) * percent(50)


RULES = (
    public_post(longer=False, since=None, until=BEFORE_2020),
    public_post(longer=True, since=EMPLOYMENT_2020.since, until=None),
    renewal,
    unit_post,
    enterprise_post,
)

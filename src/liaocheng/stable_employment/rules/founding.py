"""创业: the fund for it, carriers, awards, and loans."""

from guangyue.kit.money import Money
from guangyue.rules.authoring import YEAR, capped, doubt, need, remark, rule
from guangyue.rules.symbols import Amount, Day, Flag, choose, percent, yuan
from liaocheng.stable_employment.document import PACKAGE_2019, PACKAGE_2020, SINCE_2019
from liaocheng.stable_employment.facts import (
    FIRM,
    INDIVIDUAL,
    MICRO,
    MUNICIPAL,
    PERSONAL,
    PROVINCIAL,
    PROVINCIAL_AWARD,
    SMALL,
    Enterprise,
    Founding,
    Loan,
)

FUND_FLOOR = yuan(30_000_000)
MOST_A_CARRIER = yuan(500_000)
ONE_PERSON, SEVERAL = yuan(200_000), yuan(600_000)  # 16


@rule(
    cites=PACKAGE_2019.clause("二（三）"),
    title="市级创业带动就业扶持资金",
    per=YEAR,
    key="startup_fund_floor",
    since=SINCE_2019,
)
def fund_floor(fund: Founding, on: Day) -> None:
    """Until the day on which the revised regulation takes effect, when one is known."""
    revised = fund.revised_regulation_from
    need("修订的条例施行之日前", ~revised.known | (on <= revised), code="OUT_OF_WINDOW")
    need("每年安排不少于三千万元", fund.arranged >= FUND_FLOOR, code="BELOW_FLOOR")


@rule(cites=PACKAGE_2019.clause("二（四）"), title="创业孵化补贴", per=YEAR, key="incubation_award")
def incubation(carrier: Founding) -> Amount:
    """Ten thousand for each firm hatched, up to half a million a year, for three years."""
    need("经人力资源社会保障部门认定", carrier.recognised, code="NOT_IN_SCOPE")
    need("搬离后继续经营六个月及以上", carrier.months_since_leaving >= 6, code="OPERATING_TOO_SHORT")
    need("每户带动就业五人及以上", carrier.jobs_each >= 5, code="TOO_FEW_WORKERS")
    need("不超过三年", carrier.year_no <= 3, code="PERIOD_EXHAUSTED")
    need("本年度未达最高额", carrier.paid_this_year < MOST_A_CARRIER, code="OVER_ANNUAL_LIMIT")
    return capped(carrier.firms * yuan(10_000), MOST_A_CARRIER - carrier.paid_this_year)


@rule(cites=PACKAGE_2019.clause("二（四）"), title="省级载体和创业型城市奖补", key="demo_carrier_award")
def demonstration(carrier: Founding, on: Day) -> Amount:
    need("认定为省级以上", carrier.recognised, code="NOT_IN_SCOPE")
    need("未得过同一奖补", ~carrier.award_had, code="ALREADY_PAID_ONCE")
    return PROVINCIAL_AWARD.at(on) * percent(50)


@rule(cites=PACKAGE_2019.clause("二（五）"), title="其他创业人员贷款贴息", key="loan_interest_other")
def loan_interest(founder: Founding) -> Amount:
    need("已办理就业登记", founder.employment_registered, code="NOT_IN_SCOPE")
    need("在规定的额度、利率和期限内", founder.within_loan_policy, code="OVER_LIMIT")
    return founder.interest_paid * percent(50)


@rule(cites=PACKAGE_2019.clause("二（六）"), title="创业补贴标准", key="startup_standards")
def standards(founder: Founding) -> Amount:
    """The standards alone; who has a claim to them the fund's measures say."""
    return choose(
        (founder.kind.among(FIRM), yuan(15_000)),
        (founder.kind.among(INDIVIDUAL), yuan(2_000)),
        otherwise=founder.posts * yuan(2_000),
    )


@rule(cites=PACKAGE_2019.clause("二（七）"), title="创业之星奖励", key="startup_star")
def star(founder: Founding) -> Money:
    need("被选树为创业之星", founder.recognised, code="NOT_IN_SCOPE")
    need("未得另一项典型选树奖励", ~founder.other_model_award, code="NON_STACKING")
    return yuan(50_000)


@rule(cites=PACKAGE_2019.clause("二（七）"), title="创业大赛补助", key="contest_support")
def contest(held: Founding) -> Amount:
    need("经市人力资源社会保障局批准", held.approved, code="NOT_APPROVED")
    return capped(held.cost, yuan(500_000))


@rule(cites=PACKAGE_2020.clause("五17"), title="减免租金载体运营补贴", key="carrier_rent")
def carrier_rent(carrier: Founding) -> Amount:
    """Three tenths of the rent remitted in up to three months."""
    need("省、市级示范基地（园区）", carrier.level.among(PROVINCIAL, MUNICIPAL), code="NOT_IN_SCOPE")
    again = carrier.level.among(MUNICIPAL) & carrier.provincial_paid
    need("省级与市级补贴不重复", ~again, code="NON_STACKING")
    remark("最长三个月", carrier.months_remitted > 3, code="CAP_APPLIED")
    return capped(carrier.rent_remitted * percent(30), yuan(500_000))


def within_limit(loan: Loan) -> Flag:
    alone = loan.type.among(PERSONAL)
    return (alone & (loan.requested <= ONE_PERSON)) | (~alone & (loan.requested <= SEVERAL))


@rule(cites=PACKAGE_2020.clause("五16"), title="创业担保贷款额度", key="loan_limit")
def loan_limit(loan: Loan) -> None:
    need("不超过最高额度", within_limit(loan), code="OVER_LIMIT")


@rule(cites=PACKAGE_2020.clause("五16"), title="创业担保贷款展期", key="loan_extension")
def loan_extension(loan: Loan) -> None:
    """A year in principle; the interest goes on being paid."""
    need("借款人患新冠肺炎", loan.borrower_ill, code="NOT_IN_SCOPE")
    need("说明展期月数", loan.extension_months >= 1, code="NOT_IN_SCOPE")
    doubt("展期原则上不超过一年", loan.extension_months > 12, code="OVER_LIMIT")


@rule(cites=PACKAGE_2020.clause("五16"), title="小微企业创业担保贷款条件", key="smallfirm_loan")
def small_firm_loan(firm: Enterprise) -> None:
    """A fifth newly hired, a tenth above a hundred staff; or ninety-five in a hundred posts stable."""
    need("小微企业", firm.size.among(MICRO, SMALL), code="NOT_SMALL_FIRM")
    need("有现有职工", firm.staff >= 1, code="NOT_IN_SCOPE")
    large = firm.staff > 100
    hires = firm.new_qualified_hires
    hired = (~large & (hires * 5 >= firm.staff)) | (large & (hires * 10 >= firm.staff))
    need(
        "新招聘或稳定就业岗位达到比例", hired | (firm.stable_post_rate >= percent(95)), code="TOO_FEW_WORKERS"
    )


RULES = (
    fund_floor,
    incubation,
    demonstration,
    loan_interest,
    standards,
    star,
    contest,
    carrier_rent,
    loan_limit,
    loan_extension,
    small_firm_loan,
)

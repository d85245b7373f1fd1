"""降费、缓缴和返还: what firms pay less, pay later or are paid back of their contributions."""

from datetime import date

from guangyue.rules.authoring import MONTH, YEAR, Rule, doubt, need, remark, rule
from guangyue.rules.symbols import Amount, Day, choose, percent
from liaocheng.stable_employment.document import (
    BEFORE_2020_PACKAGE,
    HALF_2020,
    PACKAGE_2019,
    PACKAGE_2020,
    SINCE_2019,
    SINCE_2020,
    UNTIL_2019,
    UNTIL_2020,
)
from liaocheng.stable_employment.facts import (
    AVERAGE_BENEFIT,
    PUBLIC_INSTITUTION,
    SMALL_AND_MEDIUM,
    Dues,
    Enterprise,
)

UI_RETURN = "ui_return"
DIFFICULT_2019, DIFFICULT_2020 = "ui_return_difficult_2019", "ui_return_difficult_2020"
RETURNS = (UI_RETURN, DIFFICULT_2019, DIFFICULT_2020)
DEFERRALS = ("si_deferral_2019", "si_deferral_2020")
RELIEF = "si_relief"
UNIT_PARTS = ("pension_unit", "ui_unit", "injury_unit")
SMALL_HEADCOUNT = 30


@rule(
    cites=PACKAGE_2019.clause("一（一）"),
    title="困难企业缓缴社会保险费（2019—2020年）",
    key="si_deferral_2019",
    since=SINCE_2019,
    until=UNTIL_2020,
)
def deferral(firm: Enterprise) -> None:
    idle = (firm.months_idle >= 3) & firm.only_living_pay
    need(
        "连续三个月以上无力支付最低工资或者停产", (firm.months_wages_unpaid >= 3) | idle, code="NOT_IN_SCOPE"
    )
    need("申请经批准", firm.approved, code="NOT_APPROVED")


@rule(
    cites=PACKAGE_2020.clause("二4"),
    title="疫情影响企业缓缴社会保险费",
    key="si_deferral_2020",
    since=SINCE_2020,
    until=UNTIL_2020,
)
def deferral_in_the_epidemic(firm: Enterprise) -> None:
    """Six months in principle: longer is for an official."""
    need("受疫情影响生产经营困难", firm.epidemic_hit, code="NOT_IN_SCOPE")
    need("说明缓缴月数", firm.deferral_months >= 1, code="NOT_IN_SCOPE")
    doubt("缓缴原则上不超过六个月", firm.deferral_months > 6, code="PERIOD_EXHAUSTED")


def few_layoffs(firm: Enterprise) -> None:
    """5: up to thirty insured a fifth may go, above that fifty-five in a thousand."""
    small = firm.insured <= SMALL_HEADCOUNT
    within = (small & (firm.layoffs * 5 <= firm.insured)) | (
        ~small & (firm.layoffs * 1000 <= firm.insured * 55)
    )
    need("参保企业", firm.insured >= 1, code="NOT_IN_SCOPE")
    need("裁员率不超过标准", within, code="LAYOFF_RATE", cites=PACKAGE_2020.clause("二5"))


def returned_once(firm: Enterprise, measure: str, on: Day) -> None:
    """One return for a firm and a year."""
    others = tuple(one for one in RETURNS if one != measure)
    same = firm.history.count(
        lambda one: one.measure.among(measure), lambda one: one.date.year.equals(on.year)
    )
    other = firm.history.count(
        lambda one: one.measure.among(*others), lambda one: one.date.year.equals(on.year)
    )
    need("本年度未返还过", same < 1, code="OVER_ANNUAL_LIMIT")
    need("本年度未享受另一种返还", other < 1, code="NON_STACKING")


@rule(
    cites=PACKAGE_2019.clause("一（二）"),
    title="失业保险稳岗返还",
    per=YEAR,
    key=UI_RETURN,
    until=BEFORE_2020_PACKAGE,
)
def ui_return_2019(firm: Enterprise, on: Day) -> Amount:
    """What few is, a notice said until the package of 2020 said it."""
    need("不裁员或少裁员", firm.no_or_few_layoffs, code="LAYOFF_RATE")
    returned_once(firm, UI_RETURN, on)
    return firm.ui_paid_last_year * percent(50)


@rule(cites=PACKAGE_2020.clause("二5"), title="失业保险稳岗返还", per=YEAR, key=UI_RETURN)
def ui_return_2020(firm: Enterprise, on: Day) -> Amount:
    few_layoffs(firm)
    returned_once(firm, UI_RETURN, on)
    return firm.ui_paid_last_year * percent(50)


@rule(
    cites=PACKAGE_2019.clause("一（二）"),
    title="困难企业稳岗返还（2019年）",
    per=YEAR,
    key=DIFFICULT_2019,
    since=SINCE_2019,
    until=UNTIL_2019,
)
def difficult_2019(firm: Enterprise, on: Day) -> Amount:
    need("暂时性生产经营困难且恢复有望", firm.difficult, code="NOT_IN_SCOPE")
    need("不裁员或少裁员", firm.no_or_few_layoffs, code="LAYOFF_RATE")
    returned_once(firm, DIFFICULT_2019, on)
    return firm.si_paid_6m_last_year * percent(50)


@rule(
    cites=PACKAGE_2020.clause("二5"),
    title="困难企业稳岗返还（2020年）",
    per=YEAR,
    key=DIFFICULT_2020,
    since=SINCE_2020,
    until=UNTIL_2020,
)
def difficult_2020(firm: Enterprise, on: Day) -> Amount:
    """Six months of the average benefit for each insured worker."""
    need("经营困难且恢复有望", firm.difficult, code="NOT_IN_SCOPE")
    few_layoffs(firm)
    returned_once(firm, DIFFICULT_2020, on)
    return AVERAGE_BENEFIT.at(on) * firm.insured * 6


@rule(cites=PACKAGE_2020.clause("二5"), title="稳岗返还裁员率核查", key="layoff_test", since=SINCE_2020)
def layoff_test(firm: Enterprise) -> None:
    few_layoffs(firm)


@rule(
    cites=PACKAGE_2020.clause("二4"),
    title="社会保险费单位缴费部分减免",
    per=MONTH,
    key=RELIEF,
    since=date(2020, 2, 1),
    until=HALF_2020,
)
def relief(dues: Dues, on: Day) -> Amount:
    """What is waived of a month: all for five months, or half for three."""
    small = dues.size.among(*SMALL_AND_MEDIUM)
    need("不是机关事业单位", ~dues.size.among(PUBLIC_INSTITUTION), code="EXCLUDED_UNIT")
    need("在减免期限内", small | (on <= date(2020, 4, 30)), code="OUT_OF_WINDOW")
    due = dues.pension_unit + dues.ui_unit + dues.injury_unit
    return choose((small, due), otherwise=due * percent(50))


@rule(
    cites=PACKAGE_2020.clause("二4"),
    title="阶段性降低社会保险费率",
    key="si_rates",
    since=date(2020, 3, 1),
    until=UNTIL_2020,
)
def medical_rate(firm: Enterprise) -> Amount:
    """One point of what the unit pays for medical insurance."""
    return firm.medical_base * percent(1)


@rule(
    cites=PACKAGE_2020.clause("二6"),
    title="残疾人就业保障金减免",
    per=YEAR,
    key="disabled_fund",
    since=SINCE_2020,
    until=date(2022, 12, 31),
)
def disabled_fund(firm: Enterprise) -> None:
    """None up to thirty staff; the tiers above are set elsewhere."""
    need("报告在职职工总数", firm.staff >= 0, code="NOT_IN_SCOPE")
    above = firm.staff > SMALL_HEADCOUNT
    remark("分档减缴标准另行规定", above, code="AMOUNT_EXTERNAL")
    doubt("遭受重大直接经济损失，可申请减免或者缓缴", above & firm.heavy_loss, code="MAY_APPLY")


@rule(cites=PACKAGE_2020.clause("二6"), title="住房公积金降比或者缓缴", key="housing_fund")
def housing_fund(firm: Enterprise) -> None:
    need("中小微企业", firm.size.among(*SMALL_AND_MEDIUM), code="NOT_IN_SCOPE")
    need("受疫情影响生产经营困难", firm.epidemic_hit, code="NOT_IN_SCOPE")
    need("依法提出申请", firm.applied, code="NOT_IN_SCOPE")


@rule(cites=PACKAGE_2020.clause("六20"), title="经济性裁员程序", key="economic_layoff")
def economic_layoff(firm: Enterprise) -> None:
    need("提前三十日说明情况", firm.notice_days >= 30, code="NOTICE_TOO_SHORT")
    need("支付经济补偿", firm.compensation_paid, code="COMPENSATION_UNPAID")
    need("偿还拖欠工资", firm.arrears_paid, code="WAGE_ARREARS")
    need("补缴欠缴社会保险费", firm.contributions_paid, code="SI_NOT_PAID")


RULES: tuple[Rule, ...] = (
    deferral,
    deferral_in_the_epidemic,
    ui_return_2019,
    ui_return_2020,
    difficult_2019,
    difficult_2020,
    layoff_test,
    relief,
    medical_rate,
    disabled_fund,
    housing_fund,
    economic_layoff,
)

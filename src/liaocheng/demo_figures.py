"""演示参数: figures that the documents leave to notices, made up for the demonstration and said so."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from guangyue.kit.money import Money
from guangyue.rules.parameters import Entry
from guangyue.rules.symbols import percent, yuan

SOURCE = "演示数据，非正式标准"

Dated = dict[date, Money | Fraction]


def steps(key: str, figures: Dated) -> Iterator[Entry]:
    """One figure for the whole city: no rule asks for that of a district."""
    return (Entry(key, since, value, SOURCE) for since, value in figures.items())


BEGIN = date(2019, 1, 1)
NEW_YEAR_2020, NEW_YEAR_2021, NEW_YEAR_2022 = date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)
BENEFIT_RAISED = date(2020, 2, 1)  # 聊政发〔2020〕4号 六21: nine tenths of the minimum wage from here
WAGE_RAISED = date(2021, 10, 1)

FIGURES: dict[str, Dated] = {
    "min_wage": {BEGIN: yuan(1550), WAGE_RAISED: yuan(1700)},
    "min_wage_last_year": {BEGIN: yuan(1550), NEW_YEAR_2022: yuan(1700)},
    "monthly_ui_benefit": {BEGIN: yuan(1240), BENEFIT_RAISED: yuan(1395), WAGE_RAISED: yuan(1530)},
    "avg_monthly_ui_benefit": {BEGIN: yuan(1180), NEW_YEAR_2020: yuan(1240), NEW_YEAR_2021: yuan(1395)},
    "county_post_standard": {BEGIN: yuan(1550), NEW_YEAR_2021: yuan(1600), WAGE_RAISED: yuan(1700)},
    "county_flex_rate": {BEGIN: percent(50), NEW_YEAR_2020: percent(60)},
    "zhongzhi_grant": {BEGIN: yuan(2000), NEW_YEAR_2022: yuan(2300)},
    "fee_standard": {BEGIN: yuan(240), NEW_YEAR_2021: yuan(260)},
    "provincial_award": {BEGIN: yuan(500_000), NEW_YEAR_2021: yuan(800_000)},
    "provincial_voucher": {BEGIN: yuan(20_000), NEW_YEAR_2021: yuan(30_000)},
    "provincial_interest_subsidy": {BEGIN: yuan(40_000), NEW_YEAR_2021: yuan(50_000)},
    "dibao_urban": {BEGIN: yuan(560), NEW_YEAR_2020: yuan(640), NEW_YEAR_2021: yuan(730)},
    "dibao_rural": {BEGIN: yuan(420), NEW_YEAR_2020: yuan(490), NEW_YEAR_2021: yuan(560)},
}

ENTRIES = tuple(entry for key, figures in FIGURES.items() for entry in steps(key, figures))

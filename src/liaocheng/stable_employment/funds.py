"""资金渠道: which fund each measure may be charged to, and to whose account it is paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Fund(Enum):
    F1 = "就业补助资金"
    F2 = "市级创业带动就业扶持资金"
    F3 = "失业保险基金"
    F4 = "职业技能提升行动专账"
    F5 = "同级财政资金"
    F6 = "省级资金"


F1, F2, F3, F4, F5, F6 = Fund
UNIT, PERSON, EITHER = "P2", "P1", "P1/P2"


@dataclass(frozen=True)
class Charge:
    """Where the money comes from and goes to; neither where nothing is paid, or no fund is named."""

    funds: tuple[Fund, ...] = ()
    payee: str = ""


NO_FUND = Charge()

# 政策项目 in the order of the two documents
MEASURES: Mapping[str, Charge] = {
    "si_deferral_2019": NO_FUND,
    "ui_return": Charge((F3,), UNIT),
    "ui_return_difficult_2019": Charge((F3,), UNIT),
    "ui_return_difficult_2020": Charge((F3,), UNIT),
    "startup_fund_floor": Charge((F2,)),
    "incubation_award": Charge((F1, F2), UNIT),
    "demo_carrier_award": Charge((F2,)),
    "public_carrier_cost": Charge((F5,)),
    "loan_interest_other": Charge((F2,), PERSON),
    "startup_standards": Charge((F1, F2)),
    "startup_star": Charge((F2,)),
    "contest_support": Charge((F2,)),
    "appraisal_90": Charge((F1,)),
    "training_living": Charge((F1,), PERSON),
    "mentor_allowance": Charge((F2,)),
    "temp_living": Charge((F1,), PERSON),
    "work_200": Charge((F1,), UNIT),
    "hire_1000": Charge((F1,), UNIT),
    "job_intro_120": Charge((F1,), UNIT),
    "si_relief": NO_FUND,
    "si_deferral_2020": NO_FUND,
    "si_rates": NO_FUND,
    "disabled_fund": NO_FUND,
    "housing_fund": NO_FUND,
    "temp_post_600": Charge((F1, F2), EITHER),
    "domestic_post": NO_FUND,
    "carrier_rent": Charge((F6, F2), UNIT),
    "monitoring_village": Charge((F1,)),
    "ui_benefit": Charge((F3,), PERSON),
}
# 地方可选, and what a measure leads to
OTHERS: Mapping[str, Charge] = {
    "commuting": NO_FUND,
    "skills_contest": NO_FUND,
    "ui_benefit_to_retirement": Charge((F3,), PERSON),
    "poverty_workshop": Charge((F2,)),
    "domestic_brand": Charge((F2,)),
    "return_station": Charge((F1, F2)),
}
CHARGES: Mapping[str, Charge] = {**MEASURES, **OTHERS}

# 聊财社〔2019〕70号 第二十条（六）: never from the employment subsidy fund
INTEREST = ("loan_interest", "贷款贴息", "创业担保贷款贴息")
FOR_INTEREST = tuple(fund for fund in Fund if fund is not F1)


def charged_to(purpose: str) -> tuple[Fund, ...] | None:
    """The funds that a purpose may be charged to; None for a purpose that is none of these."""
    if purpose in INTEREST:
        return FOR_INTEREST
    charge = CHARGES.get(purpose)
    return charge.funds if charge else None

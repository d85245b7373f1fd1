"""What firms, people and bodies are told of the two packages, and what of them nobody can ask for."""

from collections.abc import Mapping

from guangyue.rules.offers import Choice
from liaocheng.stable_employment.document import PACKAGE_2019
from liaocheng.stable_employment.offers.founding import OFFERS as FOUNDING
from liaocheng.stable_employment.offers.jobs import OFFERS as JOBS
from liaocheng.stable_employment.offers.persons import OFFERS as PERSONS
from liaocheng.stable_employment.offers.premiums import OFFERS as PREMIUMS
from liaocheng.stable_employment.rules.premiums import RETURNS

OFFERS = (*PREMIUMS, *JOBS, *PERSONS, *FOUNDING)

# rules that are judged and that nobody asks for by themselves
NOT_OFFERED: Mapping[str, str] = {
    "layoff_test": "核查稳岗返还时用，不单独申请",
    "economic_layoff": "企业裁员时要做到的，不是给企业的待遇",
    "startup_fund_floor": "市政府每年安排的资金总额",
    "incubation_award": "就业补助资金中的创业孵化补贴，在那里申请",
    "startup_standards": "就业补助资金中创业补贴的标准，在那里申请",
    "appraisal_90": "就业补助资金中技能鉴定补贴的标准，在那里申请",
    "loan_limit": "贷款金额的核查，谁可以贷款由省里的办法规定",
}

CHOICES = (Choice("稳岗返还", RETURNS, PACKAGE_2019.clause("一（二）")),)

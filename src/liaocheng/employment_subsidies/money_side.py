"""资金的边界: 第二十条, 第三十七条 and the prepayment of 第二十六条（三）."""

from datetime import date
from fractions import Fraction

from guangyue.kit.money import Money, Rounding
from guangyue.rules.symbols import percent
from liaocheng.documents import SKILLS_PLAN_ENDS
from liaocheng.employment_subsidies.document import SKILLS_2019

# 第二十条（一）–（八）, by what each must not be spent on
FORBIDDEN = (
    "办公用房",
    "职工宿舍",
    "交通工具",
    "工作人员津贴补贴",
    "三公经费",
    "创业担保贷款贴息",
    "创业担保贷款基金",
    "部门预算已安排",
    "法律法规禁止",
)


def service_limit(*, upper: Money, own: Money) -> Money:
    """第三十七条: services take a fifth of the year's money at most."""
    return (upper + own).times(percent(20), Rounding.AT_MOST)


def forbidden(purpose: str) -> bool:
    """第二十条; what somebody received as a subsidy is free of it."""
    return any(_same(purpose, one) for one in FORBIDDEN)


def prepayment_share(on: date) -> Fraction:
    """第二十六条（三）: half of what is expected; sixty in a hundred while the action plan runs."""
    return percent(60) if SKILLS_2019.since <= on <= SKILLS_PLAN_ENDS else percent(50)


def _same(purpose: str, one: str) -> bool:
    plain = purpose.replace("“", "").replace("”", "").replace("、", "")
    return one in plain or (len(plain) >= 2 and plain in one)

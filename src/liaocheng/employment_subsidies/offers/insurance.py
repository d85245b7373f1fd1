"""第二十八条: what is given towards social insurance, after it was paid."""

from guangyue.rules.offers import Audience, Offer
from liaocheng.employment_subsidies.checked import papers
from liaocheng.employment_subsidies.offers.accounts import OWN, UNIT
from liaocheng.employment_subsidies.rules.insurance import (
    FLEXIBLE_GRADUATE,
    FLEXIBLE_HARD,
    SMALL_FIRM_GRADUATE,
    UNIT_HARD,
)
from liaocheng.employment_subsidies.searches import insurance as searches

DIPLOMA = "毕业证书复印件"
BY_UNIT = ("符合条件人员名单", "银行代发工资明细账（单）")

OFFERS = (
    Offer(
        key=UNIT_HARD,
        audience=Audience.FIRM,
        summary="单位招用或者安置就业困难人员并缴纳职工社会保险费，单位缴纳的部分按实际数额补贴",
        payee=UNIT,
        materials=papers("第二十八条（一）", *BY_UNIT),
        sensitive=True,
        search=searches.HARD_TO_EMPLOY_HIRED,
    ),
    Offer(
        key=FLEXIBLE_HARD,
        audience=Audience.PERSON,
        summary="就业困难人员灵活就业，自己缴纳职工社会保险费的，每月补贴一部分，最高三分之二",
        payee=OWN,
        materials=papers("第二十八条（二）", "身份证"),
        sensitive=True,
        search=searches.FLEXIBLY_EMPLOYED,
    ),
    Offer(
        key=SMALL_FIRM_GRADUATE,
        audience=Audience.FIRM,
        summary="小微企业招用高校毕业生，合同一年以上并缴纳职工社会保险费，单位缴纳的部分补贴最多一年",
        payee=UNIT,
        materials=papers("第二十八条（一）", *BY_UNIT, DIPLOMA),
        search=searches.GRADUATES_HIRED,
    ),
    Offer(
        key=FLEXIBLE_GRADUATE,
        audience=Audience.PERSON,
        summary="离校后灵活就业的高校毕业生，自己缴纳职工社会保险费的，每月补贴一部分，最长两年",
        payee=OWN,
        materials=papers("第二十八条（二）", "身份证", DIPLOMA),
        search=searches.FLEXIBLY_EMPLOYED,
    ),
)

"""第三十一条, 第三十五条 and 第三十七条: services, and those whom domestic workers work for.

What 第三十七条 buys from services is agreed by contract; it names no papers.
"""

from guangyue.rules.offers import Audience, Offer
from liaocheng.employment_subsidies.checked import papers
from liaocheng.employment_subsidies.offers.accounts import UNIT
from liaocheng.employment_subsidies.searches.startup import DOMESTIC_SERVICES

OFFERS = (
    Offer(
        key="labour_export",
        audience=Audience.BODY,
        summary="服务机构组织贫困劳动力到县外稳定就业一年以上，按输出的远近每人补贴最多200元至600元",
        payee=UNIT,
        # 第三十一条 also names a proof of insurance paid: the insurance register shows it, 第四十条第二款.
        materials=papers(
            "第三十一条", "建档立卡证明", "身份证复印件", "劳务中介合同", "接收企业出具的安置花名册"
        ),
        sensitive=True,
    ),
    Offer(
        key="domestic_insurance",
        audience=Audience.FIRM,
        summary="家政服务机构为从业人员买意外伤害保险，保费补贴一半，每人每年最多60元",
        payee=UNIT,
        materials=papers(
            "第三十五条",
            "从业人员与企业签订的劳务协议",
            "保险费收费发票和被保险人员名单复印件",
            "营业执照原件及复印件",
        ),
        search=DOMESTIC_SERVICES,
    ),
    Offer(
        key="job_introduction",
        audience=Audience.BODY,
        summary="政府购买的职业介绍服务，每成功介绍一人每年最多补贴120元",
        payee=UNIT,
    ),
    Offer(
        key="unemployment_monitoring",
        audience=Audience.FIRM,
        summary="承担就业失业动态监测的企业，每户每年补贴2400元",
        payee=UNIT,
        sensitive=True,
    ),
)

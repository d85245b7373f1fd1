"""第三十二条 to 第三十四条 and 第三十六条: whoever founds a firm, and those who help them to."""

from guangyue.rules.offers import Audience, Offer
from liaocheng.employment_subsidies.checked import papers
from liaocheng.employment_subsidies.offers.accounts import OWN, TRAINER, UNIT
from liaocheng.employment_subsidies.rules.startup import FIRM, INDIVIDUAL
from liaocheng.employment_subsidies.searches import startup as searches

LICENCE, STATEMENTS = "营业执照原件及复印件", "财务报表"
STAFF, PAYROLL = "招用人员名单", "银行代发工资明细账"

OFFERS = (
    Offer(
        key=FIRM,
        audience=Audience.FIRM,
        summary="首次创办小微企业，正常经营满一年并在本企业缴纳职工社会保险费，一次性补贴1.5万元",
        payee=UNIT,
        materials=papers("第三十二条", LICENCE, STATEMENTS),
        search=searches.SMALL_FIRMS,
    ),
    Offer(
        key=INDIVIDUAL,
        audience=Audience.FIRM,
        summary="新办个体工商户，正常经营满一年并缴纳职工社会保险费，一次性补贴2000元",
        payee=UNIT,
        materials=papers("第三十二条", LICENCE, STATEMENTS),
        search=searches.SOLE_TRADERS,
    ),
    Offer(
        key="startup_jobs",
        audience=Audience.FIRM,
        summary="小微企业新招符合条件的人员，签一年以上合同并缴纳社会保险费，每个岗位补贴2000元",
        payee=UNIT,
        materials=papers("第三十三条", LICENCE, STAFF, PAYROLL, STATEMENTS, "毕业证书复印件（仅高校毕业生）"),
        search=searches.FIRMS_WITH_GRADUATES,
    ),
    Offer(
        key="startup_rent",
        audience=Audience.FIRM,
        summary="四类人员在孵化基地外租房创办小微企业并带动三人以上就业，每年补贴租金最多1万元，最长三年",
        payee=f"创业者{OWN}",
        materials=papers("第三十四条", "人员类别信息", "创业者身份证复印件", LICENCE, STAFF, PAYROLL),
        search=searches.RENTING,
    ),
    Offer(
        key="startup_trainer",
        audience=Audience.BODY,
        summary="承办创业培训讲师、创业咨询师培训的机构，学员取得合格证书的，每人补贴1800元",
        payee=TRAINER,
        materials=papers(
            "第三十六条", "培训人员报名申请表", "培训人员花名册和身份证复印件", "培训合格证书复印件"
        ),
    ),
    Offer(
        key="incubation_award",
        audience=Audience.BODY,
        summary="经认定的创业孵化载体每孵化成功一户企业奖补1万元，每年最高50万元，最长三年",
        payee=UNIT,
    ),
)

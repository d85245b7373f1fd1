"""第二十九条 and 第三十条: public posts, posts of enterprises, and internships."""

from guangyue.rules.offers import Audience, Offer
from liaocheng.employment_subsidies.checked import papers
from liaocheng.employment_subsidies.offers.accounts import OWN, UNIT
from liaocheng.employment_subsidies.rules.posts import PUBLIC_POST, UNIT_POST
from liaocheng.employment_subsidies.searches.insurance import HARD_TO_EMPLOY_HIRED
from liaocheng.employment_subsidies.searches.posts import ON_PUBLIC_POSTS, WOULD_BE_INTERNS

PAYROLL = "银行代发工资明细账（单）"
OF_POSTS = f"{UNIT}；有条件的地方可以直接付到{OWN}"

OFFERS = (
    Offer(
        key=PUBLIC_POST,
        audience=Audience.PERSON,
        summary="在公益性岗位上工作的就业困难人员，由安置单位申请，每月按当地最低工资标准补贴",
        payee=OF_POSTS,
        materials=papers("第二十九条第一款", PAYROLL),
        sensitive=True,
        search=ON_PUBLIC_POSTS,
    ),
    Offer(
        key="public_post_renewal",
        audience=Audience.PERSON,
        summary="公益性岗位期满后仍然难以就业的，经市里审核、公示和省里备案，可以续签最多三年",
        payee=OF_POSTS,
        materials=papers("第二十九条第一款", PAYROLL),
        sensitive=True,
        search=ON_PUBLIC_POSTS,
    ),
    Offer(
        key=UNIT_POST,
        audience=Audience.FIRM,
        summary="企业招用就业困难人员，每人每月按当地最低工资标准的一半补贴，最长三年",
        payee=UNIT,
        materials=papers("第二十九条第三款", PAYROLL),
        sensitive=True,
        search=HARD_TO_EMPLOY_HIRED,
    ),
    Offer(
        key="internship",
        audience=Audience.PERSON,
        summary="离校未就业的高校毕业生和十六至二十四岁的青年参加就业见习，由见习单位申请，按月补贴",
        payee=UNIT,
        materials=papers(
            "第三十条",
            "参加就业见习的人员名单",
            "就业见习协议书",
            "基本生活补助发放明细账（单）",
            "人身意外伤害保险发票复印件",
            "毕业证书复印件（仅高校毕业生）",
        ),
        search=WOULD_BE_INTERNS,
    ),
)

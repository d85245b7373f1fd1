"""What people are told of social assistance, and what a county does by itself."""

from collections.abc import Mapping

from guangyue.rules.offers import Audience, Choice, Material, Offer
from liaocheng.social_assistance.document import OPINION
from liaocheng.social_assistance.searches import FOR_EDUCATION, FOR_ILLNESS, FOR_MINORS, FOR_ONE_ALONE

OWN_ACCOUNT = "本人银行账户，社会化发放"

APPLICATION = Material("救助申请书", OPINION.clause("三（一）"))
PROMISE = Material("守信承诺书", OPINION.clause("三（八）"))
FEES = Material("自负教育费用的票据", OPINION.clause("三（二）"))

OFFERS = (
    Offer(
        key="danrenbao",
        audience=Audience.PERSON,
        summary="低收入家庭里重度残疾或者患重病的人，可以单独申请低保",
        payee=OWN_ACCOUNT,
        materials=(APPLICATION, PROMISE),
        sensitive=True,
        relief=True,
        search=FOR_ONE_ALONE,
    ),
    Offer(
        key="tekun_minor",
        audience=Audience.PERSON,
        summary="没有人能抚养的孩子，特困供养到十八周岁",
        payee=f"{OWN_ACCOUNT}，或者供养机构",
        materials=(APPLICATION, PROMISE),
        sensitive=True,
        relief=True,
        search=FOR_MINORS,
    ),
    Offer(
        key="temp_illness",
        audience=Audience.PERSON,
        summary="得了大病、家里负担过重的，给一笔临时救助，按城市低保标准的三到十二倍",
        payee=OWN_ACCOUNT,
        sensitive=True,
        relief=True,
        search=FOR_ILLNESS,
    ),
    Offer(
        key="temp_education",
        audience=Audience.PERSON,
        summary="孩子上学自己花的钱太多、家里负担不起的，给一笔临时救助，按城市低保标准的三到六倍",
        payee=OWN_ACCOUNT,
        materials=(FEES,),
        sensitive=True,
        relief=True,
        search=FOR_EDUCATION,
    ),
)

NOT_OFFERED: Mapping[str, str] = {
    "tekun_floor": "县（市、区）定标准时核查下限",
    "care_floor": "县（市、区）定标准时核查下限",
    "dibao_adjust": "县（市、区）调整标准时核查",
}

CHOICES = (
    Choice(
        "特困供养与低保不同时享受", ("tekun_minor", "danrenbao"), OPINION.clause("三（二）"), ordered=True
    ),
)

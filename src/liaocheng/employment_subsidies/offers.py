"""What people are told of the subsidies, with what they are asked for, and how the city looks for them."""

from guangyue.rules.offers import Audience, Choice, Material, Offer, Search
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.searches import flexibly_employed

OWN_ACCOUNT = "本人社会保障卡银行账户或者个人银行账户"

OFFERS = (
    Offer(
        key="si_flex_hard",
        audience=Audience.PERSON,
        summary="就业困难人员灵活就业，自己缴纳职工社会保险费的，每月补贴一部分，最高三分之二",
        payee=OWN_ACCOUNT,
        materials=(Material("身份证", MEASURES.clause("第二十八条（二）")),),
        sensitive=True,
        search=Search(flexibly_employed),
    ),
)

CHOICES = (
    Choice(
        "社会保险补贴",
        ("si_unit_hard", "si_flex_hard", "si_smallfirm_grad", "si_flex_grad"),
        MEASURES.clause("第七条"),
    ),
)

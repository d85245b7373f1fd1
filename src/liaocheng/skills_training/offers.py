"""What people are told of the campaign, and what they are asked to bring."""

from guangyue.rules.offers import Audience, Offer
from liaocheng.employment_subsidies.offers.accounts import TRAINEE, TRAINER, UNIT
from liaocheng.employment_subsidies.offers.training import BY_ONESELF
from liaocheng.skills_training.searches import CERTIFIED, VETERANS, YOUNG_FIRMS

OFFERS = (
    Offer(
        key="campaign_training",
        audience=Audience.PERSON,
        summary="参加政府补贴的职业技能培训并取得证书，每年可以领三次，同一职业同一等级只能领一次",
        payee=f"{TRAINEE}；由培训机构或者企业代领的，付到其银行基本账户",
        materials=BY_ONESELF,
        search=CERTIFIED,
    ),
    Offer(
        key="startup_class",
        audience=Audience.FIRM,
        summary="登记不满三年的个体工商户经营者和小微企业法人参加创业培训，按目录标准补贴培训费",
        payee=f"{TRAINEE}；由单位申请的，付到{UNIT}",
        materials=BY_ONESELF,
        search=YOUNG_FIRMS,
    ),
    Offer(
        key="veteran_training",
        audience=Audience.PERSON,
        summary="退役军人可以免费参加一次职业技能培训，免学费、住宿费和鉴定费，另有生活补助",
        payee=TRAINER,
        search=VETERANS,
    ),
)

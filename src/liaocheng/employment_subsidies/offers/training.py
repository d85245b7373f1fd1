"""第二十六条 and 第二十七条: training and appraisal.

Plans, rosters and contracts that are filed before a class begins are of the filing, not of the application:
whether it was filed is a fact of the rule, and nobody brings them again.
"""

from guangyue.rules.offers import Audience, Offer
from liaocheng.employment_subsidies.checked import papers
from liaocheng.employment_subsidies.offers.accounts import TRAINEE, TRAINER, UNIT
from liaocheng.employment_subsidies.rules.training import APPRAISAL, FIVE, NEWLY_HIRED, PREPARATION, PROJECT
from liaocheng.employment_subsidies.searches import training as searches

IDENTITY = "身份证（或者社会保障卡；港澳台居民可以用居住证或者来往内地的通行证）"
CERTIFICATE, INVOICE = "职业资格证书复印件", "培训机构开具的收费票据或者税务发票"
STUDENT_CARD = "学生证复印件（仅在校学生）"

BY_ONESELF = papers(
    "第二十六条第一款（一）", IDENTITY, f"{CERTIFICATE}（不含培训合格证书）", INVOICE, STUDENT_CARD
)
BY_TRAINER = papers(
    "第二十六条第一款（二）",
    "培训人员花名册",
    "培训人员身份证复印件",
    STUDENT_CARD,
    "代领职业培训补贴协议书",
    CERTIFICATE,
    INVOICE,
)
BY_ENTERPRISE = papers("第二十六条第一款（三）", CERTIFICATE, INVOICE)

OFFERS = (
    Offer(
        key=FIVE,
        audience=Audience.PERSON,
        summary="参加就业技能培训或者创业培训并取得证书，按目录标准补贴培训费，最高2000元",
        payee=f"{TRAINEE}；由培训机构代领的，付到{TRAINER}",
        materials=BY_ONESELF,
        search=searches.TRAINED,
    ),
    Offer(
        key=PREPARATION,
        audience=Audience.BODY,
        summary="为没有继续升学的初高中毕业生垫付劳动预备制培训费的培训机构，按目录标准给予补贴",
        payee=TRAINER,
        materials=BY_TRAINER,
    ),
    Offer(
        key="training_prep_living",
        audience=Audience.PERSON,
        summary="参加劳动预备制培训的部分学员另有生活费补贴，标准同中等职业学校助学金，由培训机构代为申请",
        payee=f"{TRAINEE}，或者{TRAINER}",
        materials=papers(
            "第二十六条第一款（二）",
            "代领生活费补贴协议书",
            "初高中毕业证书复印件",
            "最低生活保障证明（仅城市低保家庭学员）",
        ),
        sensitive=True,
        search=searches.SCHOOL_LEAVERS,
    ),
    Offer(
        key=NEWLY_HIRED,
        audience=Audience.PERSON,
        summary="新入职的职工签订一年以上合同，一年内参加岗位技能培训并取得证书，补贴培训费",
        payee=f"职工申请的，付到{TRAINEE}；企业申请的，付到{UNIT}",
        materials=BY_ENTERPRISE,
        search=searches.NEWLY_HIRED,
    ),
    Offer(
        key="training_apprentice",
        audience=Audience.FIRM,
        summary="企业开展新型学徒制培训，按付给培训机构费用的六成补贴，一般每人4000元至6000元",
        payee=UNIT,
        materials=BY_ENTERPRISE,
    ),
    Offer(
        key="training_technician",
        audience=Audience.PERSON,
        summary="企业职工参加技师、高级技师培训并取得证书，按同类职业补贴标准的八成补贴",
        payee=f"企业申请的，付到{UNIT}；职工申请的，付到{TRAINEE}",
        materials=BY_ENTERPRISE,
        search=searches.TECHNICIANS,
    ),
    Offer(
        key=PROJECT,
        audience=Audience.BODY,
        summary="政府认定的培训机构整班承接项目制培训，按目录标准给予补贴，部分学员免费参加",
        payee=TRAINER,
        materials=BY_TRAINER,
        sensitive=True,
    ),
    Offer(
        key=APPRAISAL,
        audience=Audience.PERSON,
        summary="第一次通过职业技能鉴定并取得证书，补贴鉴定费的八成，重点产业目录内的职业补贴九成",
        payee="本人社会保障卡银行账户或者个人银行账户；由培训机构代领的，付到其银行基本账户",
        materials=papers("第二十七条第一款", IDENTITY, CERTIFICATE, "鉴定机构开具的收费票据或者税务发票"),
        search=searches.TRAINED,
    ),
)

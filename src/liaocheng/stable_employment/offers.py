"""What firms, people and bodies are told of the two packages, and what of them nobody can ask for."""

from collections.abc import Mapping

from guangyue.rules.offers import Audience, Choice, Material, Offer, Search
from liaocheng.stable_employment.document import FUND_MEASURES, PACKAGE_2019
from liaocheng.stable_employment.funds import CHARGES, EITHER, NO_FUND, PERSON, UNIT
from liaocheng.stable_employment.rules.premiums import RETURNS

FOR_PERSONS, FOR_FIRMS, FOR_BODIES = Audience.PERSON, Audience.FIRM, Audience.BODY

UNIT_ACCOUNT = "单位银行基本账户"
OWN_ACCOUNT = "本人社会保障卡银行账户或者个人银行账户"
PAYEES: Mapping[str, str] = {
    UNIT: UNIT_ACCOUNT,
    PERSON: OWN_ACCOUNT,
    EITHER: f"{UNIT_ACCOUNT}；当地规定发给个人的，{OWN_ACCOUNT}",
    "": "",
}


def offer(
    key: str,
    audience: Audience,
    summary: str,
    *,
    materials: tuple[Material, ...] = (),
    automatic: bool = False,
    sensitive: bool = False,
    search: Search | None = None,
) -> Offer:
    """Paid to the account that the fund of its measure pays to."""
    return Offer(
        key=key,
        audience=audience,
        summary=summary,
        payee=PAYEES[CHARGES.get(key, NO_FUND).payee],
        materials=materials,
        automatic=automatic,
        sensitive=sensitive,
        search=search,
    )


# 社会保险费 and what is paid back of it
PREMIUMS = (
    offer(
        "si_deferral_2019",
        FOR_FIRMS,
        "发不出最低工资或者停产三个月以上的企业，经批准可以晚交社会保险费，不加收滞纳金",
    ),
    offer(
        "si_deferral_2020",
        FOR_FIRMS,
        "2020年经营受疫情影响的企业，可以申请晚交社会保险费，一般不超过六个月，不加收滞纳金",
    ),
    offer("ui_return", FOR_FIRMS, "没有裁员或者裁员很少的参保企业，退回上年度所交失业保险费的一半"),
    offer(
        "ui_return_difficult_2019",
        FOR_FIRMS,
        "2019年一时经营困难、坚持少裁员的企业，退回上年度六个月社会保险费的一半",
    ),
    offer(
        "ui_return_difficult_2020",
        FOR_FIRMS,
        "2020年经营困难、坚持少裁员的企业，按参保人数每人退回六个月的人均失业保险金",
    ),
    offer(
        "si_relief",
        FOR_FIRMS,
        "2020年2月起养老、失业、工伤三项社会保险的单位缴费，中小微企业免交，其他单位减半",
        automatic=True,
    ),
    offer(
        "si_rates", FOR_FIRMS, "失业、工伤和职工医疗保险的单位费率降低一段时间，按新费率征收", automatic=True
    ),
    offer(
        "disabled_fund",
        FOR_FIRMS,
        "三十人及以下的企业三年内不交残疾人就业保障金，其他企业分档少交；损失重大的可以另行申请减免、缓交",
        automatic=True,
    ),
    offer("housing_fund", FOR_FIRMS, "受疫情影响的中小微企业，可以申请把住房公积金降到最低比例，或者晚交"),
)

# 用工和就业服务
JOBS = (
    offer("work_200", FOR_FIRMS, "2020年春节期间开工生产防疫物资的企业，每人每天补贴200元，最高50万元"),
    offer("hire_1000", FOR_FIRMS, "疫情初期及时复工、新招员工签一年以上合同的企业，每招一人补贴1000元"),
    offer(
        "job_intro_120", FOR_BODIES, "人力资源服务机构介绍技能人才和毕业生到本市企业稳定就业，每人补贴120元"
    ),
    offer(
        "temp_post_600",
        FOR_PERSONS,
        "每个村、社区设一个临时公益性岗位，帮助就业有困难的人，每月补贴600元",
        materials=(Material("银行代发工资明细", FUND_MEASURES.clause("第二十九条")),),
        sensitive=True,
    ),
    offer("monitoring_village", FOR_PERSONS, "国家级监测示范县的劳动力调查人员，每个监测村给劳务费1500元"),
    offer(
        "domestic_post", FOR_FIRMS, "员工制家政企业新招员工，签一年以上合同或者服务协议的，合同期内给岗位补贴"
    ),
    offer("domestic_brand", FOR_BODIES, "评为市级诚信家政机构、家政品牌的，给予奖补"),
    offer("commuting", FOR_FIRMS, "有条件的县（市、区）给返岗的企业员工发交通补贴，标准由当地定"),
    offer("poverty_workshop", FOR_BODIES, "疫情期间照常开工的就业扶贫车间，由县（市、区）给予补助"),
    offer("skills_contest", FOR_BODIES, "举办市级一类、二类职业技能竞赛的，给予赛事补贴"),
)

# 失业和就业困难的人
PERSONS = (
    offer(
        "training_living",
        FOR_PERSONS,
        "就业困难的人参加培训，每年可以领一次生活费，最多三十天",
        sensitive=True,
    ),
    offer(
        "temp_living",
        FOR_PERSONS,
        "下岗失业、领不到失业保险金又生活困难的人，可以领一次临时生活补助",
        sensitive=True,
    ),
    # Whoever draws the benefit is paid by the new standard: there is nothing to apply for.
    offer(
        "ui_benefit",
        FOR_PERSONS,
        "2020年2月起失业保险金按最低工资的九成发放",
        automatic=True,
        sensitive=True,
    ),
    offer(
        "ui_benefit_to_retirement",
        FOR_PERSONS,
        "失业保险金领完了还没找到工作、不到一年就退休的人，可以接着领到退休",
        sensitive=True,
    ),
    offer(
        "term_extension",
        FOR_PERSONS,
        "公益性岗位或者灵活就业社保补贴到期、还没有稳定工作的人，可以再享受一年",
        sensitive=True,
    ),
)

# 创业、载体和贷款
FOUNDING = (
    offer("incubation_award", FOR_BODIES, "创业孵化载体每孵化成功一家企业得1万元，每年最高50万元，最长三年"),
    offer(
        "demo_carrier_award",
        FOR_BODIES,
        "获评省级以上创业示范载体、创业型城市和社区的，按省级奖补的一半再奖一次",
    ),
    offer("public_carrier_cost", FOR_BODIES, "政府部门办的创业孵化载体，运营费用和房租由同级财政补助"),
    offer("carrier_rent", FOR_BODIES, "疫情期间给中小企业减免房租的孵化基地，按减免额的三成补贴，最高50万元"),
    offer("return_station", FOR_BODIES, "在外地设立返乡创业服务站的，按服务效果给予奖补"),
    offer("contest_support", FOR_BODIES, "经市人社局批准举办的创业大赛，补助奖金和活动经费，最高50万元"),
    offer("startup_star", FOR_PERSONS, "被评为创业之星的，奖励5万元"),
    offer("mentor_allowance", FOR_PERSONS, "创业导师参加创业服务活动，给予工作补贴和交通、伙食补贴"),
    offer("loan_interest_other", FOR_PERSONS, "已经办理就业登记的创业者，创业担保贷款所付的利息补贴一半"),
    offer(
        "loan_extension",
        FOR_PERSONS,
        "得了新冠肺炎的创业担保贷款借款人，可以申请晚还，利息照样补贴",
        sensitive=True,
    ),
    offer("smallfirm_loan", FOR_FIRMS, "新招员工或者岗位稳定达到比例的小微企业，可以申请创业担保贷款"),
)

OFFERS = (*PREMIUMS, *JOBS, *PERSONS, *FOUNDING)

# rules that are judged and that nobody asks for by themselves
NOT_OFFERED: Mapping[str, str] = {
    "layoff_test": "核查稳岗返还时用，不单独申请",
    "economic_layoff": "企业裁员时要做到的，不是给企业的待遇",
    "startup_fund_floor": "市政府每年安排的资金总额",
    "startup_standards": "就业补助资金中创业补贴的标准，在那里申请",
    "appraisal_90": "就业补助资金中技能鉴定补贴的标准，在那里申请",
    "loan_limit": "贷款金额的核查，谁可以贷款由省里的办法规定",
}

CHOICES = (Choice("稳岗返还", RETURNS, PACKAGE_2019.clause("一（二）")),)

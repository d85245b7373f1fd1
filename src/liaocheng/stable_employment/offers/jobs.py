"""用工、吸纳和介绍: what is told of work in the epidemic, of hiring, and of posts."""

from guangyue.rules.offers import Material
from liaocheng.stable_employment.document import FUND_MEASURES
from liaocheng.stable_employment.offers.offering import FOR_BODIES, FOR_FIRMS, FOR_PERSONS, offer
from liaocheng.stable_employment.searches.firms import FOR_DOMESTIC_POSTS, FOR_HIRES
from liaocheng.stable_employment.searches.persons import FOR_TEMPORARY_POSTS

OFFERS = (
    offer("work_200", FOR_FIRMS, "2020年春节期间开工生产防疫物资的企业，每人每天补贴200元，最高50万元"),
    offer(
        "hire_1000",
        FOR_FIRMS,
        "疫情初期及时复工、新招员工签一年以上合同的企业，每招一人补贴1000元",
        search=FOR_HIRES,
    ),
    offer(
        "job_intro_120", FOR_BODIES, "人力资源服务机构介绍技能人才和毕业生到本市企业稳定就业，每人补贴120元"
    ),
    offer(
        "temp_post_600",
        FOR_PERSONS,
        "每个村、社区设一个临时公益性岗位，帮助就业有困难的人，每月补贴600元",
        materials=(Material("银行代发工资明细", FUND_MEASURES.clause("第二十九条")),),
        sensitive=True,
        search=FOR_TEMPORARY_POSTS,
    ),
    offer("monitoring_village", FOR_PERSONS, "国家级监测示范县的劳动力调查人员，每个监测村给劳务费1500元"),
    offer(
        "domestic_post",
        FOR_FIRMS,
        "员工制家政企业新招员工，签一年以上合同或者服务协议的，合同期内给岗位补贴",
        search=FOR_DOMESTIC_POSTS,
    ),
    offer("domestic_brand", FOR_BODIES, "评为市级诚信家政机构、家政品牌的，给予奖补"),
    offer("commuting", FOR_FIRMS, "有条件的县（市、区）给返岗的企业员工发交通补贴，标准由当地定"),
    offer("poverty_workshop", FOR_BODIES, "疫情期间照常开工的就业扶贫车间，由县（市、区）给予补助"),
    offer("skills_contest", FOR_BODIES, "举办市级一类、二类职业技能竞赛的，给予赛事补贴"),
)

"""创业: what founders, carriers and small firms are told."""

from liaocheng.stable_employment.offers.offering import FOR_BODIES, FOR_FIRMS, FOR_PERSONS, offer
from liaocheng.stable_employment.searches.firms import FOR_SMALL_FIRM_LOANS
from liaocheng.stable_employment.searches.persons import FOR_LOAN_INTEREST

OFFERS = (
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
    offer(
        "loan_interest_other",
        FOR_PERSONS,
        "已经办理就业登记的创业者，创业担保贷款所付的利息补贴一半",
        search=FOR_LOAN_INTEREST,
    ),
    offer(
        "loan_extension",
        FOR_PERSONS,
        "得了新冠肺炎的创业担保贷款借款人，可以申请晚还，利息照样补贴",
        sensitive=True,
    ),
    offer(
        "smallfirm_loan",
        FOR_FIRMS,
        "新招员工或者岗位稳定达到比例的小微企业，可以申请创业担保贷款",
        search=FOR_SMALL_FIRM_LOANS,
    ),
)

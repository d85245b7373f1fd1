"""What is asked about whoever claims an award, and about the event it is for."""

from guangyue.rules.facts import Facts, day, flag, money, word
from guangyue.rules.parameters import money_figure

NATIONAL_BANK, OUTSIDE_CITY_BANK, INSIDE_CITY_BANK = "全国性银行", "省外城商行", "省内城商行"
NOT_A_BANK = "大型非银行金融机构"
FIRST_LEVEL, SECOND_LEVEL, HEAD_OFFICE = "一级", "二级", "功能总部"
APPRAISER, RATER = "资产评估机构", "信用评级机构"
COACHED, ACCEPTED, LISTED = "辅导登记", "受理", "上市"
BASE_LAYER, INNOVATION_LAYER, SELECT_LAYER = "基础层", "创新层", "精选层"
STATE_OWNED, PRIVATE = "国有", "民营"
NATIONAL, PROVINCIAL = "国家级", "省级"

PROVINCIAL_AWARD = money_figure("provincial_award", "省级奖励金额")
PROVINCIAL_VOUCHER = money_figure("provincial_voucher", "省级创新券补助金额")
PROVINCIAL_INTEREST = money_figure("provincial_interest_subsidy", "省级贷款贴息金额")


class Institution(Facts):
    """金融机构、地方新型金融组织、中介机构和股权投资机构."""

    body = word("机构类别", (NATIONAL_BANK, OUTSIDE_CITY_BANK, INSIDE_CITY_BANK, NOT_A_BANK))
    level = word("层级", (FIRST_LEVEL, SECOND_LEVEL, HEAD_OFFICE))
    agency = word("中介机构类别", (APPRAISER, RATER, "其他"))
    stays_five_years = flag("承诺在本市经营五年以上")
    stays = flag("承诺存续期内不迁离、在本市退出")
    paid_in = money("实缴资本")
    outside_part = money("市域外合格投资者出资（不含政府出资）")
    filed = flag("已在中国证券投资基金业协会登记备案")
    began = day("开业日期")


class Listing(Facts):
    """上市、挂牌和发债."""

    stage = word("上市阶段", (COACHED, ACCEPTED, LISTED))
    stage_paid = flag("该阶段已获补助")
    listed = flag("已上市")
    raised = money("首发或挂牌融资额")
    moved_here = flag("注册地和税收户管地都迁入本市")
    above_scale = flag("规模以上企业")
    layer = word("新三板层级", (BASE_LAYER, INNOVATION_LAYER, SELECT_LAYER))
    extra_contribution = money("财务调整规范当年新增贡献")
    paid_before = money("此前已得该项补助")
    ownership = word("所有制", (STATE_OWNED, PRIVATE))
    excluded = flag("列入融资平台名录或民营企业500强")
    issued = money("当年累计发行额")


class Achievement(Facts):
    """科技创新平台、机构、项目和保险."""

    level = word("认定级别", (NATIONAL, PROVINCIAL))
    raised_level = flag("由省级升为国家级")
    national_base = flag("建成国家级基地")
    excellent = flag("省级备案且评为优秀")
    loss = money("贷款本金损失")
    first_record = flag("首次列入省级补偿备案且按期还款")
    premium = money("实际保费")
    insured = money("保险金额")
    paid_this_year = money("本年度已得该项补助")

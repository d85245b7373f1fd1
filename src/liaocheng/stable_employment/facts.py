"""What the two packages ask about a firm, a person, a carrier, a service."""

from guangyue.rules.facts import Facts, day, flag, money, number, ratio, rows, text, word, words
from guangyue.rules.parameters import money_figure

MICRO, SMALL, MEDIUM, LARGE = "微型", "小型", "中型", "大型"
OTHER_UNIT, PUBLIC_INSTITUTION = "其他参保单位", "机关事业单位"
SMALL_AND_MEDIUM = (MICRO, SMALL, MEDIUM)
SIZES = (*SMALL_AND_MEDIUM, LARGE, OTHER_UNIT, PUBLIC_INSTITUTION)

HARD_TO_EMPLOY = "就业困难人员"
FAMILY_WITHOUT_WORK = "零就业家庭成员"
GROUPS = (HARD_TO_EMPLOY, FAMILY_WITHOUT_WORK, "其他")

PERSONAL, PARTNERSHIP, JOINT = "个人", "合伙", "组织起来共同创业"
PROVINCIAL, MUNICIPAL, COUNTY = "省级", "市级", "县级"
FIRM, POST, INDIVIDUAL = "企业", "岗位", "个体"

MINIMUM_WAGE = money_figure("min_wage", "当地月最低工资标准")
AVERAGE_BENEFIT = money_figure("avg_monthly_ui_benefit", "上年末当地月人均失业保险金")
MONTHLY_BENEFIT = money_figure("monthly_ui_benefit", "当地月失业保险金标准")
PROVINCIAL_AWARD = money_figure("provincial_award", "省级奖补资金")
APPRAISAL_FEE = money_figure("fee_standard", "职业技能鉴定收费标准")


class Earlier(Facts):
    """此前得到的一笔."""

    measure = text("补贴项目")
    date = day("领取日期")


class Hire(Facts):
    """新吸纳的一人."""

    date = day("吸纳日期")
    contract_months = number("劳动合同月数")
    si_paid = flag("已缴纳社会保险费")
    si_registered = flag("已办理社会保险登记")
    withheld = flag("单位代扣代缴职工应缴部分")


class Enterprise(Facts):
    """企业和其他参保单位."""

    size = word("规模", SIZES)
    insured = number("参保人数")
    layoffs = number("裁员人数")
    no_or_few_layoffs = flag("不裁员或少裁员")
    ui_paid_last_year = money("上年度实际缴纳失业保险费")
    si_paid_6m_last_year = money("上年度6个月企业及其职工缴纳社会保险费")
    difficult = flag("暂时性生产经营困难且恢复有望")
    epidemic_hit = flag("受疫情影响生产经营困难")
    heavy_loss = flag("因疫情遭受重大直接经济损失")
    applied = flag("已提出申请")
    approved = flag("申请已获批准")
    months_wages_unpaid = number("连续无力支付最低工资月数")
    months_idle = number("无法正常生产经营月数")
    only_living_pay = flag("仅为职工发放生活费")
    deferral_months = number("申请缓缴月数")
    medical_base = money("职工医保单位缴费基数")
    staff = number("在职职工总数")
    new_qualified_hires = number("当年新招聘符合条件人数")
    stable_post_rate = ratio("稳定就业岗位比例")
    resumed = day("复工日期")
    key_material_maker = flag("疫情防控重点物资生产企业")
    spring_start = day("春节期间首日")
    person_days = number("春节期间开工人日数")
    hires = rows("新吸纳就业", Hire)
    history = rows("此前得到的返还", Earlier)
    notice_days = number("提前说明天数")
    compensation_paid = flag("已支付经济补偿")
    arrears_paid = flag("已偿还拖欠工资")
    contributions_paid = flag("已补缴欠缴社会保险费")


class Dues(Facts):
    """一个月的社会保险费单位缴费部分."""

    size = word("规模", SIZES)
    pension_unit = money("基本养老保险")
    ui_unit = money("失业保险")
    injury_unit = money("工伤保险")


class Person(Facts):
    """人员."""

    cats = words("人员类别", GROUPS)
    ui_benefit = flag("正在领取失业保险金")
    entitled_to_benefit = flag("符合失业保险金领取条件")
    laid_off = flag("下岗失业")
    hardship = flag("生活困难")
    days = number("培训天数")
    benefit_expired = day("失业保险金领取期满", may_lie_ahead=True)
    employed = flag("已就业")
    months_to_retirement = number("距法定退休年龄月数")
    expired = day("政策期满日期", may_lie_ahead=True)
    stable_employment = flag("已实现稳定就业")
    extended = flag("已延长过")
    in_key_catalogue = flag("列入重点产业指导目录")
    history = rows("此前领取的补贴", Earlier)


class TemporaryPost(Facts):
    """临时公益性岗位."""

    cats = words("人员类别", GROUPS)
    posts_in_village = number("本村（社区）临时岗位数")


class Founding(Facts):
    """创业、载体和活动."""

    kind = word("补贴种类", (FIRM, POST, INDIVIDUAL))
    posts = number("新增岗位数")
    arranged = money("当年安排的创业带动就业扶持资金")
    revised_regulation_from = day("修订的《失业保险条例》施行日期", may_lie_ahead=True)
    recognised = flag("经人社部门认定")
    firms = number("成功孵化企业户数")
    months_since_leaving = number("搬离后继续经营月数")
    jobs_each = number("每户带动就业人数")
    paid_this_year = money("本年度已得补贴")
    year_no = number("第几年享受")
    award_had = flag("已得过同一奖补")
    employment_registered = flag("已办理就业登记")
    within_loan_policy = flag("在规定的额度、利率和期限内")
    interest_paid = money("实际支付的利息")
    other_model_award = flag("已得“大众创业、万众创新”典型选树奖励")
    approved = flag("经市人社局批准")
    cost = money("大赛奖励及活动经费")
    level = word("级别", (PROVINCIAL, MUNICIPAL, COUNTY))
    rent_remitted = money("前三个月减免租金")
    months_remitted = number("减免租金月数")
    provincial_paid = flag("已享受省级补贴")


class Loan(Facts):
    """创业担保贷款."""

    type = word("贷款种类", (PERSONAL, PARTNERSHIP, JOINT))
    requested = money("申请额度")
    borrower_ill = flag("借款人患新冠肺炎")
    extension_months = number("展期月数")


class Service(Facts):
    """服务机构和调查人员."""

    persons_verified = number("经审核确认的人数")
    contract_months = number("劳动合同或者服务协议月数")
    monitoring_county = flag("国家级农村劳动力转移就业监测示范县")
    villages = number("监测村数")

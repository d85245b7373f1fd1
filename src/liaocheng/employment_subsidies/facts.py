"""What the measures ask about a person, a firm, a training, a month."""

from guangyue.rules.facts import Facts, Sane, day, flag, money, number, ratio, rows, text, word, words
from guangyue.rules.parameters import money_figure, ratio_figure

# 五类人员, 第五条
POOR_FAMILY = "贫困家庭子女"
STUDENT = "在校学生"
SCHOOL_LEAVER = "应届初高中毕业生"
RURAL_WORKER = "农村转移就业劳动者"
UNEMPLOYED = "登记失业人员"
FIVE_GROUPS = (POOR_FAMILY, STUDENT, SCHOOL_LEAVER, RURAL_WORKER, UNEMPLOYED)
# others the articles name
TO_BE_RELEASED = "即将刑满释放"
IN_REHABILITATION = "强制隔离戒毒"
HARD_TO_EMPLOY = "就业困难人员"
FAMILY_WITHOUT_WORK = "零就业家庭成员"
REGISTERED_POOR = "建档立卡"
GRADUATE = "高校毕业生"
YOUNG_UNEMPLOYED = "失业青年"
RETURNED_WORKER = "返乡农民工"
HIGHLY_SKILLED = "高层次高技能人才"
TOWN_SPECIALIST = "乡镇事业专技"
FROM_CLOSED_CAPACITY = "去产能失业"
RESETTLED = "黄河滩区迁建"
GROUPS = (
    *FIVE_GROUPS,
    TO_BE_RELEASED,
    IN_REHABILITATION,
    HARD_TO_EMPLOY,
    FAMILY_WITHOUT_WORK,
    REGISTERED_POOR,
    GRADUATE,
    YOUNG_UNEMPLOYED,
    RETURNED_WORKER,
    HIGHLY_SKILLED,
    TOWN_SPECIALIST,
    FROM_CLOSED_CAPACITY,
    RESETTLED,
    "农村学员",
    "城市低保家庭学员",
)

QUALIFICATION = "职业资格证书"
SKILL_LEVEL = "职业技能等级证书"
SPECIAL_SKILL = "专项职业能力证书"
COURSE = "培训合格证书"
CERTIFICATES = (QUALIFICATION, SKILL_LEVEL, SPECIAL_SKILL, COURSE, "特种作业操作证书")
APPRAISED = (QUALIFICATION, SKILL_LEVEL, SPECIAL_SKILL)
COMPLETED = (*APPRAISED, COURSE)

MICRO, SMALL, MEDIUM, LARGE = "微型", "小型", "中型", "大型"
BY_ONESELF, BY_TRAINER, BY_ENTERPRISE = "个人", "培训机构", "企业"
WITHIN_CITY, WITHIN_PROVINCE, BEYOND_PROVINCE = "县外市内", "市外省内", "省外"
TRAININGS = ("职业技能", "创业", "就业能力实训")

MINIMUM_WAGE = money_figure("min_wage", "当地月最低工资标准")
STUDENT_AID = money_figure("zhongzhi_grant", "中等职业学校国家助学金标准")
FLEXIBLE_RATE = ratio_figure("county_flex_rate", "灵活就业社会保险补贴比例")
POST_STANDARD = money_figure("county_post_standard", "公益性岗位补贴标准")
APPRAISAL_FEE = money_figure("fee_standard", "职业技能鉴定收费标准")


class Grant(Facts):
    """此前领取的一笔补贴."""

    subsidy = text("补贴项目")
    granted_on = day("领取日期")
    month = day("所属月份的最后一天", may_lie_ahead=True)
    occupation = text("职业（工种）")
    level = number("等级")
    kind = word("培训种类", TRAININGS)


class Person(Facts):
    """人员: whom the subsidy is for."""

    groups = words("人员类别", GROUPS)
    woman = flag("女性")
    birth = day("出生日期")
    graduated = day("毕业日期")
    retires = day("法定退休日期", may_lie_ahead=True)
    draws_unemployment_benefit = flag("正在领取失业保险待遇")
    grants = rows("此前领取的补贴", Grant)
    sane = (
        Sane("graduated", "毕业早于出生。", lambda person: person.birth <= person.graduated),
        Sane("retires", "退休早于出生。", lambda person: person.birth <= person.retires),
    )


YOUNGEST_AT_WORK = 14


class Training(Facts):
    """培训和证书."""

    claimed_by = word("申请方式", (BY_ONESELF, BY_TRAINER, BY_ENTERPRISE))
    kind = word("培训种类", TRAININGS)
    certificate = word("证书种类", CERTIFICATES)
    occupation = text("职业（工种）")
    level = number("等级")
    began = day("开班日期")
    fee = money("企业支付的培训费")
    filed = flag("已事先备案")
    advanced = flag("培训机构垫付培训费")
    contract_signed = day("劳动合同签订日期")
    contract_months = number("劳动合同月数")
    catalogue_standard = money("培训补贴目录标准")
    in_key_catalogue = flag("列入重点产业目录")
    sane = (
        Sane(
            "contract_signed",
            f"签订时不满{YOUNGEST_AT_WORK}周岁。",
            lambda training, person: person.birth.plus(years=YOUNGEST_AT_WORK) <= training.contract_signed,
            beside=Person,
        ),
    )


class Insured(Facts):
    """一个月的社会保险缴费和岗位."""

    unit_paid = money("单位缴纳的社会保险费")
    person_paid = money("个人缴纳的社会保险费")
    small_firm = flag("小微企业")
    enterprise = flag("企业")
    county_opted_in = flag("当地实行单位岗位补贴")
    contract_months = number("劳动合同月数")
    declared = day("申报灵活就业日期")
    hired = day("招用日期")
    first_approved = day("初次核定日期")
    granted = number("此前已享受月数")
    extended = flag("期满后仍未稳定就业，申请延长")
    sane = (
        Sane(
            "hired",
            f"招用时不满{YOUNGEST_AT_WORK}周岁。",
            lambda insured, person: person.birth.plus(years=YOUNGEST_AT_WORK) <= insured.hired,
            beside=Person,
        ),
    )


class Renewal(Facts):
    """公益性岗位续签."""

    hardship = flag("家庭生活特别困难")
    still_hard = flag("期满后仍难以就业")
    excellent = flag("工作期间考核优秀")
    reviewed = flag("市人力资源社会保障局审核")
    publicised = flag("已公示")
    filed = flag("省人力资源社会保障厅备案")
    expired = flag("公益性岗位期满")
    extended = flag("同时申请期满延长")


class Internship(Facts):
    """就业见习的一个月."""

    living_pay = money("见习期间基本生活费")
    retention = ratio("见习期满留用率")
    insured_by_unit = flag("单位为其缴纳职工社会保险费")
    months_done = number("已见习月数")
    granted = number("此前已享受月数")


class Worker(Facts):
    """招用的一名职工."""

    group = word("人员类别", (UNEMPLOYED, "毕业年度高校毕业生", "其他"))
    contract_months = number("劳动合同月数")
    wage = money("月工资")
    insured = flag("缴纳职工社会保险费")
    founder = flag("创业者本人")
    counted = flag("已计入此前的岗位开发补贴")
    premium = money("意外伤害保险费")
    registered = flag("已办理就业失业登记")
    of_working_age = flag("在法定劳动年龄内")


class Enterprise(Facts):
    """企业、个体工商户和创业者."""

    size = word("规模", (MICRO, SMALL, MEDIUM, LARGE))
    registered = day("登记注册日期")
    first_licence = flag("首次领取营业执照")
    founder_insured = flag("创业者在本企业缴纳职工社会保险费")
    in_park = flag("在认定的孵化基地（园区）内")
    rent_relief = flag("享受场地租赁费用减免")
    rent_paid = money("本年度实付租金")
    year = number("第几年申请租赁补贴")
    qualifying_workers = number("符合条件的职工数")
    uplift = money("高附加值产业提高的标准")
    workers = rows("招用的职工", Worker)
    grants = rows("此前领取的补贴", Grant)


class Service(Facts):
    """服务机构办理的一批."""

    destination = word("输出地域", (WITHIN_CITY, WITHIN_PROVINCE, BEYOND_PROVINCE))
    persons = number("人数")
    contract_months = number("劳动合同月数")
    local_standard = money("当地标准")
    enterprises = number("监测企业数")
    firms = number("孵化出的企业数")
    months_since_leaving = number("搬离基地后正常经营月数")
    jobs_each = number("每户企业带动就业人数")
    paid_this_year = money("本年度已得奖补")
    year = number("第几年申请奖补")

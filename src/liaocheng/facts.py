"""事实目录: what the city knows of persons, households, firms and places, and who answers for it."""

from guangyue.registries.facts import About, FactKind, Sensitivity
from guangyue.registries.shapes import (
    Amount,
    Day,
    FirmCode,
    OneOf,
    PersonNumber,
    Point,
    Record,
    Text,
    Township,
    Whole,
    YesNo,
)

PUBLIC_SECURITY = "public-security"
TRAFFIC_POLICE = "traffic-police"
CIVIL_AFFAIRS = "civil-affairs"
HUMAN_RESOURCES = "human-resources"
EDUCATION = "education-and-sports"
MEDICAL_INSURANCE = "medical-insurance"
DISABLED_FEDERATION = "disabled-federation"
VETERANS = "veterans"
POVERTY_RELIEF = "poverty-relief"
NATURAL_RESOURCES = "natural-resources"
MARKET = "market"
INDUSTRY = "industry"
TAXATION = "taxation"
SCIENCE = "science"
ECOLOGY = "ecology"

OPEN, PERSONAL, SENSITIVE = Sensitivity.OPEN, Sensitivity.PERSONAL, Sensitivity.SENSITIVE
PERSON, HOUSEHOLD, FIRM, PLACE = About.PERSON, About.HOUSEHOLD, About.FIRM, About.PLACE

POPULATION = "人口信息系统"
EMPLOYMENT_REGISTER = "就业失业登记系统"
INSURANCE_REGISTER = "社会保险业务系统"
RELIEF_REGISTER = "社会救助信息系统"
BUSINESS_REGISTER = "市场主体登记系统"
PLACE_REGISTER = "地名地址库"

CERTIFICATE = Record(
    (
        ("kind", "", Text()),
        ("occupation", "", Text()),
        ("level", "", Whole("级")),
        ("fee", "培训鉴定费用", Amount()),
    )
)
BENEFIT = Record(
    (
        ("benefit", "", Text()),
        ("months", "", Whole("个月")),
        ("amount", "", Amount()),
        ("paid_on", "发放于", Day()),
    )
)

OF_PERSONS = (
    FactKind(PERSON, "name", "姓名", Text(), PUBLIC_SECURITY, POPULATION, column="name"),
    FactKind(PERSON, "sex", "性别", OneOf(("女", "男")), PUBLIC_SECURITY, POPULATION, column="sex"),
    FactKind(PERSON, "birth_date", "出生日期", Day(), PUBLIC_SECURITY, POPULATION, column="birth_date"),
    FactKind(PERSON, "deceased", "死亡登记", YesNo(), PUBLIC_SECURITY, POPULATION, absent=False),
    FactKind(PERSON, "settled", "户籍性质", OneOf(("农村", "城镇")), PUBLIC_SECURITY, POPULATION),
    FactKind(PERSON, "residence", "住址", Text(), PUBLIC_SECURITY, POPULATION),
    FactKind(PERSON, "township", "居住镇街", Township(), PUBLIC_SECURITY, POPULATION, column="region"),
    FactKind(PERSON, "household", "户号", Text(), PUBLIC_SECURITY, POPULATION, column="household"),
    FactKind(
        PERSON,
        "relation",
        "与户主关系",
        OneOf(("户主", "配偶", "子女", "父母", "孙子女")),
        PUBLIC_SECURITY,
        POPULATION,
    ),
    FactKind(
        PERSON, "marital", "婚姻状况", OneOf(("未婚", "已婚", "离异", "丧偶")), CIVIL_AFFAIRS, "婚姻登记系统"
    ),
    FactKind(PERSON, "veteran", "退役军人", YesNo(), VETERANS, "退役军人建档立卡系统", absent=False),
    FactKind(
        PERSON,
        "education",
        "学历",
        OneOf(("小学及以下", "初中", "高中或中专", "大学专科", "大学本科", "研究生")),
        EDUCATION,
        "学历信息库",
    ),
    FactKind(
        PERSON,
        "enrolled",
        "在校学段",
        OneOf(("不在校", "幼儿园", "小学", "初中", "普通高中", "中等职业学校", "普通高校")),
        EDUCATION,
        "学籍系统",
        absent="不在校",
    ),
    FactKind(PERSON, "graduated_on", "高校毕业日期", Day(), EDUCATION, "学历信息库"),
    FactKind(
        PERSON,
        "employment",
        "就业状态",
        OneOf(("单位就业", "灵活就业", "务农", "公益性岗位", "登记失业", "未就业", "退休", "在校")),
        HUMAN_RESOURCES,
        EMPLOYMENT_REGISTER,
    ),
    FactKind(PERSON, "employer", "用人单位", FirmCode(), HUMAN_RESOURCES, EMPLOYMENT_REGISTER),
    FactKind(PERSON, "contract_until", "劳动合同止期", Day(), HUMAN_RESOURCES, "劳动用工备案系统"),
    FactKind(PERSON, "wage", "月工资", Amount(), HUMAN_RESOURCES, INSURANCE_REGISTER),
    FactKind(
        PERSON,
        "insurance",
        "社会保险",
        OneOf(("未参保", "城乡居民", "职工", "灵活就业人员", "退休人员")),
        HUMAN_RESOURCES,
        INSURANCE_REGISTER,
    ),
    FactKind(
        PERSON, "insured_months", "职工养老保险累计缴费", Whole("个月"), HUMAN_RESOURCES, INSURANCE_REGISTER
    ),
    FactKind(PERSON, "unit_premium", "单位每月缴纳社会保险费", Amount(), HUMAN_RESOURCES, INSURANCE_REGISTER),
    FactKind(PERSON, "own_premium", "个人每月缴纳社会保险费", Amount(), HUMAN_RESOURCES, INSURANCE_REGISTER),
    FactKind(PERSON, "pension", "每月养老金", Amount(), HUMAN_RESOURCES, INSURANCE_REGISTER, absent=0),
    FactKind(
        PERSON,
        "unemployment_benefit",
        "失业保险金",
        OneOf(("未享受", "领取中", "期满")),
        HUMAN_RESOURCES,
        INSURANCE_REGISTER,
        absent="未享受",
    ),
    FactKind(
        PERSON, "unemployment_benefit_until", "失业保险金止期", Day(), HUMAN_RESOURCES, INSURANCE_REGISTER
    ),
    FactKind(
        PERSON,
        "hardship",
        "就业困难人员",
        OneOf(("无", "大龄失业", "残疾", "低保家庭", "零就业家庭", "长期失业")),
        HUMAN_RESOURCES,
        EMPLOYMENT_REGISTER,
        SENSITIVE,
        absent="无",
    ),
    FactKind(PERSON, "startup_loan", "创业担保贷款", Amount(), HUMAN_RESOURCES, "创业担保贷款系统", absent=0),
    FactKind(
        PERSON, "certificate", "职业技能证书", CERTIFICATE, HUMAN_RESOURCES, "职业技能鉴定系统", several=True
    ),
    FactKind(PERSON, "benefit", "已发补贴", BENEFIT, HUMAN_RESOURCES, "补贴资金发放台账", several=True),
    FactKind(
        PERSON,
        "disability",
        "残疾等级",
        OneOf(("无", "一级", "二级", "三级", "四级")),
        DISABLED_FEDERATION,
        "残疾人人口基础数据库",
        SENSITIVE,
        absent="无",
    ),
    FactKind(
        PERSON,
        "disability_kind",
        "残疾类别",
        OneOf(("肢体", "视力", "听力", "言语", "智力", "精神", "多重")),
        DISABLED_FEDERATION,
        "残疾人人口基础数据库",
        SENSITIVE,
    ),
    FactKind(
        PERSON,
        "illness",
        "重大疾病",
        OneOf(("无", "恶性肿瘤", "终末期肾病", "重性精神疾病", "再生障碍性贫血", "器官移植术后")),
        MEDICAL_INSURANCE,
        "医疗保障信息平台",
        SENSITIVE,
        absent="无",
    ),
    FactKind(
        PERSON,
        "care",
        "特困人员照料等级",
        OneOf(("无", "全自理", "半护理", "全护理")),
        CIVIL_AFFAIRS,
        RELIEF_REGISTER,
        SENSITIVE,
        absent="无",
    ),
)

OF_HOUSEHOLDS = (
    FactKind(HOUSEHOLD, "income", "人均月收入", Amount(), CIVIL_AFFAIRS, "家庭经济状况核对系统", SENSITIVE),
    FactKind(
        HOUSEHOLD,
        "allowance",
        "最低生活保障",
        OneOf(("未享受", "城市低保", "农村低保")),
        CIVIL_AFFAIRS,
        RELIEF_REGISTER,
        SENSITIVE,
        absent="未享受",
    ),
    FactKind(
        HOUSEHOLD,
        "low_income",
        "低收入家庭",
        YesNo(),
        CIVIL_AFFAIRS,
        RELIEF_REGISTER,
        SENSITIVE,
        absent=False,
    ),
    FactKind(
        HOUSEHOLD,
        "registered_poor",
        "建档立卡",
        YesNo(),
        POVERTY_RELIEF,
        "扶贫开发信息系统",
        SENSITIVE,
        absent=False,
    ),
    FactKind(HOUSEHOLD, "homes", "住房", Whole("套"), NATURAL_RESOURCES, "不动产登记系统"),
    FactKind(HOUSEHOLD, "vehicles", "机动车", Whole("辆"), TRAFFIC_POLICE, "机动车登记系统"),
)

OF_FIRMS = (
    FactKind(FIRM, "name", "名称", Text(), MARKET, BUSINESS_REGISTER, OPEN, column="name"),
    FactKind(
        FIRM,
        "kind",
        "类型",
        OneOf(("企业", "个体工商户", "农民专业合作社")),
        MARKET,
        BUSINESS_REGISTER,
        OPEN,
        column="kind",
    ),
    FactKind(
        FIRM,
        "industry",
        "行业",
        OneOf(
            (
                "制造业",
                "批发和零售业",
                "建筑业",
                "交通运输、仓储和邮政业",
                "住宿和餐饮业",
                "信息传输、软件和信息技术服务业",
                "居民服务、修理和其他服务业",
                "租赁和商务服务业",
                "科学研究和技术服务业",
                "农、林、牧、渔业",
            )
        ),
        MARKET,
        BUSINESS_REGISTER,
        OPEN,
        column="industry",
    ),
    FactKind(
        FIRM,
        "status",
        "登记状态",
        OneOf(("在营", "注销", "吊销")),
        MARKET,
        BUSINESS_REGISTER,
        OPEN,
        column="status",
    ),
    FactKind(FIRM, "township", "所在镇街", Township(), MARKET, BUSINESS_REGISTER, OPEN, column="region"),
    FactKind(
        FIRM, "registered_on", "成立日期", Day(), MARKET, BUSINESS_REGISTER, OPEN, column="registered_on"
    ),
    FactKind(FIRM, "capital", "注册资本", Amount(), MARKET, BUSINESS_REGISTER, OPEN),
    FactKind(
        FIRM,
        "legal_representative",
        "法定代表人或者经营者",
        PersonNumber(),
        MARKET,
        BUSINESS_REGISTER,
        column="legal_representative",
    ),
    FactKind(FIRM, "first_licence", "法定代表人首次办理营业执照", YesNo(), MARKET, BUSINESS_REGISTER),
    FactKind(
        FIRM,
        "credit_risk",
        "信用风险分类",
        OneOf(("A 信用风险低", "B 信用风险一般", "C 信用风险较高", "D 信用风险高")),
        MARKET,
        "企业信用风险分类系统",
    ),
    FactKind(
        FIRM,
        "size",
        "规模",
        OneOf(("微型", "小型", "中型", "大型")),
        INDUSTRY,
        "中小企业名录",
        OPEN,
        column="size",
    ),
    FactKind(FIRM, "staff", "从业人数", Whole("人"), HUMAN_RESOURCES, "劳动用工备案系统"),
    FactKind(FIRM, "insured", "参保职工", Whole("人"), HUMAN_RESOURCES, INSURANCE_REGISTER),
    FactKind(FIRM, "layoffs", "上年度裁员", Whole("人"), HUMAN_RESOURCES, INSURANCE_REGISTER),
    FactKind(FIRM, "incubated", "入驻创业孵化基地", YesNo(), HUMAN_RESOURCES, "创业服务系统", absent=False),
    FactKind(FIRM, "benefit", "已发补贴", BENEFIT, HUMAN_RESOURCES, "补贴资金发放台账", several=True),
    FactKind(FIRM, "unemployment_premium", "上年度缴纳失业保险费", Amount(), TAXATION, "社会保险费征管系统"),
    FactKind(FIRM, "turnover", "上年度营业收入", Amount(), TAXATION, "税收征管系统"),
    FactKind(FIRM, "tax_grade", "纳税信用级别", OneOf(("A", "B", "M", "C", "D")), TAXATION, "纳税信用系统"),
    FactKind(FIRM, "high_tech", "高新技术企业", YesNo(), SCIENCE, "高新技术企业名录", OPEN, absent=False),
    FactKind(
        FIRM,
        "emission",
        "应急减排绩效分级",
        OneOf(("不在清单", "A", "B", "C", "D")),
        ECOLOGY,
        "重污染天气应急减排清单",
        OPEN,
        absent="不在清单",
    ),
)

OF_PLACES = (
    FactKind(PLACE, "title", "名称", Text(), CIVIL_AFFAIRS, PLACE_REGISTER, OPEN, column="title"),
    FactKind(
        PLACE,
        "kind",
        "类别",
        OneOf(("住宅小区", "村庄", "经营场所")),
        CIVIL_AFFAIRS,
        PLACE_REGISTER,
        OPEN,
        column="kind",
    ),
    FactKind(PLACE, "township", "所在镇街", Township(), CIVIL_AFFAIRS, PLACE_REGISTER, OPEN, column="region"),
    FactKind(PLACE, "position", "位置", Point(), NATURAL_RESOURCES, PLACE_REGISTER, OPEN, column="position"),
)

FACTS = (*OF_PERSONS, *OF_HOUSEHOLDS, *OF_FIRMS, *OF_PLACES)

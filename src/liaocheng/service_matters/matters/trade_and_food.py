"""市场监管和行业准入: food, drugs, labour, travel. Limits and papers are of the demonstration."""

from guangyue.matters.declaration import (
    Answer,
    Audience,
    Entry,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Question,
)
from liaocheng.city import APPROVAL, CULTURE_AND_TOURISM, EMERGENCY, HEALTH, HUMAN_RESOURCES, MARKET
from liaocheng.service_matters.matters.papers import (
    ADDRESS,
    BUSINESS_LICENCE,
    DELIVERY_ADDRESS,
    FIRM_NAME,
    FLOOR_PLAN,
    HEALTH_CERTIFICATES,
    ID_CARD,
    LEASE,
    MANDATE,
    SAFETY_RULES,
    STAFF_LIST,
)
from liaocheng.service_matters.matters.writing import (
    Offered,
    Situation,
    asked,
    law,
    matter,
    regulation,
    rule,
)

BOTH_LEVELS = (Level.CITY, Level.COUNTY)
ENTERPRISE = (Flag.ONLINE, Flag.ONE_VISIT, Flag.ENTERPRISE)

EQUIPMENT = Material(
    "equipment-list",
    "主要设备设施清单",
    deferrable=True,
    supply_days=10,
    sample="名称、型号、数量、放在哪个功能间",
)
DISINFECTION = Material(
    "test-report",
    "卫生检测报告",
    deferrable=True,
    supply_days=10,
    sample="有资质的机构出具，一年以内",
)
PERMIT_ORIGINAL = Material("permit-original", "原许可证", sample="遗失的写明遗失声明的日期和报刊")

FOOD = matter(
    code="131011",
    name="食品经营许可",
    kind=PowerKind.PERMIT,
    bases=(
        law("中华人民共和国食品安全法", "第三十五条"),
        rule("食品经营许可管理办法", "第二条"),
    ),
    levels=(Level.COUNTY,),
    audience=Audience.BOTH,
    conditions="有营业执照；有与经营的食品品种、数量相适应的场所、设备和布局；有食品安全管理人员和制度。",
    days=5,
    statutory=20,
    flags=(*ENTERPRISE, Flag.FREQUENT, Flag.MOBILE),
    aliases=("食品证", "开饭店", "餐饮许可证", "食品许可证", "开超市", "开餐馆"),
    actual_steps=3,
    fields=(FIRM_NAME, ADDRESS, DELIVERY_ADDRESS),
    questions=(
        Question(
            "have",
            "办哪一种？",
            (
                Answer("第一次办证", question="trade"),
                Answer("证快到期了", variant="renewal"),
                Answer("地址、项目等有变化", variant="change"),
                Answer("不再经营", variant="closing"),
            ),
        ),
        Question(
            "trade",
            "经营什么？",
            (
                Answer("预包装食品销售", variant="packed"),
                Answer("散装食品、冷藏冷冻食品销售", variant="retail"),
                Answer("餐饮服务", variant="catering"),
                Answer("单位食堂", variant="canteen"),
            ),
            help="只卖预包装食品的最简单",
        ),
    ),
    situations=(
        Situation("packed", "新办：预包装食品销售", (BUSINESS_LICENCE, ID_CARD, MANDATE), days=1),
        Situation(
            "retail",
            "新办：散装、冷藏冷冻食品销售",
            (BUSINESS_LICENCE, ID_CARD, FLOOR_PLAN, EQUIPMENT, SAFETY_RULES, HEALTH_CERTIFICATES, MANDATE),
        ),
        Situation(
            "catering",
            "新办：餐饮服务",
            (BUSINESS_LICENCE, ID_CARD, FLOOR_PLAN, EQUIPMENT, SAFETY_RULES, HEALTH_CERTIFICATES, MANDATE),
            fields=(FormField("seats", "就餐座位数", Entry.NUMBER),),
            faqs=(asked("凉菜、裱花要单独的间吗？", "要，写在布局图上，现场核查时看。"),),
        ),
        Situation(
            "canteen",
            "新办：单位食堂",
            (BUSINESS_LICENCE, ID_CARD, FLOOR_PLAN, EQUIPMENT, SAFETY_RULES, HEALTH_CERTIFICATES, MANDATE),
            fields=(FormField("diners", "就餐人数", Entry.NUMBER),),
        ),
        Situation("renewal", "延续", (BUSINESS_LICENCE, PERMIT_ORIGINAL, MANDATE), days=3),
        Situation("change", "变更", (BUSINESS_LICENCE, PERMIT_ORIGINAL, FLOOR_PLAN, MANDATE), days=3),
        Situation("closing", "注销", (BUSINESS_LICENCE, PERMIT_ORIGINAL, MANDATE), days=1),
    ),
    points=("布局图和现场一致", "设备和经营项目相适应", "从业人员健康证明在有效期内", "管理人员经过考核"),
    faqs=(
        asked("健康证明还没有出来怎么办？", "可以先受理，十个工作日内补齐。"),
        asked("什么时候申请延续？", "有效期届满三十个工作日以前。"),
    ),
)

DRUGS = matter(
    code="131012",
    name="药品零售企业许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国药品管理法", "第五十一条"),),
    levels=(Level.COUNTY,),
    audience=Audience.FIRM,
    conditions="有依法经过资格认定的药师，有与所经营药品相适应的场所、设备、仓储和管理制度。",
    days=10,
    statutory=30,
    flags=ENTERPRISE,
    aliases=("开药店", "药品经营许可证"),
    actual_steps=4,
    fields=(FIRM_NAME, ADDRESS),
    questions=(
        Question(
            "chain",
            "是不是连锁门店？",
            (Answer("单体药店", variant="single"), Answer("连锁门店", variant="chain")),
        ),
    ),
    situations=(
        Situation("single", "单体药店", (BUSINESS_LICENCE, STAFF_LIST, FLOOR_PLAN, SAFETY_RULES, LEASE)),
        Situation("chain", "连锁门店", (BUSINESS_LICENCE, STAFF_LIST, FLOOR_PLAN, LEASE), days=7),
    ),
    points=("药师在职在岗", "处方药和非处方药分区", "计算机系统能追溯"),
    faqs=(asked("药师可以兼职吗？", "不可以，要在本店注册。"),),
)

EQUIPMENT_USE = matter(
    code="131013",
    name="特种设备使用登记",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国特种设备安全法", "第三十三条"),),
    levels=BOTH_LEVELS,
    audience=Audience.BOTH,
    conditions="设备经监督检验合格，投入使用前或者投入使用后三十日内。",
    days=3,
    statutory=15,
    flags=ENTERPRISE,
    aliases=("电梯登记", "锅炉登记", "叉车上牌"),
    actual_steps=2,
    fields=(FIRM_NAME, ADDRESS),
    questions=(
        Question(
            "device",
            "登记什么设备？",
            (
                Answer("电梯、锅炉、压力容器", variant="by_unit"),
                Answer("场（厂）内专用机动车辆", variant="vehicle"),
            ),
        ),
    ),
    situations=(
        Situation(
            "by_unit",
            "按台登记",
            (
                BUSINESS_LICENCE,
                Material("inspection", "监督检验证书", sample="检验机构出具，写明下次检验日期"),
                STAFF_LIST,
            ),
        ),
        Situation(
            "vehicle",
            "车辆登记",
            (
                BUSINESS_LICENCE,
                Material("product-conformity", "产品合格证", sample="随车文件，写明车架号"),
                STAFF_LIST,
            ),
            days=1,
        ),
    ),
    points=("检验结论合格", "作业人员持证", "单位和使用地点属实"),
    faqs=(asked("搬了地方要重新登记吗？", "要变更登记，三十日内提出。"),),
)

HYGIENE = matter(
    code="123011",
    name="公共场所卫生许可",
    kind=PowerKind.PERMIT,
    bases=(regulation("公共场所卫生管理条例", "第四条"),),
    levels=(Level.COUNTY,),
    audience=Audience.BOTH,
    conditions="场所选址、布局、通风、采光、用水和消毒符合卫生标准。",
    days=3,
    statutory=20,
    flags=(*ENTERPRISE, Flag.FREQUENT),
    aliases=("卫生许可证", "开宾馆", "开理发店", "开浴池", "告知承诺"),
    actual_steps=2,
    fields=(FIRM_NAME, ADDRESS),
    questions=(
        Question(
            "have",
            "办哪一种？",
            (
                Answer("第一次办，承诺符合标准", variant="promise"),
                Answer("第一次办，不作承诺", variant="new"),
                Answer("四年到期延续", variant="renewal"),
            ),
        ),
    ),
    situations=(
        Situation("promise", "告知承诺新办", (BUSINESS_LICENCE, FLOOR_PLAN, HEALTH_CERTIFICATES), days=1),
        Situation("new", "新办", (BUSINESS_LICENCE, FLOOR_PLAN, DISINFECTION, HEALTH_CERTIFICATES)),
        Situation("renewal", "延续", (BUSINESS_LICENCE, PERMIT_ORIGINAL, DISINFECTION)),
    ),
    points=("清洗消毒间独立", "检测结论合格", "从业人员健康证明在有效期内"),
    faqs=(asked("美甲店要办吗？", "只做美甲的不用，有美容项目的要办。"),),
)

DISPATCH = matter(
    code="114011",
    name="劳务派遣经营许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国劳动合同法", "第五十七条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="注册资本不少于人民币二百万元，有固定的经营场所和设施，有派遣管理制度。",
    days=8,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("劳务公司许可", "派遣资质"),
    actual_steps=3,
    fields=(FIRM_NAME, ADDRESS),
    questions=(
        Question(
            "have", "办哪一种？", (Answer("新办", variant="new"), Answer("三年到期延续", variant="renewal"))
        ),
    ),
    situations=(
        Situation("new", "新办", (BUSINESS_LICENCE, LEASE, SAFETY_RULES, STAFF_LIST)),
        Situation("renewal", "延续", (BUSINESS_LICENCE, PERMIT_ORIGINAL, STAFF_LIST), days=5),
    ),
    points=("实缴注册资本够数", "场所和办公设施属实", "派遣协议样本合法"),
    faqs=(asked("分公司要办吗？", "分公司办备案，不另办许可。"),),
)

AGENCY = matter(
    code="114012",
    name="人力资源服务许可",
    kind=PowerKind.PERMIT,
    bases=(regulation("人力资源市场暂行条例", "第十八条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="从事职业中介活动；有三名以上专职工作人员，有场所和制度。",
    days=5,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("职业中介", "猎头", "人力资源公司"),
    actual_steps=2,
    fields=(FIRM_NAME, ADDRESS),
    situations=(Situation("new", "新办", (BUSINESS_LICENCE, LEASE, SAFETY_RULES, STAFF_LIST)),),
    points=("专职人员三名以上", "收费标准公示"),
    faqs=(asked("只做招聘广告要办吗？", "不办许可，办备案。"),),
)

TRAVEL = matter(
    code="122001",
    name="旅行社设立许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国旅游法", "第二十八条"), regulation("旅行社条例", "第六条")),
    levels=(Level.CITY,),
    audience=Audience.FIRM,
    conditions="有固定的经营场所、必要的营业设施、符合规定的注册资本、经营管理人员和导游。",
    days=7,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("开旅行社",),
    actual_steps=3,
    fields=(FIRM_NAME, ADDRESS),
    situations=(Situation("new", "设立旅行社", (BUSINESS_LICENCE, LEASE, STAFF_LIST, SAFETY_RULES)),),
    points=("质量保证金的账户", "导游人数和资格"),
    faqs=(asked("保证金什么时候存？", "取得许可证之日起三个工作日内。"),),
)

CHEMICALS = matter(
    code="125001",
    name="危险化学品经营许可",
    kind=PowerKind.PERMIT,
    bases=(regulation("危险化学品安全管理条例", "第三十三条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="场所和储存设施符合国家标准，从业人员经过培训，有应急预案和设备。",
    days=12,
    statutory=30,
    flags=(Flag.ONLINE, Flag.ENTERPRISE),
    no_deferrable_because="涉及安全，材料缺一样都不能核查",
    exception="场地",
    aliases=("危化品证", "加油站"),
    actual_steps=5,
    fields=(FIRM_NAME, ADDRESS),
    questions=(
        Question(
            "store",
            "有没有储存设施？",
            (Answer("没有，只做票据往来", variant="paper"), Answer("有", variant="store")),
        ),
    ),
    situations=(
        Situation("paper", "不带储存设施", (BUSINESS_LICENCE, FLOOR_PLAN), days=5),
        Situation(
            "store",
            "带储存设施",
            (
                BUSINESS_LICENCE,
                FLOOR_PLAN,
                Material("safety-report", "安全评价报告", sample="有资质的机构出具，一年以内"),
                Material("emergency-plan", "应急预案备案登记表", sample="应急管理部门盖章"),
            ),
        ),
    ),
    points=("安全评价的问题已经整改", "防火间距", "应急器材到位"),
    faqs=(asked("加油站办哪一种？", "带储存设施的。"),),
)

PENALTY = matter(
    code="131911",
    name="对未经许可从事食品经营活动的处罚",
    kind=PowerKind.PENALTY,
    bases=(law("中华人民共和国食品安全法", "第一百二十二条"),),
    levels=BOTH_LEVELS,
    audience=Audience.BOTH,
    conditions="未取得食品经营许可从事食品经营活动。",
    days=60,
    statutory=90,
    on_application=False,
    situations=(),
)
INSPECTION = matter(
    code="131912",
    name="食品经营监督检查",
    kind=PowerKind.INSPECTION,
    bases=(law("中华人民共和国食品安全法", "第一百一十条"),),
    levels=BOTH_LEVELS,
    audience=Audience.BOTH,
    conditions="在本地从事食品经营。",
    days=20,
    on_application=False,
    situations=(),
)

MATTERS = (
    Offered(APPROVAL, FOOD),
    Offered(MARKET, DRUGS),
    Offered(MARKET, EQUIPMENT_USE),
    Offered(HEALTH, HYGIENE),
    Offered(HUMAN_RESOURCES, DISPATCH),
    Offered(HUMAN_RESOURCES, AGENCY),
    Offered(CULTURE_AND_TOURISM, TRAVEL),
    Offered(EMERGENCY, CHEMICALS),
    Offered(MARKET, PENALTY),
    Offered(MARKET, INSPECTION),
)

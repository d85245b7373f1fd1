"""不动产和工程建设: property, planning, building, sewage, environment. Limits and papers are of the
demonstration."""

from guangyue.matters.declaration import (
    Answer,
    Audience,
    Entry,
    Fee,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Question,
)
from liaocheng.city import ECOLOGY, HOUSING, NATURAL_RESOURCES, WATER
from liaocheng.service_matters.matters.papers import (
    BUSINESS_LICENCE,
    FIRM_NAME,
    HOUSEHOLD_BOOK,
    ID_CARD,
    LAND_CONTRACT,
    MANDATE,
    MARRIAGE_CERTIFICATE,
    MEANS_CHECK,
    PLANNING_PERMIT,
    PROPERTY_ADDRESS,
    PROPERTY_CERTIFICATE,
    SALE_CONTRACT,
    STAFF_LIST,
    TAX_CLEARANCE,
)
from liaocheng.service_matters.matters.writing import (
    CIVIL_CODE,
    Offered,
    Situation,
    asked,
    law,
    matter,
    regulation,
)

BOTH_LEVELS = (Level.CITY, Level.COUNTY)
ENTERPRISE = (Flag.ONLINE, Flag.ONE_VISIT, Flag.ENTERPRISE)

PROJECT = FormField("project", "项目名称")
PROJECT_SITE = FormField("site", "用地范围", Entry.AREA)
AREA = FormField("area", "建筑面积（平方米）", Entry.NUMBER)

TRANSFER = matter(
    code="115001",
    name="国有建设用地使用权及房屋所有权转移登记",
    kind=PowerKind.CONFIRMATION,
    bases=(
        law("中华人民共和国民法典", "第二百零九条"),
        regulation("不动产登记暂行条例", "第十四条"),
    ),
    levels=(Level.COUNTY,),
    audience=Audience.BOTH,
    conditions="不动产已经登记，没有查封、异议；双方共同申请。",
    days=3,
    statutory=30,
    fees=(
        Fee("不动产登记费（住宅）", "每件 80 元", "发改价格规〔2016〕2559号"),
        Fee("不动产登记费（非住宅）", "每件 550 元", "发改价格规〔2016〕2559号"),
    ),
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.FREQUENT, Flag.MOBILE),
    aliases=("二手房过户", "房产过户", "办房产证", "不动产过户", "房产证"),
    produces=(PROPERTY_CERTIFICATE.code,),
    actual_steps=2,
    fields=(PROPERTY_ADDRESS, AREA),
    questions=(
        Question(
            "why",
            "因为什么转移？",
            (
                Answer("买卖", question="new"),
                Answer("继承、受遗赠", variant="inherited"),
                Answer("离婚分割", variant="divorce"),
            ),
        ),
        Question(
            "new",
            "是新房还是二手房？",
            (Answer("向开发企业买的新房", variant="new"), Answer("二手房", variant="second_hand")),
        ),
    ),
    situations=(
        Situation("new", "新建商品房买卖", (ID_CARD, SALE_CONTRACT, TAX_CLEARANCE, MARRIAGE_CERTIFICATE)),
        Situation(
            "second_hand",
            "二手房买卖",
            (ID_CARD, SALE_CONTRACT, PROPERTY_CERTIFICATE, TAX_CLEARANCE, MARRIAGE_CERTIFICATE),
            days=1,
            faqs=(asked("水电气暖能一起过户吗？", "能，在“不动产登记和水电气暖过户”一件事里一次申请。"),),
        ),
        Situation(
            "inherited",
            "继承、受遗赠",
            (
                ID_CARD,
                PROPERTY_CERTIFICATE,
                Material("death", "死亡证明", sample="医院、公安机关或者人民法院出具"),
                Material("heirs", "亲属关系证明或者继承公证书", sample="写明全部法定继承人"),
            ),
            days=5,
        ),
        Situation(
            "divorce",
            "离婚分割",
            (
                ID_CARD,
                PROPERTY_CERTIFICATE,
                Material("division", "离婚协议书或者生效裁判文书", sample="写明房屋归谁，民政部门备案的"),
            ),
            days=3,
        ),
    ),
    points=("申请人是登记簿上的权利人", "没有查封、抵押未注销", "税款已经缴纳"),
    faqs=(asked("一方来不了怎么办？", "公证委托，或者线上核验后签名。"),),
)

MORTGAGE = matter(
    code="115002",
    name="不动产抵押权登记",
    kind=PowerKind.CONFIRMATION,
    bases=(law("中华人民共和国民法典", "第四百零二条"),),
    levels=(Level.COUNTY,),
    audience=Audience.BOTH,
    conditions="抵押人是登记簿上的权利人，抵押合同和主债权合同有效。",
    days=1,
    statutory=30,
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.FREQUENT, Flag.INSTANT),
    aliases=("房子抵押", "抵押登记", "解押"),
    actual_steps=1,
    fields=(PROPERTY_ADDRESS, FormField("debt", "担保金额", Entry.MONEY)),
    questions=(
        Question(
            "which", "办哪一种？", (Answer("设立抵押", variant="first"), Answer("注销抵押", variant="end"))
        ),
    ),
    situations=(
        Situation(
            "first",
            "首次登记",
            (
                ID_CARD,
                PROPERTY_CERTIFICATE,
                Material("loan-contract", "主债权合同和抵押合同", sample="银行可以电子签署后直接推送"),
            ),
        ),
        Situation("end", "注销登记", (ID_CARD, PROPERTY_CERTIFICATE)),
    ),
    points=("权利人一致", "没有查封", "担保范围明确"),
    faqs=(asked("要跑登记大厅吗？", "开通服务点的银行里就能办。"),),
)

LAND_USE = matter(
    code="115011",
    name="建设用地规划许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国城乡规划法", "第三十八条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="已经签订国有建设用地使用权出让合同或者取得划拨批准，符合控制性详细规划。",
    days=5,
    statutory=20,
    flags=(*ENTERPRISE, Flag.WHOLLY_ONLINE),
    no_deferrable_because="申请人只提交一份批准文件，其余由本市获取",
    aliases=("用地规划许可证",),
    actual_steps=2,
    fields=(FIRM_NAME, PROJECT, PROJECT_SITE),
    questions=(
        Question(
            "how", "怎么取得土地？", (Answer("出让", variant="granted"), Answer("划拨", variant="allocated"))
        ),
    ),
    situations=(
        Situation("granted", "出让用地", (BUSINESS_LICENCE, LAND_CONTRACT), days=1),
        Situation(
            "allocated",
            "划拨用地",
            (
                BUSINESS_LICENCE,
                Material("project-approval", "项目批准、核准或者备案文件", sample="写明项目代码"),
            ),
        ),
    ),
    points=("用地性质和控规一致", "范围和出让合同一致"),
    faqs=(asked("规划条件在哪里看？", "出让合同的附件里。"),),
)

PLANNING = matter(
    code="115012",
    name="建设工程规划许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国城乡规划法", "第四十条"),),
    levels=BOTH_LEVELS,
    audience=Audience.BOTH,
    conditions="有使用土地的证明，建设工程设计方案符合规划条件。",
    days=8,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("工程规划许可证", "规划证"),
    produces=(PLANNING_PERMIT.code,),
    actual_steps=4,
    fields=(FIRM_NAME, PROJECT, PROJECT_SITE, AREA),
    questions=(
        Question(
            "what",
            "建什么？",
            (Answer("房屋建筑", variant="building"), Answer("管线、道路", variant="line")),
        ),
    ),
    situations=(
        Situation(
            "building",
            "房屋建筑",
            (
                BUSINESS_LICENCE,
                PROPERTY_CERTIFICATE,
                Material("design", "建设工程设计方案", sample="总平面图、各层平面、立面、剖面，设计单位盖章"),
                Material(
                    "daylight", "日照分析报告", sample="住宅项目，写明结论", deferrable=True, supply_days=10
                ),
            ),
        ),
        Situation(
            "line",
            "管线、道路工程",
            (
                BUSINESS_LICENCE,
                Material("design", "建设工程设计方案", sample="总平面图、各层平面、立面、剖面，设计单位盖章"),
            ),
            days=5,
        ),
    ),
    points=("退线和间距", "容积率、绿地率", "停车位", "日照"),
    faqs=(asked("方案要公示吗？", "要，公示的时间不算在办理时限里。"),),
)

BUILDING = matter(
    code="117001",
    name="建筑工程施工许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国建筑法", "第七条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="已经办理用地和规划手续，确定施工企业，有满足施工需要的资金和图纸，有保证质量和安全的措施。",
    days=3,
    statutory=7,
    flags=ENTERPRISE,
    aliases=("施工许可证", "开工证"),
    actual_steps=3,
    fields=(FIRM_NAME, PROJECT, AREA, FormField("cost", "合同价", Entry.MONEY)),
    situations=(
        Situation(
            "ordinary",
            "房屋建筑和市政工程",
            (
                BUSINESS_LICENCE,
                PLANNING_PERMIT,
                Material("contract", "施工合同", sample="双方签章，写明合同价和工期"),
                Material("drawing-check", "施工图审查合格书", sample="审查机构出具"),
                STAFF_LIST,
                Material(
                    "fund-promise",
                    "建设资金已经落实承诺书",
                    sample="法定代表人签字",
                    deferrable=True,
                    supply_days=5,
                ),
            ),
        ),
    ),
    points=("合同主体一致", "项目经理没有在别的在建项目", "质量安全措施"),
    faqs=(asked("面积小的要办吗？", "投资三十万元以下或者三百平方米以下的不办。"),),
)

PRESALE = matter(
    code="117002",
    name="商品房预售许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国城市房地产管理法", "第四十五条"),),
    levels=BOTH_LEVELS,
    audience=Audience.FIRM,
    conditions="已经交付全部土地使用权出让金，有规划许可证和施工许可证，投入资金达到总投资的百分之二十五以上。",
    days=5,
    statutory=10,
    flags=ENTERPRISE,
    aliases=("预售证", "卖房许可"),
    actual_steps=3,
    fields=(FIRM_NAME, PROJECT, AREA),
    situations=(
        Situation(
            "ordinary",
            "预售许可",
            (
                BUSINESS_LICENCE,
                PLANNING_PERMIT,
                LAND_CONTRACT,
                Material("escrow", "预售资金监管协议", sample="和监管银行、监管机构三方签订"),
                Material(
                    "plan", "预售方案", sample="楼栋、套数、价格、交付日期", deferrable=True, supply_days=5
                ),
            ),
        ),
    ),
    points=("投资额达到比例", "形象进度", "监管账户"),
    faqs=(asked("一栋楼可以分两次预售吗？", "不可以，按栋申请。"),),
)

HOME = matter(
    code="117003",
    name="公共租赁住房资格确认",
    kind=PowerKind.CONFIRMATION,
    bases=(regulation("社会救助暂行办法", "第三十七条"),),
    levels=(Level.COUNTY,),
    audience=Audience.PERSON,
    conditions="本市城镇户籍的低收入住房困难家庭，或者新就业无房职工。",
    days=15,
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.LIVELIHOOD, Flag.FREQUENT),
    field_of_life="民政救助",
    aliases=("公租房", "廉租房"),
    needs_prior_consent=False,
    actual_steps=4,
    fields=(FormField("members", "家庭人数", Entry.NUMBER),),
    situations=(
        Situation(
            "family", "家庭申请", (ID_CARD, HOUSEHOLD_BOOK, MEANS_CHECK, MARRIAGE_CERTIFICATE, MANDATE)
        ),
    ),
    points=("住房面积", "家庭收入和财产", "公示没有异议"),
    faqs=(asked("要交收入证明吗？", "不交，授权以后由民政部门核对。"),),
)

DISCHARGE = matter(
    code="117004",
    name="城镇污水排入排水管网许可",
    kind=PowerKind.PERMIT,
    bases=(regulation("城镇排水与污水处理条例", "第二十一条"),),
    levels=BOTH_LEVELS,
    audience=Audience.BOTH,
    conditions="从事工业、建筑、餐饮、医疗等活动，向城镇排水设施排放污水。",
    days=5,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("排水许可证",),
    actual_steps=3,
    fields=(FIRM_NAME, PROPERTY_ADDRESS),
    situations=(
        Situation(
            "ordinary",
            "一般排水户",
            (
                BUSINESS_LICENCE,
                Material("drain-plan", "排水管网图", sample="标明接口位置、预处理设施"),
                Material("water-test", "水质检测报告", sample="一年以内", deferrable=True, supply_days=10),
            ),
        ),
    ),
    points=("预处理设施", "接口位置", "水质达标"),
    faqs=(asked("小餐馆要办吗？", "要，简化办理。"),),
)

WATER_TAKING = matter(
    code="119001",
    name="取水许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国水法", "第四十八条"), regulation("取水许可和水资源费征收管理条例", "第二条")),
    levels=BOTH_LEVELS,
    audience=Audience.BOTH,
    conditions="直接从江河、湖泊或者地下取用水资源。",
    days=15,
    statutory=45,
    flags=ENTERPRISE,
    aliases=("打井", "取水证"),
    actual_steps=5,
    fields=(FIRM_NAME, PROPERTY_ADDRESS, FormField("volume", "年取水量（立方米）", Entry.NUMBER)),
    situations=(
        Situation(
            "ordinary",
            "新建项目取水",
            (
                BUSINESS_LICENCE,
                Material("water-report", "水资源论证报告", sample="取水量小的填论证表"),
                Material(
                    "third-party",
                    "与第三者利害关系说明",
                    sample="没有的写明没有",
                    deferrable=True,
                    supply_days=10,
                ),
            ),
        ),
    ),
    points=("区域用水总量", "是否在禁采区", "计量设施"),
    faqs=(asked("家庭生活少量取水要办吗？", "不用。"),),
)

EMISSION = matter(
    code="116001",
    name="排污许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国环境保护法", "第四十五条"), regulation("排污许可管理条例", "第二条")),
    levels=(Level.CITY,),
    audience=Audience.FIRM,
    conditions="在固定污染源排污许可分类管理名录里，实行重点管理或者简化管理。",
    days=15,
    statutory=30,
    flags=(Flag.ONLINE, Flag.WHOLLY_ONLINE, Flag.ENTERPRISE),
    aliases=("排污证",),
    actual_steps=4,
    fields=(FIRM_NAME, PROPERTY_ADDRESS),
    questions=(
        Question(
            "weight",
            "名录里是哪一类？",
            (Answer("重点管理", variant="heavy"), Answer("简化管理", variant="light")),
        ),
    ),
    situations=(
        Situation(
            "heavy",
            "重点管理",
            (
                BUSINESS_LICENCE,
                Material("emission-form", "排污许可证申请表", sample="在许可证管理信息平台填报"),
                Material(
                    "monitoring", "自行监测方案", sample="点位、指标、频次", deferrable=True, supply_days=10
                ),
            ),
        ),
        Situation(
            "light",
            "简化管理",
            (
                BUSINESS_LICENCE,
                Material("emission-form", "排污许可证申请表", sample="在许可证管理信息平台填报"),
            ),
            days=10,
        ),
    ),
    points=("排放口和排放去向", "总量指标", "自行监测"),
    faqs=(asked("登记管理的要办吗？", "不用申请许可证，在平台登记。"),),
)

MATTERS = (
    Offered(NATURAL_RESOURCES, TRANSFER, since=CIVIL_CODE),
    Offered(NATURAL_RESOURCES, MORTGAGE, since=CIVIL_CODE),
    Offered(NATURAL_RESOURCES, LAND_USE),
    Offered(NATURAL_RESOURCES, PLANNING),
    Offered(HOUSING, BUILDING),
    Offered(HOUSING, PRESALE),
    Offered(HOUSING, HOME),
    Offered(HOUSING, DISCHARGE),
    Offered(WATER, WATER_TAKING),
    Offered(ECOLOGY, EMISSION),
)

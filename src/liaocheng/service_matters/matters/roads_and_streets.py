"""交通、城管、农业: haulage, drivers, roads, boards. Limits and papers are of the demonstration."""

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
from liaocheng.city import AGRICULTURE, TRANSPORT, URBAN_MANAGEMENT
from liaocheng.service_matters.matters.papers import (
    ADDRESS,
    BUSINESS_LICENCE,
    DRIVING_LICENCE,
    FIRM_NAME,
    FLOOR_PLAN,
    ID_CARD,
    LEASE,
    PHOTO,
    SAFETY_RULES,
    STAFF_LIST,
    VEHICLE_LICENCE,
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

ENTERPRISE = (Flag.ONLINE, Flag.ONE_VISIT, Flag.ENTERPRISE)

HAULAGE = matter(
    code="118001",
    name="道路货物运输经营许可",
    kind=PowerKind.PERMIT,
    bases=(regulation("中华人民共和国道路运输条例", "第二十四条"),),
    levels=(Level.COUNTY,),
    audience=Audience.BOTH,
    conditions="有与经营业务相适应并经检测合格的车辆，有符合条件的驾驶人员，有安全生产管理制度。",
    days=3,
    statutory=20,
    flags=(*ENTERPRISE, Flag.FREQUENT),
    aliases=("货运许可证", "跑货运", "道路运输证"),
    actual_steps=2,
    fields=(FIRM_NAME, ADDRESS),
    questions=(
        Question(
            "cargo",
            "运什么？",
            (Answer("普通货物", variant="ordinary"), Answer("集装箱、罐式、大件", variant="special")),
        ),
    ),
    situations=(
        Situation("ordinary", "普通货运", (BUSINESS_LICENCE, VEHICLE_LICENCE, SAFETY_RULES)),
        Situation(
            "special", "专用和大件货运", (BUSINESS_LICENCE, VEHICLE_LICENCE, SAFETY_RULES, STAFF_LIST), days=5
        ),
    ),
    points=("车辆检测合格", "驾驶员资格", "安全制度"),
    faqs=(asked("四点五吨以下的要办吗？", "总质量四点五吨及以下的普通货运不用。"),),
)

RIDE = matter(
    code="118002",
    name="网络预约出租汽车驾驶员证",
    kind=PowerKind.PERMIT,
    bases=(rule("网络预约出租汽车经营服务管理暂行办法", "第十四条"),),
    levels=(Level.CITY,),
    audience=Audience.PERSON,
    conditions="有相应准驾车型驾驶证和三年以上驾驶经历，没有交通肇事犯罪、危险驾驶犯罪和暴力犯罪记录。",
    days=5,
    statutory=20,
    flags=(Flag.ONLINE, Flag.ONE_VISIT, Flag.MOBILE, Flag.FREQUENT, Flag.LIVELIHOOD),
    field_of_life="交通运输",
    aliases=("网约车证", "开滴滴"),
    actual_steps=2,
    situations=(Situation("ordinary", "考试合格后申领", (ID_CARD, DRIVING_LICENCE, PHOTO)),),
    points=("三年驾龄", "没有犯罪记录", "考试合格"),
    faqs=(asked("无犯罪记录要自己开吗？", "不用，由公安部门核查。"),),
)

OVERSIZE = matter(
    code="118003",
    name="公路超限运输许可",
    kind=PowerKind.PERMIT,
    bases=(law("中华人民共和国公路法", "第五十条"),),
    levels=(Level.CITY,),
    audience=Audience.BOTH,
    conditions="运输不可解体的物品，车货总体的外廓尺寸或者总质量超过限定标准。",
    days=2,
    statutory=20,
    flags=(*ENTERPRISE, Flag.WHOLLY_ONLINE, Flag.INSTANT),
    aliases=("大件运输", "超限证"),
    actual_steps=1,
    fields=(
        FIRM_NAME,
        FormField("route", "行驶路线", Entry.LONG_TEXT),
        FormField("weight", "总质量（吨）", Entry.NUMBER),
    ),
    questions=(
        Question(
            "size",
            "超限到什么程度？",
            (Answer("高四点二米、宽三米、长二十米以内", variant="small"), Answer("超过的", variant="large")),
        ),
    ),
    situations=(
        Situation("small", "一类超限", (BUSINESS_LICENCE, VEHICLE_LICENCE), days=1),
        Situation(
            "large",
            "二类、三类超限",
            (
                BUSINESS_LICENCE,
                VEHICLE_LICENCE,
                Material(
                    "outline",
                    "车货轮廓图",
                    sample="正面、侧面，标明尺寸和轴荷",
                    deferrable=True,
                    supply_days=1,
                ),
            ),
        ),
    ),
    points=("路线上的桥梁能承载", "轴荷"),
    faqs=(asked("跨省怎么办？", "在起运地申请，沿线联合审批。"),),
)

DIGGING = matter(
    code="116911",
    name="占用、挖掘城市道路许可",
    kind=PowerKind.PERMIT,
    bases=(
        regulation("城市道路管理条例", "第三十一条"),
        regulation("城市道路管理条例", "第三十三条"),
    ),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.BOTH,
    conditions="因特殊情况需要临时占用城市道路，或者因工程建设需要挖掘城市道路。",
    days=3,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("挖路", "占道", "破路"),
    actual_steps=2,
    fields=(FIRM_NAME, FormField("where", "占用、挖掘的位置", Entry.AREA)),
    questions=(
        Question(
            "what", "占用还是挖掘？", (Answer("临时占用", variant="occupy"), Answer("挖掘", variant="dig"))
        ),
    ),
    situations=(
        Situation("occupy", "临时占用", (BUSINESS_LICENCE, FLOOR_PLAN), days=1),
        Situation(
            "dig",
            "挖掘",
            (
                BUSINESS_LICENCE,
                FLOOR_PLAN,
                Material(
                    "traffic-plan",
                    "施工期间交通组织方案",
                    sample="围挡、绕行、工期",
                    deferrable=True,
                    supply_days=5,
                ),
            ),
        ),
    ),
    points=("地下管线避让", "新建道路五年以内不挖", "恢复路面的责任"),
    faqs=(asked("水电气外线工程也要等吗？", "小型的可以先开工后补办。"),),
)

BOARD = matter(
    code="116912",
    name="设置大型户外广告审批",
    kind=PowerKind.PERMIT,
    bases=(regulation("城市市容和环境卫生管理条例", "第十一条"),),
    levels=(Level.CITY, Level.COUNTY),
    audience=Audience.BOTH,
    conditions="位置符合户外广告设置规划，结构安全。",
    days=5,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("户外广告", "广告牌", "门头"),
    actual_steps=3,
    fields=(FIRM_NAME, FormField("where", "设置的位置")),
    situations=(
        Situation(
            "ordinary",
            "大型户外广告",
            (
                BUSINESS_LICENCE,
                LEASE,
                Material("picture", "效果图和结构图", sample="标明尺寸、材质、固定方式"),
            ),
        ),
    ),
    points=("设置规划", "结构安全", "不遮挡交通设施"),
    faqs=(asked("门头招牌要办吗？", "门头招牌按设置规范，不办这项许可。"),),
)

PESTICIDE = matter(
    code="120001",
    name="农药经营许可",
    kind=PowerKind.PERMIT,
    bases=(regulation("农药管理条例", "第二十四条"),),
    levels=(Level.COUNTY,),
    audience=Audience.BOTH,
    conditions="有农药和病虫害防治专业知识的经营人员，有场所、设备和管理制度。",
    days=7,
    statutory=20,
    flags=ENTERPRISE,
    aliases=("卖农药", "农资店"),
    actual_steps=3,
    fields=(FIRM_NAME, ADDRESS),
    situations=(
        Situation("ordinary", "新办", (BUSINESS_LICENCE, LEASE, FLOOR_PLAN, SAFETY_RULES, STAFF_LIST)),
    ),
    points=("经营人员培训合格", "和食品分开", "可追溯的台账"),
    faqs=(asked("限制使用农药呢？", "向省级农业农村部门申请。"),),
)

MATTERS = (
    Offered(TRANSPORT, HAULAGE),
    Offered(TRANSPORT, RIDE),
    Offered(TRANSPORT, OVERSIZE),
    Offered(URBAN_MANAGEMENT, DIGGING),
    Offered(URBAN_MANAGEMENT, BOARD),
    Offered(AGRICULTURE, PESTICIDE),
)

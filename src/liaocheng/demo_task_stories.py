"""演示任务: two documents as printed, by titles, units and days; how far each has come is made up."""

from datetime import date

from guangyue.tasks.demo_declaration import DemoDocument, DemoTask, Story
from guangyue.tasks.states import DueKind
from liaocheng.documents import document

LOCAL = "各县（市、区）人民政府、市属开发区管委会"
YEAR_END, MID_YEAR = date(2020, 12, 31), date(2021, 6, 30)
PLAN_ENDS = date(2022, 12, 31)


def _inherited(
    label: str,
    title: str,
    lead: str,
    responsible: str = "",
    *,
    story: Story = Story.ACCEPTED,
) -> DemoTask:
    return DemoTask(
        label,
        title,
        lead,
        responsible,
        due=PLAN_ENDS,
        due_kind=DueKind.INHERITED,
        story=story,
    )


MY_LIAOCHENG = (
    DemoTask(
        "1",
        "建设提升“随手拍”应用",
        "市12345市民热线受理中心",
        f"市直各单位、{LOCAL}",
        due=YEAR_END,
        story=Story.CLOSED,
        percent=100,
    ),
    DemoTask(
        "2",
        "开通“企业直通车”",
        "市12345市民热线受理中心、市发展改革委",
        f"市直各单位、{LOCAL}",
        due=YEAR_END,
        story=Story.CLOSED,
        percent=100,
    ),
    DemoTask("3", "强化“全民城管”功能应用", "市城管局", LOCAL, due=MID_YEAR, percent=75),
    DemoTask(
        "4",
        "提升公共交通基础设施智能化水平",
        "市交通运输局",
        "市城管局、市大数据局、市公交集团、东昌府区人民政府、市属开发区管委会",
        due=MID_YEAR,
        percent=55,
    ),
    DemoTask(
        "5",
        "实现公共交通出行实时查询",
        "市交通运输局",
        f"市公交集团、市交运集团、{LOCAL}",
        due=YEAR_END,
        story=Story.CLOSED,
        percent=100,
    ),
    DemoTask("6", "扩大交通出行服务范围", "市交通运输局", f"市交运集团、{LOCAL}", due=MID_YEAR, percent=65),
    DemoTask(
        "7",
        "强化驾考培训服务",
        "市公安局交巡警支队、市交通运输局",
        LOCAL,
        due=MID_YEAR,
        percent=30,
        problems="培训教练数据由省平台管理",
    ),
    DemoTask(
        "8",
        "建设智慧停车系统",
        "市公安局交巡警支队",
        f"市城管局、市住房城乡建设局、市大数据局、{LOCAL}",
        due=MID_YEAR,
        percent=40,
        problems="县区停车场数据标准不统一",
    ),
    DemoTask("9", "整合在线教育学习资源", "市教体局", LOCAL, due=MID_YEAR, percent=70),
    DemoTask("10", "扩展教育缴费服务", "市教育体育局", LOCAL, due=MID_YEAR, percent=80),
    DemoTask(
        "11", "建设中小学入学预报名系统", "市教育体育局", LOCAL, due=MID_YEAR, story=Story.CLOSED, percent=100
    ),
    DemoTask(
        "12",
        "整合公共事业领域在线缴费",
        "市城管局、市发展改革委",
        f"市城市水务集团有限公司、国网聊城供电公司、{LOCAL}",
        due=YEAR_END,
        percent=80,
        problems="两家供热企业的接口没有开放",
    ),
    DemoTask(
        "13",
        "建设智慧旅游共享平台",
        "市文化和旅游局",
        f"市旅游发展集团、{LOCAL}",
        due=YEAR_END,
        story=Story.CLOSED,
        percent=100,
    ),
    DemoTask(
        "14", "推进“智慧古城”建设", "市文化和旅游局", f"市旅游发展集团、{LOCAL}", due=MID_YEAR, percent=50
    ),
    DemoTask("15", "整合全市卫生健康数据资源", "市卫生健康委", LOCAL, due=MID_YEAR, percent=60),
    DemoTask(
        "16", "优化提升医保电子化服务功能", "市医保局", LOCAL, due=MID_YEAR, story=Story.ASKED, percent=100
    ),
    DemoTask(
        "17",
        "优化提升社保服务应用",
        "市人力资源社会保障局",
        LOCAL,
        due=YEAR_END,
        story=Story.CLOSED,
        percent=100,
    ),
    DemoTask(
        "18",
        "优化提升住房公积金服务应用",
        "市住房公积金管理中心",
        LOCAL,
        due=YEAR_END,
        story=Story.CLOSED,
        percent=100,
    ),
    DemoTask(
        "19", "建设文化活动服务平台", "市文化和旅游局", LOCAL, due=YEAR_END, story=Story.CLOSED, percent=100
    ),
    DemoTask(
        "20", "建设体育服务平台", "市教育体育局", LOCAL, due=YEAR_END, percent=60, problems="体育场馆数据不全"
    ),
    DemoTask(
        "21",
        "整合房产交易与不动产登记信息",
        "市住房城乡建设局、市自然资源和规划局、市中级法院",
        LOCAL,
        due=YEAR_END,
        percent=90,
        problems="房产查封信息尚未共享",
    ),
    DemoTask(
        "22",
        "整合音视频资源",
        "市文化和旅游局",
        f"市广播电视台、{LOCAL}",
        due=YEAR_END,
        story=Story.CLOSED,
        percent=100,
    ),
    DemoTask(
        "23",
        "搭建智慧社区管理服务平台",
        "市大数据局",
        f"市民政局、市医保局、市卫生健康委、市残联、市妇联、{LOCAL}",
        due=MID_YEAR,
        story=Story.DIVIDED,
        percent=55,
    ),
    DemoTask(
        "24",
        "搭建基层社会治理网格化平台",
        "市委政法委、市大数据局",
        f"市公安局、市城管局、市应急局、市卫生健康委、市市场监管局、{LOCAL}",
        due=MID_YEAR,
        percent=45,
        problems="网格数据分散在三个系统",
    ),
    DemoTask(
        "25",
        "提升“红旗驿站”和社区综治中心智慧化管理运行水平",
        "市委组织部、市委政法委、市大数据局",
        f"市委市直机关工委、市教育体育局、市国资委、市卫生健康委、{LOCAL}",
        due=YEAR_END,
        percent=70,
        problems="社区综治中心的网络还有两个县没有接通",
    ),
    DemoTask(
        "26",
        "构建综合信息积分体系",
        "市大数据局、市委宣传部",
        f"市工业和信息化局、市商务投资促进局、中国移动聊城分公司、中国联通聊城分公司、中国电信聊城分公司、山东广电网络聊城分公司、{LOCAL}",
        due=YEAR_END,
        percent=85,
        problems="积分通兑规则还在征求意见",
    ),
    DemoTask(
        "27", "拓展金融服务应用", "市地方金融监管局", f"人行聊城市中心支行、{LOCAL}", due=MID_YEAR, percent=70
    ),
)

EMERGENCY_SUPPORT = (
    _inherited(
        "1",
        "完善领导指挥体系",
        "市委编办",
        "市委网信办、市发展改革委、市卫生健康委、市应急局、市公安局、市水利局、市自然资源和规划局",
    ),
    DemoTask("2", "加快应急指挥平台建设", "市应急局", "市财政局、市大数据局", due=date(2021, 12, 31)),
    _inherited(
        "3",
        "加强现场移动指挥平台建设",
        "市应急局、市消防救援支队",
        "市财政局、市大数据局、市工业和信息化局",
    ),
    _inherited("4", "完善应急专家决策咨询机制", "市应急局", "市公安局、市卫生健康委"),
    DemoTask("5", "加快实施综合风险普查", "市应急局", due=date(2021, 12, 31)),
    _inherited(
        "6",
        "强化风险监测预警",
        "市卫生健康委、市农业农村局、市应急局",
        "市气象局、市生态环境局、市自然资源和规划局、市公安局、市水利局、聊城黄河河务局",
    ),
    _inherited(
        "7",
        "加强风险会商研判",
        "市应急局",
        "市公安局、市自然资源和规划局、市住房城乡建设局、市城管局、市交通运输局、市水利局、市卫生健康委、市消防救援支队、市气象局、聊城黄河河务局、济南铁路局集团有限公司聊城工务段、济南铁路局集团有限公司聊城车务段",
    ),
    _inherited("8（1）", "加强自然灾害治理工程建设", "市住房城乡建设局、市发展改革委、市农业农村局"),
    _inherited("8（2）", "加强自然灾害治理工程建设", "市住房城乡建设局、市城管局"),
    _inherited("8（3）", "加强自然灾害治理工程建设", "市水利局"),
    _inherited("8（4）", "加强自然灾害治理工程建设", "市自然资源和规划局"),
    _inherited(
        "8（5）",
        "加强自然灾害治理工程建设",
        "市自然资源和规划局",
        "市住房城乡建设局、聊城黄河河务局",
    ),
    _inherited(
        "8（6）",
        "加强自然灾害治理工程建设",
        "市自然资源和规划局",
        "市发展改革委、市生态环境局、市水利局、市气象局",
    ),
    _inherited(
        "8（7）",
        "加强自然灾害治理工程建设",
        "市应急局、市住房城乡建设局",
        "市交通运输局、市水利局、市教育体育局、市城管局、市卫生健康委、市文化和旅游局",
    ),
    _inherited(
        "9（1）",
        "深入开展安全生产专项整治三年行动",
        "市应急局",
        "市化工产业安全生产转型升级专项行动领导小组办公室",
    ),
    _inherited("9（2）", "深入开展安全生产专项整治三年行动", "市应急局"),
    _inherited("9（3）", "深入开展安全生产专项整治三年行动", "市应急局"),
    _inherited(
        "9（4）",
        "深入开展安全生产专项整治三年行动",
        "市消防救援支队、市住房城乡建设局、市应急局、市化工产业安全生产转型升级专项行动领导小组办公室",
    ),
    _inherited("9（5）", "深入开展安全生产专项整治三年行动", "市交通运输局、市公安局"),
    _inherited(
        "9（6）",
        "深入开展安全生产专项整治三年行动",
        "市住房城乡建设局、市城管局、市交通运输局",
        "市邮政管理局、济南铁路局集团有限公司聊城工务段、济南铁路局集团有限公司聊城车务段",
    ),
    _inherited(
        "9（7）",
        "深入开展安全生产专项整治三年行动",
        "市应急局",
        "市住房城乡建设局、市交通运输局、市发展改革委",
    ),
    _inherited("10", "加强综合性消防救援队伍建设", "市消防救援支队"),
    _inherited("11", "探索建立森林消防救援队伍", "市应急局、市消防救援支队"),
    _inherited(
        "12",
        "加强专业应急救援队伍建设",
        "市应急局",
        "市交通运输局、市水利局、市自然资源和规划局、市卫生健康委、市消防救援支队、市化工产业安全生产转型升级专项行动领导小组办公室",
    ),
    _inherited("13", "加强社会救援力量建设", "市应急局、市消防救援支队"),
    _inherited("14", "完善应急预案体系", "市应急局", story=Story.RUNNING),
    _inherited("15", "强化应急推演演练", "市应急局"),
    _inherited(
        "16",
        "开展巨灾典型情景构建和应急推演",
        "市应急局",
        "市卫生健康委、市水利局、市工业和信息化局、市委网信办、市生态环境局、市自然资源和规划局、市地震监测中心",
    ),
    _inherited(
        "17",
        "理顺应急物资管理体制",
        "市委编办、市应急局、市发展改革委",
        "市工业和信息化局、市财政局、市商务投资促进局、市卫生健康委",
    ),
    _inherited(
        "18",
        "完善应急物资储备体系",
        "市应急局、市发展改革委、市水利局、市工业和信息化局、市卫生健康委、市自然资源和规划局、市农业农村局、市交通运输局、聊城黄河河务局、市消防救援支队",
    ),
    _inherited(
        "19",
        "加大重点应急物资采购储备",
        "市应急局、市卫生健康委、市水利局、市发展改革委、市财政局",
    ),
    DemoTask(
        "20",
        "加快提升应急物资信息化管理水平",
        "市应急局、市发展改革委、市大数据局",
        due=date(2021, 12, 31),
        story=Story.ACCEPTED,
    ),
    _inherited("21", "完善疾病预防控制体系", "市卫生健康委、市市场监管局"),
    _inherited("22", "提升重大疫情防控救治能力", "市卫生健康委", "市发展改革委、市财政局"),
    _inherited("23", "加快紧急医学处置能力建设", "市卫生健康委"),
    _inherited("24", "提高灾后疫情研判和风险防控能力", "市卫生健康委"),
    _inherited(
        "25",
        "加快立体化应急运输网络建设",
        "市交通运输局、市发展改革委",
        "济南铁路局集团有限公司聊城工务段、济南铁路局集团有限公司聊城车务段",
    ),
    _inherited(
        "26",
        "加强应急运输协调调度",
        "市交通运输局、市大数据局",
        "市应急局、市公安局、济南铁路局集团有限公司聊城工务段、济南铁路局集团有限公司聊城车务段",
    ),
    _inherited(
        "27",
        "加强应急交通救援和应急运输队伍建设",
        "市交通运输局、济南铁路局集团有限公司聊城工务段、济南铁路局集团有限公司聊城车务段",
    ),
    _inherited(
        "28",
        "提升应急交通保障韧性",
        "市公安局、市交通运输局",
        "市住房城乡建设局、市发展改革委、济南铁路局集团有限公司聊城工务段、济南铁路局集团有限公司聊城车务段",
    ),
    _inherited("29", "畅通应急运输“绿色通道”", "市公安局、市交通运输局"),
    _inherited(
        "30",
        "建立应急通信保障协作机制",
        "市应急局、市工业和信息化局、各基础电信运营企业",
        story=Story.DISPUTED,
    ),
    _inherited("31", "加强通信网络基础设施建设", "市工业和信息化局、市委网信办、各基础电信运营企业"),
    _inherited("32", "加强应急通信装备配备", "市应急局", "市工业和信息化局、市消防救援支队"),
    _inherited("33", "加强通信保障队伍建设", "市应急局、市工业和信息化局、各基础电信运营企业"),
)

DOCUMENTS = (
    DemoDocument(
        document("聊政办字〔2020〕45号"),
        YEAR_END,
        MY_LIAOCHENG,
        late=("市大数据局", "市公安局交巡警支队", "市城管局"),
    ),
    DemoDocument(document("聊政办字〔2021〕4号"), PLAN_ENDS, EMERGENCY_SUPPORT, late=("市卫生健康委",)),
)

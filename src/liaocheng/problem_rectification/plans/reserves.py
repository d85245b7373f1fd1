"""自然保护区突出问题整治, 聊政办字〔2019〕13号 甲三（一）: in the order of its text."""

from datetime import date
from enum import Enum

from guangyue.ledgers.fields import FieldKind, LedgerField
from guangyue.ledgers.plans import CampaignPlan, Judged, LongStop, Proposal
from liaocheng.city import CULTURE_AND_TOURISM, ECOLOGY, NATURAL_RESOURCES
from liaocheng.problem_rectification.completions import COMPLETIONS
from liaocheng.problem_rectification.document import CAMPAIGNS

CLAUSE = CAMPAIGNS.clause
END_OF_2019, END_OF_2020 = date(2019, 12, 31), date(2020, 12, 31)
FIVE_COUNTIES = ("371525", "371522", "371521", "371524", "371526")  # as the clauses name them

VIOLATION, LEGACY, MANAGEMENT = "违法违规", "历史遗留", "管理责任不到位"
CORE, BUFFER, EXPERIMENTAL, NO_ZONE = "核心区", "缓冲区", "实验区", "不适用"
STRICT = (CORE, BUFFER)
MUNICIPAL = "市级"


class Activity(Enum):
    """活动类型."""

    MINING = "采矿采石"
    FACTORY = "工矿企业"
    ENERGY = "能源设施"
    REAL_ESTATE = "房地产"
    TOURISM = "旅游开发"
    HYDROPOWER = "水电开发"
    BREEDING = "养殖"
    FARMING = "农业用地"
    RESIDENTS = "居民点"
    STAFF_AND_FUNDS = "机构人员经费"
    BOUNDARY = "边界界标"
    OTHER = "其他"


ACTIVITIES = tuple(one.value for one in Activity)
MANAGED = (Activity.STAFF_AND_FUNDS.value, Activity.BOUNDARY.value)
CLOSED_DOWN = (Activity.ENERGY.value, Activity.REAL_ESTATE.value, Activity.TOURISM.value)
LEAVING = (
    Activity.FACTORY.value,
    Activity.REAL_ESTATE.value,
    Activity.BREEDING.value,
    Activity.TOURISM.value,
)
MINING_RIGHTS = ("探矿权", "采矿权")
RIGHTS = (*MINING_RIGHTS, "取水权")
DEFECTS = ("未批先建", "批建不符")

FIELDS = (
    LedgerField("reserve_level", "保护区级别", FieldKind.CHOICE, ("国家级", "省级", MUNICIPAL, "县级")),
    LedgerField("activity", "活动类型", FieldKind.CHOICE, ACTIVITIES, required=True),
    LedgerField("right", "权利类型", FieldKind.CHOICE, RIGHTS, hint="涉及探矿权、采矿权、取水权的填写"),
    LedgerField("defect", "建设问题", FieldKind.CHOICE, DEFECTS, hint="实验区内建设项目填写"),
    LedgerField("started_on", "活动开始日期", FieldKind.DAY),
    LedgerField("existed_before_reserve", "保护区设立前已存在", FieldKind.YES_NO),
    LedgerField("permitted", "手续完备且经同意", FieldKind.YES_NO, hint="各项手续齐全，并已征得主管部门同意"),
    LedgerField("since_2017", "2017年以来新增或者明显扩大", FieldKind.YES_NO),
    LedgerField("relocation", "村庄确需搬迁", FieldKind.YES_NO),
    LedgerField("reserve_plan_approved", "总体规划已报批", FieldKind.YES_NO),
    LedgerField("area", "涉及面积", FieldKind.NUMBER, unit="亩"),
    LedgerField("crime_suspected", "涉嫌犯罪", FieldKind.YES_NO),
)
MEASURES = (
    "责令立即停止",
    "关停或关闭",
    "限期拆除",
    "生态恢复",
    "责令停止建设或使用",
    "恢复原状",
    "依法查处",
    "移送司法",
    "依法退出",
    "差别化补偿和退出方案",
    "规范生产生活",
    "发展特色农业",
    "搬迁方案",
    "规范管理",
    "融合共享",
    "补办手续",
    "保障人员和经费",
    "明确土地权属",
    "总体规划报批",
    "边界核准和勘界立标",
    "设置警示标识",
)


def propose(problem: Judged) -> Proposal:
    """R5–R10: by class, zone, activity and legality; the whole never later than the earliest of its days."""
    kind = problem.kind or kind_of(problem)
    proposals = {VIOLATION: _violation, LEGACY: _legacy, MANAGEMENT: _management}
    return proposals[kind](problem) if kind in proposals else Proposal()


def kind_of(problem: Judged) -> str:
    """三（一）5: as far as the facts say which of the three it is."""
    if problem.said("activity") in MANAGED:
        return MANAGEMENT
    granted_right = problem.said("right") and problem.holds("permitted")
    if problem.holds("existed_before_reserve") or granted_right:
        return LEGACY
    if problem.said("activity") == Activity.RESIDENTS.value:
        return LEGACY
    illegal = problem.holds("permitted") is False or problem.said("defect") or problem.holds("since_2017")
    return VIOLATION if illegal else ""


def _violation(problem: Judged) -> Proposal:
    stops: list[LongStop] = []
    if problem.said("reserve_level") == MUNICIPAL:
        stops.append(LongStop("整改并验收销号", END_OF_2019, CLAUSE("甲三（一）5")))
    notes = ["涉嫌犯罪的移送司法机关，问题本身照常整改"] if problem.holds("crime_suspected") else []
    if problem.zone in STRICT and problem.said("activity") in CLOSED_DOWN:
        stops.append(LongStop("关停、拆除、恢复", END_OF_2020, CLAUSE("甲三（一）1")))
        measures: tuple[str, ...] = ("关停或关闭", "限期拆除", "生态恢复")
        notes.append("“立即”读作当天下达关停决定（补充规定）")
    elif problem.zone == EXPERIMENTAL and problem.said("defect"):
        stops.append(LongStop("停止并恢复原状", END_OF_2020, CLAUSE("甲三（一）1"), reading=True))
        measures = ("责令停止建设或使用", "恢复原状")
    else:
        measures = ("责令立即停止", "依法查处")
        notes.append("责令停止当天下达（补充规定）")
    transferred = ("移送司法",) if problem.holds("crime_suspected") else ()
    return Proposal(VIOLATION, (*measures, *transferred), tuple(stops), notes=tuple(notes))


def _legacy(problem: Judged) -> Proposal:
    plan = LongStop("整改方案", END_OF_2020, CLAUSE("甲三（一）3"))
    right, activity = problem.said("right"), problem.said("activity")
    if right in MINING_RIGHTS:
        left = LongStop("矿业权退出", END_OF_2020, CLAUSE("甲三（一）5"))
        return Proposal(LEGACY, ("差别化补偿和退出方案", "依法退出"), (left,), (plan,))
    if right:
        return Proposal(LEGACY, ("差别化补偿和退出方案", "依法退出"), milestones=(plan,))
    if activity == Activity.RESIDENTS.value:
        moving = ("搬迁方案",) if problem.holds("relocation") else ()
        return Proposal(LEGACY, ("规范生产生活", "发展特色农业", *moving), milestones=(plan,))
    if problem.zone in STRICT and activity in LEAVING:
        return Proposal(LEGACY, ("依法退出", "生态恢复"), milestones=(plan,))
    return Proposal(LEGACY, ("规范管理", "融合共享"), milestones=(plan,))


def _management(problem: Judged) -> Proposal:
    if problem.said("activity") == Activity.STAFF_AND_FUNDS.value:
        return Proposal(MANAGEMENT, ("保障人员和经费", "明确土地权属"))
    marked = LongStop("勘界立标", END_OF_2020, CLAUSE("甲三（一）4"))
    measures = ["边界核准和勘界立标", "设置警示标识"]
    milestones = [marked]
    if problem.holds("reserve_plan_approved") is not True:
        measures.insert(0, "总体规划报批")
        milestones.insert(0, LongStop("总体规划报批", END_OF_2019, CLAUSE("甲三（一）4")))
    return Proposal(MANAGEMENT, tuple(measures), (marked,), tuple(milestones))


RESERVES = CampaignPlan(
    key="nature-reserves",
    title="自然保护区突出问题整治",
    cites=CLAUSE("甲三（一）"),
    since=date(2019, 4, 29),
    until=END_OF_2020,
    led_by=(NATURAL_RESOURCES, CULTURE_AND_TOURISM, ECOLOGY),
    classes=(VIOLATION, LEGACY, MANAGEMENT),
    zones=(CORE, BUFFER, EXPERIMENTAL, NO_ZONE),
    zone_title="功能区",
    place_title="保护区和位置",
    sources=("绿盾2017回头看", "新增排查", "群众举报", "督察移交"),
    measures=MEASURES,
    fields=FIELDS,
    regions=FIVE_COUNTIES,
    propose=propose,
    completions=COMPLETIONS,
    completed_by=(
        "实验区未批先建、批建不符没有单独的期限，按同一段的 2020 年底（读法，R6）",
        "2019 年底的期限只对市级自然保护区，其他级别不适用（读法，R10）",
        "责任人写到有职务的自然人，不能只写单位（读法）",
        "整改实施单位可以到验收现场，不能签字（补充规定，R13）",
    ),
)

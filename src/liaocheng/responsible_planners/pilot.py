"""试行 of 聊政办字〔2021〕3号: what its clauses settle, and what is settled beside them.

No clause says which area is of which type, what a day of service is, when an answer is late or how two
shortfalls are weighed: those are completions.
"""

from datetime import date

from guangyue.kit.limits import Limit, Unit
from guangyue.planners.pilot import (
    AreaType,
    Author,
    Completion,
    Focus,
    Home,
    Pilot,
    PilotArea,
    Qualification,
    ReportTerm,
)
from liaocheng.city import NATURAL_RESOURCES
from liaocheng.responsible_planners.document import PLANNERS

CLAUSE = PLANNERS.clause
DISTRICT, ECONOMIC_ZONE = "dongchangfu-government", "economic-zone"
HIGH_TECH_ZONE, TOURISM_ZONE = "high-tech-zone", "tourism-zone"
COMMITTEE, OFFICE = "市国土空间规划委员会", NATURAL_RESOURCES.name

AREAS = (
    PilotArea("gulou", "古楼街道", "371502001", DISTRICT, AreaType.HISTORIC),
    PilotArea("liuyuan", "柳园街道", "371502002", DISTRICT, AreaType.BUILT),
    PilotArea("xinqu", "新区街道", "371502003", DISTRICT, AreaType.BUILT),
    PilotArea("jiaming", "嘉明开发区", "371502", DISTRICT, AreaType.NEW),
    PilotArea("fenghuang", "凤凰工业园", "371502", DISTRICT, AreaType.NEW),
    PilotArea("gaotie", "高铁新区（含侯营镇区）", "371502100", DISTRICT, AreaType.NEW),
    PilotArea("huxi", "湖西街道", "371502004", TOURISM_ZONE, AreaType.NEW),
    PilotArea("jiangguantun", "蒋官屯街道", "371502010", ECONOMIC_ZONE, AreaType.BUILT),
    PilotArea("beicheng", "北城街道", "371502008", ECONOMIC_ZONE, AreaType.BUILT),
    PilotArea("jiuzhou", "九州街道", "3715Z2", HIGH_TECH_ZONE, AreaType.NEW),
)

FOCUSES = (
    Focus(AreaType.HISTORIC, "微更新与传统文化", CLAUSE("二（二）1")),
    Focus(AreaType.BUILT, "城市修补和生态修复", CLAUSE("二（二）2")),
    Focus(AreaType.NEW, "人居环境改善和城市品质提升", CLAUSE("二（二）3")),
)

REPORTS = (
    ReportTerm("dispatch", "调度情况", Author.OFFICE, "各区、各镇街（园区）", 1, CLAUSE("三（一）")),
    ReportTerm("summary", "实施小结", Author.OFFICE, "各区、各镇街（园区）", 3, CLAUSE("三（一）")),
    ReportTerm("committee", "实施情况", Author.OFFICE, COMMITTEE, 6, CLAUSE("三（一）")),
    ReportTerm("team", "工作总结和述职", Author.TEAM, COMMITTEE, 6, CLAUSE("三（四）")),
    ReportTerm("assessment", "制度评估", Author.OFFICE, COMMITTEE, 12, CLAUSE("三（一）")),
    ReportTerm("district", "实施落实总结", Author.DISTRICT, OFFICE, 12, CLAUSE("三（二）")),
)

COMPLETIONS = (
    Completion("一线城市", "北京、上海、广州、深圳", "条款没有列出城市"),
    Completion("服务日", "在片区满 4 小时计 1 天，同一天的几次合并计算", "服务时间要有计量单位"),
    Completion(
        "扣减比例", "天数短缺和缺月短缺两项中大的一项", "条款写天数和次数、按相应比例，没有写两项怎么合计"
    ),
    Completion(
        "没有当面交流", "计 1 次到片区，当月标明没有交流，不计缺月", "条款要求交流，扣减只说天数和次数"
    ),
    Completion("不满一年", "应服务天数、服务费按月折算", "试行从 6 月开始、5 月结束"),
    Completion("答复期限", "函告之日起 15 个工作日", "条款没有写答复时间"),
    Completion("报告日期", "每段时间的最后一天，提前 10 日提醒", "条款只写每月、每季、每半年、每年"),
    Completion("评议平均分", "三份以上才显示平均分，不显示个人打分", "避免看出谁打了多少分"),
    Completion(
        "片区类型",
        "古楼为历史街区，柳园、新区、蒋官屯、北城为已建城区，其余为新建城区，可以改",
        "条款没有写各片区的类型",
    ),
    Completion("合同超出试行期", "标明“仅按合同”，期满以后不再登记新的记录", "聘期 3 年，试行期 2 年"),
    Completion("建议的效力", "规划师的意见是建议，不是审批意见", "规划师是独立第三方"),
)

PILOT = Pilot(
    cites=CLAUSE("五"),
    since=date(2021, 6, 1),
    until=date(2023, 5, 31),
    office=OFFICE,
    seats=(Home.FIRST_TIER, Home.LOCAL),
    qualifications=tuple(Qualification),
    first_tier=("北京", "上海", "广州", "深圳"),
    institution_grade="规划甲级",
    term_years=3,
    days_a_year=30,
    hours_of_a_day=4,
    answered_within=Limit(15, Unit.WORKING_DAY),
    reminded_before=10,
    fewest_marks=3,
    areas=AREAS,
    focuses=FOCUSES,
    reports=REPORTS,
    completions=COMPLETIONS,
)

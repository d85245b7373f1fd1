"""预警分级、发布和解除, in the numbers of the plan.

Not said by it and chosen here: who releases a hint, how many hours a day mean may lack, that a merged process
lasts from its first hour to its last, what no clear improvement is, when houses are heated, that denser
consultation is twice a day, and whom people ask. docs/decisions tells why.
"""

from guangyue.alerts.cap.words import Severity
from guangyue.alerts.plans import (
    Lasting,
    Level,
    Lifting,
    Limits,
    MergedDuration,
    NoImprovement,
    ResponsePlan,
    Season,
    Voice,
    WarningPart,
)
from guangyue.kit.limits import Limit, Unit
from liaocheng.heavy_pollution.document import POLLUTION_PLAN

OFFICE_DIRECTOR, DEPUTY_COMMANDER, COMMANDER = "市指挥部办公室主任", "副指挥长", "指挥长"

HEAVY, VERY_HEAVY, OFF_THE_SCALE = 200, 300, 500
LIGHTLY_POLLUTED = 150  # and no worse
GRADES = POLLUTION_PLAN.clause("3.1")

HINT = Level(
    key="hint",
    title="提示信息",
    conditions=((Lasting(24, HEAVY),),),
    approver=OFFICE_DIRECTOR,
    cites=GRADES,
    severity=Severity.MINOR,
)
YELLOW = Level(
    key="yellow",
    title="黄色预警",
    conditions=((Lasting(48, HEAVY),),),
    approver=DEPUTY_COMMANDER,
    cites=GRADES,
    severity=Severity.MODERATE,
    response="Ⅲ级响应",
    reduction=10,
)
ORANGE = Level(
    key="orange",
    title="橙色预警",
    conditions=((Lasting(72, HEAVY),),),
    approver=DEPUTY_COMMANDER,
    cites=GRADES,
    severity=Severity.SEVERE,
    response="Ⅱ级响应",
    reduction=20,
)
RED = Level(
    key="red",
    title="红色预警",
    conditions=(
        (Lasting(96, HEAVY), Lasting(48, VERY_HEAVY)),
        (Lasting(24, OFF_THE_SCALE, reached=True),),
    ),
    approver=COMMANDER,
    cites=GRADES,
    severity=Severity.EXTREME,
    response="Ⅰ级响应",
    reduction=30,
)

PLAN = ResponsePlan(
    title=POLLUTION_PLAN.name,
    heavy=HEAVY,
    levels=(HINT, YELLOW, ORANGE, RED),
    leaders=(OFFICE_DIRECTOR, DEPUTY_COMMANDER, COMMANDER),
    parts=(
        WarningPart("period", "重污染天气出现的时段"),
        WarningPart("level", "预警等级"),
        WarningPart("weather", "不利气象条件"),
        WarningPart("pollutants", "主要污染物指标"),
        WarningPart("trend", "趋势定性分析"),
    ),
    limits=Limits(
        lead=Limit(24, Unit.HOUR),
        county_notice=Limit(3, Unit.HOUR),
        media=Limit(2, Unit.HOUR),
        county_report=Limit(3, Unit.WORKING_DAY),
    ),
    lifting=Lifting(most=LIGHTLY_POLLUTED, hours=36, cites=POLLUTION_PLAN.clause("3.3.2")),
    no_improvement=NoImprovement(hours=12, below=LIGHTLY_POLLUTED),
    merged_under=36,
    heating=Season((11, 15), (3, 15)),
    voice=Voice(
        event="重污染天气",
        office="聊城市重污染天气应急指挥部办公室",
        hotline="12345",
    ),
    denser=2,
    merged_duration=MergedDuration.SPAN,
    missing_allowed=4,
)

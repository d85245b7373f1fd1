"""A plan that is no city's: two levels and a hint, with other numbers than anybody's."""

from guangyue.alerts.cap.words import Severity
from guangyue.alerts.plans import (
    Lasting,
    Level,
    Lifting,
    Limits,
    NoImprovement,
    ResponsePlan,
    Season,
    Voice,
    WarningPart,
)
from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit, Unit

CITED = Clause("某政办字〔2020〕1号", "3.1")

HINT = Level("hint", "提示信息", ((Lasting(24, 200),),), "主任", CITED, Severity.MINOR)
BLUE = Level("blue", "蓝色预警", ((Lasting(48, 200),),), "副市长", CITED, Severity.MODERATE, reduction=10)
RED = Level(
    "red",
    "红色预警",
    ((Lasting(96, 200), Lasting(48, 300)), (Lasting(24, 500, reached=True),)),
    "市长",
    CITED,
    Severity.EXTREME,
    reduction=30,
)

PLAN = ResponsePlan(
    title="预案",
    heavy=200,
    levels=(HINT, BLUE, RED),
    leaders=("主任", "副市长", "市长"),
    parts=(WarningPart("period", "时段"), WarningPart("trend", "趋势")),
    limits=Limits(
        lead=Limit(24, Unit.HOUR),
        county_notice=Limit(3, Unit.HOUR),
        media=Limit(2, Unit.HOUR),
        county_report=Limit(3, Unit.WORKING_DAY),
    ),
    lifting=Lifting(most=150, hours=36, cites=CITED),
    no_improvement=NoImprovement(hours=12, below=150),
    merged_under=36,
    heating=Season((11, 15), (3, 15)),
    voice=Voice("重污染天气", "某市指挥部办公室", "12345"),
)

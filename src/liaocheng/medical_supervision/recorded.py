"""医疗卫生行业的信用记录, with the periods and the factor that are ours to set."""

from guangyue.credit.declaration import Counted, Disclosed, Found, GradingModel, Kind, ListKind, Sense

MEDICAL = "medical"
PLATFORM = "聊城市公共信用信息平台"
A_YEAR, THREE_YEARS = 12, 36  # months
OFTEN = 2  # times as many checks; the clauses name no factor

PERMIT = Kind(
    key="medical-permit",
    title="医疗卫生行政许可",
    sense=Sense.NEUTRAL,
    sector=MEDICAL,
    disclosed=Disclosed.WHOLE,
    platform=PLATFORM,
)
MAJOR_DECISION = Kind(
    key="medical-penalty",
    title="医疗卫生重大行政处罚",
    sense=Sense.BAD,
    sector=MEDICAL,
    only_if=(Found.REVIEWED,),
    disclosed=Disclosed.WHOLE,
    public_months=A_YEAR,
    lasts_months=THREE_YEARS,
    repair_after_months=3,
    platform=PLATFORM,
)
MISCONDUCT = Kind(
    key="medical-misconduct",
    title="不良执业行为",
    sense=Sense.BAD,
    sector=MEDICAL,
    disclosed=Disclosed.NEEDED,
    public_months=A_YEAR,
    lasts_months=THREE_YEARS,
    platform=PLATFORM,
)
WARNING = Kind(
    key="medical-warning", title="医疗卫生风险预警", sense=Sense.NEUTRAL, sector=MEDICAL, lasts_months=A_YEAR
)
RED_LIST = Kind(
    key="medical-red-list",
    title="医疗卫生行业红名单",
    sense=Sense.GOOD,
    sector=MEDICAL,
    disclosed=Disclosed.WHOLE,
    listed=ListKind.RED,
    lasts_months=A_YEAR,
    platform=PLATFORM,
)
BLACK_LIST = Kind(
    key="medical-black-list",
    title="医疗卫生行业黑名单",
    sense=Sense.BAD,
    sector=MEDICAL,
    disclosed=Disclosed.WHOLE,
    listed=ListKind.BLACK,
    lasts_months=THREE_YEARS,
    repair_after_months=6,
    frequency=OFTEN,
    platform=PLATFORM,
)
KEY_LIST = Kind(
    key="medical-key-list",
    title="医疗卫生重点监管名单",
    sense=Sense.NEUTRAL,
    sector=MEDICAL,
    disclosed=Disclosed.WHOLE,
    listed=ListKind.KEY,
    lasts_months=A_YEAR,
    frequency=OFTEN,
)
KINDS_OF_THE_CREDIT_CLAUSE = (PERMIT, MISCONDUCT, RED_LIST, BLACK_LIST)

CLASSES = GradingModel(
    sector=MEDICAL,
    title="医疗卫生领域",
    version=1,
    counted=(
        Counted(MAJOR_DECISION.key, -15),
        Counted(MISCONDUCT.key, -5, months=A_YEAR),
        Counted(WARNING.key, -10, months=A_YEAR),
        Counted(RED_LIST.key, 15, months=A_YEAR),
        Counted(KEY_LIST.key, -15, months=A_YEAR),
        Counted(BLACK_LIST.key, -50),
    ),
    worst_at_once=(BLACK_LIST.key,),
)

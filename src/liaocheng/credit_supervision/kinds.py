"""信用记录的类别 of this city, with the periods that are ours to set."""

from guangyue.credit.declaration import Disclosed, Found, Kind, ListKind, Sense

CITY_PLATFORM = "聊城市公共信用信息平台"
PROVINCIAL_PLATFORM = "全省公共信用信息平台"
MARKET = "market"
A_YEAR, THREE_YEARS = 12, 36  # months
MINOR_PENALTY = 3  # months, before which a repair is too early

PENALTY = Kind(
    key="penalty",
    title="行政处罚",
    sense=Sense.BAD,
    sector=MARKET,
    disclosed=Disclosed.WHOLE,
    public_months=A_YEAR,
    lasts_months=THREE_YEARS,
    repair_after_months=MINOR_PENALTY,
    platform=CITY_PLATFORM,
)
PERMIT = Kind(
    key="permit",
    title="行政许可",
    sense=Sense.NEUTRAL,
    disclosed=Disclosed.WHOLE,
    public_months=A_YEAR,
    platform=CITY_PLATFORM,
)
FINDING = Kind(
    key="inspection-finding",
    title="抽查发现问题",
    sense=Sense.BAD,
    sector=MARKET,
    disclosed=Disclosed.WHOLE,
    public_months=A_YEAR,
    lasts_months=THREE_YEARS,
    platform=CITY_PLATFORM,
)
HIGH_RISK = Kind(
    key="high-risk",
    title="高风险提示",
    sense=Sense.NEUTRAL,
    sector=MARKET,
    lasts_months=A_YEAR,
)
AID_FRAUD = Kind(
    key="aid-fraud",
    title="骗取救助",
    sense=Sense.BAD,
    only_if=(Found.DECEIT,),
    disclosed=Disclosed.NEEDED,
    public_months=A_YEAR,
    lasts_months=THREE_YEARS,
    platform=CITY_PLATFORM,
)
SUBSIDY_FRAUD = Kind(
    key="subsidy-fraud",
    title="骗取补贴",
    sense=Sense.BAD,
    only_if=(Found.DECEIT,),
    disclosed=Disclosed.WHOLE,
    public_months=A_YEAR,
    lasts_months=THREE_YEARS,
    platform=PROVINCIAL_PLATFORM,
)
UNSORTED_WASTE = Kind(
    key="unsorted-waste",
    title="不分类投放",
    sense=Sense.BAD,
    only_if=(Found.PENALTY, Found.REFUSED_AGAIN),
    lasts_months=A_YEAR,
    platform=CITY_PLATFORM,
)
BROKEN_PROMISE = Kind(
    key="broken-promise", title="承诺违约", sense=Sense.BAD, lasts_months=THREE_YEARS, platform=CITY_PLATFORM
)
AGENCY_DEFAULT = Kind(
    key="agency-default",
    title="政务失信",
    sense=Sense.BAD,
    lasts_months=THREE_YEARS,
    platform=CITY_PLATFORM,
)
HONOUR = Kind(
    key="honour",
    title="荣誉",
    sense=Sense.GOOD,
    sector=MARKET,
    disclosed=Disclosed.WHOLE,
    public_months=THREE_YEARS,
    lasts_months=THREE_YEARS,
    platform=CITY_PLATFORM,
)
RED_LIST = Kind(
    key="red-list",
    title="红名单",
    sense=Sense.GOOD,
    sector=MARKET,
    disclosed=Disclosed.WHOLE,
    listed=ListKind.RED,
    lasts_months=A_YEAR,
    platform=CITY_PLATFORM,
)
BLACK_LIST = Kind(
    key="black-list",
    title="严重失信名单",
    sense=Sense.BAD,
    sector=MARKET,
    disclosed=Disclosed.WHOLE,
    listed=ListKind.BLACK,
    lasts_months=THREE_YEARS,
    repair_after_months=A_YEAR // 2,
    frequency=2,
    platform=CITY_PLATFORM,
)
WHITE_LIST = Kind(
    key="energy-white-list",
    title="高耗能行业白名单",
    sense=Sense.NEUTRAL,
    disclosed=Disclosed.NOTHING,
    lasts_months=A_YEAR,
)
EVADED_DEBT = Kind(
    key="evaded-debt",
    title="恶意逃废金融债务",
    sense=Sense.BAD,
    sector=MARKET,
    only_if=(Found.DECEIT, Found.PENALTY),
    disclosed=Disclosed.WHOLE,
    public_months=A_YEAR,
    lasts_months=THREE_YEARS,
    platform=CITY_PLATFORM,
)

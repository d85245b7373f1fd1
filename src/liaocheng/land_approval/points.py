"""审查要点: the eighteen that the clause names; more may be added, none dropped."""

from collections.abc import Mapping

from guangyue.cases.flow import ReviewPoint
from liaocheng.land_approval.document import SCHEME

AT = ("county_review", "city_review")
TITLES = (
    "产业政策和用地管理政策",
    "国土空间规划",
    "不占用永久基本农田",
    "年度计划指标",
    "没有重复办理农转用或者征地",
    "征收条件",
    "征地程序",
    "征地补偿标准",
    "征地补偿费用预存到位",
    "被征地农民社会保障补贴资金到位",
    "占补平衡预挂钩获得配号",
    "新增建设用地有偿使用费",
    "地类、面积准确",
    "权属清晰、来源合法",
    "违法占地处理到位",
    "生态红线、林地、湿地的手续或者意见",
    "不占用自然保护地",
    "污染地块查询",
)
QUOTA, FEE, POLLUTION = 11, 12, 18
POINTS = tuple(
    ReviewPoint(number, title, AT, cites=SCHEME.clause("四（一）"))
    for number, title in enumerate(TITLES, start=1)
)

PASSED, FAILED, TO_BE_PAID = "通过", "未通过", "待缴"


def presumed(facts: Mapping[str, object], *, city: bool = False) -> dict[int, str]:
    """What follows for some points from the file itself: the county cannot have paid what the city has yet to
    ask for; a suspected plot without an answer is not passed."""
    found = {}
    if facts.get("new_land") and not city:
        found[FEE] = TO_BE_PAID
    if facts.get("suspected_polluted") and not facts.get("ecology_answered"):
        found[POLLUTION] = FAILED
    return found

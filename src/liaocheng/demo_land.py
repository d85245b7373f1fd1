"""演示用地卷宗: made up for the demonstration. The plots lie where nobody has asked for any."""

from typing import Any

from guangyue.cases.handed_up import Charged, Forward, HandedUp
from guangyue.kit.money import Money
from liaocheng.land_approval.matter import LAND
from liaocheng.land_approval.points import FEE
from liaocheng.land_approval.rules import BOTH, CONVERSION

Corner = tuple[float, float]  # longitude and latitude

LAWFUL = {  # what a file must say to go up
    "touches_permanent_farmland": False,
    "within_range": True,
    "in_town": True,
    "needs_state_council": False,
    "suspected_polluted": False,
    "ecology_answered": False,
}
PENSION_PLAN = {"pension_plan_together": True, "pension_plan_workable": True}


def plots(*rings: tuple[Corner, ...]) -> dict[str, Any]:
    """地块, each by its corners."""
    coordinates = [[[list(corner) for corner in (*ring, ring[0])]] for ring in rings]
    return {"type": "MultiPolygon", "coordinates": coordinates}


def charged(yuan: int) -> Charged:
    return Charged("新增建设用地有偿使用费", Money.yuan(yuan), basis="会审意见（演示）", points=(FEE,))


WAITING_FOR_THE_FEE = HandedUp(
    matter=LAND.code,
    variant="both",
    region="371524",
    office="东阿县人民政府",
    days_ago=24,
    answers={
        "batch": "东阿县第3批次城镇建设用地（演示）",
        "county": "东阿县",
        "branch": BOTH,
        "area": 37.45,
        "farmland": 31.2,
        "purpose": "工业、城镇住宅和道路",
        "plots": plots(
            ((116.2590, 36.3252), (116.2648, 36.3259), (116.2645, 36.3221), (116.2587, 36.3217)),
            ((116.2655, 36.3260), (116.2689, 36.3264), (116.2687, 36.3238), (116.2653, 36.3235)),
            (
                (116.2410, 36.3466),
                (116.2441, 36.3470),
                (116.2446, 36.3447),
                (116.2428, 36.3440),
                (116.2412, 36.3448),
            ),
        ),
        "new_land": True,
        **LAWFUL,
        **PENSION_PLAN,
    },
    moves=(Forward("submit", 4), Forward("ask_fee", 6)),
    charged=charged(7_490_000),
)
SEALED_WITH_DUTIES = HandedUp(
    matter=LAND.code,
    variant="both",
    region="371503",
    office="茌平区人民政府",
    days_ago=50,
    answers={
        "batch": "茌平区第2批次城镇建设用地（演示）",
        "county": "茌平区",
        "branch": BOTH,
        "area": 20.75,
        "farmland": 18.9,
        "purpose": "医疗卫生和城镇住宅",
        "plots": plots(
            ((116.2718, 36.5952), (116.2762, 36.5957), (116.2765, 36.5926), (116.2722, 36.5922)),
            ((116.2389, 36.5713), (116.2421, 36.5717), (116.2424, 36.5694), (116.2392, 36.5690)),
        ),
        "new_land": True,
        **LAWFUL,
        **PENSION_PLAN,
    },
    moves=(
        Forward("submit", 5),
        Forward("ask_fee", 7),
        Forward("paid", 6),
        Forward("conclude", 2, "符合审查要点，建议批准。"),
        Forward("approve", 3),
        Forward("seal", 4, "鲁政土字P〔演示〕1号"),
    ),
    charged=charged(4_150_000),
)
IN_REVIEW = HandedUp(
    matter=LAND.code,
    variant="conversion",
    region="371522",
    office="莘县人民政府",
    days_ago=9,
    answers={
        "batch": "莘县第1批次城镇建设用地（演示）",
        "county": "莘县",
        "branch": CONVERSION,
        "area": 14.39,
        "farmland": 12.6,
        "purpose": "公共停车场和公园绿地",
        "plots": plots(
            (
                (115.6842, 36.2211),
                (115.6889, 36.2216),
                (115.6893, 36.2190),
                (115.6868, 36.2180),
                (115.6845, 36.2184),
            ),
        ),
        "new_land": False,
        **LAWFUL,
        "separation_explained": True,
    },
    moves=(Forward("submit", 2),),
)
FILES = (WAITING_FOR_THE_FEE, SEALED_WITH_DUTIES, IN_REVIEW)

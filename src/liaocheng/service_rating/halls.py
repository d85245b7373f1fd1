"""政务服务大厅 of the city, of each county and of each zone."""

from guangyue.ratings.demands import HallFact
from liaocheng.city import APPROVAL, ORGANISATIONS, REGIONS

GOVERN_COUNTIES = ("县区", "开发区管委会")
NAMES = {region.code: region.name for region in REGIONS}
HALLS = (
    HallFact("city-hall", f"{NAMES[APPROVAL.region]}政务服务大厅", APPROVAL),
    *(
        HallFact(f"{one.key}-hall", f"{NAMES[one.region]}政务服务大厅", one)
        for one in ORGANISATIONS
        if one.kind in GOVERN_COUNTIES and one.region != APPROVAL.region
    ),
)

"""How many themes there shall be, and what three of them must combine."""

from guangyue.bundles.design import Counts, Included
from liaocheng.one_thing import matters
from liaocheng.one_thing.data import REAL_ESTATE
from liaocheng.one_thing.document import ONE_WINDOW

SET_UP, CONSTRUCTION = "company-set-up", "construction"

# 各50项: fifty for enterprises and fifty for the public; the 28 menus are the base they were made from, and
# are counted apart.
TARGET = Counts(enterprise=50, public=50, menus=28)

INCLUDED = (
    Included(
        REAL_ESTATE,
        "水电气暖纳入不动产登记",
        (matters.WATER_NAME, matters.POWER_NAME, matters.GAS_NAME, matters.HEAT_NAME),
        ONE_WINDOW.clause("五（三十四）"),
    ),
    Included(
        SET_UP,
        "登记、刻章、开户一站式，1 个工作日办结",
        (matters.REGISTRATION, matters.SEAL, matters.ACCOUNT),
        ONE_WINDOW.clause("五（三十三）"),
        days=1,
    ),
    Included(
        CONSTRUCTION,
        "工程建设项目一张表单，全过程 100 个工作日以内",
        (matters.LAND_USE, matters.PLANNING, matters.BUILDING),
        ONE_WINDOW.clause("五（三十五）"),
        days=100,
    ),
)

"""S12: wishes applied for once, by enterprises and by the public."""

from guangyue.bundles.demands import (
    CountThemes,
    GatherData,
    IncludeMatters,
    ServeThemes,
    Serving,
)
from guangyue.systems.system import System
from liaocheng.city import APPROVAL, BIG_DATA, GOVERNMENT_OFFICE
from liaocheng.one_thing.data import DATA
from liaocheng.one_thing.document import (
    DIGITAL_PLAN,
    MY_LIAOCHENG,
    ONE_WINDOW,
    STANDARD_BY,
    WORK_REPORT,
)
from liaocheng.one_thing.examples import answer
from liaocheng.one_thing.requirements import INCLUDED, TARGET
from liaocheng.one_thing.themes import THEMES

SYSTEM = System(
    number="S12",
    title="一件事主题服务",
    documents=(ONE_WINDOW, WORK_REPORT, MY_LIAOCHENG, DIGITAL_PLAN),
    led_by=(GOVERNMENT_OFFICE, APPROVAL, BIG_DATA),
    demands=(
        CountThemes(TARGET, STANDARD_BY, "企业、群众各 50 项主题", cites=ONE_WINDOW.clause("二（十）")),
        *THEMES,
        *(IncludeMatters(one) for one in INCLUDED),
        *(GatherData(bundle, title) for title, bundle in DATA.items()),
        ServeThemes(Serving.PROPOSING, "主题向社会征集、由部门提报", cites=ONE_WINDOW.clause("二（十）")),
        ServeThemes(Serving.CATALOGUE, "菜单式办事", cites=ONE_WINDOW.clause("四（二十五）")),
        ServeThemes(Serving.CATALOGUE, "一链办理", cites=WORK_REPORT.clause("七26")),
        ServeThemes(Serving.OWN, "不动产登记一体化办理", cites=MY_LIAOCHENG.clause("三（六）21")),
        ServeThemes(Serving.CATALOGUE, "向导式、关联办理", cites=DIGITAL_PLAN.clause("三（一）")),
    ),
    examples=answer,
)

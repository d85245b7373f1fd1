"""S18: the list of matters, offered as matters, each travelling the flow of its way."""

from guangyue.cases.demands import TravelFlow
from guangyue.gazette.document import Clause
from guangyue.matters.declaration import Declaration
from guangyue.matters.demands import OfferMatter
from guangyue.systems.system import System
from liaocheng.city import STATE_ASSETS
from liaocheng.state_assets.document import SCHEME
from liaocheng.state_assets.examples import answer
from liaocheng.state_assets.listed import ALL
from liaocheng.state_assets.ways import FLOWS

GUIDANCE = "改革和监管的总体要求，没有要办的事"
PARTY = "党的建设要求，由国资系统党组织落实"


def _cited(declaration: Declaration) -> Clause:
    return declaration.cites or SCHEME.clause()


SYSTEM = System(
    number="S18",
    title="国资监管事项",
    documents=(SCHEME,),
    led_by=(STATE_ASSETS,),
    demands=(
        *(TravelFlow(flow, cites=flow.cites or SCHEME.clause()) for flow in FLOWS.values()),
        *(OfferMatter(one, owner=STATE_ASSETS, cites=_cited(one), since=SCHEME.since) for one in ALL),
    ),
    examples=answer,
    leaves={
        "通知前言": "转发通知，没有另外要办的事",
        "前言": GUIDANCE,
        "一": GUIDANCE,
        "三（一）": GUIDANCE,
        "三（二）": "企业分类在报送时填写，监管措施由市国资委另行研究",
        "三（三）": "国资信息由公示机制按条发布，不另建系统",
        "三（四）": "监管信息化由本系统的报送、办理和统计承担",
        "四": PARTY,
        "五": "职能调整和参照执行的要求，没有要办的事",
    },
)

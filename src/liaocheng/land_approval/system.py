"""S16: one matter, three roads, and the rule that says which file may go up."""

from guangyue.cases.demands import TravelFlow
from guangyue.matters.demands import OfferMatter
from guangyue.systems.system import System
from liaocheng.city import NATURAL_RESOURCES
from liaocheng.land_approval.document import SCHEME
from liaocheng.land_approval.examples import answer
from liaocheng.land_approval.flows import FLOWS
from liaocheng.land_approval.matter import LAND
from liaocheng.land_approval.rules import RULES

SYSTEM = System(
    number="S16",
    title="用地审批",
    documents=(SCHEME,),
    led_by=(NATURAL_RESOURCES,),
    demands=(
        *(TravelFlow(flow, cites=flow.cites or SCHEME.clause("三")) for flow in FLOWS),
        OfferMatter(LAND, owner=NATURAL_RESOURCES, cites=SCHEME.clause("三"), since=SCHEME.since),
    ),
    examples=answer,
    rules=RULES,
    leaves={
        "通知前言": "印发通知，没有另外要办的事",
        "前言": "说明上位文件，没有要办的事",
        "一": "总体要求，没有要办的事",
        "五（二）": "部门分工，由流程中的市、县两级环节落实",
        "五（三）": "费用筹集拨付由财政部门办理，本系统登记缴清与否",
        "五（四）": "被征地农民社会保障由人社部门实施，本系统计时转送材料",
        "五（六）": "用地预审和林地手续是行政审批部门的另外事项",
        "六（一）": "组织领导要求，没有另外要办的事",
        "六（二）": "基础数据入库上图由自然资源部门的系统承担",
        "六（三）": "通报、约谈由督查问责承担；限批在办件里登记，立即生效",
        "结尾": "适用范围，政策变化时停用事项",
    },
)

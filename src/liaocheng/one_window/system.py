"""S11: how every case of the city is received, handled, timed and delivered."""

from guangyue.cases.demands import HandleCases, Handling, TravelFlow
from guangyue.systems.system import System
from liaocheng.city import APPROVAL, BIG_DATA, GOVERNMENT_OFFICE
from liaocheng.one_window.document import ONE_WINDOW
from liaocheng.one_window.examples import answer
from liaocheng.one_window.flows import FORWARDING, ORDINARY

SYSTEM = System(
    number="S11",
    title="一窗受理办件",
    documents=(ONE_WINDOW,),
    led_by=(APPROVAL, GOVERNMENT_OFFICE, BIG_DATA),
    demands=(
        TravelFlow(ORDINARY, cites=ONE_WINDOW.clause("三（十六）")),
        TravelFlow(FORWARDING, cites=ONE_WINDOW.clause("四（二十九）")),
        HandleCases(Handling.WINDOW, "任一窗口受理本级全部事项", cites=ONE_WINDOW.clause("三（十六）")),
        HandleCases(Handling.WINDOW, "各级各渠道的办件同一个入口", cites=ONE_WINDOW.clause("四（二十四）")),
        HandleCases(Handling.WINDOW, "综合受理、审管互动", cites=ONE_WINDOW.clause("四（二十五）")),
        HandleCases(Handling.TRACING, "限时办结，超期倒查责任", cites=ONE_WINDOW.clause("一（三）")),
        HandleCases(Handling.TRACING, "企业开办 1 个工作日内办结", cites=ONE_WINDOW.clause("五（三十三）")),
        HandleCases(
            Handling.TRACING, "工程建设审批用时 100 个工作日内", cites=ONE_WINDOW.clause("五（三十五）")
        ),
        HandleCases(Handling.HELPING, "书面委托，市县两级帮办代办", cites=ONE_WINDOW.clause("三（十九）")),
        HandleCases(
            Handling.REUSING, "交过的材料不再要，跨部门复用", cites=ONE_WINDOW.clause("四（二十二）")
        ),
        HandleCases(Handling.PUBLISHING, "办件结果公示，姓名隐去", cites=ONE_WINDOW.clause("四（二十四）")),
    ),
    examples=answer,
    leaves={
        "三（十八）": "窗口人员的培训和考核由市行政审批局另定办法；办件、超期和评价的数据由报表提供",
    },
)

"""S11: how every case of the city is received, handled, timed and delivered."""

from guangyue.cases.demands import TravelFlow
from guangyue.systems.system import System
from liaocheng.city import APPROVAL, BIG_DATA, GOVERNMENT_OFFICE
from liaocheng.one_window.document import ONE_WINDOW
from liaocheng.one_window.examples import answer
from liaocheng.one_window.flows import ORDINARY

SYSTEM = System(
    number="S11",
    title="一窗受理办件",
    documents=(ONE_WINDOW,),
    led_by=(APPROVAL, GOVERNMENT_OFFICE, BIG_DATA),
    demands=(TravelFlow(ORDINARY, cites=ONE_WINDOW.clause("三（十六）")),),
    examples=answer,
)

"""The chronicle among the city's systems: nothing is demanded by a clause, its examples are answered."""

from guangyue.systems.system import System
from liaocheng.chronicle.examples import answer
from liaocheng.city import GOVERNMENT_OFFICE

SYSTEM = System(
    number="S07",
    title="大事记",
    documents=(),
    led_by=(GOVERNMENT_OFFICE,),
    demands=(),
    examples=answer,
)

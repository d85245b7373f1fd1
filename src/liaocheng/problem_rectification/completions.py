"""补充规定: what no clause prints, and the city sets for all its campaigns."""

from guangyue.kit.limits import Limit, Unit
from guangyue.ledgers.plans import Completions

COMPLETIONS = Completions(
    registered_within=Limit(3, Unit.WORKING_DAY),  # the clause has no day; 第一时间 is read so
    drawn_up_within=Limit(15, Unit.DAY),
    accepted_within=Limit(10, Unit.WORKING_DAY),
    tips_answered_within=Limit(10, Unit.WORKING_DAY),
    after_the_stop=30,
)

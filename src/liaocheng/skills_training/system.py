"""S22: the action plan on vocational skills."""

from guangyue.grants.demands import applied_for
from guangyue.systems.system import System
from liaocheng.city import HUMAN_RESOURCES
from liaocheng.skills_training.document import PLAN
from liaocheng.skills_training.examples import answer
from liaocheng.skills_training.offers import OFFERS
from liaocheng.skills_training.rules import RULES

SYSTEM = System(
    number="S22",
    title="职业技能提升行动",
    documents=(PLAN,),
    led_by=(HUMAN_RESOURCES,),
    demands=tuple(
        applied_for(
            "S22",
            offers=OFFERS,
            rules=RULES,
            documents=(PLAN,),
            owner=HUMAN_RESOURCES,
            cites=PLAN.clause(),
        )
    ),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
)

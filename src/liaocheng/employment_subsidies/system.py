"""S20: the measures on the employment subsidy fund."""

from guangyue.grants.demands import applied_for
from guangyue.systems.system import System
from liaocheng.city import FINANCE, HUMAN_RESOURCES
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.examples import answer
from liaocheng.employment_subsidies.facts import (
    APPRAISAL_FEE,
    FLEXIBLE_RATE,
    MINIMUM_WAGE,
    POST_STANDARD,
    STUDENT_AID,
)
from liaocheng.employment_subsidies.funding import FUNDING
from liaocheng.employment_subsidies.offers import CHOICES, OFFERS
from liaocheng.employment_subsidies.rules import RULES

SYSTEM = System(
    number="S20",
    title="就业补助资金",
    documents=(MEASURES,),
    led_by=(HUMAN_RESOURCES, FINANCE),
    demands=tuple(
        applied_for(
            "S20",
            offers=OFFERS,
            rules=RULES,
            documents=(MEASURES,),
            owner=HUMAN_RESOURCES,
            cites=MEASURES.clause("第四十条"),
        )
    ),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
    choices=CHOICES,
    funding=FUNDING,
    figures=(MINIMUM_WAGE, STUDENT_AID, FLEXIBLE_RATE, POST_STANDARD, APPRAISAL_FEE),
)

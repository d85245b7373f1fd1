"""S23: the opinion on social assistance."""

from guangyue.grants.demands import applied_for
from guangyue.systems.system import System
from liaocheng.city import CIVIL_AFFAIRS
from liaocheng.social_assistance.document import OPINION
from liaocheng.social_assistance.examples import answer
from liaocheng.social_assistance.offers import CHOICES, OFFERS
from liaocheng.social_assistance.rules import DIBAO_RURAL, DIBAO_URBAN, LAST_YEARS_WAGE, RULES

SYSTEM = System(
    number="S23",
    title="社会救助",
    documents=(OPINION,),
    led_by=(CIVIL_AFFAIRS,),
    demands=tuple(
        applied_for(
            "S23",
            offers=OFFERS,
            rules=RULES,
            documents=(OPINION,),
            owner=CIVIL_AFFAIRS,
            cites=OPINION.clause("三（三）"),
        )
    ),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
    choices=CHOICES,
    figures=(DIBAO_URBAN, DIBAO_RURAL, LAST_YEARS_WAGE),
)

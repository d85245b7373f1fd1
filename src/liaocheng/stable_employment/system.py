"""S21: the two packages for stable employment."""

from guangyue.grants.demands import applied_for
from guangyue.systems.system import System
from liaocheng.city import FINANCE, HUMAN_RESOURCES
from liaocheng.stable_employment.document import PACKAGE_2019, PACKAGE_2020
from liaocheng.stable_employment.examples import answer
from liaocheng.stable_employment.facts import (
    APPRAISAL_FEE,
    AVERAGE_BENEFIT,
    MINIMUM_WAGE,
    MONTHLY_BENEFIT,
    PROVINCIAL_AWARD,
)
from liaocheng.stable_employment.offers import CHOICES, OFFERS
from liaocheng.stable_employment.rules import RULES

SYSTEM = System(
    number="S21",
    title="稳就业政策包",
    documents=(PACKAGE_2019, PACKAGE_2020),
    led_by=(HUMAN_RESOURCES, FINANCE),
    demands=tuple(
        applied_for(
            "S21",
            offers=OFFERS,
            rules=RULES,
            documents=(
                PACKAGE_2019,
                PACKAGE_2020,
            ),
            owner=HUMAN_RESOURCES,
            cites=PACKAGE_2020.clause("七25"),
        )
    ),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
    choices=CHOICES,
    figures=(MINIMUM_WAGE, AVERAGE_BENEFIT, MONTHLY_BENEFIT, PROVINCIAL_AWARD, APPRAISAL_FEE),
)

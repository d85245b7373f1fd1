"""S25: awards for finance and for science and technology."""

from guangyue.grants.demands import applied_for
from guangyue.matters.declaration import PowerKind
from guangyue.systems.system import System
from liaocheng.city import FINANCE, LOCAL_FINANCE
from liaocheng.finance_and_science_awards.document import FINANCE_OPINION, SCIENCE_MEASURES
from liaocheng.finance_and_science_awards.examples import answer
from liaocheng.finance_and_science_awards.facts import (
    PROVINCIAL_AWARD,
    PROVINCIAL_INTEREST,
    PROVINCIAL_VOUCHER,
)
from liaocheng.finance_and_science_awards.offers import CHOICES, OFFERS
from liaocheng.finance_and_science_awards.rules import RULES

SYSTEM = System(
    number="S25",
    title="金融与科技奖补",
    documents=(FINANCE_OPINION, SCIENCE_MEASURES),
    led_by=(LOCAL_FINANCE, FINANCE),
    demands=tuple(
        applied_for(
            "S25",
            offers=OFFERS,
            rules=RULES,
            documents=(
                FINANCE_OPINION,
                SCIENCE_MEASURES,
            ),
            owner=LOCAL_FINANCE,
            cites=FINANCE_OPINION.clause(),
            kind=PowerKind.REWARD,
        )
    ),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
    choices=CHOICES,
    figures=(PROVINCIAL_AWARD, PROVINCIAL_VOUCHER, PROVINCIAL_INTEREST),
)

"""应急减排 as a whole: all measures, and the numbers that stand beside them."""

from decimal import Decimal

from guangyue.alerts.reduction.coal import Coal
from guangyue.alerts.reduction.measures import AbatementScheme
from liaocheng.heavy_pollution.compulsory import DUST, MOVING
from liaocheng.heavy_pollution.guiding import GUIDING
from liaocheng.heavy_pollution.health import ADVICE, HEALTH
from liaocheng.heavy_pollution.industries import KEY_INDUSTRIES

SCHEME = AbatementScheme(
    industries=KEY_INDUSTRIES,
    measures=(*HEALTH, *ADVICE, *MOVING, *DUST, *GUIDING),
    haulage_trips=10,  # 4.4.3.3（2）
    most_batches=3,  # 2.2
    treatment_hours=3,  # 4.4.1.1
    proof_months=12,  # 2.2
    micro_kilograms=100,  # 4.7
)

CLEAN_COAL = Coal(sulphur=Decimal("0.4"), ash=Decimal(25), volatile=Decimal(12), heat=Decimal(24))  # 2.2

"""What the city declares for ledgers: its campaigns."""

from collections.abc import Mapping

from guangyue.ledgers.demands import RunCampaign
from guangyue.ledgers.plans import CampaignPlan
from guangyue.systems.enactment import declared_city


def campaign_plans() -> Mapping[str, CampaignPlan]:
    """By their keys, in the order of declaration."""
    demands = (demand for system in declared_city().systems for demand in system.demands)
    return {one.plan.key: one.plan for one in demands if isinstance(one, RunCampaign)}

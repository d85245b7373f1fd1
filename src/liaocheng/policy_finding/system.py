"""S29: policies look for people, over the rules of all systems."""

from guangyue.systems.system import System
from liaocheng.city import BIG_DATA, DEVELOPMENT_AND_REFORM, FINANCE, HUMAN_RESOURCES, PUBLICITY
from liaocheng.policy_finding.document import (
    ASSISTANCE,
    DIGITAL_PLAN,
    EMPLOYMENT_2019,
    FUND_MEASURES,
    STABLE_EMPLOYMENT,
)
from liaocheng.policy_finding.examples import answer
from liaocheng.policy_finding.rules import OFFERS, RULES

SYSTEM = System(
    number="S29",
    title="政策找人",
    documents=(EMPLOYMENT_2019, FUND_MEASURES, STABLE_EMPLOYMENT, ASSISTANCE, DIGITAL_PLAN),
    led_by=(PUBLICITY, HUMAN_RESOURCES, FINANCE, DEVELOPMENT_AND_REFORM, BIG_DATA),
    demands=(),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
)

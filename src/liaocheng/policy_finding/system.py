"""S29: policies look for people, over the rules of all systems."""

from guangyue.entitlements.demands import Finding, FindPeople
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
from liaocheng.policy_finding.signals import SIGNALS

SYSTEM = System(
    number="S29",
    title="政策找人",
    documents=(EMPLOYMENT_2019, FUND_MEASURES, STABLE_EMPLOYMENT, ASSISTANCE, DIGITAL_PLAN),
    led_by=(PUBLICITY, HUMAN_RESOURCES, FINANCE, DEVELOPMENT_AND_REFORM, BIG_DATA),
    demands=(
        FindPeople(Finding.LOOKING, "每夜把全部规则对照名录", cites=STABLE_EMPLOYMENT.clause("七25")),
        FindPeople(Finding.TELLING, "政策精准推送到本人、本企业", cites=DIGITAL_PLAN.clause("三（一）")),
        FindPeople(Finding.TELLING, "数据能核实的不再要材料", cites=FUND_MEASURES.clause("第四十条")),
        FindPeople(Finding.CALLING, "没有读到推送的由协理员联系", cites=STABLE_EMPLOYMENT.clause("七25")),
        FindPeople(Finding.NEEDS, "困难信号转镇街走访", cites=ASSISTANCE.clause("三（三）")),
        FindPeople(Finding.NEEDS, "早发现、早报告、早救助", cites=ASSISTANCE.clause("三（八）")),
    ),
    examples=answer,
    rules=RULES,
    offers=OFFERS,
    signals=SIGNALS,
)

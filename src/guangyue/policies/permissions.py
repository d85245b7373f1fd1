"""What a person may be allowed to do with the rules and their figures. Whoever proposes does it for the
regions in reach, whoever approves does it for the city."""

from guangyue.kit.access import Permission

VIEW_RULES = Permission(key="policies.view_rules", title="查看政策规则和参数")
PROPOSE_FIGURES = Permission(key="policies.propose_figures", title="提出政策参数")
APPROVE_FIGURES = Permission(key="policies.approve_figures", title="审定政策参数", citywide=True)
REHEARSE_POLICIES = Permission(key="policies.rehearse", title="起草政策改动，预演谁增谁减")

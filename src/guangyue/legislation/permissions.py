"""What an official may do with rules that are being made."""

from guangyue.kit.access import Permission

SEE_LEGISLATION = Permission(key="legislation.see_legislation", title="查看立法计划、项目进展和征求意见情况")
DRAFT_RULES = Permission(key="legislation.draft_rules", title="起草立法项目，征求意见，答复，听证")
OVERSEE_LEGISLATION = Permission(
    key="legislation.oversee_legislation", title="管理立法计划，登记增列，催办、审查立法项目"
)
DECIDE_LEGISLATION = Permission(
    key="legislation.decide_legislation", title="登记审议、公布、提请、延期和取消"
)

"""What an official may do with problems and their clearing."""

from guangyue.kit.access import Permission

SEE_PROBLEMS = Permission(key="ledgers.see_problems", title="查看问题台账和整改进展")
REGISTER_PROBLEMS = Permission(key="ledgers.register_problems", title="登记问题，导入台账")
RECTIFY_PROBLEMS = Permission(key="ledgers.rectify_problems", title="填报四张清单，整改，申请验收")
CLEAR_PROBLEMS = Permission(key="ledgers.clear_problems", title="审核四张清单，组织现场验收，逐个销号")
INSPECT_PROBLEMS = Permission(key="ledgers.inspect_problems", title="专项检查、抽查和“回头看”，受理群众举报")

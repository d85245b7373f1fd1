"""What an official may be allowed to do with random inspections."""

from guangyue.kit.access import Permission

SEE_INSPECTIONS = Permission(key="inspections.see_inspections", title="查看双随机清单、计划、批次和统计")
KEEP_POOLS = Permission(key="inspections.keep_pools", title="管理抽查事项、细则和两库")
APPROVE_ITEMS = Permission(key="inspections.approve_items", title="审定抽查事项，认定抽查责任")
PLAN_INSPECTIONS = Permission(key="inspections.plan_inspections", title="编制、备案、公布和调整年度抽查计划")
DRAW_BATCHES = Permission(key="inspections.draw_batches", title="建立批次，公布承诺，抽取、派发、公示和揭示")
SEE_NAMES = Permission(key="inspections.see_names", title="查看未揭示批次的名单（逐次留痕）")
INSPECT = Permission(key="inspections.inspect", title="承担检查，录入结果，办理线索和后续监管")

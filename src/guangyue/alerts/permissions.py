"""What an official may be allowed to do with warnings."""

from guangyue.kit.access import Permission

SEE_ALERTS = Permission(key="alerts.see_alerts", title="查看空气质量、预报、预警和响应情况")
OBSERVE_AIR = Permission(key="alerts.observe_air", title="管理站点，录入监测数据和预报，组织会商")
RUN_ALERTS = Permission(key="alerts.run_alerts", title="起草审批表，发布预警，管理减排清单、方案、指令和演练")
SIGN_ALERTS = Permission(key="alerts.sign_alerts", title="按所任职务核准、审批预警")
ANSWER_ALERTS = Permission(key="alerts.answer_alerts", title="本县（市、区）签收、发布预警，报送响应情况")
CHECK_ORDERS = Permission(key="alerts.check_orders", title="现场检查减排措施落实情况")

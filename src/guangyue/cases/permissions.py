"""What an official may be allowed to do with cases."""

from guangyue.kit.access import Permission

RECEIVE_CASES = Permission(key="cases.receive_cases", title="在综合窗口收件、受理、出件")
REVIEW_CASES = Permission(key="cases.review_cases", title="审查办件，答复部门意见")
DECIDE_CASES = Permission(key="cases.decide_cases", title="决定办件，答复否决报批")
SEE_CASES = Permission(key="cases.see_cases", title="查看办件和效能报表")
CHASE_CASES = Permission(key="cases.chase_cases", title="督办超期办件，确认责任")
RESTRICT_CASES = Permission(key="cases.restrict_cases", title="登记和解除限批")
HELP_APPLICANTS = Permission(key="cases.help_applicants", title="受委托帮办代办")
MANAGE_WEBHOOKS = Permission(key="cases.manage_webhooks", title="登记部门系统，重推办件事件", citywide=True)

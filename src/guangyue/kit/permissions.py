"""What a person may be allowed to do with the calendar and with limits."""

from guangyue.kit.access import Permission

ENTER_CALENDAR = Permission(key="kit.enter_calendar", title="录入放假通知")
KEEP_LIMITS = Permission(key="kit.keep_limits", title="登记本人时限")

"""What a person may be allowed to do with the calendar."""

from guangyue.kit.access import Permission

ENTER_CALENDAR = Permission(key="kit.enter_calendar", title="录入放假通知", citywide=True)

"""What may be allowed at the outbox."""

from guangyue.kit.access import Permission

SEE_OUTBOX = Permission("notifications.see_outbox", "查看通知投递", citywide=True)
MANAGE_OUTBOX = Permission("notifications.manage_outbox", "重发、确认通知投递", citywide=True)

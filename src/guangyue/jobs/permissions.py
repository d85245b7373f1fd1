"""What may be allowed at the queue."""

from guangyue.kit.access import Permission

SEE_QUEUE = Permission("jobs.see_queue", "查看后台任务", citywide=True)
MANAGE_QUEUE = Permission("jobs.manage_queue", "重试和撤回后台任务", citywide=True)

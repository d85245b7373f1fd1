"""What an official may do with tasks."""

from guangyue.kit.access import Permission

SEE_TASKS = Permission(key="tasks.see_tasks", title="查看任务台账、进展和督查情况")
DECOMPOSE_TASKS = Permission(key="tasks.decompose_tasks", title="分解、下达任务，处理异议，催办、督办")
REPORT_TASKS = Permission(key="tasks.report_tasks", title="认领、再分解任务，报送进展，申请办结、变更")
VERIFY_TASKS = Permission(key="tasks.verify_tasks", title="核查报送的进展，准予办结")
APPROVE_CHANGES = Permission(key="tasks.approve_changes", title="批准任务的调整、延期和终止")

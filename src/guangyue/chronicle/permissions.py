"""What a person may be allowed to do with the chronicle."""

from guangyue.kit.access import Permission

PROPOSE_EVENTS = Permission(key="chronicle.propose_events", title="报送大事记事件")
EDIT_CHRONICLE = Permission(key="chronicle.edit", title="编写大事记，认定人员和关联", citywide=True)
APPROVE_CHRONICLE = Permission(key="chronicle.approve", title="审定大事记", citywide=True)

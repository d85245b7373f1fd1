"""What becomes of a record, and which way it may go."""

from enum import Enum


class State(Enum):
    """记录状态."""

    DRAFTED = "待核实"
    RETURNED = "已退回"
    VALID = "有效"
    OBJECTED = "异议中"
    REPAIRED = "已修复"
    REVOKED = "已撤销"
    EXPIRED = "已到期"


MOVES = {
    State.DRAFTED: (State.VALID, State.RETURNED),
    State.RETURNED: (),
    State.VALID: (State.OBJECTED, State.REPAIRED, State.REVOKED, State.EXPIRED),
    State.OBJECTED: (State.VALID, State.REVOKED, State.EXPIRED),
    State.REPAIRED: (State.REVOKED,),
    State.REVOKED: (),
    State.EXPIRED: (),
}
STANDING = (State.VALID, State.OBJECTED)
STANDING_NAMES = tuple(state.name for state in STANDING)

"""任务的状态 and 亮灯 as values: the road an assignment goes, how its dates stand on a day. No database."""

from enum import Enum


class State(Enum):
    """状态. That an assignment is late (逾期) is read from its due day: nobody has to say so."""

    ISSUED = "已分解"
    ACCEPTED = "已认领"
    DISPUTED = "有异议"
    RUNNING = "推进中"
    CLOSING = "申请办结"
    CLOSED = "已销号"
    CANCELLED = "已终止"


class Role(Enum):
    """单位的角色, as a note gives it; `answering` alone does not say who answers: see `answering_roles`."""

    LEAD = "牵头"
    COOPERATE = "配合"
    RESPONSIBLE = "责任"
    EXECUTE = "落实"


class DueKind(Enum):
    """时限的来历."""

    PRINTED = "原文写明"
    INHERITED = "随文件期限"
    RELATIVE = "按原文推算"
    NONE = "没有时限"


class Light(Enum):
    """亮灯: late; due soon, or progress behind the days that have passed; on track; over."""

    RED = "逾期"
    YELLOW = "滞后或者临期"
    GREEN = "按期"
    GREY = "已了结"


ROAD = {
    (State.ISSUED, State.ACCEPTED),
    (State.ISSUED, State.DISPUTED),
    (State.DISPUTED, State.ISSUED),
    (State.DISPUTED, State.ACCEPTED),
    (State.ACCEPTED, State.RUNNING),
    (State.RUNNING, State.CLOSING),
    (State.CLOSING, State.RUNNING),
    (State.CLOSING, State.CLOSED),
    *((state, State.CANCELLED) for state in State if state.name not in ("CLOSED", "CANCELLED")),
}
OVER = (State.CLOSED.name, State.CANCELLED.name)
OPEN = tuple(state.name for state in State if state.name not in OVER)
UNDER_WAY = (State.RUNNING.name, State.CLOSING.name)


def answering_roles(roles: frozenset[Role]) -> frozenset[Role]:
    """Who answers for it: those who lead; where nobody does, all that are responsible, jointly; and where
    nobody is, those who carry it out."""
    for role in (Role.LEAD, Role.RESPONSIBLE, Role.EXECUTE, Role.COOPERATE):
        if role in roles:
            return frozenset({role})
    return frozenset()

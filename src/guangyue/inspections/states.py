"""批次的路: the states of a batch; it only goes forward, one at a time. Knows no database."""

from enum import Enum


class State(Enum):
    """批次状态."""

    CREATED = "已建立"
    COMMITTED = "已公布承诺"
    SEEDED = "已取公开值"
    DRAWN = "已抽取"
    MATCHED = "已匹配"
    ASSIGNED = "已派发"
    VISITING = "检查中"
    COMPLETED = "检查完成"
    ENTERED = "结果已录入"
    PUBLISHED = "结果已公示"
    REVEALED = "已揭示"

    @property
    def place(self) -> int:
        return ROAD.index(self)

    @property
    def next(self) -> "State | None":
        return ROAD[self.place + 1] if self.place + 1 < len(ROAD) else None


ROAD = tuple(State)
STATES = tuple((state.name, state.value) for state in ROAD)
# Before the reveal nobody without a role reads a name.
SECRET = tuple(state.name for state in ROAD if state is not State.REVEALED)
# What stands once the commitment is public.
FIXED = tuple(state.name for state in ROAD if state.place >= State.COMMITTED.place)

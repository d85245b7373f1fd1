"""销号的路: the states of a problem, what each step asks for, and what is refused. Knows no database."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class State(Enum):
    """问题状态."""

    REGISTERED = "已登记"
    DRAWN_UP = "建单待审"
    LISTED = "已建单"
    IN_WORK = "整改中"
    APPLIED = "待验收"
    PASSED = "验收通过"
    SIGNED_OFF = "已销号"
    REOPENED = "复发"
    MERGED = "已并入"


ARROWS: tuple[tuple[State, State], ...] = (
    (State.REGISTERED, State.DRAWN_UP),
    (State.REGISTERED, State.MERGED),
    (State.REOPENED, State.DRAWN_UP),
    (State.DRAWN_UP, State.REGISTERED),
    (State.DRAWN_UP, State.REOPENED),
    (State.DRAWN_UP, State.LISTED),
    (State.LISTED, State.IN_WORK),
    (State.IN_WORK, State.APPLIED),
    (State.APPLIED, State.IN_WORK),
    (State.APPLIED, State.PASSED),
    (State.PASSED, State.SIGNED_OFF),
    (State.SIGNED_OFF, State.REOPENED),
)
STATES = tuple((state.name, state.value) for state in State)
SETTLED = (State.SIGNED_OFF, State.MERGED)
# Whose four lists can still be written.
WRITABLE = (State.REGISTERED, State.REOPENED)
# What nobody can be late with any more: the work has been handed in, or is over.
HANDED_IN = (State.APPLIED, State.PASSED, *SETTLED)


class FourList(Enum):
    """四张清单."""

    PROBLEM = "问题清单"
    MEASURES = "整改措施清单"
    RESPONSIBILITIES = "责任清单"
    DEADLINES = "时限清单"


class Ground(Enum):
    """复发的由来."""

    SAMPLE = "抽查不合格"
    TIP = "群众举报"
    FOUND_AGAIN = "再次发现"


class Side(Enum):
    """验收组成员 by what they are to the problem."""

    LEAD = "牵头部门"
    LOCAL = "当地政府"
    DOER = "整改实施单位"
    OTHER = "其他单位"


@dataclass(frozen=True)
class Seated:
    """Somebody at an acceptance, as far as its rules ask."""

    side: Side
    signs: bool = True


def missing_lists(filled: Collection[FourList]) -> tuple[FourList, ...]:
    """R1: without all four nothing starts."""
    return tuple(one for one in FourList if one not in filled)


def is_too_late(deadline: date, latest: date | None) -> bool:
    """R12: never later than the long-stop."""
    return latest is not None and deadline > latest


def fault_of_acceptance(*, on_site: bool, members: Iterable[Seated]) -> str:
    """R13: why this is no acceptance; empty when it is one."""
    seated = list(members)
    signing = {member.side for member in seated if member.signs}
    if not on_site:
        return "验收要到现场。"
    if Side.DOER in signing:
        return "整改实施单位可以到场，不能在验收上签字。"
    if Side.LEAD not in signing:
        return "没有牵头部门参加。"
    if Side.LOCAL not in signing:
        return "没有当地政府参加。"
    return ""


def fault_of_signing_off(*, passed: Collection[bool], joint_on_site: bool) -> str:
    """R14: why this problem cannot be signed off; `passed` says of each measure whether it did."""
    if not joint_on_site:
        return "没有现场联合验收，不能销号。"
    if not passed:
        return "没有整改措施，不能销号。"
    if not all(passed):
        return "有措施没有通过验收，不能销号，也不能部分销号。"
    return ""


def rate_of(*, signed_off: int, registered: int, merged: int) -> float | None:
    """销号率: signed off of all that are registered; what was merged into another counts there."""
    counted = registered - merged
    return signed_off / counted if counted else None

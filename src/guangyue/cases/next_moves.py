"""现在可以: the moves of a case as somebody tired looks for them: the usual next one, then others by kind."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from guangyue.accounts.models import User
from guangyue.cases.flow import Arrow, Check, Flow, Outcome, Phase
from guangyue.cases.models import Case
from guangyue.cases.services.checks import check
from guangyue.kit.refusals import Refused


class MoveKind(Enum):
    """往哪里走: what a move comes to, in the order in which the kinds stand on a page."""

    ON = "接着往下办"
    ASK = "请申请人补充"
    STAND = "中止计时，转入特别程序"
    BACK = "退回"
    REFUSE = "不予"
    STAY = "留在这个环节"


@dataclass(frozen=True)
class Choice:
    """A move that may be made, and what still keeps it from being made."""

    arrow: Arrow
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Moves of one kind; `offered` where it is likely that one of them is wanted."""

    kind: MoveKind
    choices: tuple[Choice, ...]
    offered: bool = False


@dataclass(frozen=True)
class NextMoves:
    """The usual next step, if there is one, and the rest."""

    usual: Choice | None
    groups: tuple[Group, ...]

    def __bool__(self) -> bool:
        return self.usual is not None or bool(self.groups)


def next_moves(case: Case, arrows: list[Arrow], *, by: User, at: datetime) -> NextMoves:
    """Many moves ask the same; each is looked at once."""
    asked = {one for arrow in arrows for one in arrow.checks}
    missing = {one: said for one in asked if (said := _missing(one, case, by, at))}
    choices = [
        Choice(arrow, tuple(missing[one] for one in arrow.checks if one in missing)) for arrow in arrows
    ]
    return arrange(choices, case.flow.declared, step=case.step)


def arrange(choices: list[Choice], flow: Flow, *, step: str) -> NextMoves:
    """What leads on and can be made now is the usual next step. Where nothing that leads on can be made, what
    is to be asked of the applicant is offered beside it."""
    kinds: dict[MoveKind, list[Choice]] = {kind: [] for kind in MoveKind}
    for one in choices:
        kinds[kind_of(one.arrow, flow, step=step)].append(one)
    on = sorted(kinds[MoveKind.ON], key=lambda one: bool(one.missing))
    usual, kinds[MoveKind.ON] = (on[0] if on else None), on[1:]
    held_up = usual is None or bool(usual.missing)
    groups = (
        Group(kind, tuple(those), offered=held_up and kind is MoveKind.ASK)
        for kind, those in kinds.items()
        if those
    )
    return NextMoves(usual, tuple(groups))


def kind_of(arrow: Arrow, flow: Flow, *, step: str) -> MoveKind:
    """By where the move leads from that step, and what it says of the case."""
    to = flow.step(arrow.to)
    if to.phase is Phase.NOT_ACCEPTED or Outcome.REFUSED in (arrow.proposes, arrow.outcome):
        return MoveKind.REFUSE
    if to.phase is Phase.SUPPLEMENT:
        return MoveKind.ASK
    if to.stands:
        return MoveKind.STAND
    if to.key == step:
        return MoveKind.STAY
    return MoveKind.BACK if _lies_behind(to.key, flow, step) or to.phase is Phase.RETURNED else MoveKind.ON


def _lies_behind(goal: str, flow: Flow, step: str) -> bool:
    road = flow.road
    return goal in road and step in road and road.index(goal) < road.index(step)


def _missing(one: Check, case: Case, by: User, at: datetime) -> str:
    try:
        check(one, case=case, by=by, at=at)
    except Refused as refused:
        return refused.sentence
    return ""

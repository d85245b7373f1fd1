"""What may be done with a case: the usual next step first, the others by what they come to."""

import pytest

from guangyue.cases.flow import Actor
from guangyue.cases.next_moves import Choice, MoveKind, NextMoves, arrange
from guangyue.cases.tests.factories import ORDINARY


def moves_at(step: str, actor: Actor, *, held_up: tuple[str, ...] = ()) -> NextMoves:
    choices = [
        Choice(arrow, ("还不能。",) if arrow.key in held_up else ())
        for arrow in ORDINARY.arrows_from(step)
        if arrow.by is actor
    ]
    return arrange(choices, ORDINARY, step=step)


def keys_of(moves: NextMoves) -> list[tuple[MoveKind, list[str]]]:
    return [(group.kind, [one.arrow.key for one in group.choices]) for group in moves.groups]


def usual_of(moves: NextMoves) -> str:
    return moves.usual.arrow.key if moves.usual else ""


def test_a_reviewer_has_one_step_before_him_and_four_kinds_of_others() -> None:
    moves = moves_at("review", Actor.REVIEWER)

    assert usual_of(moves) == "propose"
    special = next(keys for kind, keys in keys_of(moves) if kind is MoveKind.STAND)
    assert len(special) == 6
    assert [(kind, keys) for kind, keys in keys_of(moves) if kind is not MoveKind.STAND] == [
        (MoveKind.ASK, ["ask_supplement"]),
        (MoveKind.BACK, ["return_to_front"]),
        (MoveKind.REFUSE, ["propose_refusal"]),
    ]
    assert not any(group.offered for group in moves.groups)


def test_whoever_decides_finds_granting_first() -> None:
    moves = moves_at("decision", Actor.DECIDER)

    assert usual_of(moves) == "grant"
    assert keys_of(moves) == [
        (MoveKind.BACK, ["send_back"]),
        (MoveKind.REFUSE, ["refuse"]),
        (MoveKind.STAY, ["extend"]),
    ]


@pytest.mark.parametrize(
    ("held_up", "usual", "offered"),
    [
        ((), "accept", []),
        (("accept",), "accept_deferred", []),
        (("accept", "accept_deferred"), "accept", ["tell_missing"]),
    ],
)
def test_at_the_window_what_can_be_done_now_stands_first(
    held_up: tuple[str, ...], usual: str, offered: list[str]
) -> None:
    moves = moves_at("received", Actor.CLERK, held_up=held_up)

    assert usual_of(moves) == usual
    assert [one.arrow.key for group in moves.groups if group.offered for one in group.choices] == offered


def test_what_ends_a_special_procedure_leads_on() -> None:
    assert usual_of(moves_at("special", Actor.REVIEWER)) == "end_special"


def test_where_nothing_leads_on_no_step_is_the_usual_one() -> None:
    assert usual_of(moves_at("review", Actor.DECIDER)) == ""
    assert not moves_at("received", Actor.REVIEWER)

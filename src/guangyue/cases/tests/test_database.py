"""What the database holds to by itself, what two people at once do to a case, and how much a move asks."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, IssuedLetter, Move
from guangyue.cases.services.moving import move_case
from guangyue.cases.services.opening import hand_in
from guangyue.cases.tests.factories import AT, a_case, a_draft, go, hand_over
from guangyue.kit.models import HolidayNotice
from guangyue.kit.tests.together import at_once
from guangyue.matters.models import Matter


@pytest.fixture
def case(matter: Matter, clerk: User) -> Case:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    return case


@pytest.mark.parametrize(
    "change",
    [
        lambda case: case.moves.update(said="别的理由"),
        lambda case: Move.objects.filter(case=case).delete(),
        lambda case: case.letters.update(content={}),
        lambda case: IssuedLetter.objects.filter(case=case).delete(),
    ],
    ids=["a move rewritten", "a move deleted", "a letter rewritten", "a letter deleted"],
)
def test_what_is_only_added_to_is_never_changed(case: Case, change: Callable[[Case], object]) -> None:
    with pytest.raises(IntegrityError, match="is only added to"), transaction.atomic():
        change(case)


def test_a_step_does_not_change_without_the_move_that_says_who_and_when(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(step="decision")

    with pytest.raises(IntegrityError, match="without a move"), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_act_in_the_same_moment_one_wins_and_the_other_is_told(
    case: Case, reviewer: User, decider: User
) -> None:
    propose = partial(move_case, case=case, arrow="propose", actor=Actor.REVIEWER, at=AT, said="符合条件")

    said = at_once(partial(propose, by=reviewer), partial(propose, by=decider))

    assert said[0] == ""
    assert "刚刚被别人办理过" in said[1]
    assert case.moves.filter(arrow="propose").count() == 1


def test_a_case_costs_few_statements_however_many_there_are(
    matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    HolidayNotice.objects.calendar()  # what is the same for all is at hand
    a_case(matter, by=clerk)
    asked: dict[str, int] = {}

    def counted(name: str, act: Callable[[], object]) -> None:
        with CaptureQueriesContext(connection) as captured:
            act()
        asked[name] = len(captured)

    case = a_draft(matter)
    case.papers.update(state="handed_in")
    counted("hand in", lambda: hand_in(case=case, consent=True, by=clerk, actor=Actor.CLERK, at=AT))
    for arrow, actor, by in (
        ("accept", Actor.CLERK, clerk),
        ("propose", Actor.REVIEWER, reviewer),
        ("grant", Actor.DECIDER, decider),
    ):
        counted(arrow, partial(move, case, arrow, actor, by))
    counted("deliver", partial(hand_over, case, by=clerk))

    assert {name: count for name, count in asked.items() if count > MOST[name]} == {}


MOST = {"hand in": 14, "accept": 14, "propose": 9, "grant": 16, "deliver": 13}


def move(case: Case, arrow: str, actor: Actor, by: User) -> Move:
    return move_case(case=case, arrow=arrow, by=by, actor=actor, at=AT, said="符合条件")

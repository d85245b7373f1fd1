"""A case on its road: only declared moves, each by whom it is for, each with its clock."""

from datetime import date, timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import IssuedLetter
from guangyue.cases.refusals import MovedOnAlready, NotYet, NotYourMove, SayWhy
from guangyue.cases.tests.factories import AT, a_case, go, hand_over
from guangyue.kit.clocks import local_day
from guangyue.matters.models import Matter


def test_a_case_goes_from_the_window_to_its_delivery(
    matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    case = a_case(matter, by=clerk)

    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT + timedelta(days=2))
    hand_over(case, by=clerk, at=AT + timedelta(days=3))

    assert case.stands_in is Phase.FINISHED
    assert case.outcome == "GRANTED"
    assert case.used_days == 2
    assert [move.to for move in case.moves.all()] == [
        "received",
        "review",
        "decision",
        "delivery",
        "finished",
    ]
    assert [letter.get_kind_display() for letter in case.letters.all()] == ["受理通知书", "准予决定书"]


def test_five_working_days_from_a_monday_end_on_the_next(matter: Matter, clerk: User) -> None:
    case = a_case(matter, by=clerk)

    go(case, "accept", actor=Actor.CLERK, by=clerk)

    assert case.due is not None
    assert local_day(case.due) == date(2020, 6, 8)


def test_while_the_applicant_supplements_the_clock_stands(
    matter: Matter, clerk: User, reviewer: User
) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)

    go(
        case,
        "ask_supplement",
        actor=Actor.REVIEWER,
        by=reviewer,
        at=AT + timedelta(days=2),
        said="平面图缺比例尺",
    )
    assert case.due is None
    go(case, "supply", actor=Actor.APPLICANT, at=AT + timedelta(days=4))

    assert case.due is not None
    assert local_day(case.due) == date(2020, 6, 10)


def test_what_was_not_told_at_once_is_not_asked_for_later(
    matter: Matter, clerk: User, reviewer: User
) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "ask_supplement", actor=Actor.REVIEWER, by=reviewer, said="平面图缺比例尺")
    go(case, "supply", actor=Actor.APPLICANT)

    with pytest.raises(NotYet, match="一次性告知"):
        go(case, "ask_supplement", actor=Actor.REVIEWER, by=reviewer, said="还缺一份")


def test_an_essential_paper_is_never_owed_and_a_deferrable_one_only_with_a_promise(
    matter: Matter, clerk: User
) -> None:
    case = a_case(matter, papers=False, by=clerk)

    with pytest.raises(NotYet, match="申请表"):
        go(case, "accept_deferred", actor=Actor.CLERK, by=clerk)


def test_whoever_received_a_case_does_not_review_it(matter: Matter, clerk: User) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)

    with pytest.raises(NotYet, match="收件的人"):
        go(case, "propose", actor=Actor.REVIEWER, by=clerk, said="符合条件")


def test_whoever_took_in_what_another_accepted_does_not_decide_it(
    matter: Matter, clerk: User, reviewer: User
) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=a_user())
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")

    with pytest.raises(NotYet, match="收件的人"):
        go(case, "grant", actor=Actor.DECIDER, by=clerk)
    with pytest.raises(NotYet, match="收件的人"):
        go(case, "extend", actor=Actor.DECIDER, by=clerk, said="案情复杂")


def test_a_window_cannot_refuse_by_itself(matter: Matter, clerk: User, decider: User) -> None:
    case = a_case(matter, by=clerk)

    with pytest.raises(NotYourMove):
        go(case, "refuse_intake", actor=Actor.CLERK, by=clerk, said="不办")
    with pytest.raises(NotYet, match="不能自行拒绝"):
        go(case, "refuse_intake", actor=Actor.DECIDER, by=decider, said="不办")


def test_of_two_who_act_at_once_one_wins_and_the_other_is_told(
    matter: Matter, clerk: User, reviewer: User
) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)

    with pytest.raises(MovedOnAlready):
        go(case, "accept", actor=Actor.CLERK, by=clerk)
    with pytest.raises(SayWhy):
        go(case, "propose", actor=Actor.REVIEWER, by=reviewer)
    assert IssuedLetter.objects.filter(case=case).count() == 1

"""任职: trial, confirmation, taking over, and who holds what on a day."""

from datetime import date
from typing import Any

import pytest

from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Person, Post, Tenure
from guangyue.organisations.refusals import ChiefPostOccupied, ReasonMissing
from guangyue.organisations.services.delegations import delegate_post, may_act_for, withdraw_delegation
from guangyue.organisations.services.people import merge_persons
from guangyue.organisations.services.register import find_post
from guangyue.organisations.services.tenures import (
    confirm_tenure,
    end_tenure,
    report_departure,
    report_holder,
)
from guangyue.organisations.tests.conftest import NOON, MakeTenure

Standing = Tenure.Standing
BEGUN = date(2020, 3, 2)


@pytest.fixture
def on_trial(tenure: MakeTenure, chief: Post) -> Tenure:
    return tenure("温一", chief, BEGUN, probation_months=12)


def test_the_standing_follows_the_calendar_until_somebody_confirms(on_trial: Tenure) -> None:
    assert on_trial.standing(date(2020, 3, 1)) == Standing.DESIGNATE
    assert on_trial.standing(BEGUN) == Standing.PROBATION
    assert on_trial.standing(date(2021, 3, 1)) == Standing.PROBATION
    assert on_trial.standing(date(2021, 3, 2)) == Standing.AWAITING


def test_the_end_of_the_trial_ends_no_tenure(on_trial: Tenure, chief: Post) -> None:
    assert on_trial in chief.tenures.on(date(2025, 1, 1))


def test_the_reminder_comes_thirty_days_before_the_trial_ends(on_trial: Tenure) -> None:
    assert not Tenure.objects.to_be_confirmed(date(2021, 1, 29)).exists()
    assert Tenure.objects.to_be_confirmed(date(2021, 1, 30)).get() == on_trial
    assert not Tenure.objects.awaiting_confirmation(date(2021, 3, 1)).exists()
    assert Tenure.objects.awaiting_confirmation(date(2021, 3, 2)).get() == on_trial


def test_a_confirmed_tenure_is_in_post_from_that_day(on_trial: Tenure) -> None:
    confirm_tenure(tenure=on_trial, on=date(2021, 3, 10), ground="考核合格", by=None, at=NOON)

    assert on_trial.standing(date(2021, 3, 9)) == Standing.AWAITING
    assert on_trial.standing(date(2021, 3, 10)) == Standing.IN_POST
    assert not Tenure.objects.to_be_confirmed(date(2021, 4, 1)).exists()


def test_a_confirmation_needs_a_ground_and_comes_once(on_trial: Tenure) -> None:
    with pytest.raises(ReasonMissing):
        confirm_tenure(tenure=on_trial, on=date(2021, 3, 10), ground="", by=None, at=NOON)
    confirm_tenure(tenure=on_trial, on=date(2021, 3, 10), ground="考核合格", by=None, at=NOON)

    with pytest.raises(Refused, match="已经"):
        confirm_tenure(tenure=on_trial, on=date(2021, 3, 11), ground="考核合格", by=None, at=NOON)


def test_on_the_day_of_removal_the_post_is_held_no_longer(tenure: MakeTenure, chief: Post) -> None:
    held = tenure("孔一", chief, BEGUN)

    end_tenure(tenure=held, on=date(2021, 3, 24), ending=Tenure.Ending.REMOVED)

    assert held in chief.tenures.on(date(2021, 3, 23))
    assert held not in chief.tenures.on(date(2021, 3, 24))


def test_a_chief_post_has_one_seat_and_a_deputy_has_many(
    tenure: MakeTenure, chief: Post, deputy: Post
) -> None:
    tenure("孔一", chief, BEGUN)
    tenure("常二", deputy, BEGUN)
    tenure("张三", deputy, BEGUN)

    with pytest.raises(ChiefPostOccupied, match="孔一"):
        tenure("李四", chief, date(2021, 1, 1))


def test_a_chief_already_designated_leaves_no_room_before(tenure: MakeTenure, chief: Post) -> None:
    tenure("孔一", chief, date(2022, 1, 1))

    with pytest.raises(ChiefPostOccupied):
        tenure("李四", chief, date(2021, 1, 1))


def test_whoever_takes_over_an_office_ends_the_tenure_before(chief: Post) -> None:
    office = find_post(organisation=chief.organisation, title="分管领导", charge="健身")
    report_holder(post=office, person=Person.objects.create(name="甲一"), on=BEGUN)

    report_holder(post=office, person=Person.objects.create(name="乙二"), on=date(2021, 9, 1))

    assert [held.person.name for held in office.tenures.on(date(2021, 8, 31))] == ["甲一"]
    assert [held.person.name for held in office.tenures.on(date(2021, 9, 1))] == ["乙二"]


def test_an_office_left_without_successor_has_no_holder(chief: Post) -> None:
    office = find_post(organisation=chief.organisation, title="分管领导", charge="健身")
    report_holder(post=office, person=Person.objects.create(name="甲一"), on=BEGUN)

    report_departure(post=office, on=date(2021, 9, 1))

    assert not office.tenures.on(date(2021, 9, 1)).exists()


def test_persons_of_one_name_stay_apart_until_somebody_says_why_not(
    tenure: MakeTenure, chief: Post, deputy: Post
) -> None:
    first, second = tenure("马一", chief, BEGUN).person, tenure("马一", deputy, BEGUN).person
    assert set(Person.objects.sharing_a_name()) == {first, second}
    with pytest.raises(ReasonMissing):
        merge_persons(kept=first, merged=second, reason="  ", by=None, at=NOON)

    merge_persons(kept=first, merged=second, reason="本人确认", by=None, at=NOON)

    assert not Person.objects.sharing_a_name().exists()
    assert first.tenures.count() == 2


def test_persons_of_two_names_are_never_merged(db: None) -> None:
    first, second = Person.objects.create(name="马一"), Person.objects.create(name="马二")

    with pytest.raises(Refused, match="姓名不同"):
        merge_persons(kept=first, merged=second, reason="笔误", by=None, at=NOON)


def test_a_delegate_acts_from_the_first_day_to_the_last(tenure: MakeTenure, chief: Post) -> None:
    holder, delegate = tenure("孔一", chief, BEGUN).person, Person.objects.create(name="常二")
    delegation = delegate_post(
        post=chief,
        delegate=delegate,
        matters="审定会议议题",
        since=date(2021, 5, 1),
        until=date(2021, 5, 31),
        ground="外出学习",
        by=None,
        at=NOON,
    )

    allowed = [
        may_act_for(person=delegate, post=chief, on=date(2021, *day))
        for day in ((4, 30), (5, 1), (5, 31), (6, 1))
    ]

    assert allowed == [False, True, True, False]
    assert may_act_for(person=holder, post=chief, on=date(2021, 5, 15))
    withdraw_delegation(delegation=delegation, on=date(2021, 5, 10))
    assert may_act_for(person=delegate, post=chief, on=date(2021, 5, 9))
    assert not may_act_for(person=delegate, post=chief, on=date(2021, 5, 10))


def test_a_delegation_needs_a_ground_and_nobody_delegates_to_himself(tenure: MakeTenure, chief: Post) -> None:
    holder = tenure("孔一", chief, BEGUN).person
    terms: dict[str, Any] = {
        "post": chief,
        "matters": "审定",
        "since": BEGUN,
        "until": BEGUN,
        "by": None,
        "at": NOON,
    }

    with pytest.raises(ReasonMissing):
        delegate_post(delegate=Person.objects.create(name="常二"), ground=" ", **terms)
    with pytest.raises(Refused, match="本人"):
        delegate_post(delegate=holder, ground="外出", **terms)

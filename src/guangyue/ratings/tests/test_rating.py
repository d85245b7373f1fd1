"""Ratings are given once for a case and object, changed within ten days, and never edited."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.models import Case, Mandate, Move, Opinion
from guangyue.cases.tests.factories import a_case
from guangyue.kit.workdays import Calendar, Entry
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.ratings.models import Check, Hall, Rating, Tally
from guangyue.ratings.refusals import (
    AboutYourself,
    NotFinishedYet,
    OwnWork,
    RatedAlready,
    TooLateToChange,
    WayClosed,
)
from guangyue.ratings.services.checking import finish_check
from guangyue.ratings.services.places import close_way, reopen_way, seat_person
from guangyue.ratings.services.rating import rate_case, rate_place, remove_rating
from guangyue.ratings.services.recounting import recount_ratings
from guangyue.ratings.tests.factories import DONE, a_rating, levels
from guangyue.ratings.ways import Way


def sums(kind: str) -> Counter[int]:
    """How many of each level the database has added up."""
    found: Counter[int] = Counter()
    for tally in Tally.objects.filter(kind=kind):
        found[tally.level] += tally.many
    return +found


def test_a_case_is_rated_once(case: Case) -> None:
    a_rating(case, 5)

    with pytest.raises(RatedAlready):
        a_rating(case, 1)


def test_window_department_and_matter_can_be_rated_apart(case: Case) -> None:
    rate_case(case=case, said=levels(5, window=4, matter=3), way=Way.WEB, by=None, at=DONE)

    assert Rating.objects.filter(case=case).count() == 3
    assert sums("person") == {5: 1, 4: 1}
    assert sums("matter") == {5: 1, 3: 1}
    assert sums("department") == {5: 1}


def test_a_change_on_the_tenth_day_replaces_and_keeps_the_first(case: Case, citizen: User) -> None:
    first = a_rating(case, 2, by=citizen)

    changed = a_rating(case, 4, by=citizen, at=DONE + timedelta(days=10), changes=True)

    first.refresh_from_db()
    assert (first.effective, first.level) == (False, 2)
    assert (changed.effective, changed.level) == (True, 4)
    assert sums("department") == {4: 1}


def test_on_the_eleventh_day_nothing_is_changed_any_more(case: Case, citizen: User) -> None:
    a_rating(case, 2, by=citizen)

    with pytest.raises(TooLateToChange):
        a_rating(case, 4, by=citizen, at=DONE + timedelta(days=10, seconds=1), changes=True)


def test_what_is_still_under_way_is_not_rated(matter: Matter, clerk: User) -> None:
    with pytest.raises(NotFinishedYet):
        a_rating(a_case(matter, by=clerk), 5)


def test_nobody_rates_his_own_work(case: Case, clerk: User) -> None:
    with pytest.raises(OwnWork):
        a_rating(case, 5, by=clerk)


def proposes(case: Case, by: User) -> None:
    Move.objects.create(case=case, arrow="propose", title="提出拟办意见", to="decision", by=by, at=DONE)


def is_asked(case: Case, by: User) -> None:
    Opinion.objects.create(
        case=case,
        key="fire",
        title="消防意见",
        organisation=case.unit,
        part="LEAD",
        limit_amount=3,
        limit_unit="WORKING_DAY",
        asked_at=DONE,
        given_at=DONE,
        given_by=by,
    )


def helps_along(case: Case, by: User) -> None:
    Mandate.objects.create(
        person=case.person, helper=by, matter_code="000101", given_at=DONE, until=DONE.date(), case=case
    )


@pytest.mark.parametrize("hand", [proposes, is_asked, helps_along])
def test_nobody_who_had_a_hand_in_it_rates_it_or_checks_what_was_said(
    case: Case, hand: Callable[[Case, User], None]
) -> None:
    by = a_user()
    hand(case, by)

    with pytest.raises(OwnWork):
        a_rating(case, 5, by=by)
    check = Check.objects.get(rating=a_rating(case, 1))
    assert check not in Check.objects.apart_from(by)
    assert check in Check.objects.apart_from(a_user())


def test_an_applicant_who_moved_his_own_case_rates_it(case: Case, citizen: User) -> None:
    Move.objects.create(case=case, arrow="supply", title="补正", to="review", by=citizen, at=DONE)

    assert a_rating(case, 5, by=citizen).effective


def test_whoever_sits_at_a_window_does_not_rate_the_hall(hall: Hall) -> None:
    guest = a_user()  # of a department that does not run the hall
    seat_person(hall=hall, number="7", person=guest)

    with pytest.raises(OwnWork):
        rate_place(place=hall, said_level=5, text="", by=guest, at=DONE)


def test_a_holiday_moves_what_is_to_be_checked(case: Case) -> None:
    a_rating(case, 1)
    closed = Calendar({date(2020, 6, 5): Entry(works=False, name="停班", source="测试")})

    (moved,) = recount_ratings(calendar=closed, since=DONE.date())

    assert f"{moved.before:%m-%d} {moved.due.moment:%m-%d}" == "06-11 06-12"


def test_an_official_does_not_rate_his_own_department_at_the_poster(unit: Organisation, clerk: User) -> None:
    with pytest.raises(OwnWork):
        rate_place(place=unit, said_level=5, text="", by=clerk, at=DONE)


@pytest.mark.parametrize("change", [{"level": 5}, {"text": "很好"}, {"by": 1}, {"at": DONE - timedelta(1)}])
def test_what_was_given_is_never_edited(case: Case, change: dict[str, object]) -> None:
    rating = a_rating(case, 2)

    if "by" in change:
        change = {"by": a_user()}
    with pytest.raises(DatabaseError), transaction.atomic():
        Rating.objects.filter(pk=rating.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Rating.objects.filter(pk=rating.pk).delete()


def test_a_bad_rating_opens_its_check_at_once_for_five_working_days(case: Case) -> None:
    rating = a_rating(case, 2)

    check = Check.objects.get(rating=rating)
    assert check.opened_at == DONE
    assert f"{check.due:%Y-%m-%d}" == "2020-06-11"


def test_a_fair_rating_opens_none(case: Case) -> None:
    a_rating(case, 3)

    assert not Check.objects.exists()


def test_what_is_found_untrue_stays_visible_and_no_longer_counts(case: Case) -> None:
    rating = a_rating(case, 1)
    check = Check.objects.get(rating=rating)

    finish_check(
        check=check, true=False, said="录像里没有", correction="", reply="谢谢", by=a_user(), at=DONE
    )

    rating.refresh_from_db()
    assert (rating.state, rating.effective) == (Rating.State.UNTRUE, True)
    assert sums("department") == {}


def test_what_is_true_is_put_right_answered_and_counts(case: Case, citizen: User) -> None:
    rating = a_rating(case, 1, by=citizen)

    finish_check(
        check=Check.objects.get(rating=rating),
        true=True,
        said="属实",
        correction="已经培训",
        reply="向您道歉",
        by=a_user(),
        at=DONE,
    )

    assert sums("department") == {1: 1}
    assert citizen.notifications.filter(title="您的评价已经核查").exists()


def test_whoever_was_rated_does_not_check_it(case: Case, clerk: User) -> None:
    check = Check.objects.get(rating=a_rating(case, 1))

    with pytest.raises(AboutYourself):
        finish_check(check=check, true=False, said="没有", correction="", reply="好", by=clerk, at=DONE)


def test_a_check_ends_when_the_person_thinks_better_of_it(case: Case, citizen: User) -> None:
    check = Check.objects.get(rating=a_rating(case, 1, by=citizen))

    a_rating(case, 5, by=citizen, changes=True)

    check.refresh_from_db()
    assert check.finding == Check.Finding.CHANGED


def test_a_rating_is_removed_only_with_a_reason_and_by_somebody(case: Case) -> None:
    removed = remove_rating(rating=a_rating(case, 1), reason="泄露他人隐私", by=a_user())

    assert removed.shown_text == "（内容违法，已删除）"
    assert sums("matter") == {}


def test_a_closed_way_is_not_taken_until_it_is_open_again(case: Case, matter: Matter) -> None:
    closure = close_way(matter=matter, way=Way.WEB, reason="维护", by=a_user(), at=DONE)
    with pytest.raises(WayClosed):
        a_rating(case, 5)

    reopen_way(closure=closure, by=a_user(), at=DONE)

    assert a_rating(case, 5).effective


def test_visits_are_summed_apart_from_cases(hall: Hall, unit: Organisation, case: Case) -> None:
    a_rating(case, 5)
    rate_place(place=hall, said_level=3, text="", by=None, at=DONE)
    rate_place(place=unit, said_level=2, text="", by=None, at=DONE)

    assert sums("hall") == {5: 1, 3: 1}
    assert sums("department") == {5: 1}
    assert sums("visit") == {2: 1}

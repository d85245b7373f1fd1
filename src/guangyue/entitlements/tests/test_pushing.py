"""推送: told once, in words that say nothing, to nobody who does not want it."""

from datetime import date, datetime, timedelta

import pytest

from guangyue.accounts.models import Kind, User
from guangyue.entitlements.models import Answer, Call, Match, Push
from guangyue.entitlements.services.answering import NotYours, answer_match
from guangyue.entitlements.services.calling import list_calls
from guangyue.entitlements.services.pushing import choose_silence, push
from guangyue.entitlements.states import State
from guangyue.entitlements.tests.cities import AT
from guangyue.entitlements.wording import NEUTRAL, body, is_delicate, title_closing, title_new
from guangyue.notifications.models import Notification
from guangyue.notifications.services import read
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import EAST, a_country, a_fact, a_firm, a_person, a_user
from guangyue.systems.offered import offered

pytestmark = pytest.mark.django_db
ON = date(2021, 4, 30)
EVERYBODY = range(10**9)
CODE = next(one.code for one in offered() if one.offer.search and not one.offer.relief)
RELIEF = next(one.code for one in offered() if one.offer.relief)


@pytest.fixture(autouse=True)
def country(db: None) -> None:
    a_country()


def a_match(person: Person | None, code: str = CODE, **fields: object) -> Match:
    return Match.objects.create(
        **{
            "code": code,
            "person": person,
            "district_id": "990101",
            "township_id": EAST,
            "state": State.ENTITLED,
            "entitled": True,
            "fingerprint": "a" * 64,
            "first_seen": ON,
            "entitled_on": ON,
            "changed_on": ON,
            **fields,
        }
    )


def a_citizen() -> tuple[Person, User]:
    user = a_user(Kind.CITIZEN)
    return a_person(account=user), user


def tell(on: date = ON, at: datetime = AT) -> int:
    return push(persons=EVERYBODY, firms=EVERYBODY, on=on, at=at)


@pytest.mark.parametrize("one", [*offered()], ids=lambda one: one.code)
def test_no_title_and_no_preview_says_what_others_should_not_read(one) -> None:  # type: ignore[no-untyped-def]
    for words in (title_new(one), title_closing(one, days=5), body()):
        assert not is_delicate(words)
    if one.offer.sensitive:
        assert NEUTRAL in title_new(one)


def test_a_match_is_told_once() -> None:
    person, user = a_citizen()
    match = a_match(person)

    assert tell() == 1
    assert tell(on=ON + timedelta(days=1)) == 0
    told = Notification.objects.get(to=user)
    assert told.link == match.get_absolute_url()
    assert Push.objects.get().match == match


def test_the_close_is_told_thirty_fifteen_and_five_days_before() -> None:
    person, user = a_citizen()
    a_match(person, until=ON + timedelta(days=40))

    told = [tell(on=ON + timedelta(days=after)) for after in (0, 9, 10, 11, 25, 35, 40, 41)]

    assert told == [1, 0, 1, 0, 1, 1, 0, 0]
    assert Notification.objects.of(user).filter(title__startswith="还有").count() == 3


def test_a_firm_is_told_at_its_own_account() -> None:
    user = a_user(Kind.ENTERPRISE)
    a_match(None, firm=a_firm(account=user))

    assert tell() == 1
    assert Notification.objects.filter(to=user).count() == 1


def test_relief_is_never_pushed() -> None:
    a_match(a_citizen()[0], RELIEF)

    assert tell() == 0


def test_whoever_wants_quiet_is_not_told() -> None:
    person, user = a_citizen()
    a_match(person)
    choose_silence(silent=True, by=user, at=AT)

    assert tell() == 0
    choose_silence(silent=False, by=user, at=AT)
    assert tell() == 1


def test_not_mine_silences_this_version_until_there_is_another() -> None:
    person, user = a_citizen()
    match = a_match(person, until=ON + timedelta(days=20))
    answer_match(match=match, what=Answer.What.NOT_MINE, by=user, at=AT)

    assert tell() == 0
    Match.objects.update(fingerprint="b" * 64)
    assert tell() == 2  # new again, and the close


def test_not_mine_is_asked_again_when_something_new_is_known() -> None:
    person, user = a_citizen()
    match = a_match(person)
    answer_match(match=match, what=Answer.What.NOT_MINE, by=user, at=AT)

    a_fact(person, kind_of(About.PERSON, "wage"), 500_000, at=AT + timedelta(hours=1))

    assert tell() == 1


def test_another_person_cannot_answer() -> None:
    match = a_match(a_citizen()[0])

    with pytest.raises(NotYours):
        answer_match(match=match, what=Answer.What.LATER, by=a_user(Kind.CITIZEN), at=AT)


def test_nothing_is_applied_for_by_a_match_or_a_push() -> None:
    person, _ = a_citizen()
    a_match(person)
    tell()

    assert not person.applications.exists()


def test_whoever_has_no_account_is_called_at_once_and_whoever_does_not_read_after_fifteen_days() -> None:
    alone, (reader, user) = a_person(), a_citizen()
    a_match(alone)
    a_match(reader)
    tell()

    list_calls(persons=EVERYBODY, on=ON, at=AT + timedelta(days=14))
    assert [call.person for call in Call.objects.all()] == [alone]
    list_calls(persons=EVERYBODY, on=ON, at=AT + timedelta(days=15))
    assert {call.person: call.why for call in Call.objects.all()} == {alone: "no_account", reader: "unread"}

    read(notification=Notification.objects.get(to=user), at=AT + timedelta(days=16))
    Call.objects.filter(person=reader).delete()
    list_calls(persons=EVERYBODY, on=ON, at=AT + timedelta(days=17))
    assert [call.person for call in Call.objects.all()] == [alone]


def test_whoever_has_applied_is_taken_off_the_list() -> None:
    person = a_person()
    a_match(person)
    list_calls(persons=EVERYBODY, on=ON, at=AT)

    Match.objects.update(state=State.APPLIED)
    list_calls(persons=EVERYBODY, on=ON, at=AT)

    assert not Call.objects.exists()

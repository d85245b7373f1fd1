"""The ways of rating as people use them: page, link, device, card, poster; and what is tried against them."""

import re
from datetime import timedelta
from http import HTTPStatus
from threading import Thread

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_browser, a_user
from guangyue.cases.models import Case
from guangyue.kit.sheets import Row
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.ratings.models import Hall, Invite, Rating, Window
from guangyue.ratings.refusals import LinkExpired, RatedAlready
from guangyue.ratings.services.cards import take_cards
from guangyue.ratings.services.inviting import invite, rate_by_invite, send_invites
from guangyue.ratings.services.places import seat_person
from guangyue.ratings.tests.factories import a_finished_case, a_rating, levels
from guangyue.ratings.ways import Way


@pytest.fixture
def invited(case: Case) -> Invite:
    Invite.objects.filter(case=case).delete()
    invite(case=case, at=timezone.now())
    return Invite.objects.get(case=case)


def test_an_applicant_rates_his_own_case_on_its_page(case: Case, citizen: User) -> None:
    browser = a_browser(citizen)
    address = f"/me/cases/{case.key}/rating/"

    answer = browser.post(address, {"level": "4", "text": "<script>alert(1)</script>", "window": "5"})

    assert answer.status_code == HTTPStatus.FOUND
    assert dict(Rating.objects.values_list("about", "level")) == {"case": 4, "window": 5}
    page = browser.get(address).content.decode()
    assert "<script>alert(1)</script>" not in page
    assert escape("<script>alert(1)</script>") in page


def test_another_persons_case_is_not_there(case: Case) -> None:
    stranger = a_browser(a_user(kind=Kind.CITIZEN))

    answer = stranger.post(f"/me/cases/{case.key}/rating/", {"level": "1"})

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert not Rating.objects.exists()


@pytest.mark.parametrize("level", ["", "0", "6", "5.5", "好"])
def test_a_level_there_is_not_is_refused_at_the_field(case: Case, citizen: User, level: str) -> None:
    answer = a_browser(citizen).post(f"/me/cases/{case.key}/rating/", {"level": level})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Rating.objects.exists()


def test_a_finished_case_invites_its_applicant_once(case: Case, citizen: User) -> None:
    Invite.objects.filter(case=case).delete()
    case.refresh_from_db()
    at = timezone.now()
    for _ in range(2):
        invite(case=Case.objects.get(pk=case.pk), at=at)
        send_invites.run(at=at)

    (told,) = citizen.notifications.filter(title="请您评价这次服务")
    assert Invite.objects.get(case=case).token in told.body


def test_the_link_rates_once_without_an_account(invited: Invite) -> None:
    address = f"/ratings/links/{invited.token}/?by=code"

    assert a_browser().get(address).status_code == HTTPStatus.OK
    assert a_browser().post(address, {"level": "5"}).status_code == HTTPStatus.OK
    assert a_browser().post(address, {"level": "1"}).status_code == HTTPStatus.GONE
    assert Rating.objects.get().way == Way.CODE.name


def test_the_link_is_dead_after_a_week(case: Case) -> None:
    Invite.objects.filter(case=case).delete()
    invite(case=case, at=timezone.now() - timedelta(days=7))

    answer = a_browser().get(f"/ratings/links/{Invite.objects.get(case=case).token}/")

    assert answer.status_code == HTTPStatus.GONE


def test_whoever_guesses_links_is_made_to_wait(db: None) -> None:
    answers = [a_browser().get(f"/ratings/links/guess{nth}/").status_code for nth in range(21)]

    assert set(answers[:20]) == {HTTPStatus.GONE}
    assert answers[20] == HTTPStatus.TOO_MANY_REQUESTS


def test_a_poster_is_not_pressed_all_day(hall: Hall) -> None:
    address = f"/ratings/halls/{hall.key}/"

    answers = [a_browser().post(address, {"level": "5"}).status_code for _ in range(21)]

    assert answers[20] == HTTPStatus.TOO_MANY_REQUESTS
    assert Rating.objects.count() == 20


def test_an_official_cannot_praise_his_department_at_its_poster(unit: Organisation, clerk: User) -> None:
    answer = a_browser(clerk).post(f"/ratings/departments/{unit.key}/", {"level": "5"})

    assert answer.status_code == HTTPStatus.CONFLICT
    assert not Rating.objects.exists()


@pytest.fixture
def window(hall: Hall, clerk: User) -> Window:
    return seat_person(hall=hall, number="1", person=clerk)


def just_now(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now())


def test_the_device_asks_about_what_was_just_handed_over(case: Case, window: Window) -> None:
    just_now(case)
    browser, address = a_browser(), f"/ratings/devices/{window.device}/"

    page = browser.get(address).content.decode()
    assert str(case.key) in page
    assert case.applicant_name not in page
    browser.post(address, {"case": str(case.key), "level": "2"})

    assert Rating.objects.get().way == Way.DEVICE.name
    assert str(case.key) not in browser.get(address).content.decode()


def test_the_device_never_rates_another_case_than_it_showed(
    case: Case, window: Window, matter: Matter, clerk: User
) -> None:
    just_now(case)
    other = a_finished_case(matter, by=clerk)
    just_now(other)

    answer = a_browser().post(f"/ratings/devices/{window.device}/", {"case": str(case.key), "level": "1"})

    assert answer.status_code == HTTPStatus.CONFLICT
    assert not Rating.objects.exists()


def test_cards_are_taken_all_or_none_and_not_by_whoever_was_rated(invited: Invite, clerk: User) -> None:
    row = Row(2, {"number": invited.case.number, "card": invited.card, "level": 2, "text": "等得久"})

    with pytest.raises(Exception, match="自己经办"):
        take_cards(rows=[row], by=clerk, at=timezone.now())
    take_cards(rows=[row], by=a_user(), at=timezone.now())

    assert Rating.objects.get().way == Way.CARD.name


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_counts_and_the_other_is_told(case: Case, citizen: User) -> None:
    outcomes: list[object] = []

    def rate(level: int) -> None:
        try:
            outcomes.append(a_rating(case, level, by=citizen).level)
        except RatedAlready:
            outcomes.append("told")
        finally:
            connection.close()

    both = [Thread(target=rate, args=(level,)) for level in (5, 1)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert outcomes.count("told") == 1
    assert Rating.objects.effective().count() == 1


def test_an_invitation_is_used_by_one_of_the_ways(invited: Invite, case: Case, citizen: User) -> None:
    a_rating(case, 5, by=citizen, at=timezone.now())

    with pytest.raises(LinkExpired):
        rate_by_invite(invite=invited, said=levels(1), way=Way.CARD, at=timezone.now())


def test_the_pages_never_say_who_rated(case: Case, citizen: User, clerk: User) -> None:
    a_rating(case, 1, by=citizen)

    for address in ("/scores/", f"/scores/matters/{case.version.matter.code}/"):
        page = Client().get(address).content.decode()
        assert citizen.name not in page
        assert not re.search(rf"\b{case.number}\b", page)

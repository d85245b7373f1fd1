"""How long a session lasts, and how it ends."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.utils import timezone

from guangyue.accounts.models import Kind, Session, User
from guangyue.accounts.services import change_password, disable_account
from guangyue.accounts.sessions import LIMITS, SessionStore
from guangyue.accounts.tests.factories import NOON, PASSWORD, a_user
from guangyue.kit.access import EVERYWHERE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]

IN, OUT = HTTPStatus.OK, HTTPStatus.FOUND
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0"


def signed_in(user: User, *, agent: str = "") -> Client:
    client = Client(HTTP_ACCEPT="text/html", HTTP_USER_AGENT=agent)
    client.post("/account/sign-in/", {"name": user.username, "password": PASSWORD})
    return client


def own_page(client: Client) -> int:
    return client.get("/account/").status_code


def a_session(user: User, *, begun: timedelta = timedelta(), seen: timedelta = timedelta()) -> Session:
    """A session that began and was last used so long before noon."""
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store.begin(user=user, address="10.0.0.1", device=PHONE, at=NOON - begun)
    store.keep_alive(at=NOON - seen)
    store.save()
    return Session.objects.get(session_key=store.session_key)


def test_a_session_knows_whose_it_is_and_where_it_began() -> None:
    user = a_user()

    session = a_session(user)

    assert session.user == user
    assert (session.address, session.device_title) == ("10.0.0.1", "iPhone · 微信")
    assert session.begun_at == session.seen_at == NOON


@pytest.mark.parametrize("kind", list(Kind))
def test_a_session_is_over_when_it_has_not_been_used_for_a_while(kind: Kind) -> None:
    session = a_session(a_user(kind=kind), begun=timedelta(hours=1), seen=timedelta(minutes=10))

    assert session.expire_date == NOON - timedelta(minutes=10) + LIMITS[kind].idle


@pytest.mark.parametrize("kind", list(Kind))
def test_a_session_is_over_after_its_whole_time_however_busy(kind: Kind) -> None:
    whole = LIMITS[kind].whole

    session = a_session(a_user(kind=kind), begun=whole - timedelta(minutes=1))

    assert session.expire_date == NOON + timedelta(minutes=1)


def test_what_is_over_is_signed_out() -> None:
    client = signed_in(a_user(password=PASSWORD))
    assert own_page(client) == IN

    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert own_page(client) == OUT


def test_using_a_session_is_written_down_once_a_minute_at_most() -> None:
    client = signed_in(a_user(password=PASSWORD))
    before = Session.objects.get().seen_at

    own_page(client)

    assert Session.objects.get().seen_at == before


def test_the_cookie_ends_with_the_browser_and_no_script_reads_it() -> None:
    cookie = signed_in(a_user(password=PASSWORD)).cookies["sessionid"]

    assert cookie["max-age"] == ""
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"


def test_one_device_is_signed_out_from_another() -> None:
    user = a_user(password=PASSWORD)
    here, phone = signed_in(user), signed_in(user, agent=PHONE)
    mark = user.sessions.get(device=PHONE).mark

    here.post(f"/account/sessions/{mark}/end/")

    assert own_page(here) == IN
    assert own_page(phone) == OUT


def test_all_other_devices_are_signed_out_at_once() -> None:
    user = a_user(password=PASSWORD)
    here, *others = (signed_in(user) for _ in range(3))

    here.post("/account/sessions/others/end/")

    assert own_page(here) == IN
    assert [own_page(other) for other in others] == [OUT, OUT]


def test_nobody_ends_the_session_of_another_person() -> None:
    mine, theirs = a_user(password=PASSWORD), a_user(password=PASSWORD)
    client, other = signed_in(mine), signed_in(theirs)
    mark = theirs.sessions.get().mark

    answer = client.post(f"/account/sessions/{mark}/end/")

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert own_page(other) == IN


def test_the_page_of_sessions_gives_no_session_away() -> None:
    user = a_user(password=PASSWORD)
    client, other = signed_in(user), signed_in(user)

    page = client.get("/account/").content.decode()

    assert str(other.session.session_key) not in page
    assert str(client.session.session_key) not in page


def test_a_new_password_signs_out_everywhere_else() -> None:
    user = a_user(password=PASSWORD)
    here, other = signed_in(user), signed_in(user)
    kept = here.cookies["sessionid"].value

    here.post("/account/password/", {"current": PASSWORD, "new": "Dong-chang-7", "again": "Dong-chang-7"})

    assert own_page(here) == IN
    assert here.cookies["sessionid"].value != kept
    assert own_page(other) == OUT


def test_a_password_changed_behind_the_back_of_a_session_ends_it() -> None:
    user = a_user(password=PASSWORD)
    client = signed_in(user)

    change_password(user=user, password="Dong-chang-7", at=NOON)

    assert own_page(client) == OUT


def test_a_disabled_account_is_out_at_once() -> None:
    user = a_user(password=PASSWORD, kind=Kind.CITIZEN)
    client = signed_in(user)

    disable_account(user=user, by=a_user(), at=NOON, ground="冒用", scope=EVERYWHERE)

    assert own_page(client) == OUT
    assert not user.sessions.exists()


def test_an_account_disabled_in_the_database_alone_is_out_too() -> None:
    user = a_user(password=PASSWORD)
    client = signed_in(user)

    User.objects.filter(pk=user.pk).update(is_active=False)

    assert own_page(client) == OUT

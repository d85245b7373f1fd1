"""A person's own notifications and the outbox, at their pages."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant
from guangyue.kit.access import EVERYWHERE
from guangyue.notifications.models import Delivery, Notification, OptOut, State
from guangyue.notifications.outbox import deliver
from guangyue.notifications.services import notify
from guangyue.notifications.tests.conftest import NOON, MailServer
from guangyue.notifications.todo import deliveries_in_trouble

pytestmark = pytest.mark.django_db

OWN = "/me/notifications/"


@pytest.fixture
def administrator(settings: Settings, postmaster: User) -> User:
    settings.DEMO = True
    a_grant(postmaster, "administrator")
    return postmaster


def browser_of(user: User) -> Client:
    browser = Client(headers={"Accept": "text/html"})
    browser.force_login(user)
    return browser


def page(user: User, address: str) -> str:
    answer = browser_of(user).get(address)
    assert answer.status_code == HTTPStatus.OK, address
    return answer.content.decode()


def tell(person: User, key: str = "case.7") -> Notification:
    return notify(to=person, title="已受理", body="您的申请已经受理。", link="/account/", key=key, at=NOON)


def test_the_bell_counts_what_is_unread(citizen: User) -> None:
    tell(citizen)
    tell(citizen, key="case.8")

    assert "2 条未读" in page(citizen, "/")
    assert "2 条未读" in page(citizen, f"{OWN}bell/")


def test_opening_a_notification_is_reading_it(citizen: User) -> None:
    told = tell(citizen)
    assert "未读</span>" in page(citizen, OWN)

    shown = page(citizen, told.get_absolute_url())

    assert 'href="/account/"' in shown
    assert not Notification.objects.unread().exists()


def test_all_are_marked_as_read_at_once(citizen: User) -> None:
    tell(citizen)

    browser_of(citizen).post(f"{OWN}readings/")

    assert not Notification.objects.unread().exists()


def test_a_notification_is_for_its_person_alone(citizen: User, postmaster: User) -> None:
    told = tell(citizen)

    assert browser_of(postmaster).get(told.get_absolute_url()).status_code == HTTPStatus.NOT_FOUND
    assert "已受理" not in page(postmaster, OWN)
    assert Notification.objects.unread().exists()


def test_officials_read_theirs_on_the_desk_and_citizens_on_the_portal(
    citizen: User, postmaster: User
) -> None:
    assert "desk-menu" in page(postmaster, OWN)
    assert "desk-menu" not in page(citizen, OWN)


def test_a_person_chooses_by_which_channels(citizen: User, mail: MailServer) -> None:
    assert "liming@example.cn" in page(citizen, f"{OWN}channels/")

    browser_of(citizen).post(f"{OWN}channels/", {})

    assert OptOut.objects.get().channel == "email"


def test_a_channel_that_is_not_there_cannot_be_chosen(citizen: User, mail: MailServer) -> None:
    answer = browser_of(citizen).post(f"{OWN}channels/", {"wanted": ["pigeon"]})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not OptOut.objects.exists()


def test_where_no_channel_is_open_the_page_says_so(citizen: User) -> None:
    assert "只有站内通知" in page(citizen, f"{OWN}channels/")


def refused_delivery(citizen: User, mail: MailServer) -> Delivery:
    mail.answers = {"RCPT": "550 unknown user"}
    tell(citizen)
    delivery = Delivery.objects.get()
    deliver.run(delivery=delivery.pk, at=timezone.now())
    delivery.refresh_from_db()
    return delivery


def test_the_outbox_says_what_did_not_go_out_and_why(
    citizen: User, mail: MailServer, administrator: User
) -> None:
    delivery = refused_delivery(citizen, mail)

    assert "550 unknown user" in page(administrator, "/desk/outbox/?state=dead")
    assert "550 unknown user" in page(administrator, delivery.get_absolute_url())
    (todo,) = deliveries_in_trouble(user=administrator, scope=EVERYWHERE, at=timezone.now())
    assert todo.title == "1 条通知没有发出"


def test_what_was_not_sent_is_sent_again_after_a_question(
    citizen: User, mail: MailServer, administrator: User
) -> None:
    delivery = refused_delivery(citizen, mail)
    browser = browser_of(administrator)

    browser.post(f"{delivery.get_absolute_url()}resending/")
    delivery.refresh_from_db()
    assert delivery.state == State.DEAD
    browser.post(f"{delivery.get_absolute_url()}resending/", {"confirmed": "yes"})

    delivery.refresh_from_db()
    assert delivery.state == State.WAITING


def test_what_is_unknown_is_confirmed(citizen: User, mail: MailServer, administrator: User) -> None:
    mail.hangs_up_after_text = True
    tell(citizen)
    delivery = Delivery.objects.get()
    deliver.run(delivery=delivery.pk, at=timezone.now())

    assert "请先向对方查证" in page(administrator, delivery.get_absolute_url())
    browser_of(administrator).post(f"{delivery.get_absolute_url()}confirmation/")

    delivery.refresh_from_db()
    assert delivery.state == State.SENT


def test_the_outbox_is_closed_to_whoever_may_not_see_it(citizen: User, postmaster: User) -> None:
    for person in (citizen, postmaster):
        assert browser_of(person).get("/desk/outbox/").status_code == HTTPStatus.FORBIDDEN

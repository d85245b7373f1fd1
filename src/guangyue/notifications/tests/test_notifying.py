"""Telling people: once, in the transaction of what there is to tell, by the ways they did not decline."""

import pytest
from django.db import transaction
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.jobs.models import QueuedJob
from guangyue.notifications.models import Delivery, Notification, OptOut
from guangyue.notifications.services import choose_channels, notify, read, read_all
from guangyue.notifications.tests.conftest import NOON, MailServer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_channel_is_open(settings: Settings, mail: MailServer) -> None:
    settings.GUANGYUE_SMS_URL = settings.GUANGYUE_WEBHOOK_URL = "http://127.0.0.1:9/"


def tell(person: User, key: str = "case.7.accepted", **said: str) -> Notification:
    return notify(
        to=person,
        title=said.get("title", "已受理"),
        body="您的申请已经受理。",
        link=said.get("link", "/cases/7/"),
        key=key,
        at=NOON,
    )


def ways(person: User) -> set[str]:
    return set(Delivery.objects.filter(notification__to=person).values_list("channel", flat=True))


def test_a_person_is_told_on_their_page_and_by_every_open_channel(citizen: User) -> None:
    tell(citizen)

    assert Notification.objects.of(citizen).unread().get().title == "已受理"
    assert ways(citizen) == {"email", "sms", "webhook"}
    assert QueuedJob.objects.waiting().filter(task_name="notifications.deliver").count() == 3


def test_the_same_key_tells_nothing_new(citizen: User) -> None:
    tell(citizen)
    tell(citizen, title="又一次")
    tell(citizen, key="case.8.accepted")

    assert [notification.title for notification in Notification.objects.order_by("pk")] == [
        "已受理",
        "已受理",
    ]
    assert Delivery.objects.count() == 6


def test_the_same_key_tells_another_person(citizen: User, postmaster: User) -> None:
    tell(citizen)
    tell(postmaster)

    assert Notification.objects.count() == 2


def test_nobody_is_told_of_what_was_rolled_back(citizen: User) -> None:
    with transaction.atomic():
        tell(citizen)
        transaction.set_rollback(True)

    assert not Notification.objects.exists()
    assert not QueuedJob.objects.exists()


def test_a_channel_that_a_person_declined_is_not_used_but_the_page_is(citizen: User) -> None:
    choose_channels(wanted=["email"], by=citizen, at=NOON)

    tell(citizen)

    assert ways(citizen) == {"email"}
    assert Notification.objects.of(citizen).count() == 1


def test_a_declined_channel_can_be_wanted_again(citizen: User) -> None:
    choose_channels(wanted=[], by=citizen, at=NOON)
    choose_channels(wanted=["sms", "email"], by=citizen, at=NOON)

    assert [declined.channel for declined in OptOut.objects.filter(person=citizen)] == ["webhook"]


def test_a_person_without_an_address_is_told_by_the_channels_that_reach_them(postmaster: User) -> None:
    tell(postmaster)

    assert ways(postmaster) == {"webhook"}


def test_a_closed_channel_is_not_used(citizen: User, settings: Settings) -> None:
    settings.EMAIL_HOST = settings.GUANGYUE_SMS_URL = settings.GUANGYUE_WEBHOOK_URL = ""

    tell(citizen)

    assert ways(citizen) == set()


@pytest.mark.parametrize("link", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_a_notification_leads_to_no_page_but_ours(citizen: User, link: str) -> None:
    with pytest.raises(ValueError, match="page of ours"):
        tell(citizen, link=link)


def test_reading_counts_the_first_time(citizen: User) -> None:
    first, second = tell(citizen), tell(citizen, key="case.8.accepted")

    read(notification=first, at=NOON)
    assert list(Notification.objects.of(citizen).unread()) == [second]
    assert read_all(by=citizen, at=NOON) == 1
    assert read_all(by=citizen, at=NOON) == 0

"""The pages of subscribers: a system is registered, its secret shown once, what went out to it sent again."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.cases.models import Posting, Subscriber
from guangyue.cases.services.subscribing import subscribe
from guangyue.cases.tests.browsing import a_case_now, signed_in
from guangyue.cases.tests.factories import AT
from guangyue.kit.tests.reading import text_of
from guangyue.matters.models import Matter

ADDRESS = "https://127.0.0.1:9/cases"


@pytest.fixture
def administrator(matter: Matter, no_second_factor: None, settings: Settings) -> Client:
    settings.GUANGYUE_PRIVATE_SUBSCRIBERS = frozenset({"127.0.0.1"})
    official = a_user()
    a_grant(official, "administrator")
    return signed_in(official)


@pytest.fixture
def subscriber(administrator: Client, matter: Matter, clerk: User) -> Subscriber:
    return subscribe(
        organisation=matter.owner,
        title="审批业务系统",
        address=ADDRESS,
        matters=[],
        phases=[],
        by=clerk,
        at=AT,
    )


def registered(matter: Matter, **said: str) -> dict[str, object]:
    return {"organisation": matter.owner.pk, "title": "审批业务系统", "address": ADDRESS, **said}


def test_a_system_is_registered_and_its_secret_stands_on_one_page_only(
    administrator: Client, matter: Matter
) -> None:
    said = registered(matter) | {"matters": [matter.code], "phases": ["DECIDED"]}

    made = administrator.post(reverse("cases:new_subscriber"), said)

    subscriber = Subscriber.objects.get()
    assert made.status_code == 201
    assert subscriber.secret in text_of(made)
    assert "no-store" in made["Cache-Control"]
    assert (subscriber.matters, subscriber.phases) == ([matter.code], ["DECIDED"])
    for page in (reverse("cases:subscribers"), subscriber.get_absolute_url()):
        shown = text_of(administrator.get(page))
        assert "审批业务系统" in shown
        assert subscriber.secret not in shown


@pytest.mark.parametrize(
    ("address", "said"), [("http://example.com/", "https"), ("https://10.0.0.8/", "内部网络")]
)
def test_an_address_that_will_not_do_is_refused_at_its_field(
    administrator: Client, matter: Matter, address: str, said: str
) -> None:
    answer = administrator.post(reverse("cases:new_subscriber"), registered(matter, address=address))

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert 'id="id_address_error"' in answer.content.decode()
    assert not Subscriber.objects.exists()


def test_a_system_is_ended_after_a_yes_and_hears_of_nothing_new(
    administrator: Client, subscriber: Subscriber, matter: Matter
) -> None:
    address = reverse("cases:subscriber_end", args=[subscriber.pk])

    assert "停用以后不能恢复" in text_of(administrator.post(address))
    assert Subscriber.objects.live().exists()
    administrator.post(address, {"confirmed": "yes"})

    a_case_now(matter)
    assert "已停用" in text_of(administrator.get(subscriber.get_absolute_url()))
    assert not Posting.objects.exists()


def test_what_went_out_is_listed_shown_and_sent_again_once_it_has_stopped(
    administrator: Client, subscriber: Subscriber, matter: Matter
) -> None:
    case = a_case_now(matter)
    posting = Posting.objects.get()
    again = reverse("cases:posting_again", args=[posting.pk])

    assert case.number in text_of(administrator.get(subscriber.get_absolute_url()))
    shown = text_of(administrator.get(posting.get_absolute_url()))
    assert case.number in shown
    assert case.applicant_name not in shown
    assert administrator.post(again).status_code == 409

    Posting.objects.update(state=Posting.State.DEAD)
    assert "重推" in text_of(administrator.get(posting.get_absolute_url()))
    administrator.post(again)
    posting.refresh_from_db()
    assert posting.state == Posting.State.WAITING


def test_it_is_nobody_elses_to_see_which_systems_hear(
    subscriber: Subscriber, window: Client, chief: Client
) -> None:
    for client in (window, chief):
        assert client.get(reverse("cases:subscribers")).status_code == 403
        assert client.get(subscriber.get_absolute_url()).status_code == 403

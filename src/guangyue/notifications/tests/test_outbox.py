"""The outbox: what goes out goes out once, and what is not certain is left to a person."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.audit.models import Record
from guangyue.jobs.models import QueuedJob
from guangyue.notifications.gateway import sign
from guangyue.notifications.models import Attempt, Delivery, State
from guangyue.notifications.outbox import (
    LONGEST_ATTEMPT,
    WAITS,
    NoAddress,
    NotInTrouble,
    OutcomeIsKnown,
    begin_attempt,
    confirm_sent,
    deliver,
    end_attempt,
    send_again,
    settle_lost,
)
from guangyue.notifications.outcomes import Outcome, Result
from guangyue.notifications.services import notify
from guangyue.notifications.tests.conftest import NOON, Gateway, MailServer

pytestmark = pytest.mark.django_db


def delivery_to(person: User, title: str = "已受理") -> Delivery:
    notify(to=person, title=title, body="您的申请已经受理。", link="/cases/7/", key="case.7", at=NOON)
    return Delivery.objects.get()


def send(delivery: Delivery, at: object = NOON) -> Delivery:
    deliver.run(delivery=delivery.pk, at=at)
    delivery.refresh_from_db()
    return delivery


def last(delivery: Delivery) -> Attempt:
    return delivery.attempts.latest("number")


def test_a_mail_goes_out_with_its_link_and_its_key(citizen: User, mail: MailServer) -> None:
    delivery = send(delivery_to(citizen))

    (letter,) = mail.letters
    assert delivery.state == State.SENT
    assert letter["To"] == "liming@example.cn"
    assert str(delivery.key) in letter["Message-ID"]
    payload = letter.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert "http://127.0.0.1:8000/cases/7/" in payload.decode()
    assert last(delivery).answer == "250 taken"


def test_a_mail_that_was_sent_is_not_sent_again(citizen: User, mail: MailServer) -> None:
    delivery = delivery_to(citizen)

    send(delivery)
    send(delivery)

    assert len(mail.letters) == 1
    assert delivery.attempts.count() == 1


@pytest.mark.parametrize(
    "answers", [{"MAIL": "450 later"}, {"RCPT": "451 later"}, {"DATA": "421 busy"}, {"TEXT": "452 full"}]
)
def test_a_mail_that_the_server_puts_off_is_tried_again_later(
    citizen: User, mail: MailServer, answers: dict[str, str]
) -> None:
    mail.answers = answers
    delivery = send(delivery_to(citizen))
    assert (delivery.state, last(delivery).result) == (State.WAITING, Result.POSTPONED)
    assert QueuedJob.objects.waiting().filter(scheduled_at=delivery.due_at).exists()

    mail.answers = {}
    assert send(delivery, at=NOON).state == State.WAITING
    assert send(delivery, at=delivery.due_at).state == State.SENT


@pytest.mark.parametrize("answers", [{"RCPT": "550 unknown user"}, {"TEXT": "554 no"}, {"MAIL": "553 no"}])
def test_a_mail_that_the_server_refuses_is_given_up(
    citizen: User, mail: MailServer, answers: dict[str, str]
) -> None:
    mail.answers = answers

    delivery = send(delivery_to(citizen))

    assert (delivery.state, last(delivery).result) == (State.DEAD, Result.REFUSED)
    assert last(delivery).answer == next(iter(answers.values()))


def test_a_mail_server_that_is_not_there_is_tried_again_until_it_is_given_up(
    citizen: User, mail: MailServer, settings: Settings
) -> None:
    settings.EMAIL_PORT = 9
    delivery = delivery_to(citizen)

    for _ in WAITS:
        assert send(delivery, at=delivery.due_at).state == State.WAITING
        delivery.due_at += timedelta(hours=13)
        delivery.save()

    assert send(delivery, at=delivery.due_at).state == State.DEAD
    assert delivery.attempts.count() == len(WAITS) + 1


@pytest.mark.parametrize("fault", ["hangs_up_after_text", "is_silent_after_text"])
def test_a_mail_without_an_answer_is_unknown_and_not_sent_again(
    citizen: User, mail: MailServer, fault: str
) -> None:
    setattr(mail, fault, True)

    delivery = send(delivery_to(citizen))
    send(delivery)

    assert (delivery.state, last(delivery).result) == (State.UNKNOWN, Result.UNKNOWN)
    assert len(mail.letters) == 1


def test_a_title_of_several_lines_makes_no_second_header(citizen: User, mail: MailServer) -> None:
    send(delivery_to(citizen, title="已受理\r\nBcc: all@example.cn"))

    (letter,) = mail.letters
    assert "Bcc" not in letter


@pytest.fixture
def by_text(settings: Settings, gateway: Gateway) -> Gateway:
    settings.GUANGYUE_SMS_URL, settings.GUANGYUE_SMS_SECRET = gateway.url, "shared"
    return gateway


def test_a_text_message_is_signed_and_carries_its_key(citizen: User, by_text: Gateway) -> None:
    delivery = send(delivery_to(citizen))

    ((headers, body),) = by_text.posts
    assert delivery.state == State.SENT
    assert by_text.contents == [{"to": "13800000000", "text": "【已受理】您的申请已经受理。"}]
    assert headers["Idempotency-Key"] == str(delivery.key)
    assert headers["X-Guangyue-Signature"] == sign("shared", headers["X-Guangyue-Time"], body)


def test_an_outside_platform_gets_the_notification_as_it_is(
    citizen: User, gateway: Gateway, settings: Settings
) -> None:
    settings.GUANGYUE_WEBHOOK_URL = gateway.url

    assert send(delivery_to(citizen)).state == State.SENT

    (content,) = gateway.contents
    assert content == {
        "to": "liming",
        "title": "已受理",
        "body": "您的申请已经受理。",
        "link": "http://127.0.0.1:8000/cases/7/",
    }


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (202, State.SENT),
        (302, State.DEAD),
        (400, State.DEAD),
        (429, State.WAITING),
        (503, State.WAITING),
        (500, State.UNKNOWN),
        (504, State.UNKNOWN),
    ],
)
def test_what_a_gateway_answers_decides(citizen: User, by_text: Gateway, status: int, state: State) -> None:
    by_text.status = status

    assert send(delivery_to(citizen)).state == state


@pytest.mark.parametrize("fault", ["hangs_up", "is_silent"])
def test_a_gateway_without_an_answer_leaves_it_unknown(
    citizen: User, by_text: Gateway, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guangyue.notifications.gateway.TIMEOUT", 0.3)
    setattr(by_text, fault, True)

    delivery = send(delivery_to(citizen))
    send(delivery)

    assert delivery.state == State.UNKNOWN
    assert len(by_text.posts) == 1


def test_a_worker_killed_between_sending_and_noting_it_leaves_it_unknown(
    citizen: User, mail: MailServer
) -> None:
    delivery = delivery_to(citizen)
    attempt = begin_attempt(delivery=delivery.pk, at=NOON)
    assert attempt
    attempt.delivery.by.send(attempt.delivery.message())

    assert send(delivery).state == State.SENDING
    settle_lost.run(at=NOON + LONGEST_ATTEMPT)
    assert send(delivery).state == State.SENDING
    settle_lost.run(at=NOON + LONGEST_ATTEMPT + timedelta(seconds=1))

    assert send(delivery).state == State.UNKNOWN
    assert len(mail.letters) == 1


def test_an_answer_that_comes_late_settles_the_matter(citizen: User, mail: MailServer) -> None:
    delivery = delivery_to(citizen)
    attempt = begin_attempt(delivery=delivery.pk, at=NOON)
    assert attempt
    settle_lost.run(at=NOON + 2 * LONGEST_ATTEMPT)

    end_attempt(attempt=attempt, outcome=Outcome(Result.SENT, "250 taken"), at=NOON + 3 * LONGEST_ATTEMPT)

    delivery.refresh_from_db()
    assert delivery.state == State.SENT


def test_a_late_answer_does_not_undo_what_a_person_decided(
    citizen: User, mail: MailServer, postmaster: User
) -> None:
    delivery = delivery_to(citizen)
    attempt = begin_attempt(delivery=delivery.pk, at=NOON)
    assert attempt
    settle_lost.run(at=NOON + 2 * LONGEST_ATTEMPT)
    delivery.refresh_from_db()
    confirm_sent(delivery=delivery, by=postmaster, at=NOON)

    end_attempt(attempt=attempt, outcome=Outcome(Result.POSTPONED, "421 busy"), at=NOON)

    delivery.refresh_from_db()
    assert delivery.state == State.SENT


def test_what_was_not_sent_is_sent_again_to_the_new_address(
    citizen: User, mail: MailServer, postmaster: User
) -> None:
    mail.answers = {"RCPT": "550 unknown user"}
    delivery = send(delivery_to(citizen))
    citizen.email = "li.ming@example.cn"
    citizen.save()
    mail.answers = {}

    send_again(delivery=delivery, by=postmaster, at=NOON)

    assert send(delivery).state == State.SENT
    assert mail.letters[0]["To"] == "li.ming@example.cn"
    assert Record.objects.of_row(delivery).get().who == "收发员"


def test_what_is_sent_again_keeps_its_key(citizen: User, by_text: Gateway, postmaster: User) -> None:
    by_text.status = 500
    delivery = send(delivery_to(citizen))
    by_text.status = 200
    send_again(delivery=delivery, by=postmaster, at=NOON)
    send(delivery)

    assert len({headers["Idempotency-Key"] for headers, _ in by_text.posts}) == 1
    assert len(by_text.posts) == 2


def test_only_what_is_in_trouble_is_sent_again_or_confirmed(
    citizen: User, mail: MailServer, postmaster: User
) -> None:
    delivery = send(delivery_to(citizen))

    with pytest.raises(NotInTrouble):
        send_again(delivery=delivery, by=postmaster, at=NOON)
    with pytest.raises(OutcomeIsKnown):
        confirm_sent(delivery=delivery, by=postmaster, at=NOON)


def test_nothing_is_sent_again_to_a_person_without_an_address(
    citizen: User, mail: MailServer, postmaster: User
) -> None:
    mail.answers = {"RCPT": "550 unknown user"}
    delivery = send(delivery_to(citizen))
    citizen.email = None
    citizen.save()

    with pytest.raises(NoAddress):
        send_again(delivery=delivery, by=postmaster, at=NOON)

"""Systems of departments hear of moves: signed, over https, until they say so; of applicants nothing."""

import json
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import HMAC
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import IPv4Address
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, Posting, Subscriber
from guangyue.cases.refusals import PostedAlready, UnfitSubscriber
from guangyue.cases.services.posting import post_again, post_event
from guangyue.cases.services.subscribing import end_subscription, refuse_unfit, subscribe
from guangyue.cases.tests.factories import AT, a_case, go
from guangyue.matters.models import Matter
from guangyue.notifications.outbox import WAITS

HOST = "127.0.0.1"


class Received(HTTPServer):
    """A department's system, and what it got."""

    requests: list[tuple[dict[str, str], bytes]]
    answer: int


class Takes(BaseHTTPRequestHandler):
    server: Received

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((dict(self.headers), body))
        self.send_response(self.server.answer)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[Received]:
    """Behind TLS with a certificate that this machine trusts, in a network that settings name."""
    settings.GUANGYUE_PRIVATE_SUBSCRIBERS = frozenset({HOST})
    certificate = _certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = Received((HOST, 0), Takes)
    server.requests, server.answer = [], 200
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    file = folder / "system.pem"
    file.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem)
    )
    return file


@pytest.fixture
def subscriber(system: Received, matter: Matter, clerk: User) -> Subscriber:
    return _subscribe(matter, clerk, f"https://{HOST}:{system.server_port}/cases?from=city")


def _subscribe(matter: Matter, by: User, address: str, **wanted: list[str]) -> Subscriber:
    return subscribe(
        organisation=matter.owner,
        title="审批业务系统",
        address=address,
        matters=wanted.get("matters", []),
        phases=wanted.get("phases", []),
        by=by,
        at=AT,
    )


def test_each_move_is_told_signed_and_without_the_applicant(
    subscriber: Subscriber, system: Received, matter: Matter, clerk: User
) -> None:
    case = a_case(matter, by=clerk)
    posting = Posting.objects.get()

    post_event.run(posting=posting.pk, at=AT)

    [(headers, body)] = system.requests
    expected = HMAC(subscriber.secret.encode(), f"{headers['X-Guangyue-Time']}.".encode() + body, sha256)
    assert headers["X-Guangyue-Signature"] == f"sha256={expected.hexdigest()}"
    assert headers["Idempotency-Key"] == str(posting.key)
    told = json.loads(body)
    assert (told["number"], told["phase"]) == (case.number, "RECEIVED")
    assert case.applicant_name not in body.decode()
    posting.refresh_from_db()
    assert posting.state == Posting.State.SENT


def test_a_system_that_does_not_take_it_is_asked_again_until_it_is_given_up(
    subscriber: Subscriber, system: Received, matter: Matter, clerk: User
) -> None:
    system.answer = 500
    a_case(matter, by=clerk)
    posting = Posting.objects.get()

    for attempt in range(len(WAITS) + 1):
        posting.refresh_from_db()
        assert posting.state == Posting.State.WAITING, attempt
        post_event.run(posting=posting.pk, at=posting.due_at)

    posting.refresh_from_db()
    assert posting.state == Posting.State.DEAD
    assert len(system.requests) == len(WAITS) + 1
    assert len({headers["Idempotency-Key"] for headers, _ in system.requests}) == 1

    system.answer = 200
    post_again(posting=posting, by=clerk, at=AT)
    post_event.run(posting=posting.pk, at=AT)
    posting.refresh_from_db()
    assert posting.state == Posting.State.SENT
    with pytest.raises(PostedAlready):
        post_again(posting=posting, by=clerk, at=AT)


def test_before_its_time_nothing_goes_out(
    subscriber: Subscriber, system: Received, matter: Matter, clerk: User
) -> None:
    a_case(matter, by=clerk)
    posting = Posting.objects.get()

    post_event.run(posting=posting.pk, at=posting.due_at - timedelta(seconds=1))

    assert not system.requests


def test_a_system_hears_only_of_what_it_asked_for(
    system: Received, matter: Matter, clerk: User, decider: User
) -> None:
    address = f"https://{HOST}:{system.server_port}/"
    _subscribe(matter, clerk, address, matters=["999999"])
    late = _subscribe(matter, clerk, address, phases=["UNDER_WAY"])
    ended = _subscribe(matter, clerk, address)
    end_subscription(subscriber=ended, at=AT)
    case: Case = a_case(matter, by=clerk)
    assert not Posting.objects.exists()

    go(case, "accept", actor=Actor.CLERK, by=clerk)

    assert [posting.subscriber for posting in Posting.objects.all()] == [late]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://example.com/", "https"),
        ("https://user:word@example.com/", "密码"),
        ("https://127.0.0.1/", "内部网络"),
        ("https://10.0.0.8/", "内部网络"),
        ("https://169.254.169.254/latest/", "内部网络"),
        ("https://[::1]/", "内部网络"),
        ("https://no-such-host.invalid/", "找不到"),
        ("ftp://example.com/", "https"),
    ],
)
def test_an_address_that_leads_inside_or_is_not_secure_is_refused(address: str, said: str) -> None:
    with pytest.raises(UnfitSubscriber, match=said):
        refuse_unfit(address)


def test_a_host_that_has_moved_inside_meanwhile_gets_nothing(
    subscriber: Subscriber, system: Received, matter: Matter, clerk: User, settings: Settings
) -> None:
    settings.GUANGYUE_PRIVATE_SUBSCRIBERS = frozenset()
    a_case(matter, by=clerk)
    posting = Posting.objects.get()

    post_event.run(posting=posting.pk, at=AT)

    posting.refresh_from_db()
    assert not system.requests
    assert posting.state == Posting.State.WAITING

"""Readings, sources, subscriptions, explanations and clean-ups, at their pages."""

from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.gazette.models import PrintedDocument
from guangyue.kit.access import EVERYWHERE
from guangyue.library.digest_reading import digest_of
from guangyue.library.models import (
    CleanupItem,
    CleanupRound,
    DigestPoint,
    Interpretation,
    Source,
    Subscription,
)
from guangyue.library.policy_todos import (
    digests_to_confirm,
    documents_to_judge,
    interpretations_returned,
    interpretations_to_approve,
)
from guangyue.library.services.digests import confirm_point, digest_edition
from guangyue.library.tests.policy_rows import NOON, a_body, a_released_document, an_official_of

pytestmark = pytest.mark.django_db

DESK = "/desk/library/"


@pytest.fixture(autouse=True)
def demo(settings: Settings, tmp_path: Path) -> None:
    settings.DEMO = True  # officials need no second factor
    settings.GUANGYUE_INBOX = tmp_path


@pytest.fixture
def librarian() -> User:
    librarian = a_user()
    a_grant(librarian, "librarian")
    return librarian


@pytest.fixture
def legislator() -> User:
    legislator = a_user()
    a_grant(legislator, "legislator")
    return legislator


@pytest.fixture
def document() -> PrintedDocument:
    document = a_released_document(number="示政发〔2026〕7号", interpreters=["市财政局"])
    digest_edition(edition=document.edition, at=NOON)
    return document


def browser_of(user: User) -> Client:
    browser = Client(headers={"Accept": "text/html"})
    browser.force_login(user)
    return browser


def page(user: User, address: str) -> str:
    answer = browser_of(user).get(address)
    assert answer.status_code == HTTPStatus.OK, address
    return answer.content.decode()


def sent(user: User, page: str, /, **said: str) -> int:
    return browser_of(user).post(page, said).status_code


def point(kind: str) -> DigestPoint:
    return DigestPoint.objects.get(kind=kind)


def test_points_stand_beside_the_words_they_were_read_from(
    librarian: User, document: PrintedDocument
) -> None:
    shown = page(librarian, f"{DESK}digests/{document.pk}/")

    assert "给予补助<mark>3万元</mark>。" in shown
    assert "给付：3万元" in shown
    assert document.title in page(librarian, f"{DESK}digests/")


def test_a_point_is_decided_without_leaving_the_page(librarian: User, document: PrintedDocument) -> None:
    browser = browser_of(librarian)
    address = f"{DESK}points/{point('Amount').pk}/"

    row = browser.post(f"{address}confirmation/", headers={"HX-Request": "true"}).content.decode()
    assert "已确认" in row
    assert "data-open" not in row

    row = browser.post(f"{address}rejection/", headers={"HX-Request": "true"}).content.decode()
    assert "已剔除" in row


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("Amount", {"low": "5000", "purpose": "PAID", "bound": "MOST"}),
        ("Amount", {"share": "2/3", "purpose": "PAID"}),
        ("Beneficiary", {"who": "新开办的实体书店"}),
        ("Deadline", {"due": "2026-11-30"}),
        ("Deadline", {"count": "20", "unit": "WORKING_DAYS", "after": "受理后"}),
        ("Body", {"name": "市文化局", "role": "LEADS"}),
    ],
)
def test_a_point_is_corrected(
    librarian: User, document: PrintedDocument, kind: str, said: dict[str, str]
) -> None:
    address = f"{DESK}points/{point(kind).pk}/correction/"
    assert point(kind).printed in page(librarian, address)

    assert sent(librarian, address, **said) == HTTPStatus.FOUND
    assert point(kind).state == DigestPoint.State.CORRECTED


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("Amount", {"low": "很多", "purpose": "PAID"}),
        ("Amount", {"low": "1", "share": "50%", "purpose": "PAID"}),
        ("Amount", {"share": "1/0", "purpose": "PAID"}),
        ("Amount", {"low": "2", "high": "1", "purpose": "PAID"}),
        ("Amount", {"low": "1", "purpose": "GIFT"}),
        ("Beneficiary", {"who": ""}),
        ("Deadline", {}),
        ("Deadline", {"count": "3"}),
        ("Deadline", {"due": "2026-13-45"}),
        ("Body", {"name": "x" * 61, "role": "LEADS"}),
    ],
)
def test_a_correction_that_makes_no_sense_is_sent_back(
    librarian: User, document: PrintedDocument, kind: str, said: dict[str, str]
) -> None:
    address = f"{DESK}points/{point(kind).pk}/correction/"

    assert sent(librarian, address, **said) == HTTPStatus.UNPROCESSABLE_ENTITY
    assert point(kind).is_open


def test_the_rest_of_a_kind_is_asked_about_first(librarian: User, document: PrintedDocument) -> None:
    address = f"{DESK}digests/{document.pk}/confirmations/"

    assert sent(librarian, address, kind="Body") == HTTPStatus.OK
    assert point("Body").is_open
    assert sent(librarian, address, kind="Body", confirmed="yes") == HTTPStatus.FOUND
    assert not point("Body").is_open
    assert sent(librarian, address, kind="Nonsense") == HTTPStatus.NOT_FOUND


def test_a_confirmed_point_leads_to_its_clause(librarian: User, document: PrintedDocument) -> None:
    confirm_point(point=point("Amount"), by=librarian, at=NOON)

    (line,) = digest_of(document)[0].lines
    assert browser_of(librarian).get(line.link).status_code < HTTPStatus.BAD_REQUEST


def test_documents_with_open_points_are_to_dos(librarian: User, document: PrintedDocument) -> None:
    (todo,) = digests_to_confirm(user=librarian, scope=EVERYWHERE, at=NOON)

    assert "4 条要点待确认" in todo.title


def test_a_source_is_added_looked_at_paused_and_resumed(librarian: User) -> None:
    assert (
        sent(librarian, f"{DESK}sources/adding/", kind="folder", title="收件夹", address="a")
        == HTTPStatus.FOUND
    )
    source = Source.objects.get()
    address = f"{DESK}sources/{source.pk}/"

    for step in ("look", "pause", "resumption"):
        assert sent(librarian, f"{address}{step}/") == HTTPStatus.FOUND
    assert "正常" in page(librarian, address)
    assert "收件夹" in page(librarian, f"{DESK}sources/")


@pytest.mark.parametrize(("kind", "address"), [("folder", "../.."), ("feed", "file:///etc"), ("feed", "x")])
def test_a_source_that_cannot_be_watched_is_refused_at_its_field(
    librarian: User, kind: str, address: str
) -> None:
    status = sent(librarian, f"{DESK}sources/adding/", kind=kind, title="来源", address=address)

    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Source.objects.exists()


def test_a_reader_subscribes_and_unsubscribes() -> None:
    reader = a_user(kind=Kind.CITIZEN)
    assert "还没有订阅" in page(reader, "/me/subscriptions/")

    assert sent(reader, "/me/subscriptions/subscribing/", words="书店", series="政发") == HTTPStatus.FOUND
    assert (
        sent(reader, "/me/subscriptions/subscribing/", number="示政发[2026] 7号", path="一")
        == HTTPStatus.FOUND
    )
    assert Subscription.objects.filter(number="示政发〔2026〕7号", path="一").exists()
    assert "关注 示政发〔2026〕7号 一" in page(reader, "/me/subscriptions/")

    own = Subscription.objects.earliest("pk")
    assert sent(reader, f"/me/subscriptions/{own.pk}/end/") == HTTPStatus.FOUND
    assert sent(reader, "/me/subscriptions/end/") == HTTPStatus.FOUND
    assert not Subscription.objects.standing().exists()


@pytest.mark.parametrize("said", [{}, {"words": " "}, {"path": "一"}, {"words": "长" * 101}])
def test_a_subscription_to_nothing_is_sent_back(said: dict[str, str]) -> None:
    reader = a_user(kind=Kind.CITIZEN)

    assert sent(reader, "/me/subscriptions/subscribing/", **said) == HTTPStatus.UNPROCESSABLE_ENTITY


def test_nobody_ends_what_others_have_subscribed_to() -> None:
    reader = a_user(kind=Kind.CITIZEN)
    sent(reader, "/me/subscriptions/subscribing/", words="书店")
    own = Subscription.objects.get()

    assert sent(a_user(kind=Kind.CITIZEN), f"/me/subscriptions/{own.pk}/end/") == HTTPStatus.NOT_FOUND


def test_an_interpretation_goes_from_its_draft_to_the_public(document: PrintedDocument) -> None:
    finance = a_body("东湖市财政局")
    writer, approver = an_official_of(finance), an_official_of(finance)
    said = {"number": document.number, "path": "一", "title": "谁能领补助", "text": "新开的书店都能领。"}
    assert sent(writer, f"{DESK}interpretations/drafting/", **said) == HTTPStatus.FOUND
    written = Interpretation.objects.get()
    address = f"{DESK}interpretations/{written.pk}/"

    assert sent(writer, f"{address}submission/") == HTTPStatus.FOUND
    assert not list(interpretations_to_approve(user=writer, scope=EVERYWHERE, at=NOON))
    (todo,) = interpretations_to_approve(user=approver, scope=EVERYWHERE, at=NOON)
    assert todo.link == address
    assert sent(writer, f"{address}approval/", confirmed="yes") == HTTPStatus.CONFLICT
    assert sent(approver, f"{address}return/", reason="再明白些") == HTTPStatus.FOUND
    assert list(interpretations_returned(user=writer, scope=EVERYWHERE, at=NOON))
    assert sent(writer, f"{address}editing/", title="谁能领", text="新开办的书店都能领。") == HTTPStatus.FOUND
    assert sent(writer, f"{address}submission/") == HTTPStatus.FOUND
    assert sent(approver, f"{address}approval/", confirmed="yes") == HTTPStatus.FOUND

    assert "已审定" in page(writer, address)
    assert "谁能领" in page(writer, f"{DESK}interpretations/")
    assert "新开办的书店都能领。" in page(a_user(kind=Kind.CITIZEN), f"/library/{document.number}/")
    assert sent(approver, f"{address}withdrawal/", reason="政策有变") == HTTPStatus.FOUND


def test_only_an_interpreting_body_explains_a_document(document: PrintedDocument) -> None:
    a_body("东湖市财政局")
    stranger = an_official_of(a_body("东湖市水利局"))
    said = {"number": document.number, "path": "", "title": "题", "text": "文"}

    assert sent(stranger, f"{DESK}interpretations/drafting/", **said) == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Interpretation.objects.exists()


@pytest.mark.parametrize(("number", "path"), [("示政发〔2026〕7号", "九九"), ("没有这份", ""), ("", "")])
def test_what_is_explained_must_be_in_the_library(document: PrintedDocument, number: str, path: str) -> None:
    writer = an_official_of(a_body("东湖市财政局"))
    said = {"number": number, "path": path, "title": "题", "text": "文"}

    assert sent(writer, f"{DESK}interpretations/drafting/", **said) == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_round_goes_from_its_opening_to_its_end(legislator: User, document: PrintedDocument) -> None:
    finance = a_body("东湖市财政局")
    unit = an_official_of(finance)
    said = {
        "title": "2026年清理",
        "criteria": "滞后于改革",
        "cites": "示政办字〔2026〕9号 一（五）",
        "on": "2026-03-05",
        "due": "2026-12-31",
    }
    assert sent(legislator, f"{DESK}cleanups/opening/", **said) == HTTPStatus.FOUND
    cleanup, item = CleanupRound.objects.get(), CleanupItem.objects.get()
    address = f"{DESK}cleanup-items/{item.pk}/"
    assert item.organisation == finance
    (todo,) = documents_to_judge(user=unit, scope=EVERYWHERE, at=timezone.now())
    assert "1 件未填报" in todo.title

    closing = f"{DESK}cleanups/{cleanup.pk}/closing/"
    assert sent(legislator, closing, confirmed="yes") == HTTPStatus.CONFLICT
    assert sent(unit, address, verdict="repeal") == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sent(unit, address, verdict="repeal", reason="滞后于改革") == HTTPStatus.FOUND
    assert "待落实" in page(unit, f"{DESK}cleanup-items/")
    assert sent(unit, f"{address}act/", act="示政发〔2026〕30号") == HTTPStatus.FOUND
    assert sent(legislator, closing, confirmed="yes") == HTTPStatus.FOUND

    shown = page(legislator, f"{DESK}cleanups/{cleanup.pk}/")
    assert "东湖市财政局" in shown
    assert "已结束" in shown
    exported = browser_of(legislator).get(f"{DESK}cleanups/{cleanup.pk}/?export=csv")
    assert "示政发〔2026〕30号" in b"".join(exported).decode()
    exported.close()


def test_a_document_is_given_to_the_unit_that_drafted_it(legislator: User, document: PrintedDocument) -> None:
    culture = a_body("东湖市文化局")
    said = {
        "title": "清理",
        "criteria": "滞后",
        "cites": "示政办字〔2026〕9号 一",
        "on": "2026-03-05",
        "due": "2026-12-31",
    }
    sent(legislator, f"{DESK}cleanups/opening/", **said)
    item = CleanupItem.objects.get()
    assert "单位未定" in page(legislator, f"{DESK}cleanups/{item.cleanup_id}/")

    address = f"{DESK}cleanup-items/{item.pk}/assigning/"
    assert page(legislator, address)
    assert sent(legislator, address, organisation=str(culture.pk)) == HTTPStatus.FOUND
    assert CleanupItem.objects.get().organisation == culture

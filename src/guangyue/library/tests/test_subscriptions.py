"""订阅: told once of what was asked for, and of nothing else."""

import pytest

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.gazette.models import PrintedDocument, PrintedReference
from guangyue.gazette.reading.shapes import Relation
from guangyue.gazette.tests.factories import a_clause, a_document, an_edition
from guangyue.library.models import Subscription
from guangyue.library.services.subscriptions import (
    MOST_OF_ONE,
    NothingToSubscribeTo,
    TooManySubscriptions,
    subscribe,
    tell_subscribers,
    unsubscribe,
    unsubscribe_all,
)
from guangyue.library.tests.policy_rows import NOON, a_released_document
from guangyue.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> User:
    return a_user(kind=Kind.CITIZEN)


@pytest.fixture
def document() -> PrintedDocument:
    return a_released_document(number="示政发〔2026〕7号", title="关于支持书店的意见")


def told(document: PrintedDocument) -> int:
    return tell_subscribers(edition=document.edition, at=NOON)


@pytest.mark.parametrize(
    "asked",
    [
        {"words": "书店 补助"},
        {"words": "書店"},
        {"issuer": "示例市人民政府"},
        {"series": "政发", "words": "开办"},
        {"number": "示政发〔2026〕7号"},
    ],
)
def test_whoever_asked_for_it_is_told(reader: User, document: PrintedDocument, asked: dict[str, str]) -> None:
    subscribe(**asked, by=reader, at=NOON)

    assert told(document) == 1
    notice = Notification.objects.get(to=reader)
    assert "关于支持书店的意见" in notice.body
    assert notice.link == "/me/subscriptions/"


@pytest.mark.parametrize(
    "asked", [{"words": "书店 学校"}, {"issuer": "别市"}, {"number": "示政发〔2026〕8号"}]
)
def test_whoever_asked_for_something_else_is_not(
    reader: User, document: PrintedDocument, asked: dict[str, str]
) -> None:
    subscribe(**asked, by=reader, at=NOON)

    assert told(document) == 0


def test_nobody_is_told_twice_of_a_document(reader: User, document: PrintedDocument) -> None:
    subscribe(words="书店", by=reader, at=NOON)
    subscribe(series="政发", by=reader, at=NOON)
    told(document)
    again = a_document(number=document.number, title=document.title, edition=an_edition())
    a_clause(again, "一", text="支持书店。")

    assert told(document) == told(again) == 0
    assert Notification.objects.filter(to=reader).count() == 1


def test_what_an_issue_brings_is_told_in_one_notice(reader: User, document: PrintedDocument) -> None:
    a_document(number="示政发〔2026〕8号", title="关于书店的补充意见", edition=document.edition)
    subscribe(words="书店", by=reader, at=NOON)

    told(document)

    assert Notification.objects.get(to=reader).title == "您订阅的政策有 2 份新公文"


@pytest.mark.parametrize(
    ("relation", "path", "is_told"),
    [
        (Relation.MENTIONS, "三", True),
        (Relation.MENTIONS, "四", False),
        (Relation.MENTIONS, "", False),
        (Relation.REPEALS, "", True),
    ],
)
def test_a_watched_clause_is_touched_by_what_cites_it_or_changes_the_whole(
    reader: User, document: PrintedDocument, relation: Relation, path: str, is_told: bool
) -> None:
    PrintedReference.objects.create(
        document=document,
        path="二",
        target="示政发〔2020〕1号",
        path_in_target=path,
        relation=relation.name,
        printed="",
        line_first=1,
        line_last=1,
    )
    subscribe(number="示政发〔2020〕1号", path="三", by=reader, at=NOON)

    assert told(document) == is_told


def test_whoever_has_unsubscribed_hears_nothing(reader: User, document: PrintedDocument) -> None:
    unsubscribe(subscription=subscribe(words="书店", by=reader, at=NOON), at=NOON)
    subscribe(series="政发", by=reader, at=NOON)

    assert unsubscribe_all(by=reader, at=NOON) == 1
    assert told(document) == 0


def test_the_same_again_is_the_same_subscription(reader: User) -> None:
    assert subscribe(words=" 书店  补助", by=reader, at=NOON) == subscribe(
        words="书店 补助", by=reader, at=NOON
    )
    assert Subscription.objects.count() == 1


def test_everything_cannot_be_subscribed_to(reader: User) -> None:
    with pytest.raises(NothingToSubscribeTo):
        subscribe(words="  ", path="一", by=reader, at=NOON)


def test_one_account_has_so_many_subscriptions_and_no_more(reader: User) -> None:
    for number in range(MOST_OF_ONE):
        subscribe(words=f"词{number}", by=reader, at=NOON)

    with pytest.raises(TooManySubscriptions):
        subscribe(words="再多一个", by=reader, at=NOON)

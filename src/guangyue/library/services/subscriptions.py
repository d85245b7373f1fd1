"""订阅: subscribing, ending it, and telling subscribers once of what is new."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.gazette.models import Edition, PrintedDocument, PrintedReference
from guangyue.gazette.reading.shapes import Relation
from guangyue.kit.refusals import Refused
from guangyue.library.models import Subscription, Telling
from guangyue.library.searching.folding import fold
from guangyue.notifications.services import notify

MOST_OF_ONE = 50
NAMED_IN_A_NOTICE = 8
CHANGES = (Relation.REPEALS.name, Relation.AMENDS.name)


class TooManySubscriptions(Refused):
    sentence = f"每个账户最多 {MOST_OF_ONE} 项订阅，请先退订不用的。"


class NothingToSubscribeTo(Refused):
    sentence = "请先说明订阅什么：词语、发文机关、文种、栏目，或者一份公文。"


@transaction.atomic
def subscribe(
    *,
    words: str = "",
    issuer: str = "",
    series: str = "",
    category: str = "",
    number: str = "",
    path: str = "",
    by: User,
    at: datetime,
) -> Subscription:
    """订阅: the same again is the same subscription."""
    asked = {
        "words": " ".join(words.split()),
        "issuer": issuer,
        "series": series,
        "category": category,
        "number": number,
        "path": path if number else "",
    }
    if not any(asked.values()):
        raise NothingToSubscribeTo
    own = Subscription.objects.of(by).standing()
    if not own.filter(**asked).exists() and own.count() >= MOST_OF_ONE:
        raise TooManySubscriptions
    subscription, _ = own.get_or_create(**asked, defaults={"person": by, "at": at})
    return subscription


def unsubscribe(*, subscription: Subscription, at: datetime) -> None:
    """退订."""
    Subscription.objects.standing().filter(pk=subscription.pk).update(ended_at=at)


def unsubscribe_all(*, by: User, at: datetime) -> int:
    """全部退订; how many that were."""
    return Subscription.objects.of(by).standing().update(ended_at=at)


@transaction.atomic
def tell_subscribers(*, edition: Edition, at: datetime) -> int:
    """推送: each subscriber gets one notice of what this edition brings; how many were told."""
    documents = [
        _Document(document) for document in edition.documents.prefetch_related("clauses", "references")
    ]
    wanted: dict[User, dict[str, PrintedDocument]] = {}
    for subscription in Subscription.objects.standing().select_related("person"):
        if not subscription.person.is_active:
            continue
        for document in documents:
            if document.answers(subscription):
                wanted.setdefault(subscription.person, {})[document.key] = document.printed
    return sum(_tell(person, list(found.values()), edition, at) for person, found in wanted.items())


def _tell(person: User, documents: list[PrintedDocument], edition: Edition, at: datetime) -> bool:
    keys = [document.key for document in documents]
    told = set(
        Telling.objects.filter(person=person, document_key__in=keys).values_list("document_key", flat=True)
    )
    new = [document for document in documents if document.key not in told]
    if not new:
        return False
    Telling.objects.bulk_create(Telling(person=person, document_key=document.key, at=at) for document in new)
    notify(
        to=person,
        title=f"您订阅的政策有 {len(new)} 份新公文",
        body=_body(new),
        link=reverse("library:subscriptions"),
        key=f"library.edition.{edition.pk}",
        at=at,
    )
    return True


def _body(documents: list[PrintedDocument]) -> str:
    lines = [str(document) for document in documents[:NAMED_IN_A_NOTICE]]
    if len(documents) > NAMED_IN_A_NOTICE:
        lines.append(f"等 {len(documents)} 份")
    return "\n".join([*lines, "不想再收到的，可以在“我的订阅”里退订。"])


class _Document:
    """A document of the edition, folded once for all subscriptions."""

    def __init__(self, document: PrintedDocument) -> None:
        self.printed = document
        self.key = document.key
        self._words = fold(" ".join(_words(document)))

    def answers(self, asked: Subscription) -> bool:
        if asked.number:
            return self._touches(asked)
        return (
            (not asked.issuer or any(asked.issuer in issuer for issuer in self.printed.issuers))
            and (not asked.series or asked.series == self.printed.series)
            and (not asked.category or asked.category == self.printed.category)
            and all(fold(word) in self._words for word in asked.words.split())
        )

    def _touches(self, asked: Subscription) -> bool:
        """It is the document that is watched, or refers to it; what changes the whole touches each clause."""
        if asked.number in (self.printed.number, self.key):
            return True
        return any(_concerns(reference, asked.path) for reference in self._references_to(asked.number))

    def _references_to(self, number: str) -> Iterable[PrintedReference]:
        return (one for one in self.printed.references.all() if one.target == number)


def _concerns(reference: PrintedReference, path: str) -> bool:
    return not path or reference.path_in_target == path or reference.relation in CHANGES


def _words(document: PrintedDocument) -> Iterator[str]:
    yield from (document.number, document.title, document.printed_title)
    for clause in document.clauses.all():
        yield from (clause.heading, clause.text)


def told_documents(person: User) -> Q:
    """The documents that a person was told of."""
    return Q(key__in=Telling.objects.filter(person=person).values("document_key"))

"""关联: documents that took up what a meeting discussed are proposed, and a person says whether they did."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from guangyue.chronicle.models import Event, Link, Month
from guangyue.chronicle.models.events import EventQuerySet
from guangyue.chronicle.reading.meetings import launched
from guangyue.chronicle.reading.subjects import shared_words
from guangyue.chronicle.refusals import ReasonMissing, WrongStep
from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.kit.refusals import Refused
from guangyue.organisations.services import By, signed

FOLLOWS_WITHIN = timedelta(days=90)  # R12
LAUNCHED_WITHIN = timedelta(days=30)  # a launch may come after what it launches (R13)


@transaction.atomic
def propose_links(*, edition: Edition, months: Collection[Month]) -> int:
    """推断 between the months just taken in and the documents after them, and the edition's own documents and
    the meetings before those."""
    ours = list(PrintedDocument.objects.filter(edition=edition).exclude(number="").exclude(day=None))
    events = list(_speaking(Q(month__in=months)))
    proposed = sum(_propose(event, _around(event)) for event in events)
    if ours:
        first, last = (chosen(document.day for document in ours if document.day) for chosen in (min, max))
        near = Q(start__gte=first - FOLLOWS_WITHIN, start__lte=last + LAUNCHED_WITHIN)
        earlier = _speaking(near).exclude(pk__in=[event.pk for event in events])
        proposed += sum(_propose(event, ours) for event in earlier)
    return proposed


@transaction.atomic
def confirm_link(*, link: Link, kind: str, by: By, at: datetime) -> Link:
    """确认: the document did follow on the event, in this way."""
    if link.state != Link.State.PROPOSED:
        raise WrongStep("这条关联已经处理过。")
    if kind not in Link.Kind.values or kind == Link.Kind.INFERRED:
        raise Refused("请选明是研究、发布还是开工。", field="kind")
    return _decide(link, Link.State.CONFIRMED, by, at, kind=Link.Kind(kind))


@transaction.atomic
def decline_link(*, link: Link, by: By, at: datetime) -> Link:
    """不成立: it is not proposed again."""
    if link.state != Link.State.PROPOSED:
        raise WrongStep("这条关联已经处理过。")
    return _decide(link, Link.State.DECLINED, by, at)


@transaction.atomic
def add_link(*, event: Event, target: str, kind: str, evidence: str, by: By, at: datetime) -> Link:
    """A document that nobody proposed, by its number."""
    document = PrintedDocument.objects.released().filter(key=target).first()
    if document is None:
        raise Refused(f"政策库里没有{target}。", field="target")
    if not evidence.strip():
        raise ReasonMissing(field="evidence")
    link, made = Link.objects.get_or_create(
        event=event,
        target=document.key,
        defaults={"title": document.title, "kind": Link.Kind.INFERRED, "state": Link.State.PROPOSED},
    )
    if not made and link.state == Link.State.CONFIRMED:
        raise Refused("这份公文已经关联。", field="target")
    link.evidence = evidence.strip()
    return _decide(link, Link.State.CONFIRMED, by, at, kind=Link.Kind(kind))


def _decide(link: Link, state: Link.State, by: By, at: datetime, kind: Link.Kind | None = None) -> Link:
    link.state, link.by, link.at = state, signed(by), at
    link.kind = kind or Link.Kind(link.kind)
    link.save()
    return link


def _speaking(where: Q) -> EventQuerySet:
    """Events that may have a document behind them: numbered meetings, and launches."""
    return (
        Event.objects.filter(where)
        .filter(Q(meeting__isnull=False) | Q(text__contains="发布会"))
        .select_related("meeting")
    )


def _around(event: Event) -> list[PrintedDocument]:
    days = (event.start - LAUNCHED_WITHIN, event.start + FOLLOWS_WITHIN)
    return list(PrintedDocument.objects.released().exclude(number="").filter(day__range=days))


def _propose(event: Event, documents: Iterable[PrintedDocument]) -> int:
    return sum(_propose_one(event, document) for document in documents)


def _propose_one(event: Event, document: PrintedDocument) -> bool:
    if document.day is None:
        return False
    after = document.day - event.start
    topics: tuple[str, ...] = ()
    if hasattr(event, "meeting") and timedelta(0) <= after <= FOLLOWS_WITHIN:
        topics += tuple(event.meeting.topics)
    if -LAUNCHED_WITHIN <= after <= FOLLOWS_WITHIN:
        topics += launched(event.text)
    taken_up = shared_words(topics, document.title)
    if not taken_up:
        return False
    _, made = Link.objects.get_or_create(
        event=event,
        target=document.key,
        defaults={
            "title": document.title,
            "kind": Link.Kind.INFERRED,
            "state": Link.State.PROPOSED,
            "evidence": f"“{taken_up}”与标题相近，{_apart(after.days)}"[:300],
        },
    )
    return made


def _apart(days: int) -> str:
    return "同日印发" if days == 0 else f"{days}日后印发" if days > 0 else f"{-days}日前印发"

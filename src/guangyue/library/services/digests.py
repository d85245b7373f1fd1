"""自动解读: proposals made of an edition, and what officials make of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.gazette.reading.digest import digest
from guangyue.gazette.reading.digest.plain import to_plain
from guangyue.gazette.reading.digest.points import Body, Meaning, Point
from guangyue.library.models import DigestPoint
from guangyue.organisations.resolution import NameIndex

State = DigestPoint.State
Words = tuple[str, str, str, str, int]  # path, kind, field, printed, occurrence
READ_ANEW = ("start", "end", "order", "read", "organisation", "lost")


@dataclass(frozen=True)
class ReadPoint:
    """A point as it was just read, and the words by which it is known again."""

    words: Words
    order: int
    point: Point


@transaction.atomic
def digest_edition(*, edition: Edition, at: datetime) -> int:
    """Propose what the automatic reading finds; the number of new proposals.

    Said again, it proposes nothing new. What was decided stays decided; where the words it rested on are no
    longer printed, that is shown to an official.
    """
    names = NameIndex.load()
    documents = edition.documents.prefetch_related("clauses")
    return sum(_digest_document(document, names, localdate(at)) for document in documents)


def _digest_document(document: PrintedDocument, names: NameIndex, today: date) -> int:
    known = {_words_of(point): point for point in DigestPoint.objects.of(document).select_for_update()}
    found = list(_read(document))
    on = document.day or today
    moved = [
        point
        for read in found
        if (point := known.get(read.words))
        and _read_anew(point, read, _organisation(read.point.meaning, names, on))
    ]
    new = [
        _proposal(document, read, _organisation(read.point.meaning, names, on))
        for read in found
        if read.words not in known
    ]
    DigestPoint.objects.bulk_create(new)
    DigestPoint.objects.bulk_update(moved, READ_ANEW)
    _leave(known, {read.words for read in found})
    return len(new)


def _read(document: PrintedDocument) -> Iterator[ReadPoint]:
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for order, point in enumerate(digest(document.clauses.all(), of=document.day)):
        words = (point.place.path, type(point.meaning).__name__, point.place.field.value, point.printed)
        seen[words] += 1
        yield ReadPoint((*words, seen[words]), order, point)


def _words_of(point: DigestPoint) -> Words:
    return point.path, point.kind, point.field, point.printed, point.occurrence


def _proposal(document: PrintedDocument, read: ReadPoint, organisation: int | None) -> DigestPoint:
    path, kind, field, printed, occurrence = read.words
    point = DigestPoint(
        document_key=document.key, path=path, kind=kind, field=field, printed=printed, occurrence=occurrence
    )
    _read_anew(point, read, organisation)
    return point


def _read_anew(point: DigestPoint, read: ReadPoint, organisation: int | None) -> bool:
    """Where it stands now, and whether anything of it is new. What was confirmed keeps its meaning."""
    before = _as_read(point)
    point.start, point.end, point.order = read.point.place.start, read.point.place.end, read.order
    point.lost = False
    if point.is_open:
        point.read = to_plain(read.point.meaning)
        point.organisation_id = organisation
    return _as_read(point) != before


def _as_read(point: DigestPoint) -> tuple[object, ...]:
    return point.start, point.end, point.order, point.read, point.organisation_id, point.lost


def _organisation(meaning: Meaning, names: NameIndex, on: date) -> int | None:
    resolved = names.resolve(meaning.name, on) if isinstance(meaning, Body) else None
    return resolved.organisation.pk if resolved else None


def _leave(known: dict[Words, DigestPoint], found: set[Words]) -> None:
    """Proposals that are printed no more go; decisions stay, for an official to look at again."""
    gone = [point.pk for words, point in known.items() if words not in found]
    DigestPoint.objects.filter(pk__in=gone).proposed().delete()
    DigestPoint.objects.filter(pk__in=gone, state=State.REJECTED).delete()
    DigestPoint.objects.filter(pk__in=gone).update(lost=True)


def confirm_point(*, point: DigestPoint, by: User, at: datetime) -> None:
    """确认: it says what was read."""
    _decide(point, State.CONFIRMED, None, by, at)


def reject_point(*, point: DigestPoint, by: User, at: datetime) -> None:
    """剔除: the words do not say that."""
    _decide(point, State.REJECTED, None, by, at)


@transaction.atomic
def correct_point(*, point: DigestPoint, meaning: Meaning, by: User, at: datetime) -> None:
    """更正: it says something else."""
    if isinstance(meaning, Body):
        document = PrintedDocument.objects.released().filter(key=point.document_key).first()
        on = (document and document.day) or localdate(at)
        point.organisation_id = _organisation(meaning, NameIndex.load(), on)
    _decide(point, State.CORRECTED, meaning, by, at)


@transaction.atomic
def confirm_rest(*, document: PrintedDocument, kind: str, by: User, at: datetime) -> int:
    """其余确认: all that still wait of one kind; how many that were."""
    waiting = DigestPoint.objects.of(document).proposed().filter(kind=kind, lost=False)
    many = waiting.update(state=State.CONFIRMED, decided_by=by, decided_at=at)
    detail = {"document": document.key, "kind": DigestPoint.Kind(kind).label, "many": many}
    record(action="确认其余解读要点", subject=document, detail=detail, by=by, at=at)
    return many


@transaction.atomic
def _decide(point: DigestPoint, state: str, meaning: Meaning | None, by: User, at: datetime) -> None:
    point.state = state
    point.corrected = to_plain(meaning) if meaning else None
    point.decided_by, point.decided_at = by, at
    point.lost = False
    point.save(update_fields=["state", "corrected", "decided_by", "decided_at", "organisation", "lost"])
    detail = {"document": point.document_key, "path": point.path, "printed": point.printed}
    record(action=f"解读要点{point.get_state_display()}", subject=point, detail=detail, by=by, at=at)

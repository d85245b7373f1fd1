"""效力: what a document or a clause is on a day, and the clause that answer rests on. S01 R20 to R25."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import Q

from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument, PrintedReference, PrintedWindow
from guangyue.gazette.reading.shapes import Relation
from guangyue.kit.wording import day
from guangyue.library.models import Term, in_force

LOOKS = {"in_force": "good", "no_stated_expiry": "good", "not_yet": "notice", "unknown": "notice"}


class Standing(Enum):
    """效力状态; a document that names no last day is never said to be permanent."""

    NOT_YET = "尚未施行"
    IN_FORCE = "现行有效"
    NO_STATED_EXPIRY = "现行，未载明有效期"
    EXPIRED = "有效期已满"
    REPEALED = "已废止"
    UNKNOWN = "效力待查"

    @property
    def key(self) -> str:
        return self.name.lower()

    @property
    def look(self) -> str:
        return LOOKS.get(self.key, "bad")

    @property
    def runs(self) -> bool:
        return self in (Standing.IN_FORCE, Standing.NO_STATED_EXPIRY)


@dataclass(frozen=True)
class Validity:
    """What it is on a day, why, and by which clause; without a clause only the day of the document speaks."""

    standing: Standing
    sentence: str
    said_by: Clause | None = None


def validity_of(document: PrintedDocument, on: date) -> Validity:
    term: Term | None = getattr(document, "term", None)
    if term is None:
        return Validity(Standing.UNKNOWN, "没有印出成文日期，也没有载明施行日期。")
    if term.repealed_on and term.repealed_by and term.repealed_on <= on:
        by = term.repealed_by
        sentence = f"自{day(term.repealed_on)}起由{by.number}《{by.title}》废止。"
        return Validity(Standing.REPEALED, sentence, Clause(by.key, term.repealed_in))
    said_by = Clause(document.key, term.said_by) if term.said_by else None
    return _within(term.since, term.until, term.event, said_by, on)


def validity_outside(number: str, on: date) -> Validity:
    """Of a document that is only named: all that is known is whether one in the library repeals it."""
    naming = PrintedReference.objects.released().filter(
        target=number, relation=Relation.REPEALS.name, path_in_target="", document__term__since__isnull=False
    )
    repeal = naming.select_related("document__term").order_by("document__term__since").first()
    if repeal is None:
        return Validity(Standing.UNKNOWN, "库里的文件没有说它是否有效。")
    cites, since = Clause(repeal.document.key, repeal.path), repeal.document.term.since
    standing = Standing.REPEALED if since and since <= on else Standing.UNKNOWN
    return Validity(standing, f"自{day(since)}起由{repeal.document}废止。", cites)


def validity_of_window(window: PrintedWindow, cites: Clause, on: date) -> Validity:
    """Of a clause with a term of its own."""
    return _within(window.since, window.until, window.event, cites, on)


def rows_of(standing: Standing, on: date) -> Q:
    """The documents that stand so on a day."""
    repealed = Q(term__repealed_on__lte=on)
    begun, limited = Q(term__since__lte=on), Q(term__until__isnull=False)
    with_event = Q(term__event__gt="")
    return {
        Standing.REPEALED: repealed,
        Standing.NOT_YET: ~repealed & Q(term__since__gt=on),
        Standing.EXPIRED: ~repealed & begun & Q(term__until__lt=on),
        Standing.IN_FORCE: in_force(on, term="term__") & limited,
        Standing.NO_STATED_EXPIRY: in_force(on, term="term__") & ~limited & ~with_event,
        Standing.UNKNOWN: Q(term__since__isnull=True) | (~repealed & begun & ~limited & with_event),
    }[standing]


def _within(since: date | None, until: date | None, event: str, said_by: Clause | None, on: date) -> Validity:
    if since is None and until is None and not event:
        return Validity(Standing.UNKNOWN, "没有印出成文日期，也没有载明施行日期。", said_by)
    if since and on < since:
        return Validity(Standing.NOT_YET, f"自{day(since)}起施行。", said_by)
    if until and until < on:
        return Validity(Standing.EXPIRED, f"有效期至{day(until)}。", said_by)
    begun = f"自{day(since)}起施行" if since else "施行中"
    if until:
        return Validity(Standing.IN_FORCE, f"{begun}，有效期至{day(until)}。", said_by)
    if event:
        return Validity(Standing.UNKNOWN, f"{begun}，至{event}为止，哪一天没有载明。", said_by)
    return Validity(Standing.NO_STATED_EXPIRY, f"{begun}，没有载明有效期。", said_by)

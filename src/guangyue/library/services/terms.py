"""施行期 of released documents, settled anew when an edition is released."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from guangyue.gazette.models import Edition, PrintedDocument, PrintedReference, PrintedWindow
from guangyue.gazette.reading.shapes import Relation
from guangyue.library.models import Term

SETTLED = ("since", "until", "said_by", "event", "repealed_on", "repealed_by", "repealed_in")


@transaction.atomic
def settle_terms(*, edition: Edition) -> None:
    """The terms of the edition's documents, and of those in the library that any edition of its issue
    repeals: what a superseded one repealed may stand again."""
    Term.objects.filter(document__edition__issue=edition.issue_id).exclude(document__edition=edition).delete()
    concerned = PrintedDocument.objects.filter(
        Q(edition=edition) | Q(edition__state=Edition.State.RELEASED, number__in=_repealed_by_any(edition))
    )
    Term.objects.bulk_create(
        _terms(concerned.prefetch_related("windows"), edition),
        update_conflicts=True,
        unique_fields=["document"],
        update_fields=SETTLED,
    )


def _repealed_by_any(edition: Edition) -> QuerySet[Any, Any]:
    references = PrintedReference.objects.filter(document__edition__issue=edition.issue_id)
    return references.filter(relation=Relation.REPEALS.name, path_in_target="").values("target")


def _terms(documents: Iterable[PrintedDocument], edition: Edition) -> Iterator[Term]:
    documents = list(documents)
    repeals = _repeals({document.number for document in documents if document.number}, edition)
    for document in documents:
        own = _own_window(document)
        term = Term(document=document, since=_begins(document))
        if own:
            term.until, term.said_by, term.event = own.until, own.said_by, own.event
        for repeal in repeals.get(document.number, []):
            on = _begins(repeal.document)
            if on and (term.repealed_on is None or on < term.repealed_on):
                term.repealed_on, term.repealed_by, term.repealed_in = on, repeal.document, repeal.path
        yield term


def _repeals(numbers: set[str], edition: Edition) -> dict[str, list[PrintedReference]]:
    """Who repeals these, in released editions and in the one that is being released."""
    references = (
        PrintedReference.objects.filter(relation=Relation.REPEALS.name, path_in_target="", target__in=numbers)
        .filter(Q(document__edition__state=Edition.State.RELEASED) | Q(document__edition=edition))
        .exclude(~Q(document__edition=edition), document__edition__issue=edition.issue_id)
        .select_related("document")
        .prefetch_related("document__windows")
    )
    repeals: dict[str, list[PrintedReference]] = {}
    for reference in references:
        repeals.setdefault(reference.target, []).append(reference)
    return repeals


def _begins(document: PrintedDocument) -> date | None:
    """同时废止 counts from this day too: when the new text takes effect, not when it is signed."""
    own = _own_window(document)
    return (own and own.since) or document.day


def _own_window(document: PrintedDocument) -> PrintedWindow | None:
    """What a document says of itself as a whole."""
    return next((window for window in document.windows.all() if not window.of), None)

"""Putting an edition into the search, in place of the one of its issue that was there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from guangyue.gazette.models import Edition, PrintedClause, PrintedDocument
from guangyue.library.clause_words import words_of
from guangyue.library.models import Holding, Passage
from guangyue.library.searching import sql
from guangyue.library.searching.folding import fold
from guangyue.library.searching.lexemes import passage_lexemes
from guangyue.library.searching.printing import printed_words
from guangyue.library.services.terms import settle_terms

LONGEST_LEXEME = 60  # letters; a run of signs that is no word


@dataclass(frozen=True)
class Row:
    """A passage to be searched."""

    document: PrintedDocument
    clause: PrintedClause | None
    text: str
    printed: str = ""


@transaction.atomic
def index_edition(*, edition: Edition) -> None:
    """From now on this edition is found, and no other of its issue, and it is known what is in force."""
    settle_terms(edition=edition)
    _take_out(list(edition.issue.editions.values_list("pk", flat=True)))
    passages = length = 0
    rows = list(_rows(edition))  # all of them before the copying begins: it has the connection to itself
    with connection.cursor() as cursor:
        with cursor.copy(sql.COPY_IN) as copy:
            for row in rows:
                folded = fold(row.text)
                lexemes = [word for word in passage_lexemes(folded) if len(word) <= LONGEST_LEXEME]
                clause = row.clause.pk if row.clause else None
                copy.write_row(
                    (edition.pk, row.document.pk, clause, folded, row.printed, _vector(lexemes), len(lexemes))
                )
                passages, length = passages + 1, length + len(lexemes)
        cursor.execute(sql.COUNT_IN, {"edition": edition.pk})
    documents = {row.document.pk: row.document for row in rows}.values()
    Holding.objects.create(
        edition=edition,
        passages=passages,
        length=length,
        issuers=sorted({issuer for document in documents for issuer in document.issuers}),
        series=sorted({document.series for document in documents if document.series}),
        years=sorted({document.year for document in documents if document.year}),
    )


def _take_out(editions: list[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.COUNT_OUT, {"editions": editions})
    Passage.objects.filter(edition__in=editions).delete()
    Holding.objects.filter(edition__in=editions).delete()


def _rows(edition: Edition) -> Iterator[Row]:
    lines = edition.lines
    for document in edition.documents.prefetch_related("clauses"):
        yield Row(document, None, heading_of(document))
        for clause in document.clauses.all():
            if text := words_of(clause):
                yield Row(document, clause, text, printed_words(clause, lines))


def heading_of(document: PrintedDocument) -> str:
    """What a document is known by."""
    return "\n".join(filter(None, (document.number, document.title, *document.issuers, document.author)))


def _vector(lexemes: Iterable[str]) -> str:
    """As a `tsvector` is written. It knows which lexemes there are, and not where."""
    quoted = (word.replace("\\", "\\\\").replace("'", "''") for word in lexemes)
    return " ".join(f"'{word}'" for word in dict.fromkeys(quoted))

"""Documents of released editions in the shape of the clause index: for those that a city's index does not
have yet."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Count, Exists, OuterRef, Prefetch

from guangyue.gazette.index import IndexedClause, IndexedDocument, IndexedPart, tree_of
from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.gazette.models.documents import PrintedDocumentQuerySet
from guangyue.gazette.reading.shapes import Level

FRAMES = (Level.PREAMBLE.name, Level.CLOSING.name)


def released_documents(numbers: Collection[str]) -> Iterator[IndexedDocument]:
    """With their clauses, in two statements however many are asked for."""
    clauses = PrintedClause.objects.only("document", "path", "depth")
    rows = _released().filter(number__in=numbers).prefetch_related(Prefetch("clauses", queryset=clauses))
    return (_indexed(row, tree_of(_placed(row.clauses.all()))) for row in rows)


def released_apart_from(numbers: Collection[str]) -> Iterator[tuple[IndexedDocument, int]]:
    """All others without their clauses, each with how many of them count."""
    cited = PrintedClause.objects.exclude(path="")
    innermost = cited.exclude(level__in=FRAMES).filter(~Exists(cited.filter(parent=OuterRef("pk"))))
    counted = innermost.filter(document__in=_released()).order_by().values_list("document")
    many = dict(counted.annotate(many=Count("pk")))
    return ((_indexed(row), many.get(row.pk, 1)) for row in _released().exclude(number__in=numbers))


def headings_of(number: str) -> dict[str, str]:
    """What the clauses of a released document are called, by path."""
    clauses = PrintedClause.objects.filter(document__in=_released().filter(number=number)).exclude(path="")
    return {path: heading for path, heading in clauses.values_list("path", "heading") if heading}


def _released() -> PrintedDocumentQuerySet:
    """A month's chronicle has no number, and nothing is demanded by it."""
    rows = PrintedDocument.objects.released().exclude(number="").select_related("edition__issue")
    return rows.only("number", "title", "issuers", "day", "parts", "edition__issue__key")


def _indexed(row: PrintedDocument, clauses: tuple[IndexedClause, ...] = ()) -> IndexedDocument:
    return IndexedDocument(
        number=row.number,
        title=row.title,
        issuers=tuple(row.issuers),
        day=row.day,
        issue=row.edition.issue.key,
        parts=tuple(IndexedPart(part["name"], part["title"]) for part in row.parts if part["name"]),
        clauses=clauses,
    )


def _placed(rows: Iterable[PrintedClause]) -> Iterator[tuple[int, str]]:
    """Path and depth among the clauses that can be cited."""
    above: list[int] = []
    for row in rows:
        while above and above[-1] >= row.depth:
            above.pop()
        if row.path:
            yield len(above), row.path
            above.append(row.depth)

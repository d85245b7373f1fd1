"""What a search looks in, as plain rows: the heads of all released documents and their clauses."""

from typing import NamedTuple

from django.db import connection

ALL = """
SELECT d.key, coalesce(c.path, ''), d.title, coalesce(c.heading, ''), p.folded, d.id, p.clause_id
FROM library_passage p
JOIN gazette_printeddocument d ON d.id = p.document_id
LEFT JOIN gazette_printedclause c ON c.id = p.clause_id
WHERE p.clause_id IS NULL OR c.path > ''
ORDER BY p.id
"""


class Place(NamedTuple):
    """The head of a document, or one of its clauses."""

    number: str
    path: str


class Passage(NamedTuple):
    number: str
    path: str  # "" is the head
    title: str
    heading: str
    text: str  # folded, as our own search has it
    document: int
    clause: int | None

    @property
    def place(self) -> Place:
        return Place(self.number, self.path)


def all_passages() -> list[Passage]:
    with connection.cursor() as cursor:
        cursor.execute(ALL)
        return [Passage(*row) for row in cursor.fetchall()]

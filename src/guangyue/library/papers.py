"""A printed document set in type again, in the form that official documents have."""

from collections.abc import Iterator, Sequence

from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.gazette.reading.shapes import PartKind
from guangyue.kit.typesetting import Attachment, OfficialPaper, Part, PlainPaper, Table
from guangyue.library.clause_words import stands_apart

ORDER = "令"
LETTERHEAD_WITHOUT_FILE = ("字", "任")  # 政字, 政办字, 政任: the head is the issuer's name alone
OMITTED = "（公报未刊载全文）"


def paper_of(document: PrintedDocument) -> OfficialPaper | PlainPaper:
    clauses = list(document.clauses.all())
    source = f"依{document.edition.title}{document.edition.issue}排印"
    if not document.number or document.day is None:
        dated = document.day or document.edition.imported_at.date()
        return PlainPaper(title=document.title, dated=dated, body=list(_body(clauses)), remark=source)
    own, attached = _texts(document, clauses)
    issuer = "、".join(document.issuers)
    return OfficialPaper(
        issuer=issuer,
        number=document.number,
        title=_full_title(document, issuer),
        dated=document.day,
        body=own,
        banner=_banner(document, issuer),
        addressed_to="，".join(document.addressees),
        attachments=attached,
        sealed=False,
        remark=source,
    )


def _texts(
    document: PrintedDocument, clauses: Sequence[PrintedClause]
) -> tuple[list[Part], list[Attachment]]:
    """What the document says itself, and the texts it carries and the annexes below it."""
    own: list[Part] = []
    attached: list[Attachment] = []
    printed = set()
    for place, part in enumerate(document.parts):
        body = list(_body([clause for clause in clauses if clause.part == place]))
        if part["kind"] in (PartKind.MAIN.value, PartKind.NOTICE.value):
            own += body
        else:
            attached.append(Attachment(part["title"] or part["name"], body))
            printed.add(part["title"])
    attached += [
        Attachment(f"{annex['title']}{OMITTED if annex['omitted'] else ''}")
        for annex in document.annexes
        if annex["title"] not in printed
    ]
    return own, attached


def _body(clauses: Sequence[PrintedClause]) -> Iterator[Part]:
    for clause in clauses:
        head, said = f"{clause.label}{clause.heading}", f"{clause.text}{clause.note}"
        yield from filter(None, (head, said) if stands_apart(clause) else (f"{head}{said}",))
        if clause.rows:
            width = max(len(row) for row in clause.rows)
            first, *rest = ([*row, *[""] * (width - len(row))] for row in clause.rows)
            yield Table(headers=first, rows=rest)


def _full_title(document: PrintedDocument, issuer: str) -> str:
    named = document.title.startswith(issuer) or document.series.endswith(ORDER)
    return document.title if named else f"{issuer}\n{document.title}"


def _banner(document: PrintedDocument, issuer: str) -> str:
    if document.series.endswith(ORDER):
        return f"{issuer}{ORDER}"
    return issuer if document.series.endswith(LETTERHEAD_WITHOUT_FILE) else f"{issuer}文件"

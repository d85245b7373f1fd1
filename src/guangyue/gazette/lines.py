"""The lines of a document as its edition keeps them, in the document's order."""

from guangyue.gazette.models import Edition, HandCorrection, PrintedDocument
from guangyue.gazette.reading.anchoring import follow
from guangyue.gazette.reading.correcting import sort_corrections
from guangyue.gazette.reading.shapes import Line


def lines_of(document: PrintedDocument) -> list[Line]:
    """From its pieces, with what a librarian has corrected in them."""
    lines, edits = document.edition.lines, _edits(document.edition)
    return [
        Line(number, edits.get(number, lines[number - 1]))
        for piece in document.pieces
        for number in range(piece["first"], piece["last"] + 1)
        if lines[number - 1].strip()
    ]


def _edits(edition: Edition) -> dict[int, str]:
    rows = HandCorrection.objects.in_force().filter(issue=edition.issue)
    corrections = follow((row.correction for row in rows), edition.lines)
    return sort_corrections(edition.lines, list(corrections)).edits

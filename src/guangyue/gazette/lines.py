"""The lines of a document as its edition keeps them, in the document's order."""

from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.shapes import Line


def lines_of(document: PrintedDocument) -> list[Line]:
    """From its pieces; where a piece goes on from another page, so does its first line."""
    lines = document.edition.lines
    return [
        Line(number, lines[number - 1])
        for piece in document.pieces
        for number in range(piece["first"], piece["last"] + 1)
        if lines[number - 1].strip()
    ]

"""Texts to be read, as they stand below a document's head."""

from collections.abc import Iterable

from guangyue.gazette.reading.shapes import Line, ReadClause
from guangyue.gazette.reading.text import TextReading, read_text


def a_text(
    *paragraphs: str,
    number: str = "示政发〔2026〕3号",
    title: str = "关于示例工作的意见",
    issuers: tuple[str, ...] = ("示例市人民政府",),
    levels: dict[int, str] | None = None,
) -> TextReading:
    """Each paragraph on lines of its own, a blank line after it, as most issues are set."""
    body = []
    at = 1
    for paragraph in paragraphs:
        for line in paragraph.split("\n"):
            body.append(Line(at, line))
            at += 1
        at += 1
    return read_text(body, number=number, title=title, issuers=issuers, levels=levels or {})


def clauses_of(reading: TextReading) -> dict[str, ReadClause]:
    return {clause.path: clause for part in reading.parts for clause in part.walk()}


def paths_of(reading: TextReading) -> list[str]:
    return list(clauses_of(reading))


def keys_of(doubts: Iterable[object]) -> list[str]:
    return [str(getattr(doubt, "key", "")) for doubt in doubts]

"""校对: the printed lines of an edition, each with what was recognised in it, a window of lines at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guangyue.gazette.models import Doubt, Edition, PrintedClause, PrintedDocument
from guangyue.gazette.reading.corrections import CorrectHead, CorrectLevel, EditLine
from guangyue.gazette.reading.shapes import Level
from guangyue.library.services.reading_again import corrections_on

WINDOW = 2_000  # lines; an issue has some fifteen hundred
HUES = 6
MOST_CLAUSES = 4  # named beside a line

Pieces = Sequence[Mapping[str, Any]]


@dataclass
class Sign:
    """条款标记: a clause that begins in a line."""

    path: str
    level: str

    def __str__(self) -> str:
        return self.path or self.level


@dataclass
class Block:
    """行段: lines side by side that belong to one place."""

    title: str
    hue: str
    document: PrintedDocument | None = None
    goes_on: bool = False
    marker: str = ""


@dataclass
class PrintedLine:
    """原文行: as it stands in the file, or as it was corrected by hand."""

    number: int
    text: str
    hue: str = ""
    begins: Block | None = None
    signs: list[Sign] = field(default_factory=list)
    more: int = 0
    repairs: list[str] = field(default_factory=list)
    doubtful: bool = False
    by_hand: str = ""


@dataclass(frozen=True)
class Window:
    """一段原文: the lines on show, and where the ones before and after begin."""

    lines: list[PrintedLine]
    before: int | None
    after: int | None


def window_at(
    edition: Edition, line: int, documents: Sequence[PrintedDocument], doubts: Sequence[Doubt]
) -> Window:
    """The lines around this one that are not blank."""
    texts = edition.lines
    start = (min(max(line, 1), len(texts)) - 1) // WINDOW * WINDOW + 1
    end = min(start + WINDOW - 1, len(texts))
    numbers = range(start, end + 1)
    shown = {n: PrintedLine(n, texts[n - 1]) for n in numbers if texts[n - 1].strip()}
    _place(shown, _blocks(edition, documents))
    _sign(shown, edition)
    _mark(shown, edition, doubts)
    return Window(
        list(shown.values()),
        before=start - WINDOW if start > 1 else None,
        after=end + 1 if end < len(texts) else None,
    )


def _blocks(edition: Edition, documents: Sequence[PrintedDocument]) -> list[tuple[int, int, Block]]:
    """Every run of lines of the edition, with whose it is."""
    blocks = []
    if edition.front:
        blocks.append((*edition.front, Block("封面、版权页和目录", "front")))
    blocks += [(first, last, Block("不属于公文的行", "nobody")) for first, last in edition.discarded]
    for document in documents:
        hue = f"hue-{document.order % HUES}"
        title = f"{document.number} {document.title}".strip()
        for count, piece in enumerate(document.pieces):
            block = Block(title, hue, document, goes_on=count > 0, marker=piece["marker"])
            blocks.append((piece["first"], piece["last"], block))
    return blocks


def _place(shown: Mapping[int, PrintedLine], blocks: Sequence[tuple[int, int, Block]]) -> None:
    for first, last, block in blocks:
        inside = [shown[number] for number in range(first, last + 1) if number in shown]
        for line in inside:
            line.hue = block.hue
        if inside:
            inside[0].begins = block


def _sign(shown: Mapping[int, PrintedLine], edition: Edition) -> None:
    """Which clauses begin where. What is cited by nobody, plain text, is not named."""
    rows = PrintedClause.objects.filter(document__edition=edition).order_by("document__order", "order")
    for path, level, spans in rows.values_list("path", "level", "spans"):
        line = shown.get(spans[0][0]) if spans else None
        if line is None or (not path and level == Level.TEXT.name):
            continue
        if len(line.signs) < MOST_CLAUSES:
            line.signs.append(Sign(path, Level[level].value))
        else:
            line.more += 1


def _mark(shown: Mapping[int, PrintedLine], edition: Edition, doubts: Sequence[Doubt]) -> None:
    repairs: dict[int, set[str]] = defaultdict(set)
    for repair in edition.repairs:
        repairs[repair["span"][0]].add(repair["noise"])
    for number, line in shown.items():
        line.repairs = sorted(repairs[number], key=lambda noise: int(noise[1:])) if number in repairs else []
    for doubt in doubts:
        for number in range(doubt.line_first, doubt.line_last + 1):
            if number in shown:
                shown[number].doubtful = True
    for correction in corrections_on(edition):
        if isinstance(correction, EditLine) and correction.at.line in shown:
            shown[correction.at.line].text = correction.after
            shown[correction.at.line].by_hand = "已改字"
        elif isinstance(correction, CorrectLevel | CorrectHead) and correction.at.line in shown:
            shown[correction.at.line].by_hand = "已更正"

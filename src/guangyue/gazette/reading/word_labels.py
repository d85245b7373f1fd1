"""The labels that Word counts by itself, 一、 （二） 3.: clauses need them, and they stand in no text."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from guangyue.gazette.numerals import write_figure

PLACEHOLDER = re.compile(r"%([1-9])")


def circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "chineseCounting": write_figure,
    "chineseCountingThousand": write_figure,
    "japaneseCounting": write_figure,
    "taiwaneseCountingThousand": write_figure,
}


@dataclass(frozen=True)
class ListLevel:
    """One level of a list: how its numbers are written, and what stands around them."""

    start: int
    write: Callable[[int], str] | None  # None where a level has no numbers: bullets, Latin letters
    text: str


class Labels:
    """Counts as Word does while the paragraphs go by, each list for itself."""

    def __init__(self, document: Document) -> None:
        self._lists = _lists_of(document)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next(self, paragraph: Paragraph) -> str:
        place = _place_of(paragraph)
        levels = self._lists.get(place[0], {}) if place else {}
        if place is None or place[1] not in levels:
            return ""
        key, depth = place
        counts = self._counts[key]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return _written(levels, counts, depth)


def _written(levels: dict[int, ListLevel], counts: dict[int, int], depth: int) -> str:
    def number(found: re.Match[str]) -> str:
        level = levels.get(int(found[1]) - 1)
        if level is None or level.write is None:
            return ""
        return level.write(counts.get(int(found[1]) - 1, level.start))

    return PLACEHOLDER.sub(number, levels[depth].text) if levels[depth].write else ""


def _place_of(paragraph: Paragraph) -> tuple[str, int] | None:
    """Which list a paragraph counts in, and how deep: it says so itself, or its style does."""
    sources = [paragraph._p, paragraph.style.element if paragraph.style is not None else None]
    for source in sources:
        found = source.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if source is not None else None
        if found is not None and (key := _value(found, "numId")):
            return key, int(_value(found, "ilvl") or 0)
    return None


def _lists_of(document: Document) -> dict[str, dict[int, ListLevel]]:
    part = next(
        (relation.target_part for relation in document.part.rels.values() if "numbering" in relation.reltype),
        None,
    )
    if part is None:
        return {}
    root: Any = part.element
    abstract = {each.get(qn("w:abstractNumId")): each for each in root.findall(qn("w:abstractNum"))}
    return {
        number.get(qn("w:numId")): _levels_of(abstract.get(_value(number, "abstractNumId")))
        for number in root.findall(qn("w:num"))
    }


def _levels_of(abstract: Any) -> dict[int, ListLevel]:
    if abstract is None:
        return {}
    return {
        int(level.get(qn("w:ilvl"))): ListLevel(
            start=int(_value(level, "start") or 1),
            write=FORMATS.get(_value(level, "numFmt")),
            text=_value(level, "lvlText"),
        )
        for level in abstract.findall(qn("w:lvl"))
    }


def _value(element: Any, name: str) -> str:
    found = element.find(qn(f"w:{name}"))
    return "" if found is None else found.get(qn("w:val"), "")

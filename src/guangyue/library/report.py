"""校对报告: what a reading made of an edition: repairs by class, and the contents beside the bodies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.gazette.reading.shapes import Noise, Span

NOISES: Mapping[Noise, str] = {
    Noise.BROKEN_PARAGRAPH: "段落被分栏、分页断开",
    Noise.TAIL_IN_ADDRESSEES: "通知末句落在主送单位行",
    Noise.JUMP_MARKER: "转接页标记",
    Noise.INTERLEAVED: "两份公文交错",
    Noise.MARKUP: "半角标点、标记符号",
    Noise.SPACED_TITLE: "标题中的空格",
    Noise.DOUBLED_CHARACTER: "断行处重复的字",
    Noise.FOREIGN_AND: "“和”印成 and",
    Noise.VARIANT_CHARACTER: "异体字",
    Noise.BULLET: "条款前的列表符号",
    Noise.LOST_CHARACTER: "缺字",
    Noise.HEADING_LEVEL: "标题层次有误",
    Noise.STRAY_RULE: "多余的横线",
    Noise.TABLE_AS_TEXT: "以制表符分列的表格",
    Noise.MARKUP_REMNANT: "网页、公式的残留",
    Noise.UNEVEN_NUMBERS: "下级序号不连贯",
}


@dataclass(frozen=True)
class MadeRepair:
    """修补, as an edition keeps it."""

    span: Span
    before: str
    after: str


@dataclass(frozen=True)
class Repaired:
    """All repairs of one class."""

    noise: Noise
    repairs: Sequence[MadeRepair]

    @property
    def title(self) -> str:
        return NOISES[self.noise]


@dataclass(frozen=True)
class Compared:
    """目录核对: an entry of the contents and the body found for it; one of the two may be missing."""

    title: str
    number: str
    page: int | None
    document: PrintedDocument | None
    listed: bool

    @property
    def finding(self) -> str:
        if self.document is None:
            return "正文没有找到"
        return "" if self.listed else "目录里没有"


def repairs_of(edition: Edition) -> list[Repaired]:
    """By class, in the order of their codes; classes without a repair are left out."""
    by_class: dict[Noise, list[MadeRepair]] = {noise: [] for noise in Noise}
    for repair in edition.repairs:
        made = MadeRepair(Span(*repair["span"]), repair["before"], repair["after"])
        by_class[Noise(repair["noise"])].append(made)
    return [Repaired(noise, repairs) for noise, repairs in by_class.items() if repairs]


def compare_contents(edition: Edition, documents: Sequence[PrintedDocument]) -> list[Compared]:
    """Each entry with its body, by number or else by title; then the bodies that no entry names."""
    left = list(documents)
    rows = []
    for entry in edition.contents:
        body = next((document for document in left if _is_of(document, entry)), None)
        if body:
            left.remove(body)
        rows.append(Compared(entry["title"], entry["number"], entry["page"], body, listed=True))
    beside = [Compared(body.title, body.number, body.page_from, body, listed=False) for body in left]
    return rows + (beside if edition.contents else [])


def _is_of(document: PrintedDocument, entry: Mapping[str, Any]) -> bool:
    if entry["number"]:
        return bool(document.number == entry["number"])
    return not document.number and document.title == entry["title"]

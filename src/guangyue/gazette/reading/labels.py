"""条款编号: the label a clause begins with. Its style decides its level, not its markup."""

import re
from dataclasses import dataclass

from guangyue.gazette.numerals import FIGURE, read_figure, write_figure
from guangyue.gazette.reading.shapes import Level

CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CHAPTERS = "编章节"  # outermost first


@dataclass(frozen=True)
class Label:
    level: Level
    number: int
    printed: str
    sign: str  # as it stands in a path: 三, （一）, 1, 第十一条, 4.4.2.1
    rank: float  # outer before inner
    end: int  # where the clause's own words begin

    @property
    def style(self) -> tuple[Level, float]:
        return self.level, self.rank


RANKS = {
    Level.CHAPTER: 0.0,
    Level.ARTICLE: 1.0,
    Level.PARAGRAPH: 2.0,
    Level.SECTION: 3.0,
    Level.DECIMAL: 3.0,  # and a tenth more for each figure
    Level.SUBSECTION: 4.0,
    Level.NUMBER: 5.0,
    Level.BRACKETED: 6.0,
    Level.CIRCLED: 7.0,
    Level.POINT: 8.0,
    Level.DASH: 9.0,
}

LABELS = (
    (Level.CHAPTER, re.compile(rf"第\s*({FIGURE}|\d+)\s*([{CHAPTERS}])(?=\s|[^的之、，。中内])")),
    (Level.ARTICLE, re.compile(rf"第\s*({FIGURE}|\d+)\s*条(之{FIGURE})?(?![、，。的第至和款规])[\s：:]*")),
    (Level.SECTION, re.compile(rf"({FIGURE})\s*[、．.]\s*")),
    (Level.SUBSECTION, re.compile(rf"[（(]\s*({FIGURE})\s*[）)]\s*、?\s*")),
    (Level.BRACKETED, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*、?\s*")),
    (Level.CIRCLED, re.compile(rf"([{CIRCLES}])\s*")),
    (Level.POINT, re.compile(rf"({FIGURE})是(?=[^否])")),
    (Level.DASH, re.compile(r"(——)\s*")),
    (Level.NUMBER, re.compile(r"(\d{1,3})\s*(?:[.．](?!\d)|、)\s*")),
)
DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})[.．]?\s*(?=[一-鿿A-ZⅠ-Ⅻ《“])")
FIRST_FIGURE = re.compile(r"(\d{1,2})\s+(?=[一-鿿])")
DECIMALS_ENOUGH = 2
UNIT = re.compile(r"[万亿元年月日个家户人名倍吨亩米%％]|[公千][里克米顷斤瓦]")


def numbers_by_decimals(texts: list[str]) -> bool:
    """1 / 1.1 / 4.4.2.1: only a text that keeps to it is read so, for 1.5万元 is no label."""
    signs = [found[1] for text in texts if (found := DECIMAL.match(text)) and not _is_amount(text, found)]
    return len(signs) >= DECIMALS_ENOUGH and "1.1" in signs


def read_label(text: str, *, decimals: bool = False) -> Label | None:
    decimal = (DECIMAL.match(text) or FIRST_FIGURE.match(text)) if decimals else None
    if decimal and not _is_amount(text, decimal):
        return _decimal(decimal)
    for level, pattern in LABELS:
        if found := pattern.match(text):
            return _label(level, found)
    return None


def label_of_level(text: str, level: Level) -> Label:
    """A label by hand: as printed where there is one, else without a number."""
    found = read_label(text, decimals=level is Level.DECIMAL)
    if found and found.level is level:
        return found
    end = found.end if found else 0
    return Label(level, found.number if found else 0, text[:end].strip(), "", RANKS.get(level, 9.5), end)


def _label(level: Level, found: re.Match[str]) -> Label:
    figure = found[1]
    if level is Level.DASH:
        return Label(level, 0, figure, "——", RANKS[level], found.end())
    if level is Level.CIRCLED:
        return Label(level, CIRCLES.index(figure) + 1, figure, figure, RANKS[level], found.end())
    number = read_figure(figure)
    rank, printed = RANKS[level], found[0].strip()
    if level is Level.CHAPTER:
        rank += CHAPTERS.index(found[2]) / 10
        sign = f"第{write_figure(number)}{found[2]}"
    elif level is Level.ARTICLE:
        sign = f"第{write_figure(number)}条{found[2] or ''}"
    else:
        sign = sign_of(level, number)
    return Label(level, number, printed, sign, rank, found.end())


def sign_of(level: Level, number: int) -> str:
    """How the path names a clause of that level."""
    if level is Level.ARTICLE:
        return f"第{write_figure(number)}条"
    if level is Level.PARAGRAPH:
        return f"第{write_figure(number)}款"
    if level is Level.SECTION:
        return write_figure(number)
    if level is Level.SUBSECTION:
        return f"（{write_figure(number)}）"
    if level is Level.BRACKETED:
        return f"（{number}）"
    if level is Level.CIRCLED:
        return CIRCLES[number - 1]
    if level is Level.POINT:
        return f"{write_figure(number)}是"
    return f"——{number}" if level is Level.DASH else str(number)


def _decimal(found: re.Match[str]) -> Label:
    sign = found[1]
    figures = sign.split(".")
    rank = RANKS[Level.DECIMAL] + len(figures) / 10
    return Label(Level.DECIMAL, int(figures[-1]), sign, sign, rank, found.end())


def _is_amount(text: str, found: re.Match[str]) -> bool:
    return UNIT.match(text, found.end()) is not None

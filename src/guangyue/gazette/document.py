"""公文 and 条款 as values: what everything the city does can be followed back to. Knows no database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import total_ordering

from guangyue.gazette.numerals import FIGURE, read_figure

FIGURES = re.compile(rf"{FIGURE}|\d+")
CITATION = re.compile(r"(.+?号)[\s/]*(.*)")  # the path follows at once, after a space, or as /三/（十六）
BRACKETS = str.maketrans("()[]【】", "（）〔〕〔〕")
ANNEX = "附件"
PRINTED = re.compile(r"(?:关于)?印发《?(?P<text>.+?)》?的通知")  # a notice that only prints a text


@total_ordering
@dataclass(frozen=True)
class Document:
    """公文: named by its number; the title and the dates say more about it, and do not make it another."""

    number: str
    title: str = field(compare=False)
    since: date = field(compare=False)
    until: date | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", _tidy(self.number))
        if not self.number or " " in self.number:
            raise ValueError(f"文号有误：{self.number!r}")

    def __str__(self) -> str:
        return self.number

    def __lt__(self, other: "Document") -> bool:
        return _order(self.number) < _order(other.number)

    @property
    def name(self) -> str:
        """名称, as it stands between 《》: of a notice that only prints a text, the name of the text."""
        found = PRINTED.fullmatch(self.title)
        return found["text"] if found else self.title

    def clause(self, path: str = "") -> "Clause":
        """条款: without a path, the document as a whole."""
        return Clause(self.number, path, self)

    def in_force(self, on: date) -> bool:
        """施行中: from the first day to the last, both included."""
        return self.since <= on and (self.until is None or on <= self.until)


@total_ordering
@dataclass(frozen=True)
class Clause:
    """条款: a place in a document, e.g. 聊财社〔2019〕70号 第十一条; one declared knows its document."""

    number: str
    path: str = ""
    document: Document | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", _tidy(self.number))
        object.__setattr__(self, "path", _tidy(self.path).replace(" ", ""))
        if not self.number or " " in self.number:
            raise ValueError(f"文号有误：{self.number!r}")

    @classmethod
    def parse(cls, citation: str) -> "Clause":
        """Read what `str` writes, and the other ways in which a clause is cited."""
        text = _tidy(citation)
        if found := CITATION.fullmatch(text):
            return cls(found[1], found[2].replace("/", ""))
        number, _, path = text.partition(" ")
        return cls(number, path)

    def __str__(self) -> str:
        return f"{self.number} {self.path}".strip()

    def __lt__(self, other: "Clause") -> bool:
        return self._place() < other._place()

    def _place(self) -> tuple[tuple[str, tuple[int, ...]], bool, tuple[int, ...], str]:
        return _order(self.number), self.path.startswith(ANNEX), tuple(_figures(self.path)), self.path


def _tidy(text: str) -> str:
    """One way of writing brackets and spaces, so that what is printed in two ways is still one."""
    return re.sub(r"\s+", " ", text.translate(BRACKETS)).strip()


def _order(number: str) -> tuple[str, tuple[int, ...]]:
    """聊政任〔2019〕3号 stands before 聊政任〔2019〕12号."""
    return FIGURES.split(number, maxsplit=1)[0], tuple(_figures(number))


def _figures(text: str) -> Iterator[int]:
    for figure in FIGURES.findall(text):
        yield read_figure(figure)

"""What reading an issue yields: an issue of documents, a document of parts, a part of clauses, each with its
lines.

Texts are stitched and tidied; `Span`s say in which lines of the file the printed form stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum


@dataclass(frozen=True, order=True)
class Span:
    """Lines of the file, both ends included; the first line is 1."""

    first: int
    last: int

    def __contains__(self, line: int) -> bool:
        return self.first <= line <= self.last

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True)
class Line:
    """A line to be read: its number in the file, and its text after repairs."""

    number: int
    text: str
    goes_on: bool = False  # it continues the line before it without a break: a sentence cut by a page


class Noise(Enum):
    """排版差错: how print and scan damage a text, by the catalogue's class."""

    BROKEN_PARAGRAPH = "N1"
    TAIL_IN_ADDRESSEES = "N2"
    JUMP_MARKER = "N3"
    INTERLEAVED = "N4"
    MARKUP = "N5"
    SPACED_TITLE = "N6"
    DOUBLED_CHARACTER = "N7"
    FOREIGN_AND = "N8"
    VARIANT_CHARACTER = "N9"
    BULLET = "N10"
    LOST_CHARACTER = "N11"
    HEADING_LEVEL = "N12"
    STRAY_RULE = "N13"
    TABLE_AS_TEXT = "N14"
    MARKUP_REMNANT = "N15"
    UNEVEN_NUMBERS = "N16"


@dataclass(frozen=True)
class Repair:
    """修补: an overlay; the stored text of the file stays as it is."""

    noise: Noise
    span: Span
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Doubt:
    """存疑: what a person must look at. One that `blocks` keeps the issue from being released."""

    key: str  # a slug of its kind: "unmatched-jump", "same-number", "missing-page", "not-understood", …
    span: Span
    sentence: str  # in Chinese, for the librarian: what is doubtful, and what to do
    blocks: bool = False


class Category(Enum):
    """目录栏目, the sections of the contents."""

    GOVERNMENT = "市政府文件"
    GOVERNMENT_OFFICE = "市政府办公室文件"
    DEPARTMENTS = "部门文件"
    AFFAIRS = "政务动态"
    OTHER = "其他"


@dataclass(frozen=True)
class ContentsEntry:
    """目录条目; a chronicle has no number."""

    order: int
    title: str
    number: str
    page: int | None
    category: Category
    section: str  # the section's name as this gazette prints it
    span: Span


@dataclass(frozen=True)
class Front:
    """封面、版权页和目录."""

    year: int | None
    number: int | None
    total: int | None  # 总第N期
    title: str  # the gazette's own name
    colophon: Mapping[str, str]  # 电话、邮编、地址…: what is printed, by its printed name
    contents: tuple[ContentsEntry, ...]
    span: Span | None  # None when the file has no front matter


class Level(Enum):
    """层次, outermost first. The style of a label decides, not its indentation or its markup."""

    PREAMBLE = "前言"
    CHAPTER = "章"
    ARTICLE = "条"
    PARAGRAPH = "款"
    SECTION = "一、"
    SUBSECTION = "（一）"
    NUMBER = "1."
    BRACKETED = "（1）"
    CIRCLED = "①"
    DECIMAL = "1.1"
    POINT = "一是"
    DASH = "——"
    TABLE = "表"
    CLOSING = "结尾"
    TEXT = "文"


@dataclass(frozen=True)
class ReadClause:
    """条款, and the clauses within it. `path` is canonical: 三（一）1, 第十一条第二款, 乙四（六）."""

    path: str
    level: Level
    label: str = ""  # as printed
    heading: str = ""  # what the label is called, its own line or run in before the first full stop
    text: str = ""  # without label, heading and inner clauses
    note: str = ""  # 责任单位 in brackets at its end, as printed
    spans: tuple[Span, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()  # of a table
    clauses: tuple["ReadClause", ...] = ()

    def walk(self) -> Iterator["ReadClause"]:
        yield self
        for inner in self.clauses:
            yield from inner.walk()


class PartKind(Enum):
    """正文 is what the document says itself; 通知 carries attached texts; 附件 is printed below it."""

    MAIN = "正文"
    NOTICE = "通知"
    ATTACHED = "所附文件"
    ANNEX = "附件"


@dataclass(frozen=True)
class Part:
    """A text within a document, with clauses of its own. Their paths begin with its `name`: 通知, 甲, 附件1;
    the text that a citation means without a name has none."""

    kind: PartKind
    name: str
    title: str
    spans: tuple[Span, ...]
    clauses: tuple[ReadClause, ...]

    def walk(self) -> Iterator[ReadClause]:
        for clause in self.clauses:
            yield from clause.walk()


@dataclass(frozen=True)
class Annex:
    """附件. What is omitted （略） has no text, and nobody may invent one."""

    number: str  # "", "1", "2" …
    title: str
    omitted: bool
    spans: tuple[Span, ...]


class Relation(Enum):
    """引用关系."""

    RESTS_ON = "依据"
    REPEALS = "废止"
    AMENDS = "修改"
    FOLLOWS = "参照"
    PRINTS = "印发"
    FORWARDS = "转发"
    MENTIONS = "提及"


@dataclass(frozen=True)
class Reference:
    """引用: a document named in a clause, by number or, a law, by name."""

    path: str  # the clause it stands in
    target: str  # 聊政发〔2019〕4号, or 失业保险条例
    relation: Relation
    printed: str
    span: Span
    path_in_target: str = ""


@dataclass(frozen=True)
class Window:
    """效力: from when to when a document, or one clause `of` it, is in force, and the clause that says so."""

    of: str  # "" for the whole document
    since: date | None
    until: date | None  # the last day, included
    said_by: str  # path of the clause; "" when only the date of the document is known
    event: str = ""  # ends with an event whose day is not known
    remark: str = ""  # 暂定, 除外 …


@dataclass(frozen=True)
class Piece:
    """段落位置: a run of lines that belongs to one document, in the document's order."""

    span: Span
    marker: str = ""  # 上接第33页, as printed
    by_hand: bool = False


@dataclass(frozen=True)
class ReadDocument:
    """公文, or the month's chronicle, as it was read."""

    order: int
    number: str  # "" for a chronicle
    title: str  # as the contents print it; as the body prints it where there are no contents
    printed_title: str
    issuers: tuple[str, ...]
    author: str  # of a forwarded text
    category: Category
    page_from: int | None
    page_to: int | None
    pieces: tuple[Piece, ...]
    day: date | None
    addressees: tuple[str, ...] = ()
    signatory: str = ""
    adopted: str = ""  # the meeting that adopted it, as printed
    adopted_on: date | None = None
    parts: tuple[Part, ...] = ()
    annexes: tuple[Annex, ...] = ()
    references: tuple[Reference, ...] = ()
    windows: tuple[Window, ...] = ()
    no_stacking: str = ""  # path of a clause that forbids 重复享受
    prevails: str = ""  # path of a clause that goes before earlier policies
    interpreters: tuple[str, ...] = ()  # 负责解释

    def walk(self) -> Iterator[ReadClause]:
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class ReadIssue:
    """一期公报: each line that is not blank is of `front`, of one piece of one document, or `discarded`."""

    front: Front
    documents: tuple[ReadDocument, ...]
    discarded: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)  # as they stand in the file

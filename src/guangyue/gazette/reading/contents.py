"""目录: the entries of an issue's contents, in whatever order title, number and page were set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guangyue.gazette.reading.labels import read_label
from guangyue.gazette.reading.noise import squeezed
from guangyue.gazette.reading.numbers import find_number, read_number
from guangyue.gazette.reading.shapes import Category, ContentsEntry, Line, Span
from guangyue.gazette.reading.titles import begins_title, is_whole

CONTENTS = re.compile(r"目录|本期目录|目次|contents", re.IGNORECASE)
SIGN = "◎●○■□◆◇★☆▲△※►▶◈"
SECTION_SIGN = re.compile(rf"^[{SIGN}]\s*")
SECTION = re.compile(
    r"[【\[〔]?[一-鿿、·]{0,12}(?:文件|规章|法规|动态|政务|任免|大事记|解读|公告|统计|资料|信息|选登|机构|讲话)[】\]〕]?"
)
LEADERS = r"[\s.．…·•⋯。_\-—－]*"
PAGE = re.compile(
    rf"^(?P<before>.*?)(?:{LEADERS}[（(]\s*|{LEADERS}(?<=[\s.．…·•⋯_\-—－])|^)0*(?P<page>\d{{1,3}})\s*[）)]?$"
)
PAGE_ALONE = re.compile(r"\d{1,3}", re.ASCII)
IMPRINT = re.compile(r"([^：:，。；\d]{1,12})\s*[：:]\s*(\S.*)")  # a line of the colophon
TRAILING = re.compile(rf"{LEADERS}$")
SENTENCE = re.compile(r"[。！？；](?!\s*[\d.…])|[：:]$")
LONGEST_LINE = 300  # with its leaders
MOST_LINES = 6
CATEGORIES = (
    (("办公室", "办公厅"), Category.GOVERNMENT_OFFICE),
    (("部门",), Category.DEPARTMENTS),
    (("动态", "任免", "大事记", "人事", "政务"), Category.AFFAIRS),
    (("政府", "规章", "法规"), Category.GOVERNMENT),
)


@dataclass
class Contents:
    """The entries read so far, and what is known of the next."""

    start: int  # the row that says 目录
    end: int  # the row after the last entry
    entries: list[ContentsEntry] = field(default_factory=list)
    section: str = ""
    is_paged: bool = False
    titled: list[Line] = field(default_factory=list)  # the lines of the next entry's title
    number: str = ""  # and its number

    @property
    def title(self) -> str:
        return squeezed("".join(line.text for line in self.titled))

    def add(self, line: int, item: "Item") -> None:
        if item.title:
            if is_whole(self.title) and begins_title(item.title):
                self.close()
            self.titled.append(Line(line, item.title))
        self.number = item.number or self.number

    def close(self, page: int | None = None, last: int | None = None) -> None:
        """The next entry is as whole as it will be."""
        if self.titled:
            span = Span(self.titled[0].number, last or self.titled[-1].number)
            category, order = category_of_section(self.section), len(self.entries) + 1
            self.entries.append(
                ContentsEntry(order, self.title, self.number, page, category, self.section, span)
            )
        self.titled, self.number = [], ""

    def takes_number(self, item: "Item") -> bool:
        """The number of an entry whose title has its page already stands below it."""
        is_open = bool(self.entries) and not self.entries[-1].number and not self.titled
        return bool(item.number) and not item.title and is_open


@dataclass(frozen=True)
class Item:
    """What one line has of an entry."""

    title: str
    number: str
    page: int | None


def find_contents(rows: Sequence[Line], before: int) -> Contents | None:
    """The contents of the issue; those inside a document have chapters for entries, and are none."""
    for at in range(min(before, len(rows))):
        if CONTENTS.fullmatch(squeezed(rows[at].text)):
            contents = read_contents(rows, at)
            return contents if _are_documents(contents.entries) else None
    return None


def read_contents(rows: Sequence[Line], start: int) -> Contents:
    contents = Contents(start, start + 1)
    for at in range(start + 1, len(rows)):
        text, line = rows[at].text, rows[at].number
        if len(text) > LONGEST_LINE:
            break
        if (section := _section(text)) is not None and not _is_number(rows, at + 1):
            contents.close()
            contents.section = section
            continue
        item = _item(rows, at)
        if _is_over(contents, text, item):
            break
        if contents.takes_number(item):
            contents.entries[-1] = _with_number(contents.entries[-1], item, line)
            contents.end = at + 1
            continue
        contents.add(line, item)
        if item.page is not None or (item.number and not contents.is_paged and contents.titled):
            contents.is_paged = contents.is_paged or item.page is not None
            contents.close(item.page, line)
            contents.end = at + 1
        elif len(contents.titled) > MOST_LINES:
            break
    return contents


def category_of_section(section: str) -> Category:
    """市政府办公室文件 stands with the office's documents, whatever else the section is called."""
    for words, category in CATEGORIES:
        if any(word in section for word in words):
            return category
    return Category.OTHER


def _section(text: str) -> str | None:
    name = squeezed(SECTION_SIGN.sub("", text))
    if name != squeezed(text) and len(name) <= 20 and _split(name).page is None:
        return name.strip("【】[]〔〕")
    return name.strip("【】[]〔〕") if SECTION.fullmatch(name) else None


def _is_number(rows: Sequence[Line], at: int) -> bool:
    """A number without a page stands below a banner, not below the name of a section."""
    return at < len(rows) and read_number(rows[at].text) is not None


def _item(rows: Sequence[Line], at: int) -> Item:
    """The page may stand on a line of its own, below."""
    item = _split(rows[at].text)
    if item.page is None and at + 1 < len(rows) and PAGE_ALONE.fullmatch(rows[at + 1].text):
        return replace(item, page=int(rows[at + 1].text))
    return item


def _split(text: str) -> Item:
    page = None
    if read_number(text) is None and (found := PAGE.match(text)):
        text, page = found["before"], int(found["page"])
    text = TRAILING.sub("", text).strip()
    if number := read_number(text):
        return Item("", number, page)
    if (within := find_number(text)) and (page is not None or text.endswith(("）", ")"))):
        number, start, end = within
        if start == 0 or not text[end:].strip("）) "):
            return Item((text[:start] + text[end:]).strip("（()） "), number, page)
    return Item(text, "", page)


def _is_over(contents: Contents, text: str, item: Item) -> bool:
    """What stands here is no entry: a sentence, the colophon, or the first document's head."""
    is_sentence = item.page is None and SENTENCE.search(text)
    if item.title and (item.title.endswith("公报") or IMPRINT.fullmatch(text) or is_sentence):
        return True
    if not item.number or item.page is not None:
        return False
    is_head = contents.is_paged and not item.title and bool(contents.entries and contents.entries[-1].number)
    return is_head or any(entry.number == item.number for entry in contents.entries)


def _with_number(entry: ContentsEntry, item: Item, line: int) -> ContentsEntry:
    page = entry.page if item.page is None else item.page
    return replace(entry, number=item.number, page=page, span=Span(entry.span.first, line))


def _are_documents(entries: Sequence[ContentsEntry]) -> bool:
    labelled = sum(read_label(entry.title) is not None for entry in entries)
    placed = any(entry.number or entry.page is not None for entry in entries)
    return placed and labelled * 2 < len(entries)

"""目录: the entries of an issue's contents, in whatever order title, number and page were set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

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
    start: int  # the row that says 目录
    end: int  # the row after the last entry
    entries: list[ContentsEntry] = field(default_factory=list)


@dataclass
class Pending:
    """What was read of an entry so far."""

    lines: list[Line] = field(default_factory=list)
    number: str = ""

    @property
    def title(self) -> str:
        return squeezed("".join(line.text for line in self.lines))


def find_contents(rows: Sequence[Line], before: int) -> Contents | None:
    """The contents of the issue; those inside a document have chapters for entries, and are none."""
    for at in range(min(before, len(rows))):
        if CONTENTS.fullmatch(squeezed(rows[at].text)):
            contents = read_contents(rows, at)
            return contents if _are_documents(contents.entries) else None
    return None


def read_contents(rows: Sequence[Line], start: int) -> Contents:
    contents = Contents(start, start + 1)
    section, pending, paged = "", Pending(), False
    for at in range(start + 1, len(rows)):
        row = rows[at]
        if len(row.text) > LONGEST_LINE:
            break
        if (name := _section(row.text)) is not None and not _is_number(rows, at + 1):
            _close(contents, pending, None, section)
            section, pending = name, Pending()
            continue
        title, number, page = _split(row.text)
        if page is None and at + 1 < len(rows) and PAGE_ALONE.fullmatch(rows[at + 1].text):
            page = int(rows[at + 1].text)
        if _is_over(contents, row.text, title, number, page, paged=paged):
            break
        if (
            number
            and not title
            and not pending.lines
            and contents.entries
            and not contents.entries[-1].number
        ):
            contents.entries[-1] = _with_number(contents.entries[-1], number, page, row.number)
            contents.end = at + 1
            continue
        if title:
            if pending.lines and is_whole(pending.title) and begins_title(title):
                _close(contents, pending, None, section)
                pending = Pending()
            pending.lines.append(Line(row.number, title))
        pending.number = number or pending.number
        if page is not None or (number and not paged and pending.lines):
            paged = paged or page is not None
            _close(contents, pending, page, section, last=row.number)
            pending, contents.end = Pending(), at + 1
        elif len(pending.lines) > MOST_LINES:
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
    if name != squeezed(text) and len(name) <= 20 and _split(name)[2] is None:
        return name.strip("【】[]〔〕")
    return name.strip("【】[]〔〕") if SECTION.fullmatch(name) else None


def _is_number(rows: Sequence[Line], at: int) -> bool:
    """A number without a page stands below a banner, not below the name of a section."""
    return at < len(rows) and read_number(rows[at].text) is not None


def _split(text: str) -> tuple[str, str, int | None]:
    """Title, number and page, each as far as the line has it."""
    page = None
    if read_number(text) is None and (found := PAGE.match(text)):
        text, page = found["before"], int(found["page"])
    text = TRAILING.sub("", text).strip()
    if number := read_number(text):
        return "", number, page
    if (found_number := find_number(text)) and (page is not None or text.endswith(("）", ")"))):
        number, start, end = found_number
        if start == 0 or not text[end:].strip("）) "):
            return (text[:start] + text[end:]).strip("（()） "), number, page
    return text, "", page


def _is_over(
    contents: Contents, text: str, title: str, number: str, page: int | None, *, paged: bool
) -> bool:
    """What stands here is no entry: a sentence, the colophon, or the first document's head."""
    if title and (
        title.endswith("公报") or IMPRINT.fullmatch(text) or (page is None and SENTENCE.search(text))
    ):
        return True
    if not number or page is not None:
        return False
    return (paged and bool(contents.entries[-1].number)) or any(
        entry.number == number for entry in contents.entries
    )


def _close(
    contents: Contents, pending: Pending, page: int | None, section: str, *, last: int | None = None
) -> None:
    if not pending.lines:
        return
    span = Span(pending.lines[0].number, last or pending.lines[-1].number)
    category = category_of_section(section)
    order = len(contents.entries) + 1
    contents.entries.append(
        ContentsEntry(order, pending.title, pending.number, page, category, section, span)
    )


def _with_number(entry: ContentsEntry, number: str, page: int | None, line: int) -> ContentsEntry:
    """The number stands below a title that has its page already."""
    return ContentsEntry(
        entry.order,
        entry.title,
        number,
        entry.page if page is None else page,
        entry.category,
        entry.section,
        Span(entry.span.first, line),
    )


def _are_documents(entries: Sequence[ContentsEntry]) -> bool:
    labelled = sum(read_label(entry.title) is not None for entry in entries)
    placed = any(entry.number or entry.page is not None for entry in entries)
    return placed and labelled * 2 < len(entries)

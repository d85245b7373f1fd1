"""布局: which lines are the notice, which the texts it carries, which the annexes; and who signed where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from guangyue.gazette.reading.annexes import Entry, find_printed, read_lists
from guangyue.gazette.reading.inner_contents import without_contents
from guangyue.gazette.reading.rows import Row, spans_of, squeeze
from guangyue.gazette.reading.shapes import Annex, Doubt, PartKind, Span
from guangyue.gazette.reading.signatures import Signature, find_signatures, own_signature
from guangyue.gazette.reading.titles import CARRIES, is_organ

NOTICE = "通知"
STEMS = "甲乙丙丁戊己庚辛壬癸"
TITLE_ROWS = 5
LONGEST_ASIDE = 60
ASIDE = re.compile(r"[（(]此件|主题词|抄送|联系人|[（(]联系|公开方式|信息公开")
SHORTEST_TEXT = 3  # rows below a signature that make a text of their own
QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
CARRIED = re.compile(r"(?:印发|转发|批转|公布|颁布|发布)(?:关于)?(.+?)的?(?:通知|函|决定|令)$")
FORWARDED = re.compile(r"(?:转发|批转)《?(.+)")
FROM_ABOUT = re.compile(r"(.{2,40}?)关于")
FROM_ORGAN = re.compile(r"(.{2,40}?(?:[局委办部厅院室会府社行队处]|中心|公司|集团))(?=制定|以|《|“)")
TEXT_BEGINS = re.compile(r"[。；：，]|^第.{1,3}[章条]|^[一二三]、")


@dataclass(frozen=True)
class Section:
    """The rows of a part; `lines` also those of its title and signature."""

    kind: PartKind
    name: str
    title: str
    rows: tuple[Row, ...]
    lines: tuple[int, ...]


@dataclass
class Layout:
    sections: tuple[Section, ...] = ()
    annexes: tuple[Annex, ...] = ()
    signature: Signature | None = None
    author: str = ""
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True)
class _Head:
    """The title of a carried text: its first row, and the row below it."""

    first: int
    below: int
    title: str
    author: str = ""


def lay_out(rows: Sequence[Row], *, title: str, issuers: tuple[str, ...]) -> Layout:
    layout = Layout()
    signatures = find_signatures(rows, issuers)
    layout.signature = own = own_signature(signatures, issuers)
    signed = {at for one in signatures for at in range(one.first, one.last + 1)}
    entries, listed = read_lists(rows)
    printed = find_printed(rows, entries, max(listed) + 1 if listed else (own.last + 1 if own else len(rows)))
    end = printed[0].first if printed else len(rows)
    heads = _heads(rows[:end], title, own)
    layout.author = _author(title, heads)
    first = heads[0].first if heads else end
    aside = signed | listed
    kind, name = (PartKind.NOTICE, NOTICE) if heads else (PartKind.MAIN, "")
    sections = [_section(rows, 0, first, aside, kind, name)]
    for at, head in enumerate(heads):
        stop = heads[at + 1].first if at + 1 < len(heads) else end
        name = STEMS[at % len(STEMS)] if len(heads) > 1 else ""
        sections.append(
            _section(rows, head.first, stop, aside, PartKind.ATTACHED, name, head.title, head.below)
        )
    for annex in printed:
        name = f"附件{annex.number}"
        sections.append(
            _section(rows, annex.first, annex.last + 1, signed, PartKind.ANNEX, name, annex.title, annex.body)
        )
    layout.sections = tuple(section for section in sections if section.lines)
    layout.annexes = _annexes(entries, layout)
    return layout


def _section(
    rows: Sequence[Row],
    first: int,
    stop: int,
    aside: set[int],
    kind: PartKind,
    name: str,
    title: str = "",
    below: int | None = None,
) -> Section:
    begin = first if below is None else below
    kept = [rows[at] for at in range(begin, stop) if at not in aside]
    lines = tuple(row.number for row in rows[first:stop])
    return Section(kind, name, title, tuple(without_contents(kept)), lines)


def _heads(rows: Sequence[Row], title: str, own: Signature | None) -> list[_Head]:
    """The titles of the texts a notice carries. Their names stand in its title or in 《》 in its words; the
    first may only be known by its place below the signature."""
    names = _names(title, rows[: own.first] if own else rows)
    begin = own.last + 1 if own else 0
    heads = []
    at = begin
    while at < len(rows):
        head = _head(rows, at, names)
        heads += [head] if head else []
        at = head.below if head else at + 1
    carries = bool(CARRIES.search(title)) or (own is not None and own.by_office)
    if own and begin < len(rows) and not _is_aside(rows[begin : heads[0].first if heads else len(rows)]):
        if not heads and not carries and len(rows) - begin < SHORTEST_TEXT:
            return []
        heads.insert(0, _unnamed(rows, begin, heads[0].first if heads else len(rows)))
    return heads


def _is_aside(rows: Sequence[Row]) -> bool:
    """Nothing, or （此件公开发布）, 抄送 and the like, below a signature."""
    return all(len(row.text) <= LONGEST_ASIDE and ASIDE.match(row.text) for row in rows)


def _names(title: str, notice: Sequence[Row]) -> set[str]:
    words = "".join(row.text for row in notice)
    names = {squeeze(found) for found in QUOTED.findall(f"{title}{words}")}
    if carried := CARRIED.search(squeeze(title)):
        names.add(carried[1].strip("《》"))
    return names | {squeeze(title)}


def _head(rows: Sequence[Row], at: int, names: set[str]) -> _Head | None:
    text = ""
    for below in range(at + 1, min(at + TITLE_ROWS, len(rows)) + 1):
        row = rows[below - 1]
        if row.cells or row.text.endswith(("。", "；", "：")):
            return None
        text += squeeze(row.printed)
        if text in names:
            return _Head(at, below, text)
        for name in names:
            rest = text.removeprefix(name)
            if rest != text and is_organ(rest):
                return _Head(at, below, name, rest)
        if not any(name.startswith(text) for name in names):
            return None
    return None


def _unnamed(rows: Sequence[Row], begin: int, stop: int) -> _Head:
    """A text below the signature whose title the notice does not say: its first lines, if they are short."""
    below = begin
    while below < min(begin + 2, stop) and not TEXT_BEGINS.search(rows[below].text):
        below += 1
        if below < stop and rows[below].after_gap:
            break
    return _Head(begin, below, squeeze("".join(row.text for row in rows[begin:below])))


def _author(title: str, heads: Sequence[_Head]) -> str:
    """转发: who wrote what is handed on, as the text or else the title says."""
    found = FORWARDED.search(squeeze(title))
    if found is None:
        return ""
    if author := next((head.author for head in heads if head.author), ""):
        return author
    named = FROM_ABOUT.match(found[1]) or FROM_ORGAN.match(found[1])
    return named[1] if named else ""


def _annexes(entries: Sequence[Entry], layout: Layout) -> tuple[Annex, ...]:
    """What the lists say; an annex that is neither omitted nor printed is missing."""
    printed = {squeeze(one.title): one for one in layout.sections if one.kind is PartKind.ANNEX}
    annexes = []
    for entry in entries:
        section = printed.pop(squeeze(entry.title), None)
        annexes.append(entry.annex(spans_of(section.lines) if section else None))
        if section is None and not entry.omitted:
            span = Span(entry.lines[0], entry.lines[-1])
            sentence = f"附件“{entry.title}”未注明从略，也没有找到正文。"
            layout.doubts.append(Doubt("missing-annex", span, sentence))
    unlisted = (
        Annex(section.name.removeprefix("附件"), section.title, False, spans_of(section.lines))
        for section in printed.values()
    )
    return (*annexes, *unlisted)

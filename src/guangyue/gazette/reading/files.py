"""A file of the gazette as its lines: text in any encoding, PDF with a text layer, Word. Told by contents."""

import hashlib
import io
import json
import re
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

from guangyue.gazette.reading import pdf_process, word_process
from guangyue.kit.apart import BroughtDown, ask_apart
from guangyue.kit.encodings import decode
from guangyue.kit.refusals import Refused

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_LINES = 30_000  # twenty issues
MOST_IN_A_LINE = 20_000  # a line longer than this was never printed
TYPES = (".txt", ".md", ".pdf", ".docx")

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
FOREIGN = {
    b"\xd0\xcf\x11\xe0": "这是旧版 Word 或者 WPS 文件，请用文字处理软件打开，另存为 .docx 以后再导入。",
    b"{\\rtf": "这是 RTF 文件，请用文字处理软件打开，另存为 .docx 以后再导入。",
    b"\x89PNG": "这是图片，不是文字；请先做文字识别，再导入识别得到的文本。",
    b"\xff\xd8\xff": "这是图片，不是文字；请先做文字识别，再导入识别得到的文本。",
}

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PAGE_FEEDS = str.maketrans("", "", "\v\f")
_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml)", re.IGNORECASE)


class Readable(Protocol):
    """A file opened for reading bytes, uploaded or not."""

    def read(self, size: int = -1, /) -> bytes: ...

    def seek(self, offset: int, whence: int = 0, /) -> int: ...


class UnreadableIssue(Refused):
    """The file holds no text that could be read."""

    sentence = "这不是文本文件，也不是 PDF 或者 Word 文件，读不出文字。"
    advice = "请导入公报的文本（.txt、.md）、带文字层的 PDF 或者 Word（.docx）文件。"

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence, field="files")


@dataclass(frozen=True)
class FileText:
    """文件原文: the lines as they stand in the file, and how they were got out of it."""

    name: str
    encoding: str  # UTF-8, GBK, …; PDF and Word have theirs
    sha256: str
    lines: tuple[str, ...]


def read_file(file: Readable, *, name: str) -> FileText:
    """Refused without being read when it is too large."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size == 0:
        raise UnreadableIssue("文件是空的。")
    if size > MOST_BYTES:
        most = MOST_BYTES // MEGABYTE
        raise UnreadableIssue(f"文件有 {size / MEGABYTE:.0f} MB，超过 {most} MB；请按期拆开，或者去掉图片。")
    content = file.read()
    encoding, lines = _lines_of(content)
    _hold_to_limits(lines)
    return FileText(name, encoding, hashlib.sha256(content).hexdigest(), tuple(lines))


def _lines_of(content: bytes) -> tuple[str, list[str]]:
    for beginning, sentence in FOREIGN.items():
        if content.startswith(beginning):
            raise UnreadableIssue(sentence)
    if content.startswith(PDF):
        return "PDF", _ask(pdf_process, content)
    if content.startswith(ZIP):
        return "Word", _ask(word_process, content)
    return _text_lines(content)


def _text_lines(content: bytes) -> tuple[str, list[str]]:
    decoded = decode(content)
    if decoded is None or _CONTROLS.search(decoded.text):
        raise UnreadableIssue
    if _MARKUP.match(decoded.text):
        raise UnreadableIssue("这是网页或者 XML 文件，请用浏览器打开，把文字另存为文本以后再导入。")
    return decoded.encoding, _LINE_END.split(decoded.text.translate(_PAGE_FEEDS).rstrip("\r\n"))


def _ask(program: ModuleType, content: bytes) -> list[str]:
    try:
        answer = json.loads(ask_apart(program, content=content))
    except BroughtDown as failure:
        raise UnreadableIssue("文件太复杂或者已经损坏，没能读完。") from failure
    if answer["refusal"]:
        raise UnreadableIssue(answer["refusal"])
    return [_CONTROLS.sub("", line) for line in answer["lines"]]


def _hold_to_limits(lines: list[str]) -> None:
    if not any(line.strip() for line in lines):
        raise UnreadableIssue("文件里没有文字。")
    if len(lines) > MOST_LINES:
        raise UnreadableIssue(f"文件有 {len(lines):,} 行，超过 {MOST_LINES:,} 行；请按期拆开以后再导入。")
    for number, line in enumerate(lines, start=1):
        if len(line) > MOST_IN_A_LINE:
            raise UnreadableIssue(
                f"第 {number} 行有 {len(line):,} 个字，不像公报的一行；请检查文件是不是丢了换行。"
            )

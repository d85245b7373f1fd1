"""A process of its own that reads one Word file: its bytes come in on stdin, its lines go out as JSON.

It knows little of the rest of the program and so starts quickly.
"""

import io
import json
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from guangyue.gazette.reading.word_labels import Labels

MEGABYTE = 1024 * 1024
MOST_MEMORY = 2048 * MEGABYTE
MOST_UNPACKED = 200 * MEGABYTE
MOST_PARTS = 5_000
BODY = "word/document.xml"
OTHERS = {
    "xl/workbook.xml": "这是 Excel 表格，不是公报的文字；请导入文本、PDF 或者 Word 文件。",
    "OFD.xml": "这是 OFD 版式文件，请用阅读软件另存为 PDF 或者文本以后再导入。",
    "ppt/presentation.xml": "这是演示文稿，不是公报的文字；请导入文本、PDF 或者 Word 文件。",
    "content.xml": "这是 ODT 文件，请用文字处理软件打开，另存为 .docx 以后再导入。",
}
FOREIGN = "这是压缩包，不是 Word 文件；请解压以后，把里面的文件逐个导入。"
TORN = "文件不完整或者已经损坏，请用文字处理软件打开，重新保存以后再导入。"


class Unfit(Exception):
    """Why the file is not read, in a sentence for the person."""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    lines: list[str] = []
    refusal = ""
    try:
        lines = read_word(sys.stdin.buffer.read())
    except Unfit as unfit:
        refusal = str(unfit)
    json.dump({"lines": lines, "refusal": refusal}, sys.stdout)


def read_word(content: bytes) -> list[str]:
    """Paragraphs and the rows of tables, in the order of the text; cells stand apart by tabs."""
    try:
        _look_at_parts(content)
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, XMLSyntaxError) as failure:
        raise Unfit(TORN) from failure
    except PackageNotFoundError as failure:
        raise Unfit(TORN) from failure
    return list(_lines(document.iter_inner_content(), Labels(document)))


def _look_at_parts(content: bytes) -> None:
    """What it would unpack to is known before anything is unpacked; more than it says is never unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        if BODY not in names:
            raise Unfit(next((sentence for part, sentence in OTHERS.items() if part in names), FOREIGN))
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unfit(f"文件解压以后超过 {MOST_UNPACKED // MEGABYTE} MB，不予读取。")


def _lines(blocks: Iterator[Paragraph | Table], labels: Labels) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(_cells(row.cells))
        else:
            yield from f"{labels.next(block)}{block.text}".split("\n")


def _cells(cells: Iterable[_Cell]) -> Iterator[str]:
    """A cell that spans several columns is given once for each; it says what it says once."""
    before = None
    for cell in cells:
        if cell._tc is not before:
            yield " ".join(cell.text.split())
        before = cell._tc


if __name__ == "__main__":
    main()

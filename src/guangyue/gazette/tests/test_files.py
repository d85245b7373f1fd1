"""Files as lines: every encoding reads the same, PDF and Word in the order of the text; what is no text is
refused with a sentence that says what to do."""

import hashlib
import io
import os
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import docx
import pytest
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.gazette.reading.files import MOST_BYTES, FileText, UnreadableIssue, read_file
from guangyue.kit.typesetting.fonts import collection, faces

LINES = ("示例市人民政府文件", "示政发〔2026〕1号", "", "一、总体要求", "（一）稳步推进。")
TEXT = "\n".join(LINES)
A_PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def read(content: bytes, name: str = "2026-01.txt") -> FileText:
    return read_file(io.BytesIO(content), name=name)


def refusal_of(content: bytes) -> str:
    with pytest.raises(UnreadableIssue) as refused:
        read(content)
    return refused.value.sentence


def typeset(source: str) -> bytes:
    setting = f'#set text(font: "{faces().song[0]}", size: 10.5pt)'
    page = f"{setting}\n#set page(width: 210mm, height: 297mm)\n{source}"
    return typst.compile(page.encode(), font_paths=collection())


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gbk", "GBK"),
        ("utf-16", "UTF-16 LE"),
        ("utf-16-le", "UTF-16 LE"),
        ("utf-16-be", "UTF-16 BE"),
    ],
)
def test_a_text_reads_the_same_in_every_encoding(codec: str, named: str) -> None:
    text = read(TEXT.encode(codec))

    assert (text.lines, text.encoding) == (LINES, named)


def test_a_rare_character_of_gb18030_is_read() -> None:
    text = read("王𬭎任示例局局长".encode("gb18030"))

    assert (text.lines, text.encoding) == (("王𬭎任示例局局长",), "GB18030")


def test_a_mark_of_high_byte_first_is_believed() -> None:
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be")).lines == LINES


def test_utf_16_without_a_mark_is_told_by_its_words() -> None:
    # 一 has a zero byte too
    assert read("一一一一一一一一，第一".encode("utf-16-le")).lines == ("一一一一一一一一，第一",)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_end_as_any_system_ends_them_and_keep_their_numbers(end: str) -> None:
    assert read(end.join([*LINES, ""]).encode()).lines == LINES


def test_a_page_feed_ends_no_line() -> None:
    assert read("第一页\f\n第二页".encode()).lines == ("第一页", "第二页")


def test_the_hash_is_that_of_the_bytes() -> None:
    content = TEXT.encode("gbk")

    assert read(content).sha256 == hashlib.sha256(content).hexdigest()


def test_an_empty_file_is_refused() -> None:
    assert refusal_of(b"") == "文件是空的。"
    assert refusal_of(b"\n \n\t\n") == "文件里没有文字。"


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 16, b"\x7fELF\x02\x01\x01" + b"\0" * 64, b"abc\0def"]
)
def test_a_binary_file_is_refused(content: bytes) -> None:
    assert "读不出文字" in refusal_of(content)


def test_a_foreign_file_is_refused_with_what_to_do() -> None:
    assert "图片" in refusal_of(A_PIXEL)
    assert "另存为 .docx" in refusal_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "另存为 .docx" in refusal_of(rb"{\rtf1\ansi}")
    assert "网页" in refusal_of("<!DOCTYPE html><html>公报</html>".encode())


def test_a_file_of_100_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    class Watched(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise AssertionError("the file was read")

    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, 100 * 1024 * 1024)
    with Watched(path) as file, pytest.raises(UnreadableIssue) as refused:
        read_file(file, name="large.txt")

    assert "100 MB" in refused.value.sentence
    assert refused.value.status == 422


def test_a_file_just_small_enough_is_looked_at() -> None:
    assert "行" in refusal_of(b"\n".join([b"abc"] * (MOST_BYTES // 4)))


def test_a_line_that_nobody_printed_is_refused() -> None:
    assert "第 2 行" in refusal_of(("一\n" + "长" * 30_000).encode())


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=400))
def test_whatever_the_bytes_there_are_lines_or_a_refusal(content: bytes) -> None:
    with suppress(UnreadableIssue):
        text = read(content)

        assert text.lines
        assert not any("\0" in line or "\n" in line for line in text.lines)


def test_a_pdf_of_two_columns_is_read_column_by_column_below_its_title() -> None:
    column = "\\ ".join(f"第{number}行从左写到右边结束为止的文字" for number in range(1, 31))
    pdf = typeset(f"#align(center)[示例市人民政府关于示例工作的意见标题]\n#columns(2)[{column}]")

    lines = read(pdf, "issue.pdf").lines

    assert lines[0] == "示例市人民政府关于示例工作的意见标题"
    assert [line[:3] for line in lines[1:4]] == ["第1行", "第2行", "第3行"]
    assert lines[-1].startswith("第30行")
    assert len(lines) == 31


def test_a_page_with_little_on_it_has_the_columns_of_the_others() -> None:
    full = "步道环湖而建，沿岸种柳，" * 150
    pdf = typeset(f"#set page(columns: 2)\n{full}#pagebreak()左栏一\\ 左栏二#colbreak()右栏一\\ 右栏二")

    assert read(pdf, "issue.pdf").lines[-4:] == ("左栏一", "左栏二", "右栏一", "右栏二")


def test_page_numbers_and_running_heads_of_a_pdf_are_no_lines() -> None:
    pages = "#pagebreak()".join(f"这是第{number}页的正文内容，说明示例工作如何开展" for number in "一二三四")
    pdf = typeset(f'#set page(header: [示例市人民政府公报], numbering: "- 1 -")\n{pages}')

    lines = read(pdf, "issue.pdf").lines

    assert [line[:4] for line in lines] == ["这是第一", "这是第二", "这是第三", "这是第四"]


def test_the_cells_of_a_pdf_table_stand_apart_by_tabs() -> None:
    cells = "[序号], [工作任务], [责任单位], [1], [清理文件], [司法局]"
    pdf = typeset(f"#grid(columns: (1fr, 1fr, 1fr), row-gutter: 8pt, {cells})\n下文{'如下' * 8}")

    assert read(pdf, "table.pdf").lines[:2] == ("序号\t工作任务\t责任单位", "1\t清理文件\t司法局")


def test_a_pdf_without_a_text_layer_is_refused() -> None:
    assert "没有文字层" in refusal_of(typeset("#rect(width: 80%, height: 50%)"))


def test_a_torn_pdf_is_refused() -> None:
    assert "损坏" in refusal_of(b"%PDF-1.7\n" + bytes(range(256)) * 8)


def test_a_pdf_that_asks_for_a_password_is_refused() -> None:
    assert "打开密码" in refusal_of((Path(__file__).parent / "files" / "locked.pdf").read_bytes())


def saved(document: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_file_gives_its_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("示例市人民政府关于示例工作的意见")
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(table.rows, (("序号", "任务", "单位"), ("1", "清理\n文件", "司法局")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("2026年3月1日")

    text = read(saved(document), "issue.docx")

    assert text.encoding == "Word"
    assert text.lines == (
        "示例市人民政府关于示例工作的意见",
        "序号\t任务\t单位",
        "1\t清理 文件\t司法局",
        "2026年3月1日",
    )


def test_a_cell_over_two_columns_says_what_it_says_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    merged = table.cell(0, 0).merge(table.cell(0, 1))
    merged.text, table.cell(0, 2).text = "合并", "单独"

    assert read(saved(document)).lines == ("合并\t单独",)


def test_labels_that_word_counts_by_itself_are_written_out() -> None:
    document = docx.Document()
    key = _a_list(document, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    for words, depth in (
        ("总体要求", 0),
        ("主要任务", 0),
        ("第一项", 1),
        ("具体", 2),
        ("第二项", 1),
        ("保障", 0),
    ):
        _count(document.add_paragraph(words), key, depth)

    assert read(saved(document)).lines == (
        "一、总体要求",
        "二、主要任务",
        "（一）第一项",
        "1.具体",
        "（二）第二项",
        "三、保障",
    )


def _a_list(document: "docx.document.Document", *levels: tuple[str, str]) -> int:
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "900")
    for depth, (form, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(depth))
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", text)):
            child = OxmlElement(f"w:{name}")
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    root.insert(0, abstract)
    return int(root.add_num(900).numId)


def _count(paragraph: Paragraph, key: int, depth: int) -> None:
    place = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    place.get_or_add_numId().val = key
    place.get_or_add_ilvl().val = depth


def test_a_word_file_that_swells_is_refused_before_it_is_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1024 * 1024)

    assert "解压以后超过 200 MB" in refusal_of(file.getvalue())


def test_other_archives_are_refused_by_what_they_are() -> None:
    def archive(name: str) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as written:
            written.writestr(name, "<a/>")
        return file.getvalue()

    assert "Excel" in refusal_of(archive("xl/workbook.xml"))
    assert "OFD" in refusal_of(archive("OFD.xml"))
    assert "解压以后" in refusal_of(archive("2026-01.txt"))
    assert "损坏" in refusal_of(b"PK\x03\x04" + zlib.compress(b"x"))
    assert "损坏" in refusal_of(archive("word/document.xml"))

"""A paper as a Word file, to be gone over and signed: words, tables and bars in the faces of GB/T 9704."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Written
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from guangyue.kit.typesetting.papers import Attachment, Bars, Paper, Part, Table, laid_part
from guangyue.kit.typesetting.press import draw

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FACES = {"fangsong": "仿宋_GB2312", "hei": "黑体", "kai": "楷体_GB2312", "title": "方正小标宋简体"}
SIZE_TITLE, SIZE_TEXT, SIZE_TABLE = Pt(22), Pt(16), Pt(11)
LINE = Pt(28)
INDENT = 2 * SIZE_TEXT
TEXT_WIDTH = Mm(156)
SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def as_docx(paper: Paper) -> bytes:
    """The whole paper but for its red head, which the office's own letter paper has."""
    layout = paper.laid_out()
    written = Document()
    _set_page(written)
    _line(written, "".join(layout["title-lines"]), face="title", size=SIZE_TITLE, side="center")
    if layout["addressed-to"]:
        _line(written, f"{layout['addressed-to']}：")
    _write(written, paper.body)
    for attachment in getattr(paper, "attachments", ()):
        _attach(written, attachment)
    if layout["signed-by"] or layout["author"]:
        _line(written, layout["signed-by"] or layout["author"], side="right")
    _line(written, layout["dated"], side="right")
    file = BytesIO()
    written.save(file)
    return file.getvalue()


def _set_page(written: Written) -> None:
    section = written.sections[0]
    section.page_height, section.page_width = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _write(written: Written, parts: Sequence[Part]) -> None:
    for part in parts:
        match part:
            case Bars():
                written.add_picture(BytesIO(draw(part)), width=TEXT_WIDTH)
            case Table():
                _tabulate(written, part)
            case str():
                _text(written, laid_part(part))


def _text(written: Written, part: Mapping[str, Any]) -> None:
    paragraph = _paragraph(written)
    paragraph.paragraph_format.first_line_indent = INDENT
    _run(paragraph, part["lead"], part["face"])
    _run(paragraph, part["text"], "fangsong")


def _attach(written: Written, attachment: Attachment) -> None:
    written.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _line(written, attachment.title, face="title", size=SIZE_TITLE, side="center")
    _write(written, attachment.body)


def _tabulate(written: Written, table: Table) -> None:
    if table.title:
        _line(written, table.title, face="hei", size=Pt(14), side="center")
    grid = written.add_table(rows=1, cols=len(table.headers), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fill(grid.rows[0].cells, table.headers, ["center"] * len(table.headers), face="hei")
    _repeat_head(grid.rows[0])
    sides = list(table.alignments) or ["left"] * len(table.headers)
    for row in table.rows:
        _fill(grid.add_row().cells, row, sides)
    shares = list(table.widths) or [1] * len(table.headers)
    for place, share in enumerate(shares):
        for cell in grid.columns[place].cells:
            cell.width = int(TEXT_WIDTH * share / sum(shares))
    written.add_paragraph().paragraph_format.space_after = Cm(0)


def _fill(cells: Sequence[Any], row: Sequence[str], sides: Sequence[str], *, face: str = "fangsong") -> None:
    for cell, words, side in zip(cells, row, sides, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = SIDES[side]
        _run(paragraph, words, face, SIZE_TABLE)


def _repeat_head(row: Any) -> None:
    """表头 on every page that the table reaches."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _line(
    written: Written, words: str, *, face: str = "fangsong", size: Pt = SIZE_TEXT, side: str = "left"
) -> None:
    paragraph = _paragraph(written)
    paragraph.alignment = SIDES[side]
    _run(paragraph, words, face, size)


def _paragraph(written: Written) -> Paragraph:
    paragraph = written.add_paragraph()
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    shape.space_before = shape.space_after = Pt(0)
    return paragraph


def _run(paragraph: Paragraph, words: str, face: str, size: Pt = SIZE_TEXT) -> None:
    if not words:
        return
    run = paragraph.add_run(words)
    run.font.name, run.font.size = FACES[face], size
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACES[face])

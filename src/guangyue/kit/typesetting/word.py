"""From a paper to its DOCX: the same words in a form that offices go on writing in."""

from io import BytesIO
from typing import Any

from django.http import FileResponse
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from guangyue.kit.typesetting.papers import Layout, Paper

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FACES = {"hei": "黑体", "kai": "楷体", "fangsong": "仿宋", "song": "宋体"}
SECOND_NUMBER, THIRD_NUMBER = Pt(22), Pt(16)  # 二号、三号
LINE, INDENT = Pt(28), Pt(32)  # of the text, by GB/T 9704
ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def as_word(paper: Paper) -> bytes:
    """The paper as DOCX; the head of an office's own sheet is left to its template."""
    layout = paper.laid_out()
    document = Document()
    _set_page(document)
    if layout["number"]:
        _write(document, layout["number"], align="center", indented=False)
    for line in layout["title-lines"]:
        _write(document, line, face="song", size=SECOND_NUMBER, align="center", indented=False, bold=True)
    if layout["addressed-to"]:
        _write(document, f"{layout['addressed-to']}：", indented=False)
    _write_body(document, layout["body"])
    for line in (layout["signed-by"] or layout["author"], layout["dated"]):
        if line:
            _write(document, line, align="right", indented=False)
    if layout["remark"]:
        _write(document, f"（{layout['remark']}）")
    for attachment in layout["attachments"]:
        document.add_page_break()
        _write(document, attachment["label"], face="hei", indented=False)
        for line in attachment["title-lines"]:
            _write(document, line, face="song", size=SECOND_NUMBER, align="center", indented=False, bold=True)
        _write_body(document, attachment["body"])
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def answer_with_word(paper: Paper) -> FileResponse:
    """The paper, saved under its number and title."""
    name = f"{paper.number} {paper.laid_out()['title']}.docx".strip()
    return FileResponse(BytesIO(as_word(paper)), filename=name, as_attachment=True, content_type=WORD)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)


def _write_body(document: WordDocument, parts: list[Layout]) -> None:
    for part in parts:
        if part["kind"] == "table":
            _write_table(document, part)
        else:
            paragraph = _write(document, part["lead"], face=part["face"])
            _add(paragraph, part["text"], face="fangsong", size=THIRD_NUMBER)


def _write_table(document: WordDocument, part: Layout) -> None:
    if part["title"]:
        _write(document, part["title"], face="hei", align="center", indented=False)
    table = document.add_table(rows=0, cols=len(part["headers"]), style="Table Grid")
    for row in (part["headers"], *part["rows"]):
        cells = table.add_row().cells
        for cell, words, side in zip(cells, row, part["alignments"], strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.alignment = ALIGNED[side]
            _add(paragraph, words, face="fangsong", size=Pt(12))


def _write(
    document: WordDocument,
    words: str,
    *,
    face: str = "fangsong",
    size: Any = THIRD_NUMBER,
    align: str = "left",
    indented: bool = True,
    bold: bool = False,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGNED[align]
    form = paragraph.paragraph_format
    form.line_spacing, form.space_after = LINE if size == THIRD_NUMBER else None, Pt(0)
    form.first_line_indent = INDENT if indented else None
    if words:
        _add(paragraph, words, face=face, size=size).bold = bold
    return paragraph


def _add(paragraph: Paragraph, words: str, *, face: str, size: Any) -> Run:
    run = paragraph.add_run("".join(sign for sign in words if sign.isprintable()))
    run.font.name, run.font.size = FACES[face], size
    run._element.rPr.rFonts.set(qn("w:eastAsia"), FACES[face])
    return run

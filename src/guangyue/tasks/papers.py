"""季度汇总 as a paper to be signed: PDF in the form of official papers, and DOCX to be edited."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO

from docx import Document

from guangyue.kit.typesetting import OfficialPaper, Part, Table
from guangyue.organisations.models import Region
from guangyue.tasks.models import Assignment
from guangyue.tasks.standing import Summary

HEADERS = ("单位", "事项", "已销号", "按期", "滞后", "逾期", "应报", "已报", "未报")
MOST_LATE = 20


def paper_of(told: Summary, late: Sequence[Assignment], *, issuer: str, on: date) -> OfficialPaper:
    """Its number and signature are put on by hand."""
    return OfficialPaper(
        issuer=issuer,
        number="",
        title=title_of(told),
        dated=on,
        addressed_to=f"{Region.objects.filter(kind=Region.Kind.CITY).first() or '市'}人民政府",
        body=tuple(body_of(told, late)),
        two_sided=False,
    )


def title_of(told: Summary) -> str:
    return f"关于{told.quarter.title.replace(' ', '')}重点任务推进情况的报告"


def body_of(told: Summary, late: Sequence[Assignment]) -> Iterator[Part]:
    yield f"现将{told.quarter.title.replace(' ', '')}重点任务推进情况报告如下。"
    yield "一、总体情况"
    yield (
        f"各单位负责督查事项 {told.sum('total'):,} 项次，已销号 {told.sum('done'):,} 项次，"
        f"按期推进 {told.sum('on_track'):,} 项次，滞后或者临期 {told.sum('behind'):,} 项次，"
        f"逾期 {told.sum('overdue'):,} 项次。几个单位共同负责的，各计一次。"
    )
    yield "二、报送情况"
    yield (
        f"应报季报 {told.sum('owed'):,} 份，已报 {told.sum('handed_in'):,} 份，"
        f"其中按时 {told.sum('in_time'):,} 份；未报 {told.sum('unreported'):,} 份。"
    )
    yield "三、各单位情况"
    yield Table(
        HEADERS,
        rows_of(told),
        widths=(6, 1.3, 1.5, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3),
        alignments=("left", *("right",) * (len(HEADERS) - 1)),
    )
    yield "四、逾期事项"
    if not late:
        yield "没有逾期的事项。"
    for assignment in late[:MOST_LATE]:
        yield said_of(assignment)


def rows_of(told: Summary) -> list[tuple[str, ...]]:
    return [
        (
            line.organisation.name,
            *(
                f"{many:,}"
                for many in (
                    line.total,
                    line.done,
                    line.on_track,
                    line.behind,
                    line.overdue,
                    line.owed,
                    line.handed_in,
                    line.unreported,
                )
            ),
        )
        for line in told.lines
    ]


def said_of(assignment: Assignment) -> str:
    reason = getattr(assignment, "problems", "") or "没有说明原因"
    stands = f"时限 {assignment.due_on}，进度 {assignment.percent}%"
    return f"{assignment}（{assignment.answering}），{stands}：{reason}。"


def as_docx(told: Summary, late: Sequence[Assignment]) -> bytes:
    """The same words, to be edited."""
    document = Document()
    document.add_heading(title_of(told), level=0)
    for part in body_of(told, late):
        if isinstance(part, Table):
            _add_table(document, part)
        elif part[1:2] == "、":
            document.add_heading(part, level=1)
        else:
            document.add_paragraph(part)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: "Document", part: Table) -> None:  # type: ignore[valid-type]
    table = document.add_table(rows=1, cols=len(part.headers), style="Table Grid")  # type: ignore[attr-defined]
    for cell, header in zip(table.rows[0].cells, part.headers, strict=True):
        cell.text = header
    for row in part.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words

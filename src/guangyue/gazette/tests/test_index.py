"""条款索引: written from what was read, read back, and asked whether a citation leads anywhere."""

import tomllib
from datetime import date

import pytest

from guangyue.gazette.document import Clause
from guangyue.gazette.index import ClauseIndex, IndexedPart, parse_index
from guangyue.gazette.indexing import index_of
from guangyue.gazette.reading.shapes import (
    Category,
    Front,
    Level,
    Part,
    PartKind,
    ReadClause,
    ReadDocument,
    ReadIssue,
    Window,
)

NUMBER = "示政发〔2026〕3号"


def a_read_document(*, number: str = NUMBER, parts: tuple[Part, ...], **said: object) -> ReadDocument:
    return ReadDocument(
        order=1,
        number=number,
        title="关于“示例”工作的意见",
        printed_title="",
        issuers=("示例市人民政府", "示例市财政局"),
        author="",
        category=Category.GOVERNMENT,
        page_from=None,
        page_to=None,
        pieces=(),
        day=date(2026, 3, 1),
        parts=parts,
        **said,  # type: ignore[arg-type]
    )


def clause(path: str, *inner: ReadClause, level: Level = Level.SECTION, text: str = "") -> ReadClause:
    return ReadClause(path, level, text=text, clauses=inner)


def main_part(*clauses: ReadClause, name: str = "", title: str = "") -> Part:
    return Part(PartKind.MAIN, name, title, (), clauses)


def an_issue(*documents: ReadDocument) -> ReadIssue:
    front = Front(2026, 3, None, "示例市人民政府公报", {}, (), None)
    return ReadIssue(front, documents)


MEASURES = main_part(
    clause("", text="为了做好示例工作", level=Level.PREAMBLE),
    clause("第一章", clause("第一条"), clause("第二条", clause("第二条第一款"), clause("第二条第二款"))),
    clause("第二章", clause("第三条")),
)


def indexed(*documents: ReadDocument) -> ClauseIndex:
    return parse_index(tomllib.loads(index_of([an_issue(*documents)])))


def test_what_is_written_reads_back_as_it_was_read() -> None:
    window = Window("", date(2026, 5, 1), date(2031, 4, 30), said_by="第三条")

    (document,) = indexed(a_read_document(parts=(MEASURES,), windows=(window,))).documents

    assert (document.number, document.title) == (NUMBER, "关于“示例”工作的意见")
    assert document.issuers == ("示例市人民政府", "示例市财政局")
    assert (document.day, document.issue) == (date(2026, 3, 1), "2026-03")
    assert [one.path for one in document.clauses] == [
        "第一章",
        "第一条",
        "第二条",
        "第二条第一款",
        "第二条第二款",
        "第二章",
        "第三条",
    ]
    cited = document.document()
    assert (cited.since, cited.until) == (date(2026, 5, 1), date(2031, 4, 30))


def test_no_word_of_the_text_enters_the_index() -> None:
    heading = ReadClause("一", Level.SECTION, heading="总体要求", text="坚持示例先行", note="（示例局负责）")

    written = index_of([an_issue(a_read_document(parts=(main_part(heading),)))])

    assert not any(word in written for word in ("总体要求", "示例先行", "示例局负责"))


def test_a_clause_knows_what_it_stands_in_though_its_path_does_not_say_so() -> None:
    (document,) = indexed(a_read_document(parts=(MEASURES,))).documents

    assert list(document.around("第二条第二款")) == ["第二条", "第一章"]
    assert [one.path for one in document.counted] == ["第一条", "第二条第一款", "第二条第二款", "第三条"]


def test_what_frames_a_text_is_counted_only_where_there_is_nothing_else() -> None:
    framed = main_part(clause("前言"), clause("一"), clause("结尾"))
    bare = main_part(clause("前言"))

    (document,) = indexed(a_read_document(parts=(framed,))).documents
    (notice,) = indexed(a_read_document(parts=(bare,))).documents
    (empty,) = indexed(a_read_document(parts=())).documents

    assert [one.path for one in document.counted] == ["一"]
    assert [one.path for one in notice.counted] == ["前言"]
    assert [one.path for one in empty.counted] == [""]


def test_texts_of_one_document_are_named() -> None:
    parts = (
        main_part(clause("甲一"), name="甲", title="方案甲"),
        main_part(clause("乙一"), name="乙", title="方案乙"),
    )

    (document,) = indexed(a_read_document(parts=parts)).documents

    assert document.parts == (IndexedPart("甲", "方案甲"), IndexedPart("乙", "方案乙"))
    assert document.holds("乙")
    assert document.holds("乙一")
    assert not document.holds("一")


def test_a_month_s_chronicle_is_not_indexed() -> None:
    assert indexed(a_read_document(number="", parts=(MEASURES,))).documents == ()


@pytest.mark.parametrize(
    ("citation", "near"),
    [
        (Clause(NUMBER, "第二条第三款"), "第二条"),
        (Clause(NUMBER, "第二款"), "第二条第二款"),
        (Clause(NUMBER, "第一章第二条"), "第二条"),
        (Clause("示政发〔2026〕30号", "第一条"), NUMBER),
    ],
)
def test_a_citation_that_leads_nowhere_is_told_what_is_near(citation: Clause, near: str) -> None:
    assert near in indexed(a_read_document(parts=(MEASURES,))).problem(citation)


@pytest.mark.parametrize("path", ["", "第一章", "第二条", "第二条第一款"])
def test_a_citation_that_leads_to_a_place_has_no_problem(path: str) -> None:
    assert indexed(a_read_document(parts=(MEASURES,))).problem(Clause(NUMBER, path)) == ""

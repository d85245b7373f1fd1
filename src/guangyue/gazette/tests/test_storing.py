"""What was read as rows, corrections as JSON and back, and where they hang in another file."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.gazette.models import Edition, Issue, PrintedClause, PrintedDocument
from guangyue.gazette.reading.anchoring import follow
from guangyue.gazette.reading.corrections import (
    Anchor,
    AssignLines,
    Confirm,
    CorrectHead,
    Correction,
    CorrectLevel,
    EditLine,
    as_json,
    from_json,
)
from guangyue.gazette.reading.coverage import coverage_of
from guangyue.gazette.reading.shapes import (
    Category,
    Front,
    Level,
    Part,
    PartKind,
    Piece,
    ReadClause,
    ReadDocument,
    ReadIssue,
    Span,
)
from guangyue.gazette.storing import key_of, store_reading

NO_FRONT = Front(None, None, None, "", {}, (), None)

anchors = st.builds(Anchor, line=st.integers(1, 9_999), text=st.text())
words = st.none() | st.text()
corrections = st.one_of(
    st.builds(EditLine, anchors, st.text()),
    st.builds(AssignLines, anchors, anchors, st.none() | anchors),
    st.builds(CorrectHead, anchors, words, words, st.none() | st.tuples(st.text()), st.none() | st.dates()),
    st.builds(CorrectLevel, anchors, st.text()),
    st.builds(Confirm, anchors, st.text()),
)


def a_reading(*documents: ReadDocument, **fields: object) -> ReadIssue:
    return ReadIssue(NO_FRONT, documents, **fields)  # type: ignore[arg-type]


def read(
    number: str = "示政发〔2026〕1号", *, title: str = "关于示例工作的意见", **fields: object
) -> ReadDocument:
    values: dict[str, object] = {
        "order": 1,
        "number": number,
        "title": title,
        "printed_title": title,
        "issuers": ("示例市人民政府",),
        "author": "",
        "category": Category.GOVERNMENT,
        "page_from": None,
        "page_to": None,
        "pieces": (Piece(Span(1, 3)),),
        "day": date(2026, 3, 1),
        **fields,
    }
    return ReadDocument(**values)  # type: ignore[arg-type]


def of_clauses(*clauses: ReadClause) -> ReadDocument:
    return read(parts=(Part(PartKind.MAIN, "", "", (), clauses),))


@pytest.fixture
def edition(db: None) -> Edition:
    issue = Issue.objects.create(key="2026-03", year=2026, number=3)
    return Edition(
        issue=issue, version=1, state=Edition.State.SPLIT, imported_at=datetime(2026, 3, 2, tzinfo=UTC)
    )


@given(corrections)
def test_a_correction_comes_back_from_json_as_it_was(correction: Correction) -> None:
    assert from_json(type(correction).__name__, as_json(correction)) == correction


def test_a_correction_follows_its_line_when_its_words_stand_in_one_place_only() -> None:
    moved, twice, gone = (EditLine(Anchor(1, words), "改") for words in ("甲", "乙", "丙"))

    placed = list(follow([moved, twice, gone], ["", "甲 ", "乙", "乙"]))

    assert [one.at.line for one in placed if isinstance(one, EditLine)] == [2, 1, 1]


def test_a_correction_stays_at_its_line_though_its_words_stand_elsewhere_too() -> None:
    at = Anchor(2, "甲")

    assert list(follow([EditLine(at, "改")], ["甲", "甲"])) == [EditLine(at, "改")]


def test_a_line_of_nobody_and_a_line_of_two_are_named() -> None:
    first = read(pieces=(Piece(Span(1, 2)),))
    second = read(pieces=(Piece(Span(2, 2)),))

    coverage = coverage_of(a_reading(first, second), ["一", "二", "", "四", "五"])

    assert coverage.uncovered == (Span(4, 5),)
    assert coverage.doubled == (Span(2, 2),)


@pytest.mark.parametrize(
    ("number", "title", "series", "year", "serial"),
    [
        ("聊政办字〔2020〕48号", "通知", "政办字", 2020, 48),
        ("国办发〔2015〕58号", "通知", "国办发", 2015, 58),
        ("示例市人民政府令第12号", "办法", "令", 2026, 12),
        ("", "示例市人民政府大事记（2026年2月）", "大事记", 2026, None),
    ],
)
def test_a_number_is_taken_apart(
    edition: Edition, number: str, title: str, series: str, year: int, serial: int | None
) -> None:
    store_reading(edition=edition, read=a_reading(read(number, title=title)))

    row = PrintedDocument.objects.get()
    assert (row.series, row.year, row.serial) == (series, year, serial)


def test_a_chronicle_is_cited_by_its_month() -> None:
    assert key_of(read("", title="示例市人民政府大事记（2026年2月）")) == "大事记2026年2月"


def test_clauses_keep_their_order_and_the_one_around_them(edition: Edition) -> None:
    inner = ReadClause("一（一）", Level.SUBSECTION, text="内")
    store_reading(
        edition=edition,
        read=a_reading(
            of_clauses(ReadClause("一", Level.SECTION, clauses=(inner,)), ReadClause("二", Level.SECTION))
        ),
    )

    rows = PrintedClause.objects.order_by("order")
    assert [(row.order, row.path, row.depth, row.parent and row.parent.path) for row in rows] == [
        (1, "一", 0, None),
        (2, "一（一）", 1, "一"),
        (3, "二", 0, None),
    ]


def test_of_two_clauses_with_one_path_the_first_is_cited(edition: Edition) -> None:
    store_reading(
        edition=edition,
        read=a_reading(
            of_clauses(ReadClause("一", Level.SECTION, text="先"), ReadClause("一", Level.SECTION, text="后"))
        ),
    )

    assert PrintedClause.objects.get(path="一").text == "先"
    assert PrintedClause.objects.get(path="").text == "后"


def test_a_second_reading_takes_the_place_of_the_first(edition: Edition) -> None:
    store_reading(edition=edition, read=a_reading(read("示政发〔2026〕1号")))

    store_reading(edition=edition, read=a_reading(read("示政发〔2026〕2号")))

    assert [row.number for row in PrintedDocument.objects.all()] == ["示政发〔2026〕2号"]


def test_numbers_beyond_any_gazette_are_no_error(edition: Edition) -> None:
    huge = read("示政发〔2026〕99999999999号", page_from=10**12, title="长" * 1000)

    store_reading(edition=edition, read=a_reading(huge))

    row = PrintedDocument.objects.get()
    assert (row.serial, row.page_from, len(row.title)) == (None, None, 300)

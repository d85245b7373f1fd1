"""What holds for every text: nothing is lost, and no path is given twice."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.gazette.reading.shapes import Level, ReadClause
from guangyue.gazette.tests.texts import a_text

LABELS = [
    "",
    "一、",
    "二、",
    "（一）",
    "（二）",
    "1. ",
    "2.",
    "（1）",
    "①",
    "第一条 ",
    "第二条 ",
    "第一章 ",
    "1.1 ",
    "1.2 ",
    "1.2.1 ",
    "——",
]
WORDS = [
    "办理",
    "办理事项。",
    "办理事项；",
    "下列事项：",
    "甲事。乙事。",
    "（市财政局负责）",
    "一是办理。二是验收。",
    "“甲",
    "（甲",
    "乙）",
]
LINES = st.builds(str.__add__, st.sampled_from(LABELS), st.sampled_from(WORDS))


def printed(clause: ReadClause) -> str:
    rows = "".join("".join(row) for row in clause.rows)
    own = f"{clause.label}{clause.heading}{clause.text}{clause.note}{rows}"
    return own + "".join(printed(inner) for inner in clause.clauses)


def signs(text: str) -> list[str]:
    """Sorted, without what separates a heading from the words after it."""
    return sorted(re.sub(r"[\s。：]", "", text))


@given(st.lists(LINES, max_size=25))
@settings(max_examples=200)
def test_no_word_is_lost(lines: list[str]) -> None:
    reading = a_text(*lines, number="")

    assert signs("".join(printed(clause) for part in reading.parts for clause in part.clauses)) == signs(
        "".join(lines)
    )


@given(st.lists(LINES, max_size=25))
def test_every_clause_has_a_path_and_lines(lines: list[str]) -> None:
    clauses = [clause for part in a_text(*lines).parts for clause in part.walk()]

    assert len({clause.path for clause in clauses}) == len(clauses)
    assert all(clause.path and clause.spans for clause in clauses)


@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_lines_are_read(lines: list[str]) -> None:
    reading = a_text(*lines)

    assert all(isinstance(clause.level, Level) for part in reading.parts for clause in part.walk())

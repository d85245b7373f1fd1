"""What holds for every text, however it was torn, shuffled and soiled."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import ReadIssue
from guangyue.gazette.tests.sample_issues import (
    OTHER_CITY,
    SAMPLE_ISSUE,
    SINGLE_DOCUMENT,
    WITHOUT_CONTENTS,
)

ISSUES = [text.splitlines() for text in (SAMPLE_ISSUE, OTHER_CITY, WITHOUT_CONTENTS, SINGLE_DOCUMENT)]
GARBAGE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "目 录",
            "◎ 市政府文件",
            "---",
            "**",
            "示政发〔2026〕3号",
            "示例市人民政府",
            "示例市人民政府令",
            "第 9 号",
            "（上接第3页）",
            "（下转第8页）",
            "（上接第8页）（下转第8页）",
            "2026年2月3日",
            "附件：1. 名单（略）",
            "关于整修道路的通知 7",
            "大事记（2026年2月）",
            "\t1\t2\t",
            "12",
        ]
    ),
)


@st.composite
def torn_issues(draw: st.DrawFn) -> list[str]:
    """Pieces of issues in any order, with garbage between them."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        issue = draw(st.sampled_from(ISSUES))
        first = draw(st.integers(0, len(issue)))
        piece = issue[first : draw(st.integers(first, len(issue)))]
        lines += draw(st.permutations(piece)) if draw(st.booleans()) and len(piece) < 60 else piece
        lines += draw(st.lists(GARBAGE, max_size=6))
    return lines


def places(issue: ReadIssue) -> list[int]:
    """The place of each line that is not blank, as often as it has one."""
    spans = [*issue.discarded, *(piece.span for one in issue.documents for piece in one.pieces)]
    if issue.front.span:
        spans.append(issue.front.span)
    numbers = [number for span in spans for number in range(span.first, span.last + 1)]
    return sorted(number for number in numbers if issue.lines[number - 1].strip())


@settings(max_examples=150, deadline=None)
@given(torn_issues())
@example(["目 录", "12", "示政发〔2026〕3号"])  # contents of which the first entry is torn off
def test_every_line_has_exactly_one_place(lines: list[str]) -> None:
    issue = read_issue(lines)

    assert places(issue) == [number for number, line in enumerate(lines, start=1) if line.strip()]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(ISSUES[0])), st.integers(0, 40))
def test_no_lost_lines_go_unsaid(first: int, count: int) -> None:
    lines = [*ISSUES[0][:first], *ISSUES[0][first + count :]]
    whole = read_issue(ISSUES[0])
    issue = read_issue(lines)

    assert places(issue) == [number for number, line in enumerate(lines, start=1) if line.strip()]
    lost = {one.number for one in whole.documents} - {one.number for one in issue.documents}
    listed = {entry.number for entry in issue.front.contents}
    assert not lost & listed or any(doubt.blocks for doubt in issue.doubts)


@settings(max_examples=30, deadline=None)
@given(torn_issues())
def test_reading_twice_says_the_same(lines: list[str]) -> None:
    assert read_issue(lines) == read_issue(lines)

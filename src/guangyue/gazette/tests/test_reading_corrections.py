"""What a librarian says of an issue, and what becomes of it when the issue comes again."""

from datetime import date

from guangyue.gazette.reading.corrections import (
    Anchor,
    AssignLines,
    Confirm,
    CorrectHead,
    Correction,
    CorrectLevel,
    EditLine,
)
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import ReadDocument, ReadIssue
from guangyue.gazette.tests.sample_issues import SAMPLE_ISSUE, SINGLE_DOCUMENT

LINES = SAMPLE_ISSUE.splitlines()


def at(line: int, lines: list[str] = LINES) -> Anchor:
    return Anchor(line, lines[line - 1])


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(LINES, start=1) if words in line)


def read(*corrections: Correction) -> ReadIssue:
    return read_issue(LINES, corrections)


def keys(issue: ReadIssue) -> list[str]:
    return [doubt.key for doubt in issue.doubts]


def document(issue: ReadIssue, number: str) -> ReadDocument:
    return next(document for document in issue.documents if document.number == number)


def spans(document: ReadDocument) -> list[str]:
    return [str(piece.span) for piece in document.pieces]


def test_a_confirmed_doubt_is_gone() -> None:
    line = line_of("（上接第 14 页）")

    assert "interleaved" in keys(read())
    assert "interleaved" not in keys(read(Confirm(at(line), "interleaved")))
    assert "interleaved" in keys(read(Confirm(at(line), "same-number")))


def test_an_edited_line_is_read_as_edited_and_kept_as_printed() -> None:
    line = line_of("第三条** 送戏下乡")
    issue = read(EditLine(at(line), "**第三条** 送戏下乡每场补助4000元，具体的(下转第14页)"))

    texts = [clause.text for clause in document(issue, "示财文〔2026〕11号").walk()]
    assert any("4000元" in text for text in texts)
    assert issue.lines[line - 1] == LINES[line - 1]


def test_lines_assigned_by_hand_belong_to_the_document_named() -> None:
    line = line_of("各级各有关部门")
    head = line_of("# 示例市人民政府办公室文件")
    issue = read(AssignLines(at(line), at(line), at(head)))

    assert spans(document(issue, "示政办发〔2026〕2号")) == ["187–205", "240–242", "250", "246"]
    assert document(issue, "示政办发〔2026〕2号").pieces[-1].by_hand
    assert spans(document(issue, "示政办字〔2026〕8号")) == ["213–238", "244", "248"]


def test_lines_that_belong_nowhere_are_discarded() -> None:
    line = line_of("各级各有关部门")
    issue = read(AssignLines(at(line), at(line), None))

    assert line in [span.first for span in issue.discarded]
    assert spans(document(issue, "示政办字〔2026〕8号")) == ["213–238", "244", "248"]


def test_a_document_begins_where_a_librarian_says_so() -> None:
    lines = (SINGLE_DOCUMENT + "\n市政府决定表彰一批集体。\n\n市政府决定这样做。\n").splitlines()
    line = lines.index("市政府决定表彰一批集体。") + 1
    issue = read_issue(
        lines,
        [
            CorrectHead(
                at(line, lines),
                number="样政字〔2024〕8号",
                title="关于表彰先进集体的决定",
                day=date(2024, 4, 25),
            )
        ],
    )

    assert [(one.number, one.title) for one in issue.documents] == [
        ("样政办字〔2024〕21号", "关于设立市民书房的意见"),
        ("样政字〔2024〕8号", "关于表彰先进集体的决定"),
    ]
    assert issue.documents[1].day == date(2024, 4, 25)


def test_a_head_read_wrongly_is_put_right_and_pairs_with_the_contents() -> None:
    lines = SAMPLE_ISSUE.replace("\n示政办字〔2026〕7号\n\n##", "\n示政办字〔2026〕17号\n\n##").splitlines()
    head = lines.index("示政办字〔2026〕17号") - 1
    issue = read_issue(lines, [CorrectHead(at(head, lines), number="示政办字〔2026〕7号")])

    assert document(issue, "示政办字〔2026〕7号").page_from == 9
    assert "number-differs" not in keys(issue)


def test_a_document_whose_lines_are_all_given_away_is_gone() -> None:
    lines = (SINGLE_DOCUMENT + SINGLE_DOCUMENT).splitlines()
    second = [number for number, line in enumerate(lines, start=1) if line == "样本市人民政府办公室"][2]
    first = lines.index("样本市人民政府办公室") + 1
    issue = read_issue(lines, [AssignLines(at(second, lines), at(len(lines), lines), at(first, lines))])

    assert len(issue.documents) == 1
    assert keys(issue) == []


def test_a_level_by_hand_reaches_the_clauses() -> None:
    line = line_of("湖滩的界线由市园林局立桩标明")
    issue = read(CorrectLevel(at(line), ""))

    joined = [clause.text for clause in issue.documents[0].walk() if "三处湖滩" in clause.text]
    assert any("立桩标明" in text for text in joined)


def test_a_correction_whose_line_says_something_else_is_listed_and_not_applied() -> None:
    line = line_of("各级各有关部门")
    issue = read(
        AssignLines(Anchor(line, "从前的文字"), at(line), None), EditLine(Anchor(99999, "没有"), "改")
    )

    assert keys(issue).count("correction-lost") == 2
    assert line not in [span.first for span in issue.discarded]


def test_lines_of_the_front_are_not_given_to_a_document() -> None:
    cover = line_of("主管主办")
    head = line_of("# 示例市人民政府办公室文件")

    assert "correction-lost" in keys(read(AssignLines(at(cover), at(cover), at(head))))

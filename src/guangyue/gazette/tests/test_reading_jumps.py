"""Texts that print breaks off and takes up on another page, and ends that do not fit."""

from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import Doubt, ReadDocument, ReadIssue
from guangyue.gazette.tests.sample_issues import SAMPLE_ISSUE


def read(text: str) -> ReadIssue:
    return read_issue(text.splitlines())


def blocking(issue: ReadIssue, key: str) -> list[Doubt]:
    return [doubt for doubt in issue.doubts if doubt.key == key and doubt.blocks]


def document(issue: ReadIssue, number: str) -> ReadDocument:
    return next(document for document in issue.documents if document.number == number)


def spans(document: ReadDocument) -> list[str]:
    return [str(piece.span) for piece in document.pieces]


def words(document: ReadDocument) -> str:
    return "".join(f"{one.label}{one.heading}{one.text}{one.note}" for one in document.walk())


def line_of(text: str, words: str) -> int:
    return next(at for at, line in enumerate(text.splitlines(), start=1) if words in line)


def test_a_jump_forward_is_joined_without_a_break() -> None:
    read_document = document(read(SAMPLE_ISSUE), "示政发〔2026〕3号")

    assert [piece.marker for piece in read_document.pieces] == ["", "上接第8页"]
    assert "评为五星的民宿由市文化和旅游局授牌" in words(read_document)


def test_a_jump_backward_is_joined_to_the_document_that_names_its_page() -> None:
    issue = read(SAMPLE_ISSUE)

    assert spans(document(issue, "示财文〔2026〕11号")) == ["252–270", "207–211"]
    assert "具体的开支范围和票据要求" in words(document(issue, "示财文〔2026〕11号"))
    assert spans(issue.documents[-1]) == ["296–304", "292–294"]


def test_interleaved_documents_are_parted_by_their_numbers_and_wait_for_a_person() -> None:
    issue = read(SAMPLE_ISSUE)

    assert spans(document(issue, "示政办发〔2026〕2号")) == ["187–205", "240–242", "250"]
    assert spans(document(issue, "示政办字〔2026〕8号")) == ["213–238", "244–248"]
    assert "由商务、教育、文化等部门共同编排课程" in words(document(issue, "示政办发〔2026〕2号"))
    assert "第244–248行归示政办字〔2026〕8号" in blocking(issue, "interleaved")[0].sentence


def test_a_continuation_that_ends_a_sentence_begins_a_paragraph() -> None:
    text = SAMPLE_ISSUE.replace("评为五星的民宿由市文化和旅（下转第11页）", "满四星的授牌。（下转第11页）")
    text = text.replace("(上接第8页)游局授牌。", "(上接第8页)客房须有消防门。")

    read_document = document(read(text), "示政发〔2026〕3号")

    assert any(clause.text.startswith("客房须有消防门") for clause in read_document.walk())


def test_a_continuation_whose_other_end_never_comes_is_kept_and_blocks() -> None:
    text = SAMPLE_ISSUE.replace("（下转第11页）", "")
    issue = read(text)

    line = line_of(text, "(上接第8页)")
    assert [doubt.span.first for doubt in blocking(issue, "unmatched-jump")] == [line]
    kept = next(one for one in issue.documents if one.pieces[0].span.first == line)
    assert kept.title == "归属待定的文字（上接第8页）"


def test_a_text_that_goes_on_nowhere_names_its_page_and_blocks() -> None:
    before, _, after = SAMPLE_ISSUE.partition("(上接第8页)")
    issue = read(before + after[after.index("# 示例市人民政府办公室文件") :])

    assert "下转第11页" in blocking(issue, "unmatched-jump")[0].sentence


def test_pages_decide_and_not_nearness() -> None:
    text = SAMPLE_ISSUE.replace("（下转第11页）", "").replace("（上接第 14 页）", "（上接第 13 页）")
    issue = read(text)

    near = line_of(text, "(上接第8页)")
    assert all(
        str(near) not in span.split("–") for one in issue.documents if one.number for span in spans(one)
    )


def test_without_contents_jumps_are_joined_when_pages_leave_one_way_only() -> None:
    head = "示例市人民政府\n\n示政字〔2026〕{0}号\n\n示例市人民政府 关于第{0}号河段的通知\n\n"
    first, second = (
        head.format(number) + f"第{number}段河道从（下转第{page}页）\n\n" for number, page in ((1, 8), (2, 9))
    )
    rest = (
        head.format(3)
        + "没有别的事。\n\n（上接第2页）桥头起。\n\n"
        + head.format(4)
        + "也没有。\n\n（上接第4页）闸口起。\n"
    )
    issue = read(first + second + rest)

    assert "第1段河道从桥头起" in words(document(issue, "示政字〔2026〕1号"))
    assert "第2段河道从闸口起" in words(document(issue, "示政字〔2026〕2号"))


def test_two_continuations_that_fit_one_text_are_left_to_a_person() -> None:
    text = SAMPLE_ISSUE.replace(
        "# 示例市人民政府办公室文件", "（上接第8页）另一段文字。\n\n# 示例市人民政府办公室文件"
    )

    assert len(blocking(read(text), "unmatched-jump")) == 3


def test_a_text_can_jump_twice() -> None:
    text = SAMPLE_ISSUE.replace(
        "有效期三年。《关于鼓励开办农家乐的意见》",
        "有效期三（下转第14页）\n\n# 示例市人民政府办公室文件",
        1,
    ).replace(
        "（示政发〔2018〕22号）同时废止。\n\n示例市人民政府\n2026年2月6日\n\n# 示例市人民政府办公室文件\n",
        "",
        1,
    )
    text = text.replace(
        "（上接第23页）", "（上接第11页）年。\n\n示例市人民政府\n2026年2月6日\n\n（上接第23页）", 1
    )
    issue = read(text)

    assert len(document(issue, "示政发〔2026〕3号").pieces) == 3
    assert "有效期三年。" in words(document(issue, "示政发〔2026〕3号"))
    assert not blocking(issue, "unmatched-jump")


def test_a_marker_in_the_middle_of_a_line_is_said_and_joins_nothing() -> None:
    issue = read(SAMPLE_ISSUE.replace("骑行费用可用市民卡支付", "骑行费用（上接第3页）可用市民卡支付"))

    assert len(blocking(issue, "stray-jump")) == 1


def test_words_without_brackets_and_page_are_no_marker() -> None:
    issue = read(SAMPLE_ISSUE.replace("统一支付。", "从线下转向线上，统一支付。"))

    assert [doubt.key for doubt in issue.doubts] == ["interleaved"]


def test_continuations_that_go_on_from_each_other_are_kept_and_block() -> None:
    issue = read("（上接第2页）这边的话（下转第3页）\n\n（上接第3页）那边的话（下转第2页）\n")

    assert sorted(span for one in issue.documents for span in spans(one)) == ["1", "3"]
    assert any(doubt.blocks for doubt in issue.doubts)


def test_text_after_a_jump_stays_with_its_document_and_blocks() -> None:
    issue = read(SAMPLE_ISSUE.replace("（下转第11页）\n", "（下转第11页）\n\n一段不知何处来的文字。\n"))

    assert len(blocking(issue, "text-after-jump")) == 1

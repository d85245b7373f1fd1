"""The forms in which cities print their gazettes."""

from datetime import date

import pytest

from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import Category, ReadDocument, ReadIssue, Span
from guangyue.gazette.tests.sample_issues import (
    OTHER_CITY,
    SAMPLE_ISSUE,
    SINGLE_DOCUMENT,
    WITHOUT_CONTENTS,
)


def read(text: str) -> ReadIssue:
    return read_issue(text.splitlines())


def keys(issue: ReadIssue) -> list[str]:
    return [doubt.key for doubt in issue.doubts]


def lines_of(document: ReadDocument) -> str:
    return "; ".join(str(piece.span) for piece in document.pieces)


def words_of(document: ReadDocument) -> str:
    return "".join(f"{clause.label}{clause.heading}{clause.text}{clause.note}" for clause in document.walk())


def document(issue: ReadIssue, number: str) -> ReadDocument:
    return next(document for document in issue.documents if document.number == number)


def test_the_front_says_which_issue_it_is_and_how_to_reach_its_makers() -> None:
    front = read(SAMPLE_ISSUE).front

    assert (front.year, front.number, front.total) == (2026, 3, 276)
    assert front.title == "示例市人民政府公报"
    assert front.colophon["编辑出版"] == "示例市人民政府办公室"
    assert front.colophon["刊号"] == "示新出准字〔2010〕5号"


def test_a_colophon_behind_the_contents_is_read_as_well() -> None:
    front = read(OTHER_CITY).front

    assert (front.year, front.number, front.total) == (2025, 11, 88)
    assert front.colophon["编辑"] == "《样本市人民政府公报》编辑部"
    assert front.span == Span(1, 38)


def test_each_entry_of_the_contents_has_title_number_page_and_section() -> None:
    contents = read(SAMPLE_ISSUE).front.contents

    assert [(entry.number, entry.page) for entry in contents] == [
        ("示例市人民政府令第12号", 2),
        ("示政发〔2026〕3号", 5),
        ("示政办字〔2026〕7号", 9),
        ("示政办发〔2026〕2号", 12),
        ("示政办字〔2026〕8号", 15),
        ("示财文〔2026〕11号", 20),
        ("示政任〔2026〕4号", 24),
        ("", 26),
    ]
    assert contents[2].title == "关于印发示例市公共自行车便民服务工作方案的通知"
    assert contents[5].category is Category.DEPARTMENTS


def test_a_document_is_found_in_each_form_of_head() -> None:
    issue = read(SAMPLE_ISSUE)

    assert [(one.number, one.title, one.issuers) for one in issue.documents] == [
        ("示例市人民政府令第12号", "示例市湿地公园管理办法", ("示例市人民政府",)),
        ("示政发〔2026〕3号", "关于促进民宿业健康发展的实施意见", ("示例市人民政府",)),
        ("示政办字〔2026〕7号", "关于印发示例市公共自行车便民服务工作方案的通知", ("示例市人民政府办公室",)),
        ("示政办发〔2026〕2号", "印发关于支持老字号传承创新若干措施的通知", ("示例市人民政府办公室",)),
        (
            "示政办字〔2026〕8号",
            "关于印发《示例市防汛物资储备行动计划（2026—2028年）》的通知",
            ("示例市人民政府办公室",),
        ),
        (
            "示财文〔2026〕11号",
            "关于印发《示例市文化惠民补助资金管理办法》的通知",
            ("示例市财政局", "示例市文化和旅游局"),
        ),
        ("示政任〔2026〕4号", "关于任免周明远等工作人员职务的通知", ("示例市人民政府",)),
        ("", "示例市人民政府大事记（2026年2月）", ()),
    ]


def test_pages_run_from_one_entry_to_the_page_before_the_next() -> None:
    pages = [(one.page_from, one.page_to) for one in read(SAMPLE_ISSUE).documents]

    assert pages == [(2, 4), (5, 8), (9, 11), (12, 14), (15, 19), (20, 23), (24, 25), (26, None)]


def test_a_document_has_its_date_and_category() -> None:
    issue = read(SAMPLE_ISSUE)

    assert document(issue, "示政发〔2026〕3号").day == date(2026, 2, 6)
    assert document(issue, "示政办字〔2026〕7号").category is Category.GOVERNMENT_OFFICE
    assert issue.documents[-1].category is Category.AFFAIRS


def test_contents_inside_a_document_are_not_taken_for_those_of_the_issue() -> None:
    decree = read(SAMPLE_ISSUE).documents[0]

    assert lines_of(decree) == "74–115"


def test_a_gazette_of_another_city_is_read_without_a_doubt() -> None:
    issue = read(OTHER_CITY)

    assert issue.doubts == ()
    assert [(one.number, lines_of(one), one.page_from) for one in issue.documents] == [
        ("样政发〔2025〕9号", "39–51", 3),
        ("样政办发〔2025〕16号", "53–77", 5),
        ("样政办字〔2025〕40号", "79–98", 7),
        ("样水规〔2025〕2号", "100–116", 9),
        ("样政任〔2025〕12号", "118–132", 12),
        ("", "134–138", 13),
    ]
    assert issue.documents[3].issuers == ("样本市水利局", "样本市财政局")


def test_contents_that_name_the_issuer_still_give_the_title_alone() -> None:
    assert read(OTHER_CITY).documents[0].title == "关于公布第二批市级古树名木的通知"


def test_a_text_that_is_forwarded_keeps_its_own_number_and_is_no_document_of_the_issue() -> None:
    numbers = [one.number for one in read(OTHER_CITY).documents]

    assert "样园发〔2025〕6号" not in numbers


def test_an_issue_without_contents_is_read_by_its_heads() -> None:
    issue = read(WITHOUT_CONTENTS)

    assert [one.number for one in issue.documents] == ["样政办发〔2024〕3号", "样财行〔2024〕5号"]
    assert issue.documents[1].issuers == ("样本市财政局",)
    assert keys(issue) == ["no-contents", "unsure-jump"]


def test_a_document_by_itself_is_one_document_without_a_front() -> None:
    issue = read(SINGLE_DOCUMENT)

    assert issue.front.span is None
    assert [(one.number, one.title) for one in issue.documents] == [
        ("样政办字〔2024〕21号", "关于设立市民书房的意见")
    ]
    assert issue.doubts == ()


def test_a_text_without_any_head_is_kept_as_one_document_and_said() -> None:
    issue = read("今天下午三点开会。\n\n请准时参加。")

    assert [lines_of(one) for one in issue.documents] == ["1–3"]
    assert "no-number" in keys(issue)


@pytest.mark.parametrize("text", ["", "\n\n", "---\n"])
def test_a_file_that_says_nothing_is_said_to(text: str) -> None:
    issue = read(text)

    assert issue.documents == ()
    assert keys(issue) == ["nothing-read"]


def test_an_entry_without_a_body_is_a_missing_page() -> None:
    before, _, after = SAMPLE_ISSUE.partition("# 示例市人民政府 关于任免周明远")
    issue = read(before + after[after.index("（上接第26页）") :])

    missing = [doubt for doubt in issue.doubts if doubt.key == "missing-page"]
    assert "示政任〔2026〕4号" in missing[0].sentence
    assert missing[0].blocks


def test_two_documents_of_one_number_are_both_kept_and_block() -> None:
    issue = read(SINGLE_DOCUMENT + SINGLE_DOCUMENT)

    assert len(issue.documents) == 2
    assert [doubt.blocks for doubt in issue.doubts if doubt.key == "same-number"] == [True, True]


def test_a_document_that_the_contents_leave_out_blocks() -> None:
    issue = read(OTHER_CITY + SINGLE_DOCUMENT)

    assert issue.documents[-1].number == "样政办字〔2024〕21号"
    assert [doubt.blocks for doubt in issue.doubts if doubt.key == "not-in-contents"] == [True]


def test_a_head_whose_number_is_lost_is_found_by_its_title() -> None:
    issue = read(OTHER_CITY.replace("\n样政办发〔2025〕16号\n", "\n", 1))

    assert document(issue, "样政办发〔2025〕16号").page_from == 5
    assert "number-differs" in keys(issue)


def test_a_number_that_differs_from_the_contents_blocks() -> None:
    issue = read(SAMPLE_ISSUE.replace("\n示政办字〔2026〕7号\n\n##", "\n示政办字〔2026〕17号\n\n##"))

    assert [doubt.blocks for doubt in issue.doubts if doubt.key == "number-differs"] == [True]
    assert "missing-page" not in keys(issue)


def test_a_section_that_does_not_fit_the_issuer_is_said_and_does_not_block() -> None:
    issue = read(SAMPLE_ISSUE.replace("## ◎ 部门文件", "## ◎ 市政府文件"))

    assert [doubt.blocks for doubt in issue.doubts if doubt.key == "category-differs"] == [False]


def test_text_between_the_front_and_the_first_head_is_kept_and_blocks() -> None:
    strange = "这一段文字的题头在扫描时遗失，没有人知道它属于哪里，只能先留在这里。"
    issue = read(SAMPLE_ISSUE.replace("# 示例市人民政府令", f"{strange}\n\n# 示例市人民政府令"))

    assert lines_of(issue.documents[0]) == "74"
    assert [doubt.blocks for doubt in issue.doubts if doubt.key == "not-understood"] == [True]


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("示例市人民政府文件\n\n示政发〔2026〕3号\n", "示例市人民政府文件 示政发〔2026〕3号\n"),
        ("职务的通知\n\n示政任〔2026〕4号\n\n各县", "职务的通知 示政任〔2026〕4号\n\n各县"),
    ],
)
def test_a_head_that_came_onto_one_line_is_still_one(apart: str, together: str) -> None:
    issue = read(SAMPLE_ISSUE.replace(apart, together))

    assert [one.number for one in issue.documents] == [one.number for one in read(SAMPLE_ISSUE).documents]
    assert document(issue, "示政任〔2026〕4号").title == "关于任免周明远等工作人员职务的通知"


@pytest.mark.parametrize(
    "head",
    ["示例市人民政府公报 2026年第3期", "2026年第3期（总第276期） 8", "— 12 —", "12 示例市人民政府公报"],
)
def test_what_stands_above_every_page_is_discarded(head: str) -> None:
    line = "（二）简化手续。"
    issue = read(SAMPLE_ISSUE.replace(line, f"{head}\n\n{line}"))

    assert len(issue.discarded) == 2
    assert all(head not in words_of(one) for one in issue.documents)


def test_what_is_tidied_says_how_it_was_printed() -> None:
    repairs = read(SAMPLE_ISSUE).repairs

    told = {(repair.noise.value, repair.before, repair.after) for repair in repairs}
    assert ("N8", " and ", "和") in told
    assert ("N9", "辦", "办") in told
    assert ("N13", "---", "") in told
    assert ("N3", "上接第 14 页", "") in told
    assert any(noise == "N6" and after.endswith("方案的通知") for noise, _, after in told)

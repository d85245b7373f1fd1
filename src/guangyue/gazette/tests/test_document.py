"""公文 and 条款."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.gazette.document import Clause, Document

MEASURES = Document("聊财社〔2019〕70号", "聊城市就业补助资金管理办法", date(2019, 5, 9), date(2024, 4, 30))


def test_a_clause_prints_as_a_citation() -> None:
    assert str(MEASURES.clause("第十一条")) == "聊财社〔2019〕70号 第十一条"


def test_a_document_without_a_path_is_cited_as_a_whole() -> None:
    assert str(MEASURES.clause()) == "聊财社〔2019〕70号"


def test_a_citation_is_read_back_as_the_same_clause() -> None:
    assert Clause.parse("聊财社〔2019〕70号 第十一条") == MEASURES.clause("第十一条")


def test_half_width_brackets_make_no_other_clause() -> None:
    assert Clause.parse("聊政发[2019]14号 三(一)") == Clause("聊政发〔2019〕14号", "三（一）")


@pytest.mark.parametrize(
    "citation",
    ["示政办字〔2019〕35号（十六）", "示政办字〔2019〕35号/（十六）", "示政办字[2019]35号 (十六)"],
)
def test_a_path_may_follow_the_number_at_once_or_in_steps(citation: str) -> None:
    assert Clause.parse(citation) == Clause("示政办字〔2019〕35号", "（十六）")


def test_the_steps_of_a_path_are_one_path() -> None:
    assert Clause.parse("示政办字〔2019〕35号/三/（十六）") == Clause("示政办字〔2019〕35号", "三（十六）")


def test_a_chronicle_is_cited_without_a_number() -> None:
    assert Clause.parse("大事记2019年3月 前言") == Clause("大事记2019年3月", "前言")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于印发《示例市奖补办法（试行）》的通知", "示例市奖补办法（试行）"),
        ("关于印发示例市2020年工作方案的通知", "示例市2020年工作方案"),
        ("印发关于支持创新的若干措施的通知", "关于支持创新的若干措施"),
        ("关于做好示例工作的通知", "关于做好示例工作的通知"),
        ("关于示例工作的意见", "关于示例工作的意见"),
    ],
)
def test_a_text_that_a_notice_prints_is_called_by_its_own_name(title: str, name: str) -> None:
    assert Document("示政办字〔2020〕1号", title, date(2020, 1, 1)).name == name


def test_a_document_is_known_by_its_number_alone() -> None:
    same = Document("聊财社[2019]70号", "就业补助资金管理办法", date(2019, 5, 10))

    assert same == MEASURES
    assert len({MEASURES, same}) == 1


def test_clauses_stand_in_the_order_of_the_text() -> None:
    paths = ["附件2", "第二十条", "第三条", "第十一条", "第一百零二条", "附件1"]

    placed = sorted(MEASURES.clause(path) for path in paths)

    assert [clause.path for clause in placed] == [
        "第三条",
        "第十一条",
        "第二十条",
        "第一百零二条",
        "附件1",
        "附件2",
    ]


def test_documents_of_one_kind_stand_by_year_and_number() -> None:
    numbers = ["聊政任〔2020〕20号", "聊政任〔2019〕3号", "聊政任〔2020〕5号"]

    placed = sorted(Document(number, "任免通知", date(2020, 1, 1)) for number in numbers)

    assert [str(document) for document in placed] == [
        "聊政任〔2019〕3号",
        "聊政任〔2020〕5号",
        "聊政任〔2020〕20号",
    ]


def test_a_document_is_in_force_from_its_first_day_to_its_last() -> None:
    assert not MEASURES.in_force(date(2019, 5, 8))
    assert MEASURES.in_force(date(2019, 5, 9))
    assert MEASURES.in_force(date(2024, 4, 30))
    assert not MEASURES.in_force(date(2024, 5, 1))


@pytest.mark.parametrize("number", ["", "  ", "聊财社 70号"])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="文号有误"):
        Document(number, "", date(2020, 1, 1))


@given(st.text(alphabet="第条款（）()一二三四五六七八九十百零0123456789附件. ", max_size=12))
def test_whatever_is_cited_reads_back_equal(path: str) -> None:
    clause = MEASURES.clause(path)

    assert Clause.parse(str(clause)) == clause
    assert hash(Clause.parse(str(clause))) == hash(clause)

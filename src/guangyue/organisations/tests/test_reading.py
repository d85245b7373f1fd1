"""Reading the clauses of a 任免通知."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.organisations.reading import (
    Action,
    PostName,
    Unreadable,
    is_chief,
    probation_end,
    read_clause,
    read_notice,
    read_post,
)

NOTICE = """东湖市人民政府关于任免王一等工作人员职务的通知

东政任〔2021〕3号

各县（市、区）人民政府：

市人民政府决定，任命：

王一为东湖市档案局副
局长（试用期一年）；

赵四、钱五为东湖市 12345 热线中心副主任。

免去：

孙六的东湖市档案局副局长（正县级）职

务。

李七的原东湖市地震局局长职务自然免除（保留原职级待遇）。

东湖市人民政府
2021年4月8日
"""


def test_several_persons_share_one_post() -> None:
    reading = read_clause("赵四、钱五为东湖市档案局副局长")

    assert reading.action is Action.APPOINT
    assert reading.persons == ("赵四", "钱五")
    assert reading.posts == (PostName("东湖市档案局", "副局长"),)


def test_a_misprinted_verb_is_read_as_the_usual_one() -> None:
    assert read_clause("张建国作为东湖市运输中心主任").persons == ("张建国",)


def test_the_verb_inside_a_name_is_part_of_the_name() -> None:
    assert read_clause("张有为为东湖市运输中心主任").persons == ("张有为",)
    assert read_clause("任国旭为东湖市运输中心主任").persons == ("任国旭",)


def test_one_person_may_lose_two_posts_in_one_clause() -> None:
    reading = read_clause("崔一的东湖市东宾馆总经理、东湖市西宾馆总经理职务")

    assert [str(post) for post in reading.posts] == ["东湖市东宾馆总经理", "东湖市西宾馆总经理"]
    assert reading.ending == "免去"


def test_a_second_post_without_an_organisation_is_in_the_first_one() -> None:
    reading = read_clause("崔一为东湖市水务集团董事长、总经理")

    assert [str(post) for post in reading.posts] == ["东湖市水务集团董事长", "东湖市水务集团总经理"]


def test_a_list_inside_the_name_of_an_organisation_cuts_nothing() -> None:
    reading = read_clause("崔一为东湖市外事、侨务办公室主任")

    assert reading.posts == (PostName("东湖市外事、侨务办公室", "主任"),)


def test_brackets_inside_the_organisation_are_part_of_its_name() -> None:
    reading = read_clause("杜一为东湖市交警支队（省总队东湖支队）支队长（试用期一年）")

    assert reading.posts == (PostName("东湖市交警支队（省总队东湖支队）", "支队长"),)
    assert reading.probation_months == 12


def test_brackets_behind_the_post_are_remarks() -> None:
    reading = read_clause("齐一的东湖市水利局副局长（正县级）职务")

    assert reading.posts == (PostName("东湖市水利局", "副局长", "正县级"),)
    assert reading.note == ""


def test_a_post_that_lapses_keeps_its_note() -> None:
    reading = read_clause("胥一的原东湖市口岸办公室主任职务自然免除（保留原职级待遇）")

    assert reading.lapsed
    assert reading.ending == "自然免除"
    assert reading.note == "保留原职级待遇"
    assert reading.posts == (PostName("东湖市口岸办公室", "主任"),)


def test_a_day_printed_in_the_clause_is_read() -> None:
    reading = read_clause("张三为东湖市档案局局长（试用期一年，自2021年1月1日起计算）")

    assert reading.stated_day == date(2021, 1, 1)
    assert reading.probation_months == 12


@pytest.mark.parametrize(
    ("printed", "months"),
    [("试用期一年", 12), ("试用期两年", 24), ("试用期六个月", 6), ("试用期半年", 6), ("试用期3个月", 3)],
)
def test_a_trial_is_read_however_long(printed: str, months: int) -> None:
    assert read_clause(f"张三为东湖市档案局局长（{printed}）").probation_months == months


@pytest.mark.parametrize(
    "clause", ["张三", "张三为东湖市档案局", "东湖市档案局局长", "张三为局长", "张三的职务"]
)
def test_a_clause_outside_the_grammar_is_not_guessed_at(clause: str) -> None:
    with pytest.raises(Unreadable):
        read_clause(clause)


@pytest.mark.parametrize("title", ["主任", "局长", "支队长", "董事长", "理事会主任", "院长"])
def test_a_title_without_deputy_is_a_chief(title: str) -> None:
    assert is_chief(title)
    assert not is_chief(f"副{title}")


@pytest.mark.parametrize("title", ["总工程师", "二级调研员", "常务副市长", "监事"])
def test_titles_that_several_may_bear_are_no_chiefs(title: str) -> None:
    assert not is_chief(title)


def test_a_council_of_administration_is_an_organisation_and_a_board_is_not() -> None:
    assert read_post("东湖市国有资产监督管理委员会副主任") == PostName(
        "东湖市国有资产监督管理委员会", "副主任"
    )
    assert read_post("东湖市供销合作社理事会主任") == PostName("东湖市供销合作社", "理事会主任")


def test_a_trial_of_a_year_ends_the_day_before_its_anniversary() -> None:
    assert probation_end(date(2020, 3, 2), 12) == date(2021, 3, 1)
    assert probation_end(date(2021, 1, 1), 12) == date(2021, 12, 31)


def test_a_trial_that_begins_on_a_day_the_next_year_lacks_ends_with_the_month() -> None:
    assert probation_end(date(2020, 2, 29), 12) == date(2021, 2, 28)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 60))
def test_a_longer_trial_never_ends_earlier(since: date, months: int) -> None:
    assert since <= probation_end(since, months) < probation_end(since, months + 1)


def test_a_notice_is_read_whole_though_its_lines_are_cut() -> None:
    notice = read_notice(NOTICE)

    assert (notice.number, notice.issued_on) == ("东政任〔2021〕3号", date(2021, 4, 8))
    assert notice.title == "关于任免王一等工作人员职务的通知"
    assert [clause.action.value for clause in notice.clauses] == ["任命", "任命", "免去", "免去"]
    assert [clause.line for clause in notice.clauses] == [9, 12, 16, 20]
    assert not [clause.problem for clause in notice.clauses if clause.problem]


def test_the_trial_belongs_to_the_clause_that_carries_it() -> None:
    first, second, *_ = (clause.reading for clause in read_notice(NOTICE).clauses)

    assert first
    assert second
    assert (first.probation_months, second.probation_months) == (12, 0)


def test_a_notice_that_only_removes_has_only_removals() -> None:
    clauses = read_notice(
        "市人民政府决定，免去：张三的东湖市档案局局长职务；李四的东湖市档案局副局长职务。"
    ).clauses

    assert {clause.action for clause in clauses} == {Action.REMOVE}


def test_a_clause_that_nothing_ends_is_kept_and_the_signature_is_not() -> None:
    ended, open_ended, signed = (
        read_notice(f"任命：张三为东湖市档案局局长{end}").clauses
        for end in ("。", "", "。东湖市人民政府2021年4月8日")
    )

    assert len(ended) == len(open_ended) == len(signed) == 1


def test_a_clause_that_cannot_be_read_says_why_and_where() -> None:
    (clause,) = read_notice("市人民政府决定，任命：\n\n张三为东湖市档案局。").clauses

    assert clause.line == 3
    assert "看不出" in clause.problem


SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰"
PEOPLE = st.lists(
    st.text(SURNAMES, min_size=1, max_size=1).flatmap(
        lambda surname: st.text(GIVEN, min_size=1, max_size=2).map(lambda rest: surname + rest)
    ),
    min_size=1,
    max_size=4,
    unique=True,
)
TITLES = st.sampled_from(
    ["主任", "副主任", "局长", "副局长", "院长", "支队长", "总经理", "理事会主任", "总工程师"]
)
UNITS = st.sampled_from(
    ["东湖市档案局", "东湖市热线中心（东湖市市民中心）", "东湖市供销社", "东湖市水务集团有限公司"]
)


@given(PEOPLE, UNITS, TITLES, st.booleans())
def test_whatever_is_written_in_the_grammar_is_read_back(
    people: list[str], unit: str, title: str, on_trial: bool
) -> None:
    reading = read_clause(f"{'、'.join(people)}为{unit}{title}{'（试用期一年）' if on_trial else ''}")

    assert reading.persons == tuple(people)
    assert reading.posts == (PostName(unit, title),)
    assert bool(reading.probation_months) == on_trial


@given(PEOPLE, UNITS, TITLES, st.booleans())
def test_whatever_is_removed_in_the_grammar_is_read_back(
    people: list[str], unit: str, title: str, lapsed: bool
) -> None:
    former, end = ("原", "自然免除") if lapsed else ("", "")

    reading = read_clause(f"{'、'.join(people)}的{former}{unit}{title}职务{end}")

    assert reading.persons == tuple(people)
    assert reading.posts == (PostName(unit, title),)
    assert reading.lapsed == lapsed

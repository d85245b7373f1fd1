"""读任务 in documents of invented cities, however their notes are printed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.gazette.reading.shapes import Line
from guangyue.tasks.reading.days import find_days
from guangyue.tasks.reading.dues import horizon_in, read_due
from guangyue.tasks.reading.names import split_names
from guangyue.tasks.reading.notes import find_notes
from guangyue.tasks.reading.shapes import Flaw, ReadAssignment, ReadDocument
from guangyue.tasks.reading.targets import find_targets
from guangyue.tasks.reading.tasks import read_tasks
from guangyue.tasks.states import DueKind, Role
from guangyue.tasks.tests.sample_documents import BROKEN, BY_ORDER, HALF_WIDTH, NESTED, read

SCHOOLS = read(HALF_WIDTH, number="青政办发〔2023〕8号", day=date(2023, 3, 6))
RIVERS = read(NESTED, number="云政发〔2022〕3号", day=date(2022, 2, 18))
HEATING = read(BY_ORDER, number="石政办字〔2021〕30号", day=date(2021, 9, 15))
CARE = read(BROKEN, number="柳政办发〔2022〕2号", day=date(2022, 1, 20))
DAY = date(2020, 10, 15)


def labelled(document: ReadDocument, label: str) -> ReadAssignment:
    return next(one for one in document.assignments if one.label == label)


def test_half_width_marks_and_broken_lines_read_as_the_others() -> None:
    first, second, third = (task.assignments[0] for task in SCHOOLS.main)

    assert first.named(Role.LEAD) == ("市教育局",)
    assert first.named(Role.RESPONSIBLE) == ("市财政局", "市自然资源和规划局", "各县（市、区）人民政府")
    assert (first.due.on, first.due.kind) == (date(2024, 6, 30), DueKind.PRINTED)
    assert second.named(Role.RESPONSIBLE) == ("市教育局", "市体育局", "各县（市、区）人民政府")
    assert second.due.text == "长期坚持"
    assert not second.problems
    assert third.units[1].qualifier == "按职责分工负责"
    assert third.due.on == date(2023, 12, 31)


def test_what_a_section_on_guarantees_asks_is_no_task_of_the_plan() -> None:
    assert len(SCHOOLS.main) == 3
    assert [task.item for task in SCHOOLS.tasks if task.supporting] == ["二（一）"]
    assert not SCHOOLS.problems


def test_several_notes_in_a_paragraph_each_govern_the_words_before_them() -> None:
    first, second = RIVERS.tasks[0].assignments

    assert (first.label, second.label) == ("1-1", "1-2")
    assert first.named(Role.COOPERATE) == ("市城管局（市综合执法局）", "市园林局")
    assert first.named(Role.EXECUTE) == ("各区人民政府（含高新区管委会）",)
    assert second.due.on == date(2023, 12, 31)
    assert second.text.endswith("120公里。")
    assert "排查" not in second.text


def test_units_that_a_note_puts_to_all_below_are_marked_so() -> None:
    below = labelled(RIVERS, "2-1")

    assert [unit.name for unit in below.units if unit.inherited] == ["各区人民政府"]
    assert not any(unit.inherited for unit in labelled(RIVERS, "1-2").units)
    assert below.due == read_due("", "", day=RIVERS.day, horizon=date(2024, 12, 31))
    assert labelled(RIVERS, "2-2").due.on == date(2025, 2, 17)


def test_a_point_with_a_note_of_its_own_is_an_assignment_of_its_item() -> None:
    third = RIVERS.tasks[2]

    assert [one.label for one in third.assignments] == ["3（1）", "3（2）"]
    assert third.assignments[0].due.recurring
    assert third.assignments[0].problems[0].flaw is Flaw.NO_ROLE


def test_the_first_leads_where_the_document_says_so_and_labels_may_stand_on_lines_of_their_own() -> None:
    first, second, third = HEATING.assignments

    assert first.named(Role.LEAD) == ("市住建局",)
    assert second.named(Role.LEAD) == ("市发展改革委",)
    assert (first.due.on, second.due.on) == (date(2021, 10, 10), date(2021, 11, 10))
    assert third.leaders == ("周远山", "李秋禾")
    assert third.named(Role.COOPERATE) == ("市财政局",)
    assert third.due.on == date(2021, 12, 31)


def test_a_broken_note_is_named_with_its_lines_and_leaves_the_others_alone() -> None:
    found = {one.label: [problem.flaw for problem in one.problems] for one in CARE.assignments}

    assert found == {
        "一": [Flaw.UNBALANCED],
        "二": [Flaw.NO_ROLE],
        "三": [Flaw.NO_UNIT],
        "四": [Flaw.UNKNOWN_LABEL],
        "五": [Flaw.NO_DAY],
    }
    assert [(problem.first, problem.last) for problem in CARE.problems][:2] == [(3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("10月底前完成整治", date(2020, 10, 31)),
        ("2021年6月底前，实现全覆盖", date(2021, 6, 30)),
        ("到2022年，初步形成体系", date(2022, 12, 31)),
        ("2021年实现抽查常态化", date(2021, 12, 31)),
        ("力争2021年底，实现联网", date(2021, 12, 31)),
        ("2021年上半年开工", date(2021, 6, 30)),
        ("三年内建成一家", date(2023, 10, 14)),
        ("今明两年解决", date(2021, 12, 31)),
        ("力争用五年时间建成", date(2024, 12, 31)),
        ("年底前完成", date(2020, 12, 31)),
        ("到“十四五”末建成", date(2025, 12, 31)),
    ],
)
def test_a_day_is_read_however_it_is_printed(words: str, on: date) -> None:
    assert [one.due.on for one in find_days(words, day=DAY)] == [on]


@pytest.mark.parametrize(
    "words",
    [
        "2020年9月底已完成招标",
        "自2021年起实施",
        "近三年来",
        "（2018—2022年）",
        "比2015年下降",
        "及时、尽快",
        "5个工作日内办结",
    ],
)
def test_what_is_no_day_to_be_kept_is_not_read_as_one(words: str) -> None:
    assert find_days(words, day=DAY) == []


def test_a_number_is_read_with_what_it_counts_and_how_strictly_it_is_meant() -> None:
    text = "新建公厕1,200座以上，力争覆盖率达到80%左右，能耗下降6%，组建1-2支车队，对新建企业给予5万元奖励。"

    found = list(find_targets(text, day=DAY, due=None))

    assert [(one.indicator, one.comparator, one.value, one.unit) for one in found] == [
        ("新建公厕", "≥", Decimal(1200), "座"),
        ("覆盖率", "≈", Decimal(80), "%"),
        ("能耗下降", "≥", Decimal(6), "%"),
        ("车队", "=", Decimal(1), "支"),
    ]
    assert found[1].strength == "力争"
    assert found[3].value2 == 2


def test_names_are_parted_and_never_in_the_middle() -> None:
    words = "市工业和信息化局、市文化和旅游局和有关县（市、区）政府，市教育局等部门"

    assert list(split_names(words)) == [
        "市工业和信息化局",
        "市文化和旅游局",
        "有关县（市、区）政府",
        "市教育局",
    ]


def test_a_definition_is_no_note_and_the_title_gives_the_horizon() -> None:
    assert not list(find_notes("建设平台（以下简称平台），落实规划（2019—2021年）。"))
    assert horizon_in("三年行动计划（2020—2022年）") == date(2022, 12, 31)
    assert horizon_in("关于加强管理的意见") is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("（）()牵头负责单位：；、。市局2020年底前\n", max_size=40), max_size=6))
def test_any_text_is_read_without_an_error(texts: list[str]) -> None:
    lines = [Line(at, text) for at, text in enumerate(texts, start=1)]

    read = read_tasks(lines, number="某政发〔2020〕1号", day=DAY, horizon=None)

    assert len({one.label for one in read.assignments}) == len(read.assignments)

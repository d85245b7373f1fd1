"""Days, moments and amounts in the words people read."""

from datetime import UTC, date, datetime

import pytest
from markupsafe import Markup

from guangyue.kit.money import Money
from guangyue.kit.wording import enumerated, said, weekday


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "—"),
        ("", "—"),
        (True, "是"),
        (False, "否"),
        (0, "0"),
        (1234567, "1,234,567"),
        (date(2019, 5, 9), "2019年5月9日"),
        (datetime(2019, 5, 8, 16, 30, tzinfo=UTC), "2019年5月9日 00:30"),
        (Money(123450), "¥1,234.50"),
        (Markup("<b>办结</b>"), Markup("<b>办结</b>")),
        ("聊财社〔2019〕70号", "聊财社〔2019〕70号"),
    ],
)
def test_whatever_stands_in_a_cell_is_said_in_chinese(value: object, words: str) -> None:
    assert said(value) == words


def test_a_day_of_the_week_has_its_chinese_name() -> None:
    assert weekday(date(2019, 5, 9)) == "星期四"


def test_of_more_than_a_sentence_bears_the_first_are_named_and_all_counted() -> None:
    assert enumerated(["申请表", "平面图"]) == "申请表、平面图"
    assert enumerated([f"材料{nth:04}" for nth in range(1_000)]).startswith("材料0000、材料0001、")
    assert enumerated([f"材料{nth:04}" for nth in range(1_000)]).endswith("、材料0041等 1000 项")
    assert len(enumerated(["很长的名称" * 100])) < 320

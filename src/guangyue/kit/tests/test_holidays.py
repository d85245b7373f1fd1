"""A holiday notice is read as it is published, and nothing in it is passed over in silence."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.holidays import Announcement, NamedDay, read_text, write_text
from guangyue.kit.workdays import kept_calendar

NOTICE = """
各有关单位：
现将2026年放假调休日期安排如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午：6月19日（周五）至21日（周日）放假，共3天。
六、中秋：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，要妥善安排好值班。
"""


def test_the_paragraphs_of_a_year_name_the_days_that_the_kept_calendar_knows() -> None:
    read = read_text(NOTICE, year=2026)

    announced = Announcement(2026, "2026年放假安排", "", True, read.days).applied_to(kept_calendar())
    assert read.problems == ()
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        assert announced.works(day) == kept_calendar().works(day), day


def test_lines_that_name_no_day_are_shown_as_left_out() -> None:
    read = read_text(NOTICE, year=2026)

    assert read.left_out == (
        "各有关单位：",
        "现将2026年放假调休日期安排如下。",
        "节假日期间，要妥善安排好值班。",
    )


def test_a_holiday_may_reach_over_new_year() -> None:
    read = read_text("元旦：2022年12月31日至2023年1月2日放假调休，共3天。", year=2023)

    assert [named.day for named in read.days] == [date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2)]
    assert read_text("元旦：12月31日至1月2日放假。", year=2022).days == read.days


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("春节：2月30日放假。", "第 1 行：没有2月30日这一天。"),
        ("春节：5日放假。", "第 1 行：没有写明月份的5日这一天。"),
        ("春节：2月5日（周四）放假。", "第 1 行：2月5日是周五，不是周四。"),
        ("春节：2月5日放假，2月20日。又放假。", "第 1 行：2月20日没有写是放假还是上班。"),
        ("2月5日放假。", "第 1 行：没有写节日名称，写法例如“春节：2月5日至13日放假，2月20日、2月28日上班”。"),
        ("春节：2月5日放假，2月5日上班。", "第 1 行：2月5日既写了放假，又写了上班。"),
        ("春节：2月5日至9月13日放假。", "第 1 行：2月5日至9月13日不像一次放假。"),
        ("春节：2月13日至5日放假。", "第 1 行：2月13日至2028年2月5日不像一次放假。"),
    ],
)
def test_what_cannot_be_is_said_with_its_line(line: str, sentence: str) -> None:
    assert read_text(line, year=2027).problems == (sentence,)


@given(
    st.dictionaries(
        st.dates(min_value=date(2027, 1, 1), max_value=date(2027, 12, 31)),
        st.tuples(st.booleans(), st.sampled_from(["元旦", "春节", "国庆节"])),
        min_size=1,
        max_size=20,
    )
)
def test_what_is_written_is_read_back(days: dict[date, tuple[bool, str]]) -> None:
    named = tuple(sorted(NamedDay(day, works, name) for day, (works, name) in days.items()))

    assert read_text(write_text(named, year=2027), year=2027).days == named

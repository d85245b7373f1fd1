"""What a chronicle says: months, days, events, people, kinds, meetings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.chronicle.reading.days import Days, WrongDay, YearMonth, days_of, read_heading, read_start
from guangyue.chronicle.reading.events import (
    Marker,
    NoMonth,
    ReadEvent,
    read_chronicle,
    read_events,
    read_line,
)
from guangyue.chronicle.reading.kinds import Kind, kind_of
from guangyue.chronicle.reading.meetings import Held, launched, read_meeting, why_refused
from guangyue.chronicle.reading.roles import Role, attended
from guangyue.chronicle.reading.subjects import shared_words
from guangyue.chronicle.tests.chronicles import EVENTS, MARCH, lines

MONTH = YearMonth(2026, 3)

months = st.builds(YearMonth, st.integers(1950, 2100), st.integers(1, 12))


def march() -> tuple[ReadEvent, ...]:
    return read_chronicle(lines(MARCH)).events


def test_the_month_comes_from_the_heading() -> None:
    assert read_chronicle(lines(MARCH)).month == MONTH
    assert read_heading("（二〇二六年三月）") == MONTH


def test_a_chronicle_without_a_month_is_not_guessed_at() -> None:
    with pytest.raises(NoMonth):
        read_chronicle(lines("东湖市人民政府大事记\n2日，我市召开会议。"))


def test_a_month_without_its_heading_is_read_from_the_title_in_the_contents() -> None:
    read = read_chronicle(lines("2日，我市召开会议。"), title="东湖市人民政府大事记（2026年3月）")

    assert (read.month, read.city) == (MONTH, "东湖")


def test_every_event_has_its_days_and_its_marker() -> None:
    found = [(event.days.first.day, event.days.last.day, event.marker) for event in march()]

    assert found == [
        (2, 2, Marker.DATED),
        (2, 2, Marker.SAME_DAY),
        (3, 4, Marker.DATED),
        (3, 4, Marker.UNMARKED),
        (4, 4, Marker.DATED),
        (30, 31, Marker.DATED),
    ]
    assert len(found) == EVENTS


def test_what_a_page_cut_in_two_reads_as_one_sentence() -> None:
    texts = [event.text for event in march()]

    assert "副市长赵明远，副市长孙立" in texts[2]
    assert texts[4].startswith("市委副书记、市长李文博与马里诺市市长")
    assert [str(span) for span in march()[4].spans] == ["15", "17"]


def test_a_same_day_mark_after_a_range_has_the_whole_range() -> None:
    event = read_line("△市长李文博主持会议。", MONTH, after=days_of("12—13日", MONTH))

    assert (event.days.first.day, event.days.last.day) == (12, 13)


def test_a_mark_without_a_day_before_it_is_a_problem_with_its_line() -> None:
    read = read_events(lines("△市长李文博主持会议。"), MONTH)

    assert not read.events
    assert read.problems[0].sentence.startswith("第1行：前面没有写明日期")


@pytest.mark.parametrize("printed", ["30日", "15-12日", "0日", "29日", "99日"])
def test_a_day_that_the_month_does_not_have_is_refused(printed: str) -> None:
    with pytest.raises(WrongDay):
        days_of(printed, YearMonth(2019, 2))


def test_a_leap_day_is_a_day() -> None:
    assert days_of("29日", YearMonth(2020, 2)).first == date(2020, 2, 29)


def test_a_wrong_day_is_a_problem_and_the_other_events_stay() -> None:
    read = read_events(lines("30日，我市召开会议。\n3日，市长李文博调研。"), YearMonth(2019, 2))

    assert [event.days.first.day for event in read.events] == [3]
    assert "没有30日" in read.problems[0].sentence
    assert read.problems[0].text == "30日，我市召开会议。"


def test_a_range_may_cross_into_the_next_month_when_both_are_named() -> None:
    days = days_of("12月30日—1月2日", YearMonth(2026, 12))

    assert (days.first, days.last) == (date(2026, 12, 30), date(2027, 1, 2))


@pytest.mark.parametrize(
    "text", ["10年以上信访积案化解情况", "3日内办结。", "第3日，会议闭幕。", "2026年3月3日印发"]
)
def test_figures_within_a_text_are_no_day(text: str) -> None:
    assert read_start(text, MONTH) is None


@given(month=months, offset=st.integers(0, 30), length=st.integers(0, 30), data=st.data())
def test_whatever_days_are_printed_are_read_again(
    month: YearMonth, offset: int, length: int, data: st.DataObject
) -> None:
    first = min(month.first + timedelta(days=offset), month.last)
    last = min(first + timedelta(days=length), month.last)
    dash = data.draw(st.sampled_from(["-", "—", "日—", "日-", "－", "至"]))
    comma = data.draw(st.sampled_from([",", "，"]))
    bold = data.draw(st.sampled_from(["", "**"]))
    printed = f"{first.day}日" if first == last else f"{first.day}{dash}{last.day}日"

    found = read_start(f"{bold}{printed}{bold}{comma}我市召开会议。", month)

    assert found
    assert found[0] == Days(first, last, printed)
    assert found[1] == "我市召开会议。"


@given(month=months, first=st.integers(0, 99), last=st.integers(0, 99))
def test_days_are_read_within_the_month_or_refused(month: YearMonth, first: int, last: int) -> None:
    try:
        days = days_of(f"{first}-{last}日", month)
    except WrongDay:
        assert first < 1 or last < first or last > month.last.day
    else:
        assert month.first <= days.first <= days.last <= month.last


@given(text=st.text(alphabet="3日△，。-（下转第1页）(上接)市长王一、主持\n* ", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    read = read_events(lines(text), MONTH)

    assert [event.order for event in read.events] == list(range(1, len(read.events) + 1))


def names(text: str, city: str = "东湖") -> dict[str, tuple[str, list[str]]]:
    return {one.name: (one.title, [role.value for role in one.roles]) for one in attended(text, city)}


def test_a_title_holds_for_the_names_joined_to_it_and_no_further() -> None:
    found = names("市党组成员赵明远、孙立，郑安参加会议。")

    assert found == {
        "赵明远": ("市党组成员", ["出席"]),
        "孙立": ("市党组成员", ["出席"]),
        "郑安": ("", ["出席"]),
    }


def test_titles_joined_by_a_stop_are_one_title() -> None:
    found = names("市委常委、副市长赵明远，市委副书记、河口区委书记孙立出席会议。")

    assert found["赵明远"][0] == "市委常委、副市长"
    assert found["孙立"][0] == "市委副书记、河口区委书记"


def test_the_verbs_behind_a_name_say_which_part_was_taken() -> None:
    found = names(
        "市委书记周望川出席会议并讲话，市长李文博主持。副市长孙立致辞，郑安列席。市法院院长吴成主讲。会议由孙立主持。"
    )

    assert {name: roles for name, (_, roles) in found.items()} == {
        "周望川": ["讲话", "出席"],
        "李文博": ["主持"],
        "孙立": ["致辞", "主持"],
        "郑安": ["列席"],
        "吴成": ["主讲"],
    }


@pytest.mark.parametrize(
    "came", ["来东，洽谈合作", "来我市调研", "来东湖考察", "来东湖市指导工作", "莅东视察", "到东湖调研"]
)
def test_whoever_came_is_a_visitor_whatever_the_city_is_called(came: str) -> None:
    assert names(f"省水利厅副厅长钱一鸣{came}。")["钱一鸣"][1] == ["来访"]


@pytest.mark.parametrize("went", ["到东湖火车站检查", "到河口区调研", "率队来自各县的代表观看演出"])
def test_whoever_goes_about_at_home_is_no_visitor(went: str) -> None:
    assert "来访" not in names(f"市长李文博{went}。")["李文博"][1]


def test_a_speech_that_is_studied_was_not_made_here() -> None:
    assert names("市长李文博主持会议，学习省委书记重要讲话精神。")["李文博"][1] == ["主持"]


@pytest.mark.parametrize("name", ["王有为", "李和平", "张同", "欧阳和"])
def test_a_name_may_end_with_what_is_a_verb_elsewhere(name: str) -> None:
    assert list(names(f"副市长{name}参加活动。")) == [name]


def test_names_within_quotation_marks_took_no_part() -> None:
    assert "王安石" not in names("市长李文博出席“局长王安石主持”作品展。")


def test_guests_from_abroad_keep_their_whole_names() -> None:
    found = names("市长李文博与马里诺市市长卡洛·罗西会谈。圣卢西亚驻华大使玛格丽塔出席。")

    assert found["卡洛·罗西"][0] == "马里诺市市长"
    assert "玛格丽塔" in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("市长李文博主持召开市政府第12次常务会议，研究督导考核办法。", Kind.MEETING),
        ("学院院长王心带领工作组来聊,对我市安全生产工作进行现场考核。", Kind.CHECK),
        ("市长李文博到河口区督导检查防汛工作。", Kind.INSPECTION),
        ("市长李文博在市会议接待中心会见了某集团总裁赵明远一行。", Kind.RECEPTION),
        ("我市举行重点招商项目签约仪式。", Kind.OPENING),
        ("市政府常务会议开展会前学法活动。", Kind.STUDY),
        ("市长李文博会见某国驻华大使。", Kind.FOREIGN),
        ("我市举行清明祭扫活动。", Kind.ACTIVITY),
    ],
)
def test_the_kind_is_what_is_done_first(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "市长主持召开市政府第12次常务会议，研究渔业加快发展、校园食堂管理等工作。",
        "市长主持召开东湖市人民政府第十二次常务会议，研究渔业加快发展、校园食堂管理等工作。",
        "第12次市政府常务会议召开，研究渔业加快发展、校园食堂管理等事宜。",
    ],
)
def test_a_numbered_meeting_has_series_number_and_topics(text: str) -> None:
    meeting = read_meeting(text)

    assert meeting
    assert (meeting.series, meeting.number) == ("市政府常务会议", 12)
    assert meeting.topics == ("渔业加快发展", "校园食堂管理")


HELD = [Held(77, date(2020, 9, 8)), Held(78, date(2020, 9, 23)), Held(92, date(2021, 4, 13))]


@pytest.mark.parametrize(
    ("number", "on", "fits"),
    [
        (78, date(2020, 9, 23), True),
        (78, date(2020, 10, 1), False),
        (79, date(2020, 9, 29), True),
        (76, date(2020, 9, 29), False),
        (93, date(2021, 4, 1), False),
        (94, date(2021, 4, 28), True),
    ],
)
def test_numbers_rise_with_the_days_and_are_used_once(number: int, on: date, *, fits: bool) -> None:
    assert (why_refused(number, on, HELD) == "") is fits


def test_a_title_on_the_topic_of_a_meeting_is_found_and_another_is_not() -> None:
    topics = ["渔业加快发展", "校园食堂管理"]

    assert shared_words(topics, "关于印发东湖市加快渔业高质量发展实施方案的通知") == "渔业加快发展"
    assert shared_words(topics, "关于进一步加强道路管理工作的意见") == ""


def test_a_launch_says_what_was_launched() -> None:
    assert launched("我市渔业大会暨加快渔业发展政策发布会举行。") == ("加快渔业发展",)


def test_every_part_is_known_by_its_chinese_word() -> None:
    assert {role.value for role in Role} == {"主持", "讲话", "致辞", "出席", "列席", "陪同", "来访", "主讲"}

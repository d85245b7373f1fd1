"""From when to when a text is in force, as its words say, and its status on a day."""

from datetime import date

import pytest

from guangyue.gazette.reading.shapes import Window
from guangyue.gazette.reading.text import TextReading
from guangyue.gazette.reading.validity import Status, status_on
from guangyue.gazette.tests.texts import a_text

SIGNED = "示例市人民政府\n2026年3月1日"
SIGNED_ON = date(2026, 3, 1)


def an_opinion(*clauses: str) -> TextReading:
    return a_text("为做好工作，提出如下意见。", *clauses, SIGNED)


def whole(*clauses: str) -> Window:
    return an_opinion(*clauses).windows[0]


def own(*clauses: str) -> tuple[Window, ...]:
    return an_opinion(*clauses).windows[1:]


@pytest.mark.parametrize(
    ("sentence", "since", "until"),
    [
        ("本意见自2026年7月1日起施行，有效期至2029年12月31日。", date(2026, 7, 1), date(2029, 12, 31)),
        ("本意见自2026年6月1日起施行，有效期五年。", date(2026, 6, 1), date(2031, 5, 31)),
        ("本意见自2026年6月1日起试行，试行期2年。", date(2026, 6, 1), date(2028, 5, 31)),
        ("本意见自发布之日起施行，有效期至2029年4月30日。", SIGNED_ON, date(2029, 4, 30)),
        ("本意见由市水利局负责解释，自印发之日起施行。", SIGNED_ON, None),
        ("本意见有效期至2027年5月31日。", SIGNED_ON, date(2027, 5, 31)),
    ],
)
def test_a_text_says_when_it_is_in_force(sentence: str, since: date, until: date | None) -> None:
    window = whole("一、任务", "二、附则", sentence)

    assert (window.since, window.until, window.said_by) == (since, until, "二")


def test_a_text_that_says_nothing_is_in_force_from_its_own_day() -> None:
    assert whole("一、任务") == Window("", SIGNED_ON, None, "")


def test_the_text_itself_goes_before_the_notice_that_carries_it() -> None:
    reading = a_text(
        "《示例办法》已经同意，现予公布，自2026年5月1日起施行。",
        SIGNED,
        "示例办法",
        "第一条 适用于本市。",
        "第二条 本办法自2026年5月1日起施行。",
        title="关于公布《示例办法》的决定",
    )

    assert reading.windows[0].said_by == "第二条"


def test_one_of_two_texts_does_not_speak_for_the_other() -> None:
    reading = a_text(
        "现将《甲方案》和《乙办法》印发给你们。",
        SIGNED,
        "甲方案",
        "一、任务",
        "乙办法",
        "第一条 本办法自2026年5月1日起施行。",
        title="关于印发《甲方案》和《乙办法》的通知",
    )

    assert reading.windows == (
        Window("", SIGNED_ON, None, ""),
        Window("乙", date(2026, 5, 1), None, "乙第一条"),
    )
    assert status_on(reading.windows, on=date(2026, 4, 1), path="乙第一条").status is Status.NOT_YET
    assert status_on(reading.windows, on=date(2026, 4, 1), path="甲一").status is Status.NO_STATED_EXPIRY


def test_exceptions_and_what_went_before_are_remarked() -> None:
    window = whole(
        "一、除有明确期限的政策外，本意见自发布之日起施行。2026年1月1日至发布之日参照示财社〔2025〕86号文件执行。"
    )

    assert window.remark == "除有明确期限的政策外；2026年1月1日至发布之日参照示财社〔2025〕86号"


def test_a_clause_may_have_a_window_of_its_own() -> None:
    (window,) = own("一、政策", "（一）缓缴保险费。2026年1月1日至2027年12月31日，困难企业可缓缴。")

    assert window == Window("一（一）", date(2026, 1, 1), date(2027, 12, 31), "一（一）")


def test_a_window_of_a_part_of_a_clause_says_of_which() -> None:
    (window,) = own(
        "一、政策", "（一）返还保险费。按一半返还；对2026年1月1日至12月31日经营困难的，按六个月返还。"
    )

    assert (window.until, window.remark) == (date(2026, 12, 31), "其中一部分")


def test_a_provisional_length_is_counted_and_remarked() -> None:
    (window,) = own("一、政策", "（一）发给补贴。每人一百元。介绍补贴自2026年2月4日起实施，有效期暂定3个月。")

    assert (window.since, window.until) == (date(2026, 2, 4), date(2026, 5, 3))
    assert window.remark == "介绍补贴；暂定"


def test_a_policy_is_prolonged_by_a_year() -> None:
    (window,) = own("一、政策", "（一）自2026年1月1日起再延长1年。")

    assert window.until == date(2026, 12, 31)


def test_an_event_ends_a_window_on_no_known_day() -> None:
    (window,) = own("一、政策", "（一）设立资金。资金政策执行至修订的《某条例》正式实施之日。")

    assert (window.since, window.until) == (SIGNED_ON, None)
    assert window.event == "修订的《某条例》正式实施之日"


def test_a_day_that_no_calendar_has_is_no_window() -> None:
    assert own("一、政策", "（一）缓缴。2026年2月30日至2026年13月1日，可缓缴。") == ()


def test_who_may_explain_a_text_is_read_whole() -> None:
    two = an_opinion("一、本意见由市自然资源和规划局和市财政局负责解释，协调解决问题。")
    three = an_opinion("一、本意见由市水利局、市财政局会同市民政局负责解释。")

    assert two.interpreters == ("市自然资源和规划局", "市财政局")
    assert three.interpreters == ("市水利局", "市财政局", "市民政局")


def test_a_text_that_goes_before_others_and_forbids_stacking_says_where() -> None:
    reading = an_opinion(
        "一、任务", "二、附则", "与之前有关政策不一致的，以本意见为准。", "本意见与其他政策不重复享受。"
    )

    assert (reading.prevails, reading.no_stacking) == ("二", "二")


def test_one_subsidy_that_may_not_be_stacked_does_not_speak_for_the_text() -> None:
    assert an_opinion("一、奖励（与其他奖励不重复享受）五万元。").no_stacking == ""


WINDOWS = (
    Window("", date(2021, 6, 1), date(2026, 5, 31), "九"),
    Window("二（三）", date(2021, 6, 1), date(2022, 5, 31), "二（三）"),
    Window("二（四）", date(2021, 6, 1), None, "二（四）", event="新条例实施之日"),
    Window("二（五）", date(2021, 6, 1), date(2021, 8, 31), "二（五）", remark="介绍补贴；暂定"),
    Window("1", date(2023, 1, 1), None, "1"),
)


@pytest.mark.parametrize(
    ("path", "on", "status", "said_by"),
    [
        ("", date(2021, 5, 31), Status.NOT_YET, "九"),
        ("", date(2021, 6, 1), Status.IN_FORCE, "九"),
        ("", date(2026, 5, 31), Status.IN_FORCE, "九"),
        ("", date(2026, 6, 1), Status.EXPIRED, "九"),
        ("二（一）", date(2023, 1, 1), Status.IN_FORCE, "九"),
        ("二（三）", date(2022, 6, 1), Status.EXPIRED, "二（三）"),
        ("二（三）1", date(2022, 6, 1), Status.EXPIRED, "二（三）"),
        ("二（四）", date(2021, 7, 1), Status.UNKNOWN, "二（四）"),
        ("二（五）", date(2022, 1, 1), Status.IN_FORCE, "九"),
        ("12", date(2022, 1, 1), Status.IN_FORCE, "九"),
        ("1.2", date(2024, 1, 1), Status.NO_STATED_EXPIRY, "1"),
    ],
)
def test_the_status_on_a_day_names_its_clause(path: str, on: date, status: Status, said_by: str) -> None:
    standing = status_on(WINDOWS, on=on, path=path)

    assert (standing.status, standing.said_by) == (status, said_by)


def test_a_part_of_a_clause_is_told_apart_from_the_clause() -> None:
    standing = status_on(WINDOWS, on=date(2022, 1, 1), path="二（五）")

    assert standing.within == (WINDOWS[3],)


def test_no_stated_expiry_is_never_called_permanent() -> None:
    window = Window("", date(2020, 5, 1), None, "第四十四条")

    assert status_on([window], on=date(2030, 1, 1)).status is Status.NO_STATED_EXPIRY


def test_a_repeal_takes_effect_on_its_day_and_not_before() -> None:
    def status(on: date) -> Status:
        return status_on(
            WINDOWS, on=on, repealed_on=date(2024, 6, 1), repealed_by="示政发〔2024〕5号 九"
        ).status

    assert status(date(2024, 5, 31)) is Status.IN_FORCE
    assert status(date(2024, 6, 1)) is Status.REPEALED


def test_of_a_text_outside_the_library_nothing_is_known() -> None:
    assert status_on([], on=date(2024, 1, 1)).status is Status.UNKNOWN

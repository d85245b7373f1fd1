"""What stands below a head: addressees, the notice and what it carries, the signature, the annexes."""

from datetime import date

import pytest

from guangyue.gazette.reading.shapes import Noise, PartKind, Span
from guangyue.gazette.reading.text import TextReading
from guangyue.gazette.tests.texts import a_text, clauses_of, keys_of, paths_of

ALL = "各县（市、区）人民政府，市政府各部门："
SIGNED = "示例市人民政府\n2026年3月1日"


def a_notice(*paragraphs: str, title: str = "关于印发《示例办法》的通知") -> TextReading:
    return a_text(ALL, "《示例办法》已经市政府同意，现印发给你们。", SIGNED, *paragraphs, title=title)


def kinds(reading: TextReading) -> list[tuple[PartKind, str, str]]:
    return [(part.kind, part.name, part.title) for part in reading.parts]


def test_addressees_stand_before_the_first_paragraph() -> None:
    reading = a_text(
        "各县（市、区）人民政府，市属开发区管委会，\n市政府各部门、直属机构：", "现通知如下。", SIGNED
    )

    assert reading.addressees == ("各县（市、区）人民政府", "市属开发区管委会", "市政府各部门、直属机构")


@pytest.mark.parametrize(
    "printed",
    [
        "各县财政局、民政局，市属开发区\n财政局： 反映。",
        "各县财政局、民政局，\n反映。\n市属开发区财政局：",
        "各县财政局、民政局，反映。\n市属开发区财政局：",
    ],
)
def test_words_dropped_among_the_addressees_end_the_notice(printed: str) -> None:
    reading = a_text(printed, "现印发给你们。如有问题，请及时", SIGNED)

    assert reading.addressees == ("各县财政局、民政局", "市属开发区财政局")
    assert clauses_of(reading)["前言"].text.endswith("请及时反映。")
    assert [repair.noise for repair in reading.repairs] == [Noise.TAIL_IN_ADDRESSEES]


def test_a_first_paragraph_that_ends_in_a_colon_addresses_nobody() -> None:
    reading = a_text("为做好工作，提出如下意见：", "一、抓紧落实。", SIGNED)

    assert reading.addressees == ()
    assert paths_of(reading) == ["前言", "一"]


def test_an_opinion_is_dated_at_its_very_end() -> None:
    reading = a_text(ALL, "为做好工作，提出如下意见。", "一、抓紧落实。", "示例市人民政府", "2026年3月1日")

    assert reading.day == date(2026, 3, 1)
    assert kinds(reading) == [(PartKind.MAIN, "", "")]
    assert clauses_of(reading)["一"].text == "抓紧落实。"


@pytest.mark.parametrize("printed", ["二〇二六年三月一日", "2026 年 3 月 1 日"])
def test_a_day_may_be_printed_in_other_figures(printed: str) -> None:
    assert a_text("现通知如下。", f"示例市人民政府\n{printed}").day == date(2026, 3, 1)


def test_two_issuers_sign_on_two_lines_with_one_day() -> None:
    issuers = ("示例市财政局", "示例市人力资源和社会保障局")

    reading = a_text(
        "现印发给你们。", "示例市财政局\n示例市人力资源和\n社会保障局\n2026年3月1日", issuers=issuers
    )

    assert reading.day == date(2026, 3, 1)
    assert clauses_of(reading)["前言"].text == "现印发给你们。"


def test_a_day_within_the_text_is_no_signature() -> None:
    reading = a_text("一、任务", "（一）完成改造，时限为", "2026年6月1日", "前。", SIGNED)

    assert reading.day == date(2026, 3, 1)


def test_a_text_that_nobody_signed_is_asked_about() -> None:
    assert "no-date" in keys_of(a_text("现通知如下。").doubts)


def test_one_text_that_a_notice_carries_needs_no_name() -> None:
    reading = a_notice("示例办法", "第一条 为规范管理，制定本办法。")

    assert kinds(reading) == [(PartKind.NOTICE, "通知", ""), (PartKind.ATTACHED, "", "示例办法")]
    assert paths_of(reading) == ["通知前言", "第一条"]


def test_a_remark_below_the_signature_is_no_text_of_its_own() -> None:
    reading = a_notice("（此件公开发布）", "示例办法", "第一条 适用。")

    assert [kind for kind, _, _ in kinds(reading)] == [PartKind.NOTICE, PartKind.ATTACHED]


def test_two_texts_that_a_notice_carries_are_told_apart() -> None:
    reading = a_text(
        ALL,
        "《甲项整治方案（2026-2027年）》和《乙项攻坚方案》已经同意，现印发给你们。",
        SIGNED,
        "甲项整治 方案（2026—2027年）",
        "一、任务",
        "乙项攻坚方案",
        "一、任务",
        title="关于印发《甲项整治方案（2026-2027年）》和《乙项攻坚方案》的通知",
    )

    assert [(part.name, part.spans) for part in reading.parts[1:]] == [
        ("甲", (Span(8, 10),)),
        ("乙", (Span(12, 14),)),
    ]
    assert paths_of(reading) == ["通知前言", "甲一", "乙一"]


def test_a_title_in_two_lines_is_one() -> None:
    reading = a_text(
        "现将《示例市建设行动计划》印发给你们。",
        SIGNED,
        "示例市建设\n行动计划",
        "一、任务",
        title="关于印发示例市建设行动计划的通知",
    )

    assert reading.parts[1].title == "示例市建设行动计划"


def test_what_is_forwarded_keeps_its_author() -> None:
    reading = a_text(
        "《市水利局节水方案》已经同意，现转发给你们。",
        SIGNED,
        "市水利局节水方案 市水利局",
        "一、任务",
        title="转发市水利局节水方案的通知",
    )

    assert reading.author == "市水利局"
    assert reading.parts[1].title == "市水利局节水方案"


def test_the_title_says_the_author_where_the_text_does_not() -> None:
    reading = a_text(
        "现转发给你们。", SIGNED, "关于节水的意见", "一、任务", title="转发市水利局等部门关于节水的意见的通知"
    )

    assert reading.author == "市水利局等部门"


def test_a_decree_says_who_signed_and_which_meeting_adopted_it() -> None:
    reading = a_text(
        "《示例办法》已经2025年12月3日市人民政府第7次常务会议审议通过，现予公布，自2026年5月1日起施行。",
        "市长：某某某",
        "2026年3月1日",
        "示例办法",
        "第一条 本市管理适用本办法。",
        number="示例市人民政府令第9号",
        title="示例办法",
    )

    assert (reading.day, reading.signatory) == (date(2026, 3, 1), "某某某")
    assert (reading.adopted, reading.adopted_on) == ("市人民政府第7次常务会议", date(2025, 12, 3))
    assert [part.kind for part in reading.parts] == [PartKind.NOTICE, PartKind.ATTACHED]


def test_a_name_that_is_missing_stays_missing() -> None:
    reading = a_text(
        "《示例办法》现予公布。",
        "代市长：",
        "2026年3月1日",
        "示例办法",
        "第一条 适用本办法。",
        title="示例办法",
    )

    assert (reading.day, reading.signatory) == (date(2026, 3, 1), "")


def test_annexes_that_are_omitted_have_a_title_and_no_text() -> None:
    reading = a_text("一、任务", "附件：1. 成员名单（略）\n2. 任务分工\n表（略）", "3. 进度表（略）", SIGNED)

    assert [(one.number, one.title, one.omitted) for one in reading.annexes] == [
        ("1", "成员名单", True),
        ("2", "任务分工表", True),
        ("3", "进度表", True),
    ]
    assert paths_of(reading) == ["一"]


def test_an_annex_that_is_printed_is_a_part() -> None:
    reading = a_text(
        "一、任务",
        "附件：1. 任务分解表\n2. 名单（略）",
        SIGNED,
        "附件 1",
        "任务 分解表",
        "县区\t计划\n甲县\t200",
    )

    assert [one.omitted for one in reading.annexes] == [False, True]
    assert kinds(reading)[-1] == (PartKind.ANNEX, "附件1", "任务分解表")
    assert reading.annexes[0].spans == (Span(9, 14),)
    assert clauses_of(reading)["附件1表"].rows == (("县区", "计划"), ("甲县", "200"))


def test_an_annex_that_is_neither_omitted_nor_printed_is_asked_about() -> None:
    assert "missing-annex" in keys_of(a_text("一、任务", "附件：成员名单", SIGNED).doubts)


def test_a_notice_that_lost_its_last_words_is_asked_about() -> None:
    reading = a_text(
        "《示例办法》已经同意，请认真",
        SIGNED,
        "示例办法",
        "第一条 适用。",
        title="关于印发《示例办法》的通知",
    )

    assert "lost-words" in keys_of(reading.doubts)


def test_nothing_yields_nothing() -> None:
    reading = a_text("")

    assert reading.parts == ()
    assert reading.day is None

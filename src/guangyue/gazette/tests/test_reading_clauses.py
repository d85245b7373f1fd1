"""From paragraphs to clauses, with labels of every style."""

import pytest

from guangyue.gazette.reading.shapes import Level, Span
from guangyue.gazette.tests.texts import a_text, clauses_of, keys_of, paths_of

OFFICE = "（市水利局牵头，市财政局配合）"


def test_the_style_of_a_label_decides_its_level() -> None:
    reading = a_text(
        "为做好示例工作，提出如下意见。",
        "一、总体要求",
        "（一）基本原则。坚持节约。",
        "1. 分类施策。分三类推进。",
        "（1）甲类先行。",
        "①城区六月完成。",
    )

    assert paths_of(reading) == ["前言", "一", "一（一）", "一（一）1", "一（一）1（1）", "一（一）1（1）①"]


def test_a_heading_is_told_from_the_words_after_it() -> None:
    clauses = clauses_of(
        a_text("一、总体要求", f"（一）加快改造。全年改造三十处。{OFFICE}", "（二）每季通报一次。")
    )

    assert clauses["一"].heading == "总体要求"
    assert (clauses["一（一）"].heading, clauses["一（一）"].text) == ("加快改造", "全年改造三十处。")
    assert clauses["一（一）"].note == OFFICE
    assert (clauses["一（二）"].heading, clauses["一（二）"].text) == ("", "每季通报一次。")


def test_a_sentence_before_its_note_is_the_clause_and_no_heading() -> None:
    clause = clauses_of(a_text("一、任务", f"1. 科学编制规划并组织实施。{OFFICE}"))["一1"]

    assert (clause.heading, clause.text, clause.note) == ("", "科学编制规划并组织实施。", OFFICE)


def test_a_note_on_lines_of_its_own_is_the_clauses_note() -> None:
    clauses = clauses_of(
        a_text(
            "一、任务",
            "1. 建成两处水厂。",
            "牵头领导：某甲；牵头单位：市水利局。",
            "2. 修路。再修桥。",
            OFFICE,
        )
    )

    assert clauses["一1"].note == "牵头领导：某甲；牵头单位：市水利局。"
    assert clauses["一2"].note == OFFICE


def test_offices_alone_in_brackets_are_a_note() -> None:
    clause = clauses_of(a_text("一、任务", "1. 推广喷灌。（市农业农村局、各县政府）"))["一1"]

    assert (clause.text, clause.note) == ("推广喷灌。", "（市农业农村局、各县政府）")


def test_brackets_within_a_note_do_not_end_it() -> None:
    note = "（责任单位：市城管局；各县（市、区）人民政府、市属开发区管委会）"

    clause = clauses_of(a_text("一、任务", f"（一）分类投放。设四色桶。{note}"))["一（一）"]

    assert clause.note == note


def test_a_sentence_cut_by_the_page_is_one_again() -> None:
    clause = clauses_of(
        a_text("一、任务", "（一）加快改造。全年改造三", "十处，新建五处。", "（二）验收。年底验收。")
    )["一（一）"]

    assert clause.text == "全年改造三十处，新建五处。"
    assert clause.spans == (Span(3, 5),)


def test_a_heading_cut_by_the_column_goes_on_where_its_fellows_run_on() -> None:
    clauses = clauses_of(
        a_text(
            "一、任务", "（一）推进甲事。抓紧办。", "（二）强化登记“线上线下”", "集成服务。年底前实现网上办。"
        )
    )

    assert clauses["一（二）"].heading == "强化登记“线上线下”集成服务"


def test_without_blank_lines_a_short_line_is_a_heading_by_itself() -> None:
    clauses = clauses_of(
        a_text(
            "一、提高认识\n各单位要高度重视节约用水的工作，层层\n落实责任。\n二、本通知自印发之日起实施，请认真贯彻。"
        )
    )

    assert (clauses["一"].heading, clauses["一"].text) == (
        "提高认识",
        "各单位要高度重视节约用水的工作，层层落实责任。",
    )


def test_a_rule_is_no_heading_of_its_article() -> None:
    clause = clauses_of(a_text("第一条 本办法自2026年7月1日起施行。《旧办法》同时废止。"))["第一条"]

    assert clause.heading == ""


def test_sections_of_a_chapter_stand_within_it() -> None:
    reading = a_text(
        "第二章 管理", "第一节 规划", "第二条 依法管理。", "第二条之一 依法节水。", "第三章 附则"
    )

    assert paths_of(reading) == ["第二章", "第二章第一节", "第二条", "第二条之一", "第三章"]


def test_a_heading_by_itself_stays_apart_from_the_words_below_it() -> None:
    clauses = clauses_of(
        a_text("一、要求", "（一）指导思想", "以服务为宗旨，做实做细。", "（二）工作目标", "年底见效。")
    )

    assert (clauses["一（一）"].heading, clauses["一（一）"].text) == ("指导思想", "以服务为宗旨，做实做细。")


def test_a_broken_line_that_begins_like_a_label_is_none() -> None:
    clauses = clauses_of(
        a_text(
            "第一条 本办法适用于本市。",
            "第二条 违反本办法",
            "第九条 第三款规定的，由主管部门处理。",
            "第三条 本办法自发布之日起施行。",
        )
    )

    assert list(clauses) == ["第一条", "第二条", "第三条"]
    assert clauses["第二条"].text == "违反本办法第九条第三款规定的，由主管部门处理。"


def test_chapters_do_not_enter_the_path_of_articles() -> None:
    reading = a_text(
        "第一章 总 则", "第一条 为规范管理，制定本办法。", "第二章 附 则", "第二条 由市水利局负责解释。"
    )

    assert paths_of(reading) == ["第一章", "第一条", "第二章", "第二条"]
    assert clauses_of(reading)["第二章"].heading == "附则"


def test_the_paragraphs_of_an_article_are_its_sums_and_hold_its_items() -> None:
    reading = a_text(
        "第一条 市水利局应当划定保护范围。",
        "保护范围内，不得从事下列活动：",
        "（一）填埋水域；",
        "（二）倾倒垃圾。",
        "第二条 县级参照执行。",
    )

    assert paths_of(reading) == [
        "第一条",
        "第一条第一款",
        "第一条第二款",
        "第一条第二款（一）",
        "第一条第二款（二）",
        "第二条",
    ]
    assert clauses_of(reading)["第一条第一款"].text == "市水利局应当划定保护范围。"


def test_a_paragraph_after_the_items_of_an_article_is_a_sum_of_its_own() -> None:
    reading = a_text(
        "第一条 资金不得用于以下支出：",
        "（一）办公用房支出；",
        "（二）其他支出。",
        "已核定的支出不受本条限制。",
    )

    assert paths_of(reading)[-1] == "第一条第二款"


def test_a_paragraph_between_two_items_is_of_the_first() -> None:
    clauses = clauses_of(
        a_text(
            "第一条 补贴分两类：",
            "（一）培训补贴。按次发给。",
            "学员每人每年一次。",
            "（二）岗位补贴。按月发给。",
            "期限不超过三年。",
        )
    )

    assert clauses["第一条（一）"].text == "按次发给。\n学员每人每年一次。"
    assert clauses["第一条（二）"].text == "按月发给。\n期限不超过三年。"


def test_a_paragraph_about_the_items_above_is_of_the_clause_around_them() -> None:
    reading = a_text(
        "一、补助",
        "（一）支持引进。给予补助。",
        "（二）支持新设。给予补助。",
        "享受上述补助的，应当经营满五年。",
        "二、其他",
    )

    assert "一第一款" in paths_of(reading)


def test_the_last_words_of_a_text_are_of_no_clause() -> None:
    reading = a_text("一、任务", f"（一）办好一件事。年底办结。{OFFICE}", "各级各部门要提高认识，抓好落实。")

    closing = clauses_of(reading)["结尾"]
    assert closing.level is Level.CLOSING
    assert closing.text == "各级各部门要提高认识，抓好落实。"


def test_numbers_run_on_across_parents_or_begin_anew() -> None:
    running = a_text("一、甲", "（一）子。做。", "（二）丑。做。", "二、乙", "（三）寅。做。")
    anew = a_text("一、甲", "（一）子。做。", "（二）丑。做。", "二、乙", "（一）寅。做。")

    assert paths_of(running)[-1] == "二（三）"
    assert paths_of(anew)[-1] == "二（一）"
    assert not running.doubts or "uneven-numbers" not in keys_of(running.doubts)


def test_decimals_name_their_own_place() -> None:
    reading = a_text(
        "1 总则",
        "1.1 编制目的",
        "为有效应对，制定本预案。",
        "1.2 编制依据",
        "2 响应",
        "2.1 分级",
        "2.1.1 公众防护措施",
        "（1）减少外出。",
    )

    assert paths_of(reading) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.1（1）"]


def test_an_amount_is_no_label() -> None:
    clauses = clauses_of(a_text("一、奖励", "（一）发给奖励。标准为", "1.5万元，按户发给。"))

    assert clauses["一（一）"].text == "标准为1.5万元，按户发给。"


def test_points_that_run_on_are_clauses() -> None:
    clauses = clauses_of(
        a_text("一、制度", "（一）建立制度。健全各项制度。一是建立会议制度。每季一次。二是建立督察制度。")
    )

    assert clauses["一（一）"].text == "健全各项制度。"
    assert clauses["一（一）一是"].text == "建立会议制度。每季一次。"
    assert clauses["一（一）二是"].text == "建立督察制度。"


def test_bracketed_figures_that_count_up_are_points_and_others_are_words() -> None:
    clauses = clauses_of(
        a_text("一、条件", "（一）选聘。应具备：（1）职称；（2）经验。", "（二）分工。按（2）办理。")
    )

    assert clauses["一（一）（2）"].text == "经验。"
    assert clauses["一（二）"].text == "按（2）办理。"


def test_dashes_are_counted() -> None:
    reading = a_text("第一条 遵循以下原则：", "——注重普惠。一视同仁。", "——易于操作。简便易行。")

    assert paths_of(reading) == ["第一条", "第一条——1", "第一条——2"]


@pytest.mark.parametrize(
    "rows", [("县区\t计划", "甲县\t200"), ("| 县区 | 计划 |", "|---|---|", "| 甲县 | 200 |")]
)
def test_a_table_is_rows(rows: tuple[str, ...]) -> None:
    clauses = clauses_of(a_text("一、计划", "（一）分解。见下表：", "\n".join(rows)))

    assert clauses["一（一）表"].rows == (("县区", "计划"), ("甲县", "200"))


def test_a_contents_list_within_a_document_is_no_body() -> None:
    reading = a_text(
        "目 录",
        "第一章 总则",
        "第二章 附则",
        "第一章 总则",
        "第一条 为规范管理，制定本办法。",
        "第二章 附则",
        "第二条 参照执行。",
    )

    assert paths_of(reading) == ["第一章", "第一条", "第二章", "第二条"]


def test_uneven_numbers_are_kept_and_asked_about() -> None:
    reading = a_text("一、甲", "（一）子。做。", "（三）寅。做。", "（三）卯。做。")

    assert paths_of(reading) == ["一", "一（一）", "一（三）", "一（三）·2"]
    assert keys_of(reading.doubts).count("uneven-numbers") == 1
    assert "repeated-number" in keys_of(reading.doubts)


def test_a_fragment_stays_as_text_and_is_asked_about() -> None:
    reading = a_text("一、甲", "（一）子。做好子事。", "发展。", "（二）丑。做好丑事。")

    assert clauses_of(reading)["一（一）文"].level is Level.TEXT
    assert "not-understood" in keys_of(reading.doubts)


def test_a_level_said_by_hand_goes_before_what_is_read() -> None:
    printed = ("一、甲", "（一）子。做好子事。", "丑事也要做好。", "（二）寅。做好寅事。")

    begun = a_text(*printed, levels={5: "SUBSECTION"})
    joined = a_text(*printed, levels={5: "", 7: ""})

    assert len(paths_of(begun)) == 4
    assert paths_of(joined) == ["一", "一（一）"]


def test_every_clause_has_a_path_of_its_own() -> None:
    reading = a_text("一、甲", "一、甲", "（一）子。做。", "（一）子。做。")

    paths = [clause.path for part in reading.parts for clause in part.walk()]
    assert len(set(paths)) == len(paths) == 4

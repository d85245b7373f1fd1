"""Which documents a text names, and what it says of them."""

import pytest

from guangyue.gazette.reading.shapes import Reference, Relation
from guangyue.gazette.tests.texts import a_text

SIGNED = "示例市人民政府\n2026年3月1日"


def references(*paragraphs: str, title: str = "关于示例工作的意见") -> list[tuple[str, Relation]]:
    return [(one.target, one.relation) for one in all_references(*paragraphs, title=title)]


def all_references(*paragraphs: str, title: str = "关于示例工作的意见") -> tuple[Reference, ...]:
    return a_text(*paragraphs, SIGNED, title=title).references


def test_a_title_with_its_number_is_one_reference() -> None:
    (reference,) = all_references("根据《某省关于节水的意见》（某政发〔2025〕8号）精神，提出如下意见。")

    assert (reference.target, reference.relation) == ("某政发〔2025〕8号", Relation.RESTS_ON)
    assert reference.printed == "《某省关于节水的意见》（某政发〔2025〕8号）"
    assert reference.path == "前言"


def test_a_law_is_named_by_its_title() -> None:
    assert references("一、任务", "（一）依照《中华人民共和国水法》第九条处理。") == [
        ("中华人民共和国水法", Relation.RESTS_ON)
    ]


def test_a_place_in_the_other_document_is_kept() -> None:
    (reference,) = all_references("一、依照《中华人民共和国水法》第九条第二款处理。")

    assert reference.path_in_target == "第九条第二款"


def test_documents_in_one_list_share_their_verb() -> None:
    found = references(
        "根据《甲条例》《乙办法》和省水利厅《丙通知》（某水字〔2025〕3号）等规定，制定本意见。"
    )

    assert {relation for _, relation in found} == {Relation.RESTS_ON}
    assert [target for target, _ in found] == ["甲条例", "乙办法", "某水字〔2025〕3号"]


@pytest.mark.parametrize(
    ("sentence", "target", "relation"),
    [
        ("具体按照示政发〔2025〕7号文件执行。", "示政发〔2025〕7号", Relation.RESTS_ON),
        ("过渡期内参照示财社〔2024〕86号文件执行。", "示财社〔2024〕86号", Relation.FOLLOWS),
        ("《旧办法》（示政发〔2020〕5号）同时废止。", "示政发〔2020〕5号", Relation.REPEALS),
        ("自施行之日起，废止《旧办法》。", "旧办法", Relation.REPEALS),
        ("对《旧办法》作如下修改：删去一款。", "旧办法", Relation.AMENDS),
        ("印发修改后的《示例预案》，请执行。", "示例预案", Relation.MENTIONS),
        ("制定《新规划》，年底前印发。", "新规划", Relation.MENTIONS),
        ("车辆停放执行《停放办法》（政府令35号）。", "政府令第35号", Relation.RESTS_ON),
        ("政策执行至修订的《某保险条例》实施之日。", "某保险条例", Relation.MENTIONS),
    ],
)
def test_the_words_around_say_the_relation(sentence: str, target: str, relation: Relation) -> None:
    assert references(f"一、{sentence}") == [(target, relation)]


def test_what_a_notice_carries_it_prints_or_forwards() -> None:
    printed = references(
        "《示例办法》已经同意，现印发给你们。",
        SIGNED,
        "示例办法",
        "第一条 适用。",
        title="关于印发《示例办法》的通知",
    )
    forwarded = references(
        "现将《节水方案》转发给你们。", SIGNED, "节水方案", "一、任务", title="转发市水利局节水方案的通知"
    )

    assert printed == [("示例办法", Relation.PRINTS)]
    assert forwarded == [("节水方案", Relation.FORWARDS)]


def test_titles_within_a_title_stay_in_it() -> None:
    found = references("《关于印发〈示例预案〉的通知》（示政办字〔2024〕42号）同时废止。")

    assert found == [("示政办字〔2024〕42号", Relation.REPEALS)]


def test_a_number_within_a_title_is_a_reference_too() -> None:
    found = references("落实《关于贯彻某政发〔2025〕30号文件的意见》（示政发〔2025〕4号）。")

    assert [target for target, _ in found] == ["某政发〔2025〕30号", "示政发〔2025〕4号"]


def test_a_licence_is_no_document() -> None:
    assert references("一、提交《营业执照》《就业创业证》和《备案表》。") == []


def test_a_heading_of_grounds_makes_what_it_lists_grounds() -> None:
    found = references("1 总则", "1.1 编制依据", "《甲法》《乙条例》等。", "1.2 适用范围", "适用于本市。")

    assert found == [("甲法", Relation.RESTS_ON), ("乙条例", Relation.RESTS_ON)]


def test_a_reference_knows_its_lines() -> None:
    (reference,) = all_references("一、任务", "（一）依照《中华人民共和国\n水法》处理。")

    assert (reference.span.first, reference.span.last) == (3, 4)

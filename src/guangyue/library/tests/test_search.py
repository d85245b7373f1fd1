"""What a search finds, in which order, and how it is quoted."""

from datetime import date

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.gazette.tests.factories import IMPORTED_AT, a_clause, a_document, an_edition
from guangyue.library.searching.asking import AskedNumber, Conditions, read_question
from guangyue.library.searching.finding import Answer, answer_question, near_numbers, rank_passages
from guangyue.library.searching.folding import trace
from guangyue.library.searching.indexing import index_edition
from guangyue.library.searching.marking import Marked, mark, quote
from guangyue.library.services.intake import import_file
from guangyue.library.services.releasing import check_edition, release_edition

WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF), max_size=60)


def found(typed: str, **conditions: object) -> list[PrintedDocument]:
    return [hit.document for hit in asked(typed, **conditions).hits]


def asked(typed: str, **conditions: object) -> Answer:
    return answer_question(read_question(typed, Conditions(**conditions)))  # type: ignore[arg-type]


@pytest.fixture
def library(db: None) -> dict[str, PrintedDocument]:
    edition = an_edition()
    grants = a_document(
        edition=edition,
        number="东财社〔2026〕70号",
        series="财社",
        serial=70,
        title="东湖市就业补助资金管理辦法",
        issuers=["东湖市财政局", "东湖市人力资源和社会保障局"],
    )
    a_clause(grants, "第一条", "为规范就业补助资金管理，制定本管理辦法。", label="第一条")
    a_clause(grants, "第二条", "补助and奖励资金实行专款专用，不得重复享受。", label="第二条")
    straw = a_document(edition=edition, number="东政发〔2026〕4号", serial=4, title="关于秸秆综合利用的意见")
    a_clause(straw, "一", "禁止露天焚烧秸秆，由曹宇翔同志牵头。", label="一、")
    a_clause(straw, "二", "依据东财社〔2026〕70号给予补助。", label="二、")
    index_edition(edition=edition)
    return {"grants": grants, "straw": straw}


def test_a_word_of_two_characters_is_found(library: dict[str, PrintedDocument]) -> None:
    assert found("秸秆") == [library["straw"]]


def test_variant_characters_are_found_by_the_usual_ones_and_quoted_as_printed(
    library: dict[str, PrintedDocument],
) -> None:
    answer = asked("管理办法")

    assert answer.hits[0].document == library["grants"]
    assert Marked("管理辦法", marked=True) in answer.hits[0].title
    assert any(one.marked and "辦" in one.text for one in answer.hits[0].quotations[0].marked)


def test_what_the_reading_repairs_is_quoted_as_the_file_prints_it(db: None) -> None:
    edition = an_edition(text="**第九条** 培训and鉴定补贴,按本辦法\n执行。")
    document = a_document(edition=edition)
    a_clause(document, "第九条", "培训和鉴定补贴，按本办法执行。", label="第九条", spans=[[1, 2]])
    index_edition(edition=edition)

    (hit,) = asked("鉴定补贴办法").hits

    assert "".join(one.text for one in hit.quotations[0].marked) == "第九条 培训and鉴定补贴,按本辦法\n执行。"
    assert Marked("鉴定补贴", marked=True) in hit.quotations[0].marked


def test_an_and_between_chinese_words_is_found_as_the_word_it_stands_for(
    library: dict[str, PrintedDocument],
) -> None:
    assert found("“补助和奖励资金”") == [library["grants"]]


@pytest.mark.parametrize(
    "typed",
    [
        "东财社〔2026〕70号",
        "东财社[2026]70号",
        "东财社2026 70",
        "东财社（2026）70号",
        "２０２６年７０号",
        "财社【2026】70",
    ],
)
def test_a_number_is_found_however_it_is_typed(typed: str, library: dict[str, PrintedDocument]) -> None:
    assert found(typed)[0] == library["grants"]


def test_a_document_that_names_a_number_is_found_after_the_one_that_has_it(
    library: dict[str, PrintedDocument],
) -> None:
    assert found("东财社〔2026〕70号") == [library["grants"], library["straw"]]


def test_a_name_that_no_dictionary_has_is_found(library: dict[str, PrintedDocument]) -> None:
    assert found("曹宇翔") == [library["straw"]]


def test_a_phrase_in_quotes_must_stand_letter_by_letter(library: dict[str, PrintedDocument]) -> None:
    assert found('"露天焚烧"') == [library["straw"]]
    assert found('"焚烧露天"') == []


def test_words_that_stand_nowhere_do_not_hide_what_the_others_find(
    library: dict[str, PrintedDocument],
) -> None:
    assert found("秸秆 曹操墓葬") == [library["straw"]]


def test_conditions_narrow_what_is_found(library: dict[str, PrintedDocument]) -> None:
    assert found("补助") == [library["grants"], library["straw"]]
    assert found("补助", issuer="东湖市财政局") == [library["grants"]]
    assert found("补助", series="政发") == [library["straw"]]
    assert found("补助", year=2025) == []


def test_in_force_on_a_day_is_from_the_first_day_to_the_last(db: None) -> None:
    edition = an_edition()
    document = a_document(edition=edition, title="关于渔业补贴的办法")
    document.windows.create(since=date(2026, 6, 1), until=date(2026, 6, 30), said_by="五")
    index_edition(edition=edition)

    days = [date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1)]

    assert [bool(found("渔业", in_force_on=on)) for on in days] == [False, True, True, False]


def test_a_superseded_edition_is_not_found(library: dict[str, PrintedDocument]) -> None:
    old = library["straw"].edition
    old.state = Edition.State.SUPERSEDED
    old.save()
    new = an_edition(year=2026, number=old.issue.number)
    again = a_document(edition=new, number="东政发〔2026〕4号", title="关于秸秆综合利用的意见")
    index_edition(edition=new)

    assert found("秸秆") == [again]
    assert found("就业补助") == []


def test_indexing_twice_changes_nothing(library: dict[str, PrintedDocument]) -> None:
    before = rank_passages(read_question("就业补助资金"))
    index_edition(edition=library["grants"].edition)

    assert [(one.document, one.score) for one in rank_passages(read_question("就业补助资金"))] == [
        (one.document, one.score) for one in before
    ]


def test_near_numbers_are_those_of_the_same_letters_and_year(library: dict[str, PrintedDocument]) -> None:
    assert near_numbers(AskedNumber("东政发", 2026, 5)) == [library["straw"]]
    assert near_numbers(AskedNumber("", 2026, 70)) == [library["grants"]]
    assert near_numbers(AskedNumber("东政发", 2019, 4)) == []


@pytest.mark.parametrize(
    "typed",
    [
        "'; drop table library_passage; --",
        "\\",
        "'",
        "a & b | !c:*",
        "%_%",
        "\x00",
        "的",
        "   ",
        "“”",
        "𠮷" * 200,
        "x" * 5000,
    ],
)
def test_garbage_is_answered_with_nothing(typed: str, library: dict[str, PrintedDocument]) -> None:
    assert found(typed) == []


@given(WORDS)
def test_whatever_is_typed_can_be_read_and_each_folded_character_has_its_place(text: str) -> None:
    read_question(text)

    folded = trace(text)
    assert len(folded.places) == len(folded.text)
    assert list(folded.places) == sorted(folded.places)


@given(WORDS, st.lists(st.text("辦法 补助and和#", min_size=1, max_size=3), max_size=3))
def test_marking_keeps_every_character_as_it_is_printed(text: str, words: list[str]) -> None:
    assert "".join(one.text for one in mark(text, words)) == text


def test_a_long_clause_is_quoted_where_the_words_stand() -> None:
    text = "前" * 300 + "秸秆" + "后" * 300

    quoted = quote(text, ["秸秆"])

    assert Marked("秸秆", marked=True) in quoted
    assert sum(len(one.text) for one in quoted) < 150


def test_a_place_in_the_folded_text_leads_back_to_the_printed_one() -> None:
    folded = trace("# 管 理**辦** 法")

    assert folded.text == "管理办法"
    assert folded.origin(2, 3) == (7, 8)


@pytest.mark.skipif(not settings.GAZETTES.is_dir(), reason="the printed issues are not here")
def test_a_printed_issue_is_found_by_the_usual_characters_and_quoted_by_its_own(db: None) -> None:
    for file in sorted(settings.GAZETTES.glob("2019-04.*")):
        with file.open("rb") as printed:
            edition = import_file(file=printed, name=file.name, by=None, at=IMPORTED_AT).edition
        release_edition(
            edition=check_edition(edition=edition, by=None, at=IMPORTED_AT), by=None, at=IMPORTED_AT
        )

    hits = [hit for hit in asked("管理办法").hits if hit.document.number == "聊财社〔2019〕70号"]

    assert any("辦法" in one.text for hit in hits for said in hit.quotations for one in said.marked)

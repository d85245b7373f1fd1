"""However a number is written or cut up, it is found; what is masked, or nobody's number, is let be."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.disclosure.guard import exposures
from guangyue.kit.identities import make_credit_code, make_id_number
from guangyue.kit.masks import mask_account, mask_id_number, mask_phone

TODAY = date(2026, 6, 1)
NUMBER = "11010519491231002X"
DIGITS = make_id_number(region="371502", born=date(1990, 1, 1), sequence=12).text  # no X at its end
CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
CIRCLED = str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨")


def found(*cells: str, columns: tuple[str, ...] = ()) -> list[str]:
    titles = columns or tuple(
        f"列{'甲乙丙丁戊己庚辛壬癸'[place % 10]}{'甲乙'[place // 10]}" for place in range(len(cells))
    )
    return [str(one) for one in exposures(texts={}, columns=titles, rows=[cells], on=TODAY)]


@pytest.mark.parametrize(
    "cell",
    [
        NUMBER,
        NUMBER.lower(),
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105-1949-12-31-002x",
        "110105.19491231.002X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "110105\N{ZERO WIDTH SPACE}19491231\N{ZERO WIDTH SPACE}002X",
        "110105*19491231*002X",
        "110105****19491231****002X",
        "110105（19491231）002X",
        "110105 1949年12月31日 002X",
        "110105 1949年12月31日002Х",  # a Cyrillic letter
        "11010519491231002×",
        f"9{NUMBER}",
        f"{NUMBER}8",
        f"{DIGITS}、{mask_id_number(NUMBER)}",
        DIGITS.translate(CHINESE),
        DIGITS.translate(ARABIC),
        DIGITS.translate(CIRCLED),
        "II0I05I949I23I0O2X",
    ],
)
def test_a_number_in_a_cell_is_found_however_it_is_written(cell: str) -> None:
    (said,) = found("王某", cell)

    assert said.startswith("第 1 行“列乙甲”有完整的公民身份号码")
    assert NUMBER not in said
    assert DIGITS not in said


@pytest.mark.parametrize(
    "cells",
    [
        ("110105", "19491231", "002X"),
        ("王某", "110105194912", "31002X"),
        ("19491231", "110105", "002X"),
        ("002X", "王某", "110105", "1949-12-31"),
        ("31002X", "110105194912"),
        tuple(NUMBER),
    ],
)
def test_a_number_cut_into_the_cells_of_a_row_is_found(cells: tuple[str, ...]) -> None:
    assert "连起来" in "".join(found(*cells))


def test_a_number_that_goes_on_in_the_next_row_is_found() -> None:
    rows = [("王某", "110105194"), ("李某", "91231002X")]

    (said,) = map(str, exposures(texts={}, columns=("姓名", "号码"), rows=rows, on=TODAY))

    assert said.startswith("第 1、2 行“号码”连起来")


def test_a_birthday_beside_a_mask_makes_the_number_whole_again() -> None:
    assert "合起来" in "".join(found("王某", "110105********002X", "1949-12-31"))
    assert "合起来" in "".join(found("王某", "110105********002X", "1949年12月31日生"))
    assert found("王某", "110105********002X", "1949年12月") == []


def test_the_title_the_text_and_the_headings_are_searched_too() -> None:
    texts = {"标题": f"关于{NUMBER}的公示", "说明": f"证号{DIGITS}"}

    said = [str(one) for one in exposures(texts=texts, columns=("姓名", NUMBER), rows=[], on=TODAY)]

    assert [one.partition("有")[0] for one in said] == ["标题", "说明", "第 2 列的列名"]


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("13812345678", "手机号码"),
        ("+86 138 1234 5678", "手机号码"),
        ("6222 0216 1200 1234 567", "银行账号"),
        ("6222021612001234567", "银行账号"),
        ("371502900101123", "15 位旧身份证号码"),
    ],
)
def test_telephones_accounts_and_former_numbers_are_stopped_too(cell: str, what: str) -> None:
    assert [one.partition("完整的")[2].partition("（")[0] for one in found(cell)] == [what]


@pytest.mark.parametrize(
    "cell",
    [
        mask_id_number(NUMBER),
        f"{mask_id_number(NUMBER)}、{mask_id_number(DIGITS)}",
        mask_phone("13812345678"),
        mask_account("6222021612001234567"),
        make_credit_code(region="371502", serial=12345678).text,
        "2019-06-20 至 2020-06-19",
        "2019-06-20—2020-06-19",
        "聊财社〔2019〕70号 第四十七条",
        "1,550.00",
    ],
)
def test_what_is_masked_or_no_number_of_a_person_is_let_be(cell: str) -> None:
    assert found(cell, "1550.00", "2019-06-20", "12") == []


@settings(deadline=None)
@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2010, 1, 1)), st.integers(1, 999), st.data())
def test_no_cutting_in_three_hides_a_number(born: date, sequence: int, data: st.DataObject) -> None:
    number = make_id_number(region="371502", born=born, sequence=sequence).text
    first = data.draw(st.integers(2, 12))
    second = data.draw(st.integers(first + 2, 16))
    pieces = data.draw(st.permutations([number[:first], number[first:second], number[second:]]))

    assert found("王某", *pieces)


@settings(deadline=None)
@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2010, 1, 1)), st.integers(1, 999))
def test_what_we_mask_ourselves_is_never_stopped(born: date, sequence: int) -> None:
    number = make_id_number(region="371502", born=born, sequence=sequence).text

    assert found("王某", mask_id_number(number), "2000.00", "2021-04-30") == []

"""What stays visible of a person's data, and that nothing slips through."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.identities import make_id_number
from guangyue.kit.masks import (
    find_unmasked,
    mask_account,
    mask_address,
    mask_credit_code,
    mask_id_number,
    mask_name,
    mask_phone,
)

TODAY = date(2026, 6, 1)
NUMBER = "11010519491231002X"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王芳", "王*"),
        ("王小明", "王**"),
        ("欧阳修", "欧阳*"),
        ("欧阳", "欧*"),
        ("阿卜杜拉·买买提", "阿*******"),
        ("王", "*"),
    ],
)
def test_the_surname_of_a_person_stays(name: str, shown: str) -> None:
    assert mask_name(name) == shown


def test_an_id_number_shows_its_first_six_and_last_four_digits() -> None:
    assert mask_id_number(NUMBER) == "110105********002X"


def test_a_document_may_let_fewer_digits_be_seen() -> None:
    assert mask_id_number(NUMBER, first=4, last=2) == "1101************2X"
    assert mask_id_number(NUMBER, first=3, last=0) == "110***************"


def test_codes_telephones_accounts_and_addresses_are_hidden_in_their_own_way() -> None:
    assert mask_credit_code("91371500MA3C000000") == "9137**********0000"
    assert mask_phone("13812345678") == "138****5678"
    assert mask_phone("0635-8212345") == "0635-****345"
    assert mask_account("6222 0216 1200 1234 567") == "***************4567"
    assert mask_address("聊城市东昌府区柳园街道向阳路 1 号 2 单元") == "聊城市东昌府区柳园街道****"
    assert mask_address("聊城市高唐县 105 国道旁") == "聊城市高唐县****"
    assert mask_address("向阳路 1 号") == "****"


@pytest.mark.parametrize("mask", [mask_name, mask_id_number, mask_credit_code, mask_phone, mask_account])
@pytest.mark.parametrize("text", ["1", "12", "1234", "12345678"])
def test_what_is_too_short_to_have_a_middle_is_never_shown_whole(mask: object, text: str) -> None:
    assert callable(mask)
    assert "*" in mask(text)


@pytest.mark.parametrize(
    "text",
    [
        f"张三，{NUMBER}，东昌府区",
        "编号110105194912310０２ｘ号",
        "110105 19491231 002X",
        "110105-1949-12-31-002x",
        f"<td>{NUMBER}</td>",
    ],
)
def test_a_full_number_is_found_however_it_is_written(text: str) -> None:
    assert [exposed.number.text for exposed in find_unmasked(text, on=TODAY)] == [NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        mask_id_number(NUMBER),
        "110105194912310021",  # wrong check digit
        "6222021612001234567",  # a bank account
        f"9{NUMBER}",  # part of a longer number
        "聊政办字〔2019〕35号",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(find_unmasked(text, on=TODAY)) == []


def test_what_was_found_says_where_without_repeating_it() -> None:
    (exposed,) = find_unmasked(f"张三，{NUMBER}", on=TODAY)

    assert str(exposed) == "第 4 个字起：110105********002X"


@given(
    st.text("张三，。 \n年月日", max_size=20),
    st.text("李四、（） \n", max_size=20),
    st.dates(min_value=date(1930, 1, 1), max_value=TODAY),
    st.integers(1, 999),
)
def test_no_number_in_a_chinese_text_escapes(before: str, after: str, born: date, sequence: int) -> None:
    number = make_id_number(region="990101", born=born, sequence=sequence)

    assert [exposed.number for exposed in find_unmasked(f"{before}{number}{after}", on=TODAY)] == [number]

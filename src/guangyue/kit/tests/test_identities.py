"""ID numbers and credit codes: each thing that can be wrong has its sentence, and good ones read back."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.identities import (
    CREDIT_CHARACTERS,
    PROVINCES,
    CreditCode,
    IdNumber,
    Malformed,
    Sex,
    make_credit_code,
    make_id_number,
    organisation_check_character,
)

TODAY = date(2026, 6, 1)

regions = st.integers(0, 999_999).map("{:06d}".format)
birthdays = st.dates(min_value=date(1900, 1, 1), max_value=TODAY)
id_numbers = st.builds(make_id_number, region=regions, born=birthdays, sequence=st.integers(1, 999))
credit_codes = st.builds(make_credit_code, region=regions, serial=st.integers(0, 99_999_999))


def test_the_examples_of_the_standards_are_right() -> None:
    assert IdNumber.parse("11010519491231002X", on=TODAY).sex is Sex.FEMALE
    assert IdNumber.parse("440524188001010014", on=TODAY).born == date(1880, 1, 1)
    assert organisation_check_character("D2143569") == "X"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "身份证号码应为 18 位，现在是 0 位。"),
        ("1101051949123100", "身份证号码应为 18 位，现在是 16 位。"),
        ("110105491231002", "15 位的旧身份证号码已经停用，请填写 18 位号码。"),
        ("1101051949123100X2", "身份证号码第 17 位应为数字，现在是“X”。"),
        ("11010519491231002Y", "身份证号码第 18 位应为数字或 X，现在是“Y”。"),
        ("110105194902300028", "身份证号码第 7 至 14 位“19490230”不是一个日期。"),
        ("110105210012310028", "身份证号码中的出生日期 2100-12-31 还没有到。"),
        ("110105194912310003", "身份证号码的顺序码（第 15 至 17 位）不能是 000。"),
        ("110105194912310021", "身份证号码的校验码（最后一位）不对，请逐位核对。"),
    ],
)
def test_what_is_wrong_with_an_id_number_is_said_precisely(text: str, sentence: str) -> None:
    with pytest.raises(Malformed) as refusal:
        IdNumber.parse(text, on=TODAY)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("9137150", "统一社会信用代码应为 18 位，现在是 7 位。"),
        ("371500228012345", "15 位的旧注册号已经停用，请填写 18 位统一社会信用代码。"),
        ("9137150OMA00000000", "统一社会信用代码不用字母 I、O、S、V、Z，第 8 位现在是“O”。"),
        ("91A71500MA00000000", "统一社会信用代码第 3 位应为数字，现在是“A”。"),
        ("91371500MA0000000-", "统一社会信用代码第 18 位应为数字或大写字母，现在是“-”。"),
    ],
)
def test_what_is_wrong_with_a_credit_code_is_said_precisely(text: str, sentence: str) -> None:
    with pytest.raises(Malformed) as refusal:
        CreditCode.parse(text)

    assert str(refusal.value) == sentence


def test_how_a_number_is_pasted_does_not_matter() -> None:
    assert IdNumber.parse(" 110105 19491231 002x ", on=TODAY).text == "11010519491231002X"
    assert IdNumber.parse("１１０１０５１９４９１２３１００２Ｘ", on=TODAY).text == "11010519491231002X"


def test_a_county_that_no_list_knows_is_no_reason_to_refuse() -> None:
    stranger = make_id_number(region="999999", born=date(1990, 2, 28), sequence=7)
    invented = make_id_number(region="190101", born=date(1990, 2, 28), sequence=7)

    assert not IdNumber.parse(stranger.text, on=TODAY).region_unknown
    assert IdNumber.parse(invented.text, on=TODAY).region_unknown


@pytest.mark.parametrize("province", sorted(PROVINCES))
def test_the_provinces_are_known(province: str) -> None:
    assert not make_id_number(region=f"{province}0101", born=TODAY, sequence=1).region_unknown


def test_a_year_of_life_is_full_on_the_birthday() -> None:
    person = make_id_number(region="371502", born=date(2000, 6, 1), sequence=1)

    assert person.age(on=date(2016, 5, 31)) == 15
    assert person.age(on=date(2016, 6, 1)) == 16


def test_whoever_was_born_on_the_leap_day_turns_a_year_older_on_the_first_of_march() -> None:
    person = make_id_number(region="371502", born=date(2004, 2, 29), sequence=1)

    assert person.age(on=date(2022, 2, 28)) == 17
    assert person.age(on=date(2022, 3, 1)) == 18
    assert person.age(on=date(2024, 2, 29)) == 20


@given(regions, birthdays, st.integers(1, 999))
def test_a_made_number_says_what_it_was_made_from(region: str, born: date, sequence: int) -> None:
    number = IdNumber.parse(make_id_number(region=region, born=born, sequence=sequence).text, on=TODAY)

    assert (number.region, number.born) == (region, born)
    assert (number.sex is Sex.MALE) == (sequence % 2 == 1)


@given(regions, st.integers(0, 99_999_999))
def test_a_made_code_says_what_it_was_made_from(region: str, serial: int) -> None:
    code = CreditCode.parse(make_credit_code(region=region, serial=serial).text)

    assert code.region == region
    assert int(code.organisation[:8]) == serial


@given(id_numbers, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: IdNumber, place: int, shift: int) -> None:
    digit = (int(number.text[place]) + shift) % 10

    with pytest.raises(Malformed):
        IdNumber.parse(f"{number.text[:place]}{digit}{number.text[place + 1 :]}", on=TODAY)


@given(id_numbers, st.integers(0, 15))
def test_two_digits_that_changed_places_are_always_noticed(number: IdNumber, place: int) -> None:
    one, other = number.text[place], number.text[place + 1]
    if one == other:
        return

    with pytest.raises(Malformed):
        IdNumber.parse(number.text[:place] + other + one + number.text[place + 2 :], on=TODAY)


@given(credit_codes, st.integers(0, 17), st.integers(1, 30))
def test_one_wrong_character_of_a_code_is_always_noticed(code: CreditCode, place: int, shift: int) -> None:
    character = CREDIT_CHARACTERS[(CREDIT_CHARACTERS.index(code.text[place]) + shift) % 31]

    with pytest.raises(Malformed):
        CreditCode.parse(code.text[:place] + character + code.text[place + 1 :])


@given(st.text(max_size=24))
def test_whatever_is_typed_is_a_number_or_a_sentence(text: str) -> None:
    with suppress(Malformed):
        CreditCode.parse(text)
    with suppress(Malformed):
        IdNumber.parse(text, on=TODAY)

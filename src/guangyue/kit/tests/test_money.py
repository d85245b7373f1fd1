"""Money: exact, named in its rounding, and read as people write it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.kit.money import NOTHING, Money, Rounding

amounts = st.integers(min_value=-(10**15), max_value=10**15).map(Money)
factors = st.fractions(min_value=-10, max_value=10, max_denominator=1000)

CAPITAL_DIGITS = {digit: number for number, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}


def test_half_a_fen_goes_up_in_a_standard_down_in_a_ceiling_and_up_in_a_floor() -> None:
    half = Fraction(1, 2)

    assert Money(105).times(half, Rounding.STANDARD) == Money(53)
    assert Money(105).times(half, Rounding.AT_MOST) == Money(52)
    assert Money(105).times(half, Rounding.AT_LEAST) == Money(53)


def test_less_than_half_a_fen_is_dropped_from_a_standard_but_not_from_a_floor() -> None:
    third = Fraction(1, 3)

    assert Money(100).times(third, Rounding.STANDARD) == Money(33)
    assert Money(100).times(third, Rounding.AT_LEAST) == Money(34)


def test_what_is_owed_back_rounds_like_what_was_paid() -> None:
    paid = Money(105).times(Fraction(1, 2), Rounding.STANDARD)

    assert Money(-105).times(Fraction(1, 2), Rounding.STANDARD) == -paid


@pytest.mark.parametrize("bad", [1.5, True, "100", Decimal("1.5")])
def test_money_is_made_from_a_whole_number_of_fen_only(bad: object) -> None:
    with pytest.raises(TypeError):
        Money(bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", [1.1, "60"])
def test_yuan_are_never_a_float_or_a_text(bad: object) -> None:
    with pytest.raises(TypeError):
        Money.yuan(bad)  # type: ignore[arg-type]


def test_money_is_never_multiplied_by_a_float() -> None:
    with pytest.raises(TypeError):
        Money(100) * 0.5  # type: ignore[operator]
    with pytest.raises(TypeError):
        Money(100).times(0.5, Rounding.STANDARD)  # type: ignore[arg-type]


def test_money_and_numbers_do_not_mix() -> None:
    with pytest.raises(TypeError):
        Money(100) + 1  # type: ignore[operator]


def test_a_thousandth_of_a_yuan_is_refused() -> None:
    with pytest.raises(ValueError, match="两位小数"):
        Money.yuan(Decimal("0.001"))


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1,234.50", 123450),
        ("1234.5", 123450),
        ("￥1,234.50", 123450),
        ("¥ 1234", 123400),
        ("１２３４．５０元", 123450),
        (" 60 元 ", 6000),
        ("-0.01", -1),
        ("0", 0),
    ],
)
def test_money_is_read_as_people_write_it(text: str, fen: int) -> None:
    assert Money.parse(text) == Money(fen)


@pytest.mark.parametrize(
    "text", ["", "元", "12,34.00", "1,2345", "1.234", "1e3", "十元", "1 000", "1.", ".5", "--1", "nan"]
)
def test_what_is_not_an_amount_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="最多两位小数"):
        Money.parse(text)


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "人民币零元整"),
        (5, "人民币伍分"),
        (50, "人民币伍角整"),
        (55, "人民币伍角伍分"),
        (1000, "人民币壹拾元整"),
        (32504, "人民币叁佰贰拾伍元零肆分"),
        (140950, "人民币壹仟肆佰零玖元伍角整"),
        (600714, "人民币陆仟零柒元壹角肆分"),
        (1640902, "人民币壹万陆仟肆佰零玖元零贰分"),
        (10700000, "人民币壹拾万柒仟元整"),
        (10070000, "人民币壹拾万零柒佰元整"),
        (100000000_00, "人民币壹亿元整"),
        (100000001_00, "人民币壹亿零壹元整"),
        (200010000_00, "人民币贰亿零壹万元整"),
        (1000000000000_00, "人民币壹万亿元整"),
        (1200000000000_00, "人民币壹万贰仟亿元整"),
        (-123450, "人民币负壹仟贰佰叁拾肆元伍角整"),
    ],
)
def test_official_documents_write_money_in_capitals(fen: int, words: str) -> None:
    assert Money(fen).capitals() == words


@given(amounts)
def test_what_is_written_is_read_back(amount: Money) -> None:
    assert Money.parse(amount.plain()) == amount
    assert Money.parse(str(abs_money(amount))) == abs_money(amount)


@given(amounts)
def test_no_two_amounts_are_written_alike_in_capitals(amount: Money) -> None:
    assert read_capitals(amount.capitals()) == amount


@given(amounts, amounts)
def test_what_is_added_can_be_taken_away(one: Money, other: Money) -> None:
    assert one + other - other == one
    assert one + -one == NOTHING


@given(amounts, factors)
def test_a_ceiling_is_never_above_and_a_floor_never_below_what_is_exact(
    amount: Money, factor: Fraction
) -> None:
    exact = amount.fen * factor

    assert amount.times(factor, Rounding.AT_MOST).fen <= exact <= amount.times(factor, Rounding.AT_LEAST).fen
    assert abs(amount.times(factor, Rounding.STANDARD).fen - exact) <= Fraction(1, 2)


@given(amounts, st.sampled_from(Rounding))
def test_a_whole_multiple_is_the_same_under_every_rounding(amount: Money, rounding: Rounding) -> None:
    assert amount.times(3, rounding) == 3 * amount


def abs_money(amount: Money) -> Money:
    return max(amount, -amount)


def read_capitals(words: str) -> Money:
    """Read 大写 back, written from the other end: each unit multiplies what stands before it."""
    words = words.removeprefix("人民币").removesuffix("整")
    sign, words = (-1, words[1:]) if words.startswith("负") else (1, words)
    yuan_words, has_yuan, part_words = words.rpartition("元")
    total = section = digit = 0
    for character in yuan_words:
        if character in CAPITAL_DIGITS:
            digit = CAPITAL_DIGITS[character]
        elif character in "拾佰仟":
            section, digit = section + digit * {"拾": 10, "佰": 100, "仟": 1000}[character], 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    fen = (total + section + digit) * 100 if has_yuan else 0
    part_words = part_words.removeprefix("零")
    for number, unit in zip(part_words[::2], part_words[1::2], strict=True):
        fen += CAPITAL_DIGITS[number] * (10 if unit == "角" else 1)
    return Money(sign * fen)

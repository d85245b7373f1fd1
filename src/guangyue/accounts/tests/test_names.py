"""How the names are written that people sign in with."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from guangyue.accounts.names import check_login_name, check_mobile, fold


@given(st.text())
def test_folding_twice_is_folding_once(written: str) -> None:
    assert fold(fold(written)) == fold(written)


@given(st.text(max_size=40))
def test_a_user_name_that_passes_cannot_be_taken_for_another(written: str) -> None:
    try:
        check_login_name(written)
    except ValidationError:
        return
    assert written.isascii()
    assert fold(written) == written
    assert not written[0].isdigit()
    assert "@" not in written


@pytest.mark.parametrize("name", ["wang", "wang.xm", "li-4", "a_b"])
def test_plain_names_pass(name: str) -> None:
    check_login_name(name)


@pytest.mark.parametrize("name", ["Wang", "wаng", "王", "1wang", "wa", "wang ", "wang\n", "", "a" * 33])
def test_names_that_could_be_mistaken_do_not(name: str) -> None:
    with pytest.raises(ValidationError):
        check_login_name(name)


def test_mobile_numbers_have_eleven_figures() -> None:
    check_mobile("13800138000")
    for wrong in (
        "12800138000",
        "1380013800",
        "138001380000",
        "+8613800138000",
        "１３８００１３８０００",
        "13800138000\n",
    ):
        with pytest.raises(ValidationError):
            check_mobile(wrong)

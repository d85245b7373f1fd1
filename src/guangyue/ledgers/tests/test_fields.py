"""Declared fields keep what they can read, refuse the rest in a sentence, and tell it again."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.ledgers.fields import BadFact, FieldKind, LedgerField, read_facts, unfilled
from guangyue.ledgers.tests.small_city import PLAN


def test_each_field_keeps_its_own_kind_of_value() -> None:
    written = {"owner": " 某某 ", "storeys": "2", "built_on": date(2020, 1, 2), "use": "住宅", "let": "否"}

    assert read_facts(PLAN.fields, written) == {
        "owner": "某某",
        "storeys": "2",
        "built_on": "2020-01-02",
        "use": "住宅",
        "let": False,
    }


@pytest.mark.parametrize(
    "written",
    [
        {"storeys": "两层"},
        {"storeys": "-1"},
        {"built_on": "去年"},
        {"use": "工厂"},
        {"let": "也许"},
        {"owner": "长" * 201},
    ],
)
def test_what_is_no_value_of_the_field_is_refused_with_its_name(written: dict[str, object]) -> None:
    with pytest.raises(BadFact) as refused:
        read_facts(PLAN.fields, written)

    assert refused.value.field.title in str(refused.value)


def test_what_no_field_asks_for_is_not_kept_in_silence() -> None:
    with pytest.raises(ValueError, match="colour"):
        read_facts(PLAN.fields, {"colour": "红"})


def test_a_required_field_without_a_value_is_named() -> None:
    assert [field.title for field in unfilled(PLAN.fields, {"storeys": "2"})] == ["业主"]


@settings(max_examples=30)
@given(st.text(max_size=20) | st.none() | st.booleans() | st.dates())
def test_what_was_kept_is_kept_the_same_when_it_is_read_again(value: object) -> None:
    for kind in FieldKind:
        field = LedgerField("key", "字段", kind, ("甲", "乙"))
        try:
            kept = field.read(value)
        except BadFact:
            continue

        assert field.read(kept) == kept

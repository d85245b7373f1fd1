"""Kinds of facts: how their values are read and shown."""

from datetime import date

import pytest

from guangyue.registries.facts import About, kind_of, kinds
from guangyue.registries.shapes import (
    Amount,
    Day,
    FirmCode,
    OneOf,
    PersonNumber,
    Plain,
    Point,
    Record,
    Shape,
    Text,
    Township,
    Unreadable,
    Whole,
    YesNo,
)

ON = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("shape", "written", "kept", "shown"),
    [
        (Text(), " 古楼街道  1 号 ", "古楼街道 1 号", "古楼街道 1 号"),
        (Whole("人"), "120", 120, "120 人"),
        (Amount(), "1,234.50", 123_450, "¥1,234.50"),
        (Day(), "2021-04-30", "2021-04-30", "2021年4月30日"),
        (YesNo(), "是", True, "是"),
        (YesNo(), "否", False, "否"),
        (OneOf(("甲", "乙")), "乙", "乙", "乙"),
        (PersonNumber(), "39010119800101008x", "39010119800101008X", "390101********008X"),
        (Township(), "990101001", "990101001", "990101001"),
        (Point(), "115.985，36.456", [115.985, 36.456], "115.985000，36.456000"),
    ],
)
def test_a_value_is_read_as_people_write_it_and_shown_as_they_read_it(
    shape: Shape, written: str, kept: Plain, shown: str
) -> None:
    assert shape.read(written, on=ON) == kept
    assert shape.show(kept) == shown


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        (Text(), "  "),
        (Text(), "字" * 201),
        (Text(), "a\x00b"),
        (Whole(), "-1"),
        (Whole(), "1.5"),
        (Whole(), "9" * 20),
        (Amount(), "-3"),
        (Amount(), "1.005"),
        (Day(), "2021-02-30"),
        (Day(), "1700-01-01"),
        (YesNo(), "也许"),
        (OneOf(("甲",)), "丙"),
        (PersonNumber(), "390101198001010018"),
        (FirmCode(), "91390101MA0000001X"),
        (Township(), "9901"),
        (Point(), "36.4"),
        (Point(), "0,0"),
        (Record(()), "x"),
    ],
)
def test_what_is_no_such_value_is_told_so(shape: Shape, written: str) -> None:
    with pytest.raises(Unreadable):
        shape.read(written, on=ON)


def test_a_record_is_told_in_one_line() -> None:
    shape = kind_of(About.PERSON, "certificate").shape

    shown = shape.show({"kind": "职业资格证书", "occupation": "电工", "level": 5, "fee": 60_000})

    assert shown == "职业资格证书，电工，5 级，培训鉴定费用 ¥600.00"


def test_every_kind_has_one_owner_and_no_two_kinds_of_a_subject_share_a_key() -> None:
    declared = list(kinds().values())

    assert len({kind.code for kind in declared}) == len(declared)
    assert all(kind.owner for kind in declared)

"""What each way needs and allows, what a remark grants, how long there is, what the lists must come to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.empowerments.counting import Expected, InBoth, Miscounted, compare, last_day
from guangyue.empowerments.modes import (
    WAYS,
    Mode,
    Part,
    Piece,
    ability,
    by_agreement,
    finishes_in_zone,
    missing_parts,
)
from guangyue.empowerments.notes import Note, read_note
from guangyue.kit.workdays import kept_calendar

ISSUED = date(2021, 4, 15)


@given(st.sampled_from(Mode), st.sets(st.sampled_from(Piece)))
def test_nobody_acts_without_every_piece_and_whoever_has_them_all_does(
    mode: Mode, pieces: set[Piece]
) -> None:
    able = ability(mode, pieces)

    assert able.may_act == (set(WAYS[mode].needs) <= pieces)
    assert set(able.missing) == set(WAYS[mode].needs) - pieces


def test_without_the_announcement_nothing_delegated_is_decided() -> None:
    assert ability(Mode.DELEGATED, [Piece.AGREEMENT, Piece.SEAL]).missing == (Piece.ANNOUNCEMENT,)


def test_whoever_receives_for_the_city_only_receives() -> None:
    able = ability(Mode.INTAKE, [Piece.PERMISSION, Piece.ANNOUNCEMENT])

    assert (able.may_act, able.scope) == (True, "收件")


def test_what_was_exercised_before_needs_nothing_new() -> None:
    assert ability(Mode.DIRECT, []).may_act
    assert ability(Mode.DIRECT, []).scope == "原权限"


def test_an_agreement_says_four_parts() -> None:
    assert missing_parts([Part.BASIS, Part.MATTERS, Part.POWERS]) == (Part.DUTIES,)
    assert missing_parts(list(Part)) == ()


def test_what_the_law_reserves_is_delegated_unless_a_reason_is_given() -> None:
    assert by_agreement(reserved=True, mode=Mode.DELEGATED, reason="")
    assert not by_agreement(reserved=True, mode=Mode.INTAKE, reason=" ")
    assert by_agreement(reserved=True, mode=Mode.INTAKE, reason="由市级统一发证")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", Note()),
        ("总平面图审查除外", Note(excluded=("总平面图审查",))),
        ("仅限变更、延续", Note(granted=("变更", "延续"))),
        ("不含跨县项目；仅新办", Note(granted=("新办",), excluded=("跨县项目",))),
        ("除危险化学品以外", Note(excluded=("危险化学品",))),
        ("住宅项目", Note(granted=("住宅项目",))),
    ],
)
def test_a_remark_names_what_is_granted_or_what_is_not(text: str, note: Note) -> None:
    assert read_note(text) == note


def test_only_the_part_in_the_remark_is_granted() -> None:
    assert not read_note("总平面图审查除外").covers("建设工程总平面图审查")
    assert read_note("总平面图审查除外").covers("核发许可证")
    assert read_note("仅限变更").covers("法人变更")
    assert not read_note("仅限变更").covers("新办")


def test_thirty_working_days_of_april_2021_end_on_the_28th_of_may() -> None:
    assert last_day(ISSUED, days=30, calendar=kept_calendar()) == date(2021, 5, 28)


def test_what_was_accepted_the_day_before_is_finished_in_the_zone() -> None:
    assert finishes_in_zone(accepted_on=date(2021, 4, 14), stopped_from=ISSUED)
    assert not finishes_in_zone(accepted_on=ISSUED, stopped_from=ISSUED)
    assert not finishes_in_zone(accepted_on=None, stopped_from=ISSUED)


def test_a_list_that_is_short_or_long_or_in_both_is_named() -> None:
    new, direct = Expected("赋权事项清单", 2), Expected("原直接实施的事项清单", 2)

    found = list(compare({new: {"1": "甲", "2": "乙", "3": "丙"}, direct: {"2": "乙"}}))

    assert found == [
        Miscounted("赋权事项清单", 3, 2, ("丙",)),
        Miscounted("原直接实施的事项清单", 1, 2),
        InBoth(("乙",)),
    ]
    assert [str(one) for one in found] == [
        "赋权事项清单载入 3 项，文件写的是 2 项：丙",
        "原直接实施的事项清单载入 1 项，文件写的是 2 项",
        "1 项同时在两份清单里：乙",
    ]


def test_a_list_that_nobody_loaded_is_not_yet_wrong() -> None:
    assert list(compare({Expected("甲", 29): {}, Expected("乙", 1794): {}})) == []

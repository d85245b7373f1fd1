"""What may begin, what is stopped, and what keeps a theme from being taken in."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guangyue.bundles.pieces import Piece
from guangyue.bundles.standing import Standing, intake, ready, stopped
from guangyue.bundles.tests.pieces import a_piece
from guangyue.matters.declaration import Material

WAITING, GRANTED, FAILED = Standing.WAITING, Standing.GRANTED, Standing.FAILED


def test_a_matter_begins_when_all_before_it_are_granted() -> None:
    waits = {"A": (), "B": (), "C": ("A", "B")}

    assert list(ready({"A": GRANTED, "B": Standing.UNDER_WAY, "C": WAITING}, waits)) == []
    assert list(ready({"A": GRANTED, "B": GRANTED, "C": WAITING}, waits)) == ["C"]


def test_a_failure_stops_what_depends_on_it_and_nothing_else() -> None:
    waits: dict[str, tuple[str, ...]] = {"A": (), "B": ("A",), "C": ("B",), "D": ()}

    assert stopped({"A": FAILED, "B": WAITING, "C": WAITING, "D": WAITING}, waits) == {"B", "C"}


def test_a_missing_main_material_holds_back_only_its_own_matter() -> None:
    pieces = [a_piece("A", "甲"), a_piece("B", "乙")]

    assert intake(pieces, {"A": (), "B": ()}, missing=["乙"]).held == ("B",)


def test_a_missing_main_material_of_what_others_wait_for_holds_back_the_whole() -> None:
    pieces = [a_piece("A", "甲"), a_piece("B", "乙")]

    found = intake(pieces, {"A": (), "B": ("A",)}, missing=["甲"])

    assert not found.may_begin
    assert found.blocks == ("A",)


def test_what_may_be_owed_and_is_promised_holds_nothing_back() -> None:
    deferrable = Piece("A", "A", (Material("plan", "平面图", deferrable=True),))

    assert intake([deferrable], {"A": ()}, missing=["plan"], promised=["plan"]).may_begin
    assert not intake([deferrable], {"A": ()}, missing=["plan"]).may_begin
    assert not intake([a_piece("A", "甲")], {"A": ()}, missing=["甲"], promised=["甲"]).may_begin


@st.composite
def roads(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    keys = [f"P{number}" for number in range(draw(st.integers(1, 8)))]
    return {
        key: tuple(draw(st.lists(st.sampled_from(keys[:place]), unique=True))) if place else ()
        for place, key in enumerate(keys)
    }


@settings(deadline=None, suppress_health_check=(HealthCheck.too_slow,))
@given(roads(), st.data())
def test_whatever_fails_every_matter_settles_and_none_before_its_time(
    waits: dict[str, tuple[str, ...]], data: st.DataObject
) -> None:
    stand = dict.fromkeys(waits, WAITING)
    while True:
        for key in list(ready(stand, waits)):
            assert all(stand[one] is GRANTED for one in waits[key])
            stand[key] = Standing.UNDER_WAY
        running = [key for key, one in stand.items() if one is Standing.UNDER_WAY]
        if not running:
            break
        stand[data.draw(st.sampled_from(running))] = data.draw(st.sampled_from([GRANTED, FAILED]))
        for key in stopped(stand, waits):
            assert stand[key] is WAITING
            stand[key] = Standing.STOPPED

    assert all(one.settled for one in stand.values())
    for key, one in stand.items():
        lost = any(stand[before] is not GRANTED for before in waits[key])
        assert (one is Standing.STOPPED) == lost

"""Which rows a scope covers."""

import pytest

from guangyue.kit.access import EVERYWHERE, NOWHERE, Reach, Scope

DISTRICT = frozenset({"371502", "371502001"})
BUREAU = Scope((Reach(regions=DISTRICT, organisations=frozenset({7, 8})),))


def test_a_reach_covers_its_regions_and_among_them_its_organisations() -> None:
    assert BUREAU.covers(region="371502001", organisation=8)
    assert not BUREAU.covers(region="371502", organisation=9)
    assert not BUREAU.covers(region="371503", organisation=7)


def test_rows_of_no_organisation_are_reached_by_region_alone() -> None:
    assert BUREAU.covers(region="371502")
    assert not BUREAU.covers(region="371503")


def test_two_reaches_cover_their_own_rows_and_not_each_others() -> None:
    two = Scope((*BUREAU.reaches, Reach(regions=frozenset({"371503"}), organisations=frozenset({9}))))

    assert two.covers(region="371503", organisation=9)
    assert not two.covers(region="371503", organisation=7)


def test_everywhere_covers_all_and_nowhere_nothing() -> None:
    assert EVERYWHERE.everywhere
    assert EVERYWHERE.covers(region="371503", organisation=9)
    assert not NOWHERE.everywhere
    assert not NOWHERE.covers(region="371503")


def test_organisations_without_their_regions_are_no_reach() -> None:
    with pytest.raises(ValueError, match="names their regions"):
        Reach(organisations=frozenset({7}))


def test_a_scope_contains_a_reach_only_when_one_of_its_own_covers_all_of_it() -> None:
    assert BUREAU.contains(Reach(regions=frozenset({"371502001"}), organisations=frozenset({7})))
    assert not BUREAU.contains(Reach(regions=frozenset({"371502001"})))
    assert not BUREAU.contains(Reach())
    assert EVERYWHERE.contains(Reach())
    assert not NOWHERE.contains(BUREAU.reaches[0])

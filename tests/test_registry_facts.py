"""The city's kinds of facts: each has an owner that exists, and the synthetic city knows exactly those."""

from guangyue.registries.facts import About, kinds_about
from guangyue.registries.shapes import OneOf, Record
from guangyue.registries.synthetic.city import SyntheticCity
from liaocheng.city import ORGANISATIONS
from liaocheng.facts import FACTS
from liaocheng.population import DISTRICTS, city_plan

BLOCK = SyntheticCity(city_plan(), persons=3_000, firms=150).block(0)
TABLES = {
    About.PERSON: BLOCK.persons,
    About.HOUSEHOLD: BLOCK.households,
    About.FIRM: BLOCK.firms,
    About.PLACE: BLOCK.places,
}
RECORDS = {
    "person.certificate": BLOCK.certificates,
    "person.benefit": BLOCK.person_benefits,
    "firm.benefit": BLOCK.firm_benefits,
}

# What says which row it is, and whose, rather than what is so.
KEYS = {
    About.PERSON: {"person", "id_number", "district"},
    About.HOUSEHOLD: {"household", "place", "district", "township"},
    About.FIRM: {"serial", "firm", "place", "district"},
    About.PLACE: {"place", "district", "longitude", "latitude"},
}


def test_every_owner_of_a_fact_is_an_organisation_of_the_city() -> None:
    known = {organisation.key for organisation in ORGANISATIONS}

    assert {kind.owner for kind in FACTS} <= known


def test_the_synthetic_city_knows_what_the_city_declares_and_nothing_else() -> None:
    for about, table in TABLES.items():
        columns = {column for column in table.columns if not column.endswith("_since")} - KEYS[about]
        declared = {kind.key for kind in kinds_about(about) if not kind.several}
        assert columns == declared - {"position"}, about


def test_it_knows_no_value_that_cannot_be_chosen() -> None:
    for about, table in TABLES.items():
        for kind in kinds_about(about):
            if isinstance(kind.shape, OneOf) and kind.key in table.columns:
                assert set(table[kind.key].drop_nulls().unique()) <= set(kind.shape.options), kind.code


def test_its_records_have_the_parts_that_are_declared() -> None:
    for kind in FACTS:
        if isinstance(kind.shape, Record):
            assert {key for key, _, _ in kind.shape.parts} <= set(RECORDS[kind.code].columns)


def test_every_district_and_zone_has_townships_and_people() -> None:
    plan = city_plan()

    assert len(plan.districts) == len(DISTRICTS) == 11
    assert all(district.townships for district in plan.districts)
    assert sum(district.population for district in plan.districts) == 5_952_000

"""The synthetic city: plausible, the same for the same seed, and belonging to nobody."""

import hashlib
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guangyue.kit.identities import PROVINCES, CreditCode, IdNumber, Sex
from guangyue.registries.synthetic.cast import cast_of
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.parquet import TABLES, write_parquet
from guangyue.registries.synthetic.tables import Block
from guangyue.registries.tests.factories import CITY, PLAN

BLOCK = SyntheticCity(PLAN).block(0)  # a whole one, to count in

cities = st.builds(
    SyntheticCity,
    plan=st.just(PLAN),
    persons=st.integers(1, 900),
    firms=st.just(1),
    seed=st.integers(0, 2**32 - 1),
    on=st.dates(date(2019, 1, 1), date(2030, 12, 31)),
).flatmap(lambda city: st.builds(replace, st.just(city), firms=st.integers(1, city.persons)))


@given(cities)
@settings(max_examples=40, deadline=None)
def test_every_number_is_well_formed_and_of_a_region_that_does_not_exist(city: SyntheticCity) -> None:
    block = city.block(0)

    for number, born, sex in block.persons.select("id_number", "birth_date", "sex").iter_rows():
        parsed = IdNumber.parse(number, on=city.on)
        assert parsed.region[:2] == "39"
        assert parsed.region_unknown
        assert (parsed.born, parsed.sex) == (born, Sex(sex))
    for code in block.firms["firm"]:
        assert CreditCode.parse(code).region[:2] == "39"


def test_no_province_has_ever_begun_with_39() -> None:
    assert "39" not in PROVINCES


@given(cities)
@settings(max_examples=20, deadline=None)
def test_the_same_seed_gives_the_same_city(city: SyntheticCity) -> None:
    assert_same(city.block(0), replace(city).block(0))


def test_another_seed_gives_other_people() -> None:
    other = replace(CITY, seed=CITY.seed + 1)

    assert not CITY.block(0).persons.equals(other.block(0).persons)


def test_the_first_people_of_a_larger_city_are_those_of_the_smaller() -> None:
    larger = SyntheticCity(PLAN, persons=60_000, firms=3_000)

    assert_same(BLOCK, larger.block(0))


def test_no_two_people_share_a_number_though_their_blocks_share_a_region() -> None:
    city = SyntheticCity(PLAN, persons=101 * 20_000, firms=101 * 1_000)
    first, hundredth = city.block(0), city.block(100)

    numbers = pl.concat([first.persons["id_number"], hundredth.persons["id_number"]])

    assert numbers.str.slice(0, 4).n_unique() == 1
    assert numbers.n_unique() == 40_000


def test_no_two_firms_share_a_code() -> None:
    city = SyntheticCity(PLAN, persons=60_000, firms=60_000)

    codes = pl.concat([block.firms["firm"] for block in city.blocks()])

    assert codes.n_unique() == 60_000


@pytest.mark.parametrize(("persons", "firms"), [(0, 1), (18_000_001, 900), (10, 11), (40_000, 1)])
def test_a_city_of_an_impossible_size_is_refused(persons: int, firms: int) -> None:
    with pytest.raises(ValueError, match=r"persons|firms"):
        SyntheticCity(PLAN, persons=persons, firms=firms)


def test_the_ages_are_those_of_a_city_of_our_time() -> None:
    age = CITY.on.year - BLOCK.persons["birth_date"].dt.year()

    assert 0.15 < share(age < 15) < 0.27
    assert 0.13 < share(age >= 60) < 0.25
    assert share(age > 105) == 0


def test_people_live_where_the_plan_says() -> None:
    assert 0.5 < share(BLOCK.persons["district"] == "990101") < 0.7


def test_a_firm_has_the_staff_who_name_it_as_their_employer() -> None:
    named = BLOCK.persons.drop_nulls("employer").group_by("employer").len()

    firms = BLOCK.firms.filter(pl.col("size") == "微型").join(named, left_on="firm", right_on="employer")

    assert firms.height > 100
    assert (firms["staff"] >= firms["len"]).all()
    assert (firms["staff"] <= firms["len"] + 1).all()


def test_whoever_leads_a_firm_is_a_grown_person_of_the_city_and_leads_no_other() -> None:
    led = BLOCK.firms["legal_representative"].drop_nulls()
    leaders = BLOCK.persons.filter(pl.col("id_number").is_in(led.implode()))

    assert led.n_unique() == len(led) == leaders.height
    assert (CITY.on.year - leaders["birth_date"].dt.year() >= 21).all()
    assert not leaders["deceased"].any()


def test_children_have_no_work_and_the_dead_no_life() -> None:
    people = BLOCK.persons
    children = people.filter(pl.col("birth_date") > date(CITY.on.year - 15, 1, 1))
    dead = people.filter(pl.col("deceased"))

    assert children["employment"].is_null().all()
    assert children["employer"].is_null().all()
    assert dead.height > 0
    assert dead["employer"].is_null().all()
    assert (dead["pension"].drop_nulls() == 0).all()


def test_an_allowance_is_paid_to_households_that_have_little() -> None:
    allowed = BLOCK.households.filter(pl.col("allowance") != "未享受")["income"].drop_nulls()

    assert allowed.len() > 20
    assert (allowed < 73_100).all()


def test_nobody_is_paid_before_what_it_is_paid_for() -> None:
    benefits = BLOCK.person_benefits.join(BLOCK.persons, on="person")
    old_age = benefits.filter(pl.col("benefit") == "高龄津贴")

    assert (old_age["since"].dt.year() - old_age["birth_date"].dt.year() >= 80).all()
    assert (benefits["paid_on"] <= CITY.on).all()


def test_much_is_known_and_not_everything() -> None:
    employees = BLOCK.persons.drop_nulls("employer")

    assert 0.02 < share(employees["wage"].is_null()) < 0.1


def test_a_visitor_steps_in_as_a_graduate_who_works_for_himself_and_as_a_young_firm_with_staff() -> None:
    cast = cast_of(BLOCK)
    citizen = BLOCK.persons.row(by_predicate=pl.col("person") == cast.citizen, named=True)
    firm = BLOCK.firms.row(by_predicate=pl.col("firm") == cast.firm, named=True)

    assert (citizen["employment"], citizen["insurance"]) == ("灵活就业", "灵活就业人员")
    assert citizen["graduated_on"] is not None
    assert cast.citizen in BLOCK.certificates["person"]
    assert firm["first_licence"]
    assert firm["insured"] >= 5


@given(st.integers(1, 60))
@settings(max_examples=20, deadline=None)
def test_even_the_smallest_city_has_somebody_to_step_in_as(persons: int) -> None:
    assert cast_of(SyntheticCity(PLAN, persons=persons, firms=1).block(0)).citizen is not None


def test_the_city_as_parquet_is_the_same_to_the_byte(tmp_path: Path) -> None:
    city = SyntheticCity(PLAN, persons=120_500, firms=6_000)

    for folder in ("one", "two"):
        written = list(write_parquet(city, tmp_path / folder))
    files = sorted((tmp_path / "one").rglob("*.parquet"))

    assert [bucket.rows["persons"] for bucket in written] == [100_000, 20_500]
    assert len(files) == 2 * len(TABLES)
    for file in files:
        other = tmp_path / "two" / file.relative_to(tmp_path / "one")
        assert digest(file) == digest(other)


def test_what_hangs_on_a_payee_lies_in_the_payee_s_bucket(tmp_path: Path) -> None:
    list(write_parquet(SyntheticCity(PLAN, persons=120_500, firms=6_000), tmp_path))

    def bucket(table: str) -> pl.DataFrame:
        return pl.read_parquet(tmp_path / table / "00001.parquet")

    persons = bucket("persons")
    assert set(persons["employer"].drop_nulls()) <= set(bucket("firms")["firm"])
    assert set(persons["household"]) <= set(bucket("households")["household"])
    assert set(bucket("person_benefits")["person"]) <= set(persons["person"])
    assert set(bucket("certificates")["person"]) <= set(persons["person"])


def assert_same(one: Block, other: Block) -> None:
    for field in fields(Block):
        assert getattr(one, field.name).equals(getattr(other, field.name)), field.name


def share(so: pl.Series) -> float:
    """Of all rows those of which it is so."""
    return int(so.sum()) / len(so)


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

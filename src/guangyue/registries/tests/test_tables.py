"""The registers as tables: what the database says is what the synthetic city's own tables say."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from guangyue.organisations.models import Organisation
from guangyue.registries.loading import load_block
from guangyue.registries.models import Fact
from guangyue.registries.tables import buckets, tables_of
from guangyue.registries.tests.factories import CITY

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
MAY = datetime(2021, 5, 5, tzinfo=UTC)
BLOCK = CITY.block(0)


@pytest.fixture
def tables(country: Country) -> dict[str, pl.DataFrame]:
    load_block(BLOCK, on=CITY.on)
    (bucket,) = buckets()
    found = tables_of(persons=bucket.persons, firms=bucket.firms, on=CITY.on, known_at=MAY)
    return {name: table.collect() for name, table in found.items()}


def plain(table: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Without what is kept more narrowly in a file than in the database."""
    wide = table.with_columns(pl.selectors.enum().cast(pl.String), pl.selectors.integer().cast(pl.Int64))
    return wide.drop("district", strict=False).sort(by)


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("persons", ["person"]),
        ("households", ["household"]),
        ("firms", ["serial"]),
        ("certificates", ["item"]),
        ("person_benefits", ["item"]),
        ("firm_benefits", ["item"]),
    ],
)
def test_every_cell_is_the_city_s_own(tables: dict[str, pl.DataFrame], name: str, by: list[str]) -> None:
    own = plain(getattr(BLOCK, name), by)
    columns = [
        column
        for column in own.columns
        if column not in ("place", "residence") and not column.endswith("_since")
    ]
    assert_frame_equal(plain(tables[name], by).select(columns), own.select(columns))


def test_a_firm_comes_with_those_who_work_there_and_whoever_leads_it(tables: dict[str, pl.DataFrame]) -> None:
    employed = BLOCK.persons.filter(pl.col("employer").is_not_null())

    assert set(tables["workers"]["person"]) == set(employed["person"])
    assert set(tables["leads"]["id_number"]) == set(BLOCK.firms["legal_representative"].drop_nulls())


def test_of_a_firm_s_people_the_tables_tell_all_that_was_paid_to_them_and_to_the_firms_they_lead(
    country: Country,
) -> None:
    load_block(BLOCK, on=CITY.on)
    led = BLOCK.firms.join(BLOCK.firm_benefits, on="firm", how="semi").drop_nulls("legal_representative")
    number, code = led.select("serial", "firm").row(0)

    tables = tables_of(firms=[number], on=CITY.on, known_at=MAY)
    told = {name: table.collect() for name, table in tables.items()}

    people = pl.concat([told["workers"]["person"], told["leads"]["person"]]).unique()
    paid = BLOCK.person_benefits.filter(pl.col("person").is_in(people.implode()))
    assert told["led"].select("person", "firm").rows() == [(told["leads"]["person"].item(), code)]
    assert told["firms"]["firm"].to_list() == [code]
    assert set(told["firm_benefits"]["item"]) == set(
        BLOCK.firm_benefits.filter(pl.col("firm") == code)["item"]
    )
    assert set(told["person_benefits"]["item"]) == set(paid["item"])
    assert told["persons"].is_empty()


def test_a_day_in_the_past_is_told_as_it_was_and_as_it_was_known(country: Country) -> None:
    load_block(BLOCK, on=CITY.on)
    moved = Fact.objects.filter(kind="employment", since__gt=date(2019, 6, 1)).order_by("id").first()
    assert moved is not None
    assert moved.person
    number = moved.person.pk

    def told(on: date, known_at: datetime) -> object:
        tables = tables_of(persons=[number], on=on, known_at=known_at)
        return tables["persons"].collect()["employment"].item()

    assert told(moved.since, MAY) == moved.value
    assert told(moved.since - timedelta(days=1), MAY) != moved.value
    assert told(moved.since, moved.recorded_at - timedelta(seconds=1)) != moved.value


def test_of_nobody_the_tables_are_there_and_empty(country: Country) -> None:
    assert {table.collect().height for table in tables_of(on=CITY.on, known_at=MAY).values()} == {0}

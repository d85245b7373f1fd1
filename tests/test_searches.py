"""Whoever is found in the database is who is found in the files of the same city, and as the rule has it."""

from datetime import UTC, datetime

import polars as pl
import pytest
from django.utils import timezone
from polars.testing import assert_frame_equal

from guangyue.registries.loading import load_block
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.parquet import TABLES, with_ties
from guangyue.registries.tables import buckets, tables_of
from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import search_verdicts
from guangyue.systems.enactment import enact
from guangyue.systems.tests.searched import searched
from liaocheng.demo_figures import ENTRIES
from liaocheng.population import city_plan
from liaocheng.systems import CITY

INVENTED = SyntheticCity(city_plan(), persons=2_000, firms=120)
BLOCK = INVENTED.block(0)


def told(tables: Tables) -> dict[str, pl.DataFrame]:
    """Every search of the city, with what the rules of the day say of those found."""
    return {
        f"{system.number}.{offer.key}": search_verdicts(
            rule, search, tables, on=INVENTED.on, table=Table(ENTRIES)
        )
        .select("key", "payee", "item", "on", "settled", "amount", "unknown", "township")
        .with_columns(pl.col("key").cast(pl.String), pl.col("payee").cast(pl.Int64))
        .sort("key")
        .collect()
        for system in CITY.systems
        for offer, search, rule in searched(system, INVENTED.on)
    }


@pytest.mark.django_db
def test_the_database_and_the_files_find_the_same() -> None:
    enact(CITY, at=timezone.now())
    load_block(BLOCK, on=INVENTED.on)
    (bucket,) = buckets()
    known_at = datetime(2021, 5, 5, tzinfo=UTC)

    stored = told(tables_of(persons=bucket.persons, firms=bucket.firms, on=INVENTED.on, known_at=known_at))
    filed = told(with_ties({name: getattr(BLOCK, name).lazy() for name in TABLES}))

    assert stored.keys() == filed.keys()
    for code, found in stored.items():
        assert_frame_equal(found, filed[code])

"""Every rule of the city that its registers say something of, over the registers of a whole invented city."""

from pathlib import Path

import polars as pl
from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.registries.synthetic.city import DAY
from guangyue.registries.synthetic.parquet import TABLES, with_ties
from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Table
from guangyue.rules.searching import search_verdicts
from guangyue.systems.offered import offered

BUCKETS_AT_ONCE = 10


def decide(registers: Path, out: Path) -> None:
    table = Table(import_string(settings.GUANGYUE_DEMO_FIGURES))
    for nth, tables in enumerate(parts(registers)):
        for one in offered():
            rule = one.in_force(DAY)
            if rule is None or one.offer.search is None:
                continue
            found = search_verdicts(rule, one.offer.search, tables, on=DAY, table=table)
            found.sink_parquet(out / f"{one.code}-{nth:03d}.parquet")


def parts(registers: Path) -> list[Tables]:
    """So many buckets at a time that they fit in memory; a payee and all that is his lie in one."""
    buckets = sorted(path.name for path in (registers / "persons").glob("*.parquet"))
    several = [buckets[at : at + BUCKETS_AT_ONCE] for at in range(0, len(buckets), BUCKETS_AT_ONCE)]
    return [
        with_ties({table: pl.scan_parquet([registers / table / name for name in names]) for table in TABLES})
        for names in several
    ]

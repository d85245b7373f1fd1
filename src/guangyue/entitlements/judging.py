"""判: a part of the city by every rule, in columns: row by row what `finding.find_for` says of each."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

import polars as pl

from guangyue.entitlements.finding import AHEAD, searched
from guangyue.policies.figures import standing_table
from guangyue.registries.tables import tables_of
from guangyue.rules.offers import Audience, Tables
from guangyue.rules.outlooks import outlooks
from guangyue.rules.parameters import Table
from guangyue.systems.offered import offered

FRAMES = {Audience.PERSON: ("person", "persons", "person"), Audience.FIRM: ("firm", "firms", "serial")}
FOUND: dict[str, pl.DataType] = {
    "kind": pl.String(),
    "code": pl.String(),
    "payee": pl.Int64(),
    "item": pl.String(),
    "district": pl.String(),
    "township": pl.String(),
    "outlook": pl.String(),
    "amount": pl.Int64(),
    "unknown": pl.UInt64(),
    "since": pl.Date(),
    "until": pl.Date(),
    "fingerprint": pl.String(),
}
ORDER = ("kind", "code", "payee", "item")


@dataclass(frozen=True)
class Judged:
    """What was found of some payees, the registers it was judged on, and these as a hash."""

    found: pl.DataFrame
    tables: Tables
    data_sha256: str


def judge_payees(*, persons: range, firms: range, on: date, known_at: datetime) -> Judged:
    read = tables_of(persons=persons, firms=firms, on=on, known_at=known_at)
    tables = {name: table.collect() for name, table in read.items()}
    lazy = {name: table.lazy() for name, table in tables.items()}
    table = standing_table(known_at=known_at)
    parts = [part for audience in FRAMES for part in _of_audience(audience, lazy, on, table)]
    found = pl.concat([pl.DataFrame(schema=FOUND), *parts]).sort(ORDER)
    return Judged(found, lazy, _digest(tables))


def versions_in_use() -> dict[str, list[str]]:
    """政策规则的版本: of each policy that is searched for, every version by its fingerprint."""
    return {
        one.code: [version.fingerprint for version in one.versions]
        for one in offered()
        if one.offer.search is not None
    }


def figures_version(table: Table) -> str:
    said = [(one.key, one.since.isoformat(), str(one.value), one.region) for one in table.entries]
    return hashlib.sha256(repr(sorted(said, key=str)).encode()).hexdigest()


def _of_audience(audience: Audience, tables: Tables, on: date, table: Table) -> Iterator[pl.DataFrame]:
    kind, register, key = FRAMES[audience]
    where = tables[register].select(
        pl.col(key).alias("payee"), pl.coalesce("district", "township").alias("district"), "township"
    )
    places = where.collect()
    for one in searched(audience):
        assert one.offer.search is not None
        found = outlooks(one.versions, one.offer.search, tables, on=on, horizon=on + AHEAD, table=table).drop(
            "district", "township"
        )
        named = found.with_columns(
            kind=pl.lit(kind), code=pl.lit(one.code), item=pl.col("item").fill_null("")
        )
        yield named.join(places, on="payee").select(pl.col(name).cast(of) for name, of in FOUND.items())


def _digest(tables: Mapping[str, pl.DataFrame]) -> str:
    digest = hashlib.sha256()
    for name in sorted(tables):
        written = BytesIO()
        tables[name].write_ipc(written)
        digest.update(name.encode() + written.getvalue())
    return digest.hexdigest()

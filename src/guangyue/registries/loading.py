"""A block of the synthetic city into the database, by COPY: rows, and the facts behind each value."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

import polars as pl
from django.db import connection, transaction

from guangyue.registries.facts import UNKNOWN, About, FactKind, kinds_about
from guangyue.registries.shapes import Record
from guangyue.registries.synthetic.tables import Block

SHANGHAI = ZoneInfo("Asia/Shanghai")
REGISTER_OPENED = date(2010, 1, 1)  # what is older was entered then
SHARING_BEGAN = datetime(2019, 1, 1, 8, tzinfo=SHANGHAI)  # what is older reached the city then
TOLD_AFTER = timedelta(days=3, hours=10)  # from the day something is so to the moment the city is told

# Since when a fact holds that has no day of its own: from birth, from this month's or this year's returns.
FROM_BIRTH = ("name", "sex", "birth_date")
OF_THIS_MONTH = (
    "wage",
    "insured_months",
    "unit_premium",
    "own_premium",
    "pension",
    "staff",
    "insured",
    "income",
)
OF_THIS_YEAR = ("turnover", "unemployment_premium", "layoffs", "tax_grade", "enrolled")

# The tables of a block in which the facts of a kind with several lie.
SEVERAL = {
    (About.PERSON, "certificate"): "certificates",
    (About.PERSON, "benefit"): "person_benefits",
    (About.FIRM, "benefit"): "firm_benefits",
}
TABLES = ("registries_place", "registries_household", "registries_person", "registries_firm")
CONTINUE_NUMBERING = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"

PLACE_ID = pl.col("place").str.slice(1).cast(pl.Int64) + 1
HOUSEHOLD_ID = pl.col("household").str.slice(2).cast(pl.Int64) + 1


@transaction.atomic
def load_block(block: Block, *, on: date) -> int:
    """All of it or nothing; says how many facts there are."""
    subjects = _subjects(block)
    for table, rows in zip(TABLES, subjects.values(), strict=True):
        _copy(table, rows)
    stated = 0
    for facts in _facts(block, on):
        _copy("registries_fact", facts)
        stated += facts.height
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(CONTINUE_NUMBERING.format(table=table))
    return stated


def _subjects(block: Block) -> dict[About, pl.DataFrame]:
    """The rows themselves, in the order in which they refer to one another."""
    people = block.persons.select("id_number", "person")
    return {
        About.PLACE: block.places.select(
            id=PLACE_ID,
            number="place",
            title="title",
            kind="kind",
            region_id="township",
            longitude="longitude",
            latitude="latitude",
        ),
        About.HOUSEHOLD: block.households.select(
            id=HOUSEHOLD_ID, number="household", region_id="township", place_id=PLACE_ID
        ),
        About.PERSON: block.persons.select(
            "id_number",
            "name",
            "sex",
            "birth_date",
            id="person",
            key=pl.Series([str(uuid5(NAMESPACE_OID, number)) for number in block.persons["id_number"]]),
            region_id="township",
            household_id=HOUSEHOLD_ID,
        ),
        About.FIRM: block.firms.join(
            people, left_on="legal_representative", right_on="id_number", how="left", maintain_order="left"
        ).select(
            "name",
            "kind",
            "industry",
            "status",
            "registered_on",
            id="serial",
            credit_code="firm",
            size=pl.col("size").cast(pl.String).fill_null(""),
            region_id="township",
            place_id=PLACE_ID,
            legal_representative_id="person",
        ),
    }


def _facts(block: Block, on: date) -> Iterator[pl.DataFrame]:
    """Every fact stated of the block's subjects, kind by kind."""
    tables = {
        About.PLACE: block.places.with_columns(
            subject=PLACE_ID, position=pl.concat_arr("longitude", "latitude"), since=pl.lit(REGISTER_OPENED)
        ),
        About.HOUSEHOLD: block.households.with_columns(subject=HOUSEHOLD_ID, since=pl.lit(REGISTER_OPENED)),
        About.PERSON: block.persons.with_columns(
            subject="person", since=pl.max_horizontal("birth_date", pl.lit(REGISTER_OPENED))
        ),
        About.FIRM: block.firms.with_columns(subject="serial", since="registered_on"),
    }
    for about, table in tables.items():
        for kind in kinds_about(about):
            if not kind.several:
                yield _stated(kind, table.with_columns(since=_since(kind, table, on), item=pl.lit("")), on)
    for (about, key), name in SEVERAL.items():
        kind = next(kind for kind in kinds_about(about) if kind.key == key)
        yield _stated(kind, _several(kind, getattr(block, name), block), on)
    earlier = block.earlier.with_columns(subject="person", item=pl.lit(""))
    yield _stated(next(kind for kind in kinds_about(About.PERSON) if kind.key == "employment"), earlier, on)


def _several(kind: FactKind, table: pl.DataFrame, block: Block) -> pl.DataFrame:
    """Each row a fact of its own, its columns the parts of the record."""
    assert isinstance(kind.shape, Record)
    if kind.about is About.FIRM:
        table = table.join(block.firms.select("firm", "serial"), on="firm", maintain_order="left")
    return table.select(
        "item",
        "since",
        subject="person" if kind.about is About.PERSON else "serial",
        **{kind.key: pl.struct([key for key, _, _ in kind.shape.parts])},
    )


def _since(kind: FactKind, table: pl.DataFrame, on: date) -> pl.Expr:
    if kind.key in FROM_BIRTH and "birth_date" in table.columns:
        return pl.col("birth_date")
    if kind.key in OF_THIS_MONTH:
        return pl.lit(on.replace(day=1))
    if kind.key in OF_THIS_YEAR:
        return pl.lit(date(on.year, 1, 1))
    own = f"{kind.key}_since"
    return pl.coalesce(own, "since") if own in table.columns else pl.col("since")


def _stated(kind: FactKind, table: pl.DataFrame, on: date) -> pl.DataFrame:
    """What a register's silence says already is not stated; what it does not know is, as null."""
    value = pl.col(kind.key)
    if kind.absent is UNKNOWN:
        table = table.filter(value.is_not_null())
    else:
        table = table.filter(value.ne_missing(pl.lit(kind.absent)))
    told = (pl.col("since").cast(pl.Datetime("us")) + TOLD_AFTER).dt.replace_time_zone("Asia/Shanghai")
    return table.select(
        pl.col("item"),
        pl.col("since"),
        pl.col("subject").alias(f"{kind.about.value}_id"),
        kind=pl.lit(kind.key),
        value=_as_json(value, table.schema[kind.key]),
        withdrawn=pl.lit(False),
        recorded_at=pl.max_horizontal(told, pl.lit(SHARING_BEGAN)).dt.to_string("iso:strict"),
        source=pl.lit(kind.source),
    )


def _as_json(value: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    """A column as JSON texts."""
    if dtype.is_integer() or dtype == pl.Boolean:
        return value.cast(pl.String)
    if isinstance(dtype, pl.Array):
        return pl.format("[{}, {}]", value.arr.get(0), value.arr.get(1))
    if isinstance(dtype, pl.Struct):
        return value.struct.json_encode()
    return pl.format('"{}"', value.cast(pl.String))


def _copy(table: str, rows: pl.DataFrame) -> None:
    columns = ", ".join(rows.columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({columns}) FROM STDIN (FORMAT csv)") as copy,
    ):
        copy.write(rows.write_csv(include_header=False))

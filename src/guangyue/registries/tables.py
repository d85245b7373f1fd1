"""The registers as tables: a row for each person, household and firm, a column for each fact, as it was on a
day. What a city of Parquet files holds under the same names (`synthetic.parquet`) is read in the same way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl
from django.db import connection
from django.db.models import Max
from psycopg import sql

from guangyue.organisations.models import Region
from guangyue.registries.facts import UNKNOWN, About, FactKind, kind_of, kinds_about
from guangyue.registries.models import Firm, Person
from guangyue.registries.shapes import Amount, Day, Point, Record, Shape, Whole, YesNo

PERSONS_A_BUCKET, FIRMS_A_BUCKET = 100_000, 5_000
OWN_COLUMNS = {
    About.PERSON: "select id as subject, id as person, id_number, region_id as township, household_id "
    "from registries_person where id = any(%(ids)s) order by id",
    About.HOUSEHOLD: "select id as subject, number as household, region_id as township "
    "from registries_household where id = any(%(ids)s) order by id",
    About.FIRM: "select id as subject, id as serial, credit_code as firm, region_id as township, "
    "legal_representative_id from registries_firm where id = any(%(ids)s) order by id",
}
OWN_TYPES: dict[About, dict[str, type[pl.DataType]]] = {
    About.PERSON: {
        "subject": pl.Int64,
        "person": pl.Int64,
        "id_number": pl.String,
        "township": pl.String,
        "household_id": pl.Int64,
    },
    About.HOUSEHOLD: {"subject": pl.Int64, "household": pl.String, "township": pl.String},
    About.FIRM: {
        "subject": pl.Int64,
        "serial": pl.Int64,
        "firm": pl.String,
        "township": pl.String,
        "legal_representative_id": pl.Int64,
    },
}
# Of each day that is spoken of the latest word counts; of those days the last one, up to the day asked about.
STANDING = sql.SQL(
    """
    select distinct on (subject, kind, item) subject, kind, item, since, value from (
        select distinct on ({about}, kind, item, since)
            {about} as subject, kind, item, since, value::text as value, withdrawn
        from registries_fact
        where {about} = any(%(ids)s) and since <= %(on)s and recorded_at <= %(known_at)s
        order by {about}, kind, item, since, recorded_at desc, id desc
    ) as latest
    where not withdrawn
    order by subject, kind, item, since desc
    """
)
STATED = {
    "subject": pl.Int64,
    "kind": pl.String,
    "item": pl.String,
    "since": pl.Date,
    "value": pl.String,
}


@dataclass(frozen=True)
class Bucket:
    """分桶: persons and firms by their numbers, from the first to before the last."""

    persons: range
    firms: range


def buckets() -> Iterator[Bucket]:
    """The whole city, so much at a time that it fits in memory."""
    persons = (Person.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    firms = (Firm.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    size = max(-(-persons // PERSONS_A_BUCKET), -(-firms // FIRMS_A_BUCKET))
    for nth in range(size):
        yield Bucket(
            range(nth * PERSONS_A_BUCKET, (nth + 1) * PERSONS_A_BUCKET),
            range(nth * FIRMS_A_BUCKET, (nth + 1) * FIRMS_A_BUCKET),
        )


def tables_of(
    *, persons: Sequence[int] = (), firms: Sequence[int] = (), on: date, known_at: datetime
) -> dict[str, pl.LazyFrame]:
    """What was so of these persons and firms on a day, as it was known at a moment; with the `workers` and
    the `leads` of the firms, which firms those have `led`, and of everybody the household, the certificates
    and what was paid."""
    districts = _districts()
    codes, leads = _codes_and_leads(firms)
    everybody = _Register(
        About.PERSON, sorted({*persons, *_employed_by(codes), *leads}), on, known_at, districts
    )
    every_firm = _Register(About.FIRM, sorted({*firms, *_led_by(leads)}), on, known_at, districts)
    people, trade = everybody.table(), every_firm.table()
    households = sorted({row["household_id"] for row in everybody.own if row["household_id"]})
    tables = {
        "persons": people.filter(pl.col("person").is_in(list(persons))),
        "households": _Register(About.HOUSEHOLD, households, on, known_at, districts).table(),
        "firms": trade.filter(pl.col("serial").is_in(list(firms))),
        "workers": people.filter(pl.col("employer").is_in(codes)),
        "leads": people.filter(pl.col("person").is_in(leads)),
        "led": trade.select("firm", "kind", person="legal_representative_id").drop_nulls("person"),
        "certificates": everybody.several("certificate", known_by="person"),
        "person_benefits": everybody.several("benefit", known_by="person"),
        "firm_benefits": every_firm.several("benefit", known_by="firm"),
    }
    return {name: table.lazy() for name, table in tables.items()}


class _Register:
    """What is stated of some subjects."""

    def __init__(
        self, about: About, ids: Sequence[int], on: date, known_at: datetime, districts: pl.DataFrame
    ) -> None:
        self.about, self.districts = about, districts
        given = {"ids": list(ids), "on": on, "known_at": known_at}
        self.own = _rows(OWN_COLUMNS[about], given)
        standing = STANDING.format(about=sql.Identifier(f"{about.value}_id")).as_string(None)
        self.stated = pl.DataFrame(_rows(standing, given), schema=STATED)

    def table(self) -> pl.DataFrame:
        """A row for each subject; of each fact its value, and since when."""
        schema = OWN_TYPES[self.about]
        rows = pl.DataFrame(self.own, schema=schema)
        for kind in kinds_about(self.about):
            if kind.several or kind.key in schema:
                continue
            stated = self.stated.filter(pl.col("kind") == kind.key)
            present = stated.select("subject", known=True, **{kind.key: _value(kind.shape)}).with_columns(
                stated["since"].alias(f"{kind.key}_since")
            )
            rows = rows.join(present, on="subject", how="left", maintain_order="left")
            rows = rows.with_columns(_or_absent(kind)).drop("known")
        rows = rows.join(self.districts, on="township", how="left", maintain_order="left")
        return rows.drop("subject")

    def several(self, key: str, *, known_by: str) -> pl.DataFrame:
        """A row for each record of a kind of which there are several."""
        kind = kind_of(self.about, key)
        assert isinstance(kind.shape, Record)
        subjects = pl.DataFrame(self.own, schema=OWN_TYPES[self.about]).select("subject", known_by)
        parts = {part: shape for part, _, shape in kind.shape.parts}
        record = pl.Struct({part: _type(shape) for part, shape in parts.items()})
        days = [part for part, shape in parts.items() if isinstance(shape, Day)]
        return (
            self.stated.filter(pl.col("kind") == key)
            .with_columns(pl.col("value").str.json_decode(record))
            .join(subjects, on="subject", maintain_order="left")
            .select(known_by, "item", "since", "value")
            .unnest("value")
            .with_columns(pl.col(days).str.to_date())
        )


def _value(shape: Shape) -> pl.Expr:
    if isinstance(shape, Day):
        return pl.col("value").str.strip_chars('"').str.to_date()
    return pl.col("value").str.json_decode(_type(shape))


def _type(shape: Shape) -> pl.DataType:
    match shape:
        case Amount() | Whole():
            return pl.Int64()
        case YesNo():
            return pl.Boolean()
        case Point():
            return pl.List(pl.Float64)
    return pl.String()


def _or_absent(kind: FactKind) -> pl.Expr:
    """Where a register says nothing, its silence; what its owner does not know stays unknown."""
    value = pl.col(kind.key)
    if kind.absent is UNKNOWN:
        return value
    return pl.when(pl.col("known").is_null()).then(pl.lit(kind.absent)).otherwise(value).alias(kind.key)


def _districts() -> pl.DataFrame:
    """Of each township the district that runs it."""
    rows = Region.objects.of_township_level().values_list("code", "parent", "managed_by")
    return pl.DataFrame(
        [(code, managed_by or parent) for code, parent, managed_by in rows],
        schema={"township": pl.String, "district": pl.String},
        orient="row",
    )


def _codes_and_leads(firms: Sequence[int]) -> tuple[list[str], list[int]]:
    rows = Firm.objects.filter(pk__in=list(firms)).values_list("credit_code", "legal_representative_id")
    return [code for code, _ in rows], [lead for _, lead in rows if lead]


def _employed_by(codes: Sequence[str]) -> list[int]:
    """Who ever was; the table says who is."""
    statement = (
        "select distinct person_id from registries_fact "
        "where kind = 'employer' and value = any(%(values)s::jsonb[])"
    )
    return [row["person_id"] for row in _rows(statement, {"values": [f'"{code}"' for code in codes]})]


def _led_by(leads: Sequence[int]) -> list[int]:
    return list(Firm.objects.filter(legal_representative__in=leads).values_list("pk", flat=True))


def _rows(statement: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

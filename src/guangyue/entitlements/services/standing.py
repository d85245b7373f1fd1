"""落到名单: what was found becomes where each payee stands. One statement for all that are there, one for all
that are not any more."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
from django.db import connection

from guangyue.entitlements.states import OF_OUTLOOK, State
from guangyue.grants.standing import standing_of
from guangyue.rules.prospects import Outlook
from guangyue.systems.offered import offered

TABLE: dict[str, pl.DataType] = {
    "code": pl.String(),
    "item": pl.String(),
    "payee": pl.Int64(),
    "district": pl.String(),
    "township": pl.String(),
    "state": pl.String(),
    "entitled": pl.Boolean(),
    "amount": pl.Int64(),
    "unknown": pl.Int64(),
    "since": pl.Date(),
    "until": pl.Date(),
    "fingerprint": pl.String(),
}
CREATE = """
    create temporary table if not exists found_now (
        code text, item text, payee bigint, district text, township text, state text, entitled boolean,
        amount bigint, unknown bigint, since date, until date, fingerprint text
    ) on commit delete rows
"""
# `first_seen` is kept for as long as the row is; `entitled_on` until it stops being so.
UPSERT = """
    insert into entitlements_match as known (
        code, item, {kind}_id, district_id, township_id, state, entitled, amount, unknown, since, until,
        fingerprint, first_seen, entitled_on, changed_on
    )
    select code, item, payee, district, township, state, entitled, amount, unknown, since, until,
        fingerprint, %(on)s, case when entitled then %(on)s::date end, %(on)s
    from found_now
    on conflict ({kind}_id, code, item) where {kind}_id is not null do update set
        district_id = excluded.district_id,
        township_id = excluded.township_id,
        state = excluded.state,
        entitled = excluded.entitled,
        amount = excluded.amount,
        unknown = excluded.unknown,
        since = excluded.since,
        until = excluded.until,
        fingerprint = excluded.fingerprint,
        entitled_on = case
            when known.state in ('not_entitled', 'closed') then excluded.entitled_on
            else coalesce(known.entitled_on, excluded.entitled_on)
        end,
        changed_on = case when known.state = excluded.state then known.changed_on else excluded.changed_on end
    where (
        known.district_id, known.township_id, known.state, known.entitled, known.amount, known.unknown,
        known.since, known.until, known.fingerprint
    ) is distinct from (
        excluded.district_id, excluded.township_id, excluded.state, excluded.entitled, excluded.amount,
        excluded.unknown, excluded.since, excluded.until, excluded.fingerprint
    )
"""
OVER = """
    update entitlements_match as known
    set state = case when code = any(%(closed)s) then 'closed' else 'not_entitled' end,
        entitled = false, since = null, changed_on = %(on)s
    where {kind}_id between %(first)s and %(last)s
        and state not in ('closed', 'not_entitled')
        and not exists (
            select from found_now
            where found_now.payee = known.{kind}_id
                and found_now.code = known.code and found_now.item = known.item
        )
"""


@dataclass(frozen=True)
class Payees:
    """Some of the persons, or of the firms, by their numbers."""

    kind: str
    numbers: range


def settle(*, found: pl.DataFrame, of: Payees, places: pl.DataFrame, on: date) -> None:
    """Where these payees stand from now on, by what was found, applied for and paid."""
    if not of.numbers:
        return
    rows = _with_standing(found.filter(pl.col("kind") == of.kind), of, places, on)
    with connection.cursor() as cursor:
        cursor.execute(CREATE)
        cursor.execute("truncate found_now")
        with cursor.copy(f"copy found_now ({', '.join(TABLE)}) from stdin (format csv)") as copy:
            copy.write(rows.write_csv(include_header=False))
        given: dict[str, Any] = {
            "on": on,
            "first": of.numbers.start,
            "last": of.numbers.stop - 1,
            "closed": closed_policies(on),
        }
        cursor.execute(UPSERT.format(kind=of.kind), given)
        cursor.execute(OVER.format(kind=of.kind), given)


def closed_policies(on: date) -> list[str]:
    """Those of which no version is in force any more."""
    ended = [(one.code, [version.until for version in one.versions]) for one in offered()]
    return [code for code, ends in ended if all(end is not None and end < on for end in ends)]


def _with_standing(found: pl.DataFrame, of: Payees, places: pl.DataFrame, on: date) -> pl.DataFrame:
    """What was applied for or paid is that, whether or not it was found."""
    automatic = [one.code for one in offered() if one.offer.automatic]
    state = pl.col("outlook").replace_strict(
        {outlook.name: of_it.value for outlook, of_it in OF_OUTLOOK.items()}, return_dtype=pl.String
    )
    by_itself = (pl.col("outlook") == Outlook.ENTITLED.name) & pl.col("code").is_in(automatic)
    entitled = pl.col("outlook").replace_strict(
        {Outlook.ENTITLED.name: True, Outlook.UPCOMING.name: False}, default=None, return_dtype=pl.Boolean
    )
    rows = found.with_columns(
        state=pl.when(by_itself).then(pl.lit(State.AUTOMATIC.value)).otherwise(state), entitled=entitled
    )
    said = _standing(of, on)
    rows = (
        rows.join(said, on=["payee", "code", "item"], how="full", coalesce=True)
        .with_columns(
            state=pl.coalesce("standing", "state"),
            entitled=pl.when(pl.col("state").is_null()).then(False).otherwise(pl.col("entitled")),
            unknown=pl.col("unknown").fill_null(0),
            fingerprint=pl.col("fingerprint").fill_null(""),
        )
        .drop("district", "township")
        .join(places, on="payee")
    )
    return rows.select(pl.col(name).cast(kind) for name, kind in TABLE.items())


def _standing(of: Payees, on: date) -> pl.DataFrame:
    whole: Collection[int] = of.numbers
    found = standing_of(
        persons=whole if of.kind == "person" else (), firms=whole if of.kind == "firm" else (), on=on
    )
    return pl.DataFrame(
        [(payee, code, item, said) for (_, payee, code, item), said in found.items()],
        schema={"payee": pl.Int64, "code": pl.String, "item": pl.String, "standing": pl.String},
        orient="row",
    )

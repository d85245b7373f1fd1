"""求助需求: signals of hardship become needs for the towns. No message goes out, and nothing is granted."""

from datetime import date, datetime
from typing import Any

import polars as pl
from django.db import connection, transaction

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.entitlements.models import Need
from guangyue.kit.refusals import Refused
from guangyue.rules.offers import Tables
from guangyue.systems.offered import declared_signals

# A need that was looked into comes up again only by another signal.
NOTE = """
    insert into entitlements_need as known (
        person_id, region_id, signals, kinds, opened_on, seen_on, outcome, remark
    )
    select signalled.person, persons.region_id, signalled.signals::jsonb, signalled.kinds::jsonb, %(on)s,
        %(on)s, '', ''
    from unnest(%(persons)s::bigint[], %(signals)s::text[], %(kinds)s::text[])
        as signalled (person, signals, kinds)
    join registries_person as persons on persons.id = signalled.person
    where not exists (
        select from entitlements_need as earlier
        where earlier.person_id = signalled.person and earlier.outcome <> ''
            and earlier.signals @> signalled.signals::jsonb
    )
    on conflict (person_id) where outcome = '' do update set
        region_id = excluded.region_id, signals = excluded.signals, kinds = excluded.kinds,
        seen_on = excluded.seen_on
    where (known.region_id, known.signals, known.kinds)
        is distinct from (excluded.region_id, excluded.signals, excluded.kinds)
"""


class SeenAlready(Refused):
    sentence = "这一条已经登记过走访结果。"


def note_needs(*, tables: Tables, on: date) -> None:
    """One need for each person, with all that may fit."""
    signals = declared_signals()
    if not signals:
        return
    found = [
        signal.search(tables, on).select(
            person=pl.col("payee").cast(pl.Int64), signal=pl.lit(signal.key), kinds=pl.lit(list(signal.kinds))
        )
        for signal in signals
    ]
    people = (
        pl.concat(found)
        .group_by("person", maintain_order=True)
        .agg("signal", pl.col("kinds").explode().unique(maintain_order=True))
        .sort("person")
        .collect()
    )
    given: dict[str, Any] = {
        "on": on,
        "persons": people["person"].to_list(),
        "signals": [_json(one) for one in people["signal"]],
        "kinds": [_json(one) for one in people["kinds"]],
    }
    with connection.cursor() as cursor:
        cursor.execute(NOTE, given)


@transaction.atomic
def note_visit(*, need: Need, outcome: str, remark: str, by: User, at: datetime) -> Need:
    """登记走访结果, once."""
    need = Need.objects.select_for_update().get(pk=need.pk)
    if need.outcome:
        raise SeenAlready
    need.outcome, need.remark, need.noted_by, need.noted_at = outcome, remark, by, at
    need.save()
    record(action="登记走访结果", subject=need, by=by, at=at)
    return need


def _json(words: pl.Series) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"

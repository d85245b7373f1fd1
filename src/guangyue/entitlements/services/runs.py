"""运行: every night, and whenever somebody begins it, all rules over all registers, a bucket a step.

A step is one transaction with its bucket: the file, its hashes, where people stand, what they are told. A run
that was killed goes on with the next bucket, and nothing is done twice.
"""

import hashlib
import time
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.entitlements.judging import Judged, figures_version, judge_payees, versions_in_use
from guangyue.entitlements.models import Run, RunBucket
from guangyue.entitlements.permissions import RUN_FINDING
from guangyue.entitlements.services.calling import list_calls
from guangyue.entitlements.services.needs import note_needs
from guangyue.entitlements.services.pushing import push
from guangyue.entitlements.services.standing import Payees, settle
from guangyue.jobs.declarations import WorkKind, job
from guangyue.jobs.works import begin_work
from guangyue.kit.progress import Progress
from guangyue.kit.refusals import Refused
from guangyue.policies.figures import standing_table
from guangyue.registries.tables import buckets
from guangyue.systems.today import day_of_the_city


class NotOverYet(Refused):
    sentence = "这次运行还没有结束，结束以后才能重算。"


def run_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: User | None, at: datetime
) -> Progress:
    """The next bucket."""
    run = Run.objects.get(pk=options["run"])
    number = checkpoint.get("buckets", 0)
    total = len(run.buckets)
    if number < total:
        _take_bucket(run, number, folder, at=at)
        number += 1
    rows = sum(run.parts.values_list("rows", flat=True))
    finished = number >= total
    if finished:
        run.ended_at = at
        run.save(update_fields=["ended_at"])
    return Progress(
        done=number,
        total=total,
        checkpoint={"buckets": number},
        message=f"{number} 个分桶，共 {rows} 条结果",
        finished=finished,
    )


FINDING = WorkKind("entitlements.run", "政策找人", run_step, needs=RUN_FINDING)


@transaction.atomic
def begin_run(*, on: date, applies: bool, by: User | None, at: datetime, repeats: Run | None = None) -> Run:
    """By what is known at this moment; a repetition by what was known then, and with the same buckets."""
    if repeats is not None and repeats.ended_at is None:
        raise NotOverYet
    known_at = repeats.known_at if repeats else at
    run = Run.objects.create(
        on=repeats.on if repeats else on,
        known_at=known_at,
        applies=applies and repeats is None,
        repeats=repeats,
        rules=versions_in_use(),
        figures=figures_version(standing_table(known_at=known_at)),
        buckets=repeats.buckets if repeats else _buckets(),
        started_by=by,
        started_at=at,
    )
    run.work = begin_work(kind=FINDING, by=by, at=at, title=_title(run), options={"run": run.pk})
    run.save(update_fields=["work"])
    return run


def repeat_run(*, run: Run, by: User, at: datetime) -> Run:
    """重算: whether the same inputs give the same bytes."""
    return begin_run(on=run.on, applies=False, by=by, at=at, repeats=run)


@job("entitlements.run_nightly", title="每夜政策找人")
def run_nightly(*, at: datetime) -> None:
    begin_run(on=day_of_the_city(), applies=True, by=None, at=at)


@job("entitlements.refresh", title="重新判定一人或者一企业")
def refresh_matches(*, kind: str, number: int, at: datetime) -> None:
    """A new fact, a new application: that person or firm is judged at once."""
    refresh_now(kind=kind, number=number, on=day_of_the_city(), at=at)


def refresh_now(*, kind: str, number: int, on: date, at: datetime) -> None:
    only = range(number, number + 1)
    nobody = range(0)
    judged = judge_payees(
        persons=only if kind == "person" else nobody,
        firms=only if kind == "firm" else nobody,
        on=on,
        known_at=at,
    )
    _apply(
        judged,
        persons=only if kind == "person" else nobody,
        firms=only if kind == "firm" else nobody,
        on=on,
        at=at,
    )


def _take_bucket(run: Run, number: int, folder: Path, *, at: datetime) -> None:
    began = time.monotonic()
    persons, firms = (range(*ends) for ends in run.buckets[number])
    judged = judge_payees(persons=persons, firms=firms, on=run.on, known_at=run.known_at)
    bucket = RunBucket(run=run, number=number, rows=judged.found.height, data_sha256=judged.data_sha256)
    path = folder / bucket.file
    judged.found.write_parquet(path, compression="zstd", compression_level=3)
    bucket.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    if run.applies:
        _apply(judged, persons=persons, firms=firms, on=run.on, at=at)
    bucket.seconds = round(time.monotonic() - began, 2)
    bucket.save()


def _apply(judged: Judged, *, persons: range, firms: range, on: date, at: datetime) -> None:
    """Where they stand, who is told, who is to be called, and what towns look into."""
    people, businesses = Payees("person", persons), Payees("firm", firms)
    settle(found=judged.found, of=people, places=_places(judged, "persons", "person"), on=on)
    settle(found=judged.found, of=businesses, places=_places(judged, "firms", "serial"), on=on)
    push(persons=persons, firms=firms, on=on, at=at)
    list_calls(persons=persons, on=on, at=at)
    note_needs(tables=judged.tables, on=on)


def _places(judged: Judged, register: str, key: str) -> pl.DataFrame:
    return (
        judged.tables[register]
        .select(pl.col(key).alias("payee"), pl.coalesce("district", "township").alias("district"), "township")
        .collect()
    )


def _buckets() -> list[list[list[int]]]:
    return [[[one.persons.start, one.persons.stop], [one.firms.start, one.firms.stop]] for one in buckets()]


def _title(run: Run) -> str:
    return f"政策找人（{run.on:%Y-%m-%d}{'，重算' if run.repeats else ''}）"

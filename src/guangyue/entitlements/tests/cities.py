"""A small invented city, and a run over it, for the tests of this mechanism."""

from datetime import UTC, date, datetime

import polars as pl

from guangyue.entitlements.models import Run
from guangyue.entitlements.services.runs import begin_run
from guangyue.jobs.works import take_step
from guangyue.registries.loading import load_block
from guangyue.registries.tests.factories import CITY, a_country

AT = datetime(2021, 5, 5, tzinfo=UTC)


def load_city() -> None:
    a_country()
    load_block(CITY.block(0), on=CITY.on)


def finished(run: Run) -> Run:
    assert run.work
    while take_step(pk=run.work.pk, at=AT):
        pass
    run.refresh_from_db()
    return run


def a_run(on: date = CITY.on, *, applies: bool = True, at: datetime = AT) -> Run:
    return finished(begin_run(on=on, applies=applies, by=None, at=at))


def outcome(run: Run) -> pl.DataFrame:
    """All that its files hold."""
    assert run.work
    return pl.concat([pl.read_parquet(run.work.folder / part.file) for part in run.parts.order_by("number")])

"""运行: the whole city by every rule, kept so that it can be repeated, killed and gone on with."""

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from guangyue.entitlements.finding import find_for
from guangyue.entitlements.models import Match, Run
from guangyue.entitlements.services.runs import begin_run, repeat_run
from guangyue.entitlements.states import State
from guangyue.jobs.works import take_step
from guangyue.registries.loading import load_block
from guangyue.registries.models import Firm, Person
from guangyue.registries.tests.factories import CITY, a_country, an_official

pytestmark = pytest.mark.django_db
AT = datetime(2021, 5, 5, tzinfo=UTC)
CLOSED = (State.NOT_ENTITLED, State.CLOSED)


@pytest.fixture
def city(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.MEDIA_ROOT = tmp_path
    a_country()
    load_block(CITY.block(0), on=CITY.on)


def finished(run: Run) -> Run:
    assert run.work
    while take_step(pk=run.work.pk, at=AT):
        pass
    run.refresh_from_db()
    return run


def a_run(on: date = CITY.on, *, applies: bool = True) -> Run:
    return finished(begin_run(on=on, applies=applies, by=None, at=AT))


def outcome(run: Run) -> pl.DataFrame:
    assert run.work
    return pl.concat([pl.read_parquet(run.work.folder / part.file) for part in run.parts.all()])


def test_the_matches_of_a_subject_are_what_judging_everything_by_hand_says(city: None) -> None:
    a_run()

    for payee in (*Person.objects.order_by("pk")[:40], *Firm.objects.order_by("pk")[:15]):
        by_hand = {
            (one.offered.code, one.item): (one.state.value, one.since, one.until, one.verdict.amount)
            for one in find_for(payee, on=CITY.on, at=AT)
            if one.state not in CLOSED
        }
        matches = Match.objects.of_payee(payee).exclude(state__in=CLOSED)
        assert {
            (one.code, one.item): (one.state, one.since, one.until, one.money) for one in matches
        } == by_hand
    assert Match.objects.unclaimed().count() > 20


def test_a_repeated_run_comes_out_the_same_to_the_byte(city: None) -> None:
    run = a_run()

    again = finished(repeat_run(run=run, by=an_official("administrator"), at=AT))

    assert again.agrees
    assert again.hashes() == run.hashes()
    assert not again.applies

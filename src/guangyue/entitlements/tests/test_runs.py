"""运行: the whole city by every rule, kept so that it can be repeated, killed and gone on with."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from guangyue.entitlements.finding import find_for
from guangyue.entitlements.models import Call, Match, Need, Push, Run, RunBucket
from guangyue.entitlements.services.news import hear_news
from guangyue.entitlements.services.runs import NotOverYet, begin_run, refresh_now, repeat_run
from guangyue.entitlements.states import State
from guangyue.entitlements.tests.cities import AT, a_run, finished, load_city, outcome
from guangyue.jobs.works import take_step
from guangyue.registries import tables
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Firm, Person
from guangyue.registries.tests.factories import CITY, a_fact, an_official

pytestmark = pytest.mark.django_db
OVER = (State.NOT_ENTITLED, State.CLOSED)
PACKAGE_2020 = date(2020, 3, 11)  # 聊政发〔2020〕4号
CHANGED_THEN = "S20.unit_post"  # from that day on for firms everywhere


class Killed(BaseException):
    """What happens to a worker."""


@pytest.fixture
def city(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.MEDIA_ROOT = tmp_path
    settings.GUANGYUE_DAY = CITY.on
    load_city()


@pytest.fixture
def in_many_buckets(city: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a large city is."""
    monkeypatch.setattr(tables, "PERSONS_A_BUCKET", 300)
    monkeypatch.setattr(tables, "FIRMS_A_BUCKET", 20)


def standing() -> set[tuple[object, ...]]:
    return set(
        Match.objects.values_list("person", "firm", "code", "item", "state", "amount", "since", "until")
    )


def test_the_matches_of_a_subject_are_what_judging_everything_by_hand_says(city: None) -> None:
    a_run()

    for payee in (*Person.objects.order_by("pk")[:40], *Firm.objects.order_by("pk")[:15]):
        by_hand = {
            (one.offered.code, one.item): (one.state.value, one.since, one.until, one.verdict.amount)
            for one in find_for(payee, on=CITY.on, at=AT)
            if one.state not in OVER
        }
        matches = Match.objects.of_payee(payee).exclude(state__in=OVER)
        assert {
            (one.code, one.item): (one.state, one.since, one.until, one.money) for one in matches
        } == by_hand
    assert Match.objects.unclaimed().count() > 20


def test_a_repeated_run_comes_out_the_same_to_the_byte_and_changes_nothing(city: None) -> None:
    run = a_run()
    before = standing()
    Match.objects.unclaimed().update(amount=1)

    again = finished(repeat_run(run=run, by=an_official("administrator"), at=AT + timedelta(days=1)))

    assert again.agrees
    assert again.hashes() == run.hashes()
    assert standing() != before


def test_what_became_known_later_leaves_a_repetition_as_it_was(city: None) -> None:
    run = a_run()
    match = Match.objects.unclaimed().exclude(person=None).first()
    assert match
    assert match.person
    a_fact(match.person, kind_of(About.PERSON, "deceased"), True, at=AT + timedelta(days=1))

    again = finished(repeat_run(run=run, by=an_official("administrator"), at=AT + timedelta(days=2)))
    anew = a_run(at=AT + timedelta(days=2))

    assert again.agrees
    assert anew.hashes() != run.hashes()


def test_a_run_under_way_is_not_repeated(city: None) -> None:
    run = begin_run(on=CITY.on, applies=True, by=None, at=AT)

    with pytest.raises(NotOverYet):
        repeat_run(run=run, by=an_official("administrator"), at=AT)


def test_a_run_killed_in_the_middle_goes_on_and_does_nothing_twice(
    in_many_buckets: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begin_run(on=CITY.on, applies=True, by=None, at=AT)
    assert run.work
    assert len(run.buckets) > 2
    take_step(pk=run.work.pk, at=AT)

    def kill(**given: object) -> None:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr("guangyue.entitlements.services.runs.note_needs", kill)
        with pytest.raises(Killed):
            take_step(pk=run.work.pk, at=AT)
    assert run.parts.count() == 1
    finished(run)
    killed = (standing(), Call.objects.count(), Need.objects.count(), Push.objects.count())
    whole = a_run()

    assert run.ended_at
    assert run.parts.count() == len(run.buckets) == RunBucket.objects.filter(run=whole).count()
    assert run.hashes() == whole.hashes()
    assert killed == (standing(), Call.objects.count(), Need.objects.count(), Push.objects.count())


def test_buckets_together_say_what_one_bucket_says(city: None, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = outcome(a_run())
    monkeypatch.setattr(tables, "PERSONS_A_BUCKET", 250)
    monkeypatch.setattr(tables, "FIRMS_A_BUCKET", 15)

    parts = outcome(a_run())

    assert parts.sort("kind", "code", "payee", "item").equals(whole)


def test_a_rule_that_changes_on_a_date_changes_the_matches_on_that_date_and_no_other(city: None) -> None:
    days = [PACKAGE_2020 + timedelta(days=after) for after in (-2, -1, 0, 1)]

    said = [set(_said(outcome(a_run(day, applies=False)), CHANGED_THEN)) for day in days]

    assert said[0] == said[1]
    assert said[1] != said[2]
    assert said[2] == said[3]


def _said(found: pl.DataFrame, code: str) -> Iterator[tuple[object, ...]]:
    """Who is entitled or may be, and by which version."""
    now = found.filter(pl.col("code") == code, pl.col("outlook").is_in(["ENTITLED", "MAYBE"]))
    return now.select("payee", "item", "outlook", "fingerprint").iter_rows()


def test_a_run_for_another_day_can_leave_everybody_where_they_are(city: None) -> None:
    a_run()
    before = standing()

    run = a_run(date(2020, 5, 1), applies=False)

    assert standing() == before
    assert sum(part.rows for part in run.parts.all()) > 0


def test_what_somebody_is_not_owed_any_more_is_kept_with_its_first_day(city: None) -> None:
    a_run()
    match = Match.objects.unclaimed().exclude(person=None).first()
    assert match
    assert match.person
    a_fact(match.person, kind_of(About.PERSON, "deceased"), True, at=AT)

    refresh_now(kind="person", number=match.person.pk, on=CITY.on + timedelta(days=1), at=AT)

    match.refresh_from_db()
    assert (match.state, match.entitled) == (State.NOT_ENTITLED, False)
    assert (match.first_seen, match.changed_on) == (CITY.on, CITY.on + timedelta(days=1))


def test_a_new_fact_has_its_person_judged_again_and_nobody_else(city: None) -> None:
    hear_news.run(at=AT)
    person = Person.objects.first()
    assert person
    a_fact(person, kind_of(About.PERSON, "wage"), 500_000, at=AT)

    hear_news.run(at=AT)
    hear_news.run(at=AT)

    waiting = ProcrastinateJob.objects.filter(task_name="entitlements.refresh")
    assert [job.args for job in waiting] == [{"kind": "person", "number": person.pk}]


def test_what_comes_by_the_thousand_waits_for_the_night(city: None) -> None:
    """Loading the city stated thousands of facts."""
    hear_news.run(at=AT)

    assert not ProcrastinateJob.objects.filter(task_name="entitlements.refresh").exists()
    assert not Run.objects.exists()

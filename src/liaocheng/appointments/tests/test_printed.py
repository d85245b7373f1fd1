"""The nine notices read in a city where nobody declared them, and the worked examples."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from guangyue.gazette.models import Edition
from guangyue.organisations.models import Notice, NoticeLine, Tenure
from guangyue.organisations.services.effect import put_into_effect
from guangyue.organisations.services.notices import check_notice
from guangyue.organisations.services.printed_notices import propose_notices
from guangyue.systems.enactment import enact
from liaocheng.appointments.tests.gazettes import CATALOGUE, needs_gazettes
from liaocheng.systems import CITY


@needs_gazettes
def test_the_printed_notices_await_an_official_where_nobody_declared_them(editions: list[Edition]) -> None:
    city = replace(CITY, systems=())
    enact(city, at=timezone.now())

    entered = [
        notice
        for edition in editions
        for notice in propose_notices(edition=edition, by=None, at=timezone.now()).entered
    ]

    lines = NoticeLine.objects.all()
    removed = lines.filter(action=NoticeLine.Action.REMOVE)
    assert len(entered) == 9
    assert not any(notice.state == Notice.State.EFFECTIVE for notice in entered)
    assert lines.filter(action=NoticeLine.Action.APPOINT).count() == 47
    assert removed.count() == 56
    assert removed.values("notice", "order", "printed_person").distinct().count() == 55
    assert lines.filter(lapsed=True).count() == 31
    assert lines.filter(probation_months=12).count() == 12

    for notice in entered:
        check_notice(notice=notice, by=None, at=timezone.now())
        put_into_effect(notice=notice, by=None, at=timezone.now())

    assert Tenure.objects.filter(ordered_by__isnull=False).count() == 47
    assert Tenure.objects.filter(ended_by__isnull=False).count() == 56


@pytest.mark.django_db
def test_the_worked_examples_pass() -> None:
    """Those of the catalogue where it lies beside the repository, and our own at the edges of the rules."""
    ours = Path(__file__).parents[1].joinpath("S05-further-examples.yaml")

    call_command("examples", *(file for file in (ours, CATALOGUE) if file.exists()))

"""新情况: whose facts were stated or whose applications moved since the last look is judged again at once."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from guangyue.entitlements.models import Heard
from guangyue.entitlements.services.runs import refresh_matches
from guangyue.grants.models import Move
from guangyue.jobs.declarations import job
from guangyue.registries.models import Fact, Person

MOST = 200  # in a minute; what comes by the thousand is for the night


@job("entitlements.hear_news", title="有新情况的重新判定")
def hear_news(*, at: datetime) -> None:
    """Every minute, by the numbers of the rows, which only grow."""
    heard, first_time = Heard.objects.select_for_update().get_or_create(pk=1)
    last_fact, last_move = _last(Fact.objects.all()), _last(Move.objects.all())
    if not first_time and last_fact - heard.fact <= MOST and last_move - heard.move <= MOST:
        for kind, number in sorted(set(_whose(heard))):
            refresh_matches.defer(kind=kind, number=number)
    heard.fact, heard.move = last_fact, last_move
    heard.save()


def _whose(heard: Heard) -> Iterator[tuple[str, int]]:
    for fact in Fact.objects.filter(pk__gt=heard.fact):
        if fact.person_id:
            yield "person", fact.person_id
        if fact.firm_id:
            yield "firm", fact.firm_id
        if fact.household_id:
            members = Person.objects.filter(household=fact.household_id).values_list("pk", flat=True)
            yield from (("person", number) for number in members)
    for move in Move.objects.filter(pk__gt=heard.move).select_related("application"):
        application = move.application
        if application.person_id:
            yield "person", application.person_id
        if application.firm_id:
            yield "firm", application.firm_id


def _last(rows: QuerySet[Any]) -> int:
    number: int | None = rows.aggregate(last=Max("pk"))["last"]
    return number or 0

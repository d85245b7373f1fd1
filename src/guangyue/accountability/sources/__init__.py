"""线索: facts that other systems know of and that may meet a trigger. They only propose; a person decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guangyue.accountability.declaration import Trigger
from guangyue.accountability.declared import triggers
from guangyue.accountability.models import CaseFact
from guangyue.accountability.sources.assignments import ASSIGNMENTS
from guangyue.accountability.sources.facts import Fact, Source
from guangyue.accountability.sources.orders import ORDERS
from guangyue.accountability.sources.problems import PROBLEMS
from guangyue.accountability.sources.targets import TARGETS
from guangyue.kit.access import Scope

MOST = 200  # of a source, the latest
SOURCES = (ASSIGNMENTS, PROBLEMS, TARGETS, ORDERS)
BY_KEY = {source.key: source for source in SOURCES}


@dataclass(frozen=True)
class Clue:
    """线索: a fact, and the triggers from which it has not been proposed yet."""

    fact: Fact
    triggers: tuple[Trigger, ...]


def clues(source: Source, *, scope: Scope, on: date) -> Iterator[Clue]:
    """Those within reach, each with what may follow; one of which no clause says anything has nothing."""
    used = set(CaseFact.objects.filter(source=source.key).values_list("trigger_key", "record"))
    table = triggers().values()
    for row in source.rows(on)[:MOST]:
        fact = source.fact(row, on)
        if fact is None or not scope.covers(region=fact.unit.region_id, organisation=fact.unit.pk):
            continue
        taking = [trigger for trigger in table if trigger.takes(source.key, fact.cites)]
        left = tuple(trigger for trigger in taking if (trigger.key, fact.record) not in used)
        if left or not taking:
            yield Clue(fact, left)


def find_fact(source: str, record: str, *, on: date) -> Fact | None:
    return BY_KEY[source].find(record, on=on) if source in BY_KEY else None

"""现状: what each payee has already applied for, or been paid."""

from collections.abc import Collection, Iterable
from datetime import date

from guangyue.grants.models.applications import SETTLED, UNDER_WAY, Application, ApplicationQuerySet
from guangyue.grants.periods import same_period

Whose = tuple[str, int, str, str]  # person or firm, its number, the offer's code, the item


def standing_of(
    *, persons: Collection[int] = (), firms: Collection[int] = (), on: date | None = None
) -> dict[Whose, str]:
    """“applied” or “paid”, by payee, code and item; with a day, what stands for its period."""
    found: dict[Whose, str] = {}
    for kind, rows in _rows(persons, firms):
        theirs = rows.filter(state__in=(*UNDER_WAY, *SETTLED)).order_by("submitted_at")
        for pk, code, item, state, asked_on in theirs.values_list(kind, "code", "item", "state", "on"):
            if on is None or same_period(code, asked_on, on):
                found[kind, pk, code, item] = "paid" if state in SETTLED else "applied"
    return found


def _rows(persons: Collection[int], firms: Collection[int]) -> Iterable[tuple[str, ApplicationQuerySet]]:
    if persons:
        yield "person", Application.objects.filter(person__in=persons)
    if firms:
        yield "firm", Application.objects.filter(firm__in=firms)

"""What waits for those who approve figures, and the rules that a search over the city finds."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.policies.catalogue import city_rules
from guangyue.policies.figures import value_told
from guangyue.policies.lists import title_of
from guangyue.policies.models import FigureEntry
from guangyue.policies.permissions import APPROVE_FIGURES, VIEW_RULES

MOST_TODOS = 100


@needs(APPROVE_FIGURES)
def figures_to_approve(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Those of others: nobody approves what they proposed."""
    waiting = FigureEntry.objects.waiting().exclude(proposed_by=user).select_related("region")
    for entry in waiting[:MOST_TODOS]:
        yield Todo(
            kind="政策参数",
            title=f"审定：{title_of(entry)}，{entry.where} {value_told(entry)}",
            link=entry.get_absolute_url(),
            since=entry.proposed_at,
            detail=entry.source,
        )


@needs(VIEW_RULES)
def find_rules(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    found = (one for one in city_rules() if all(word in f"{one.title} {one.code}" for word in words.split()))
    for one, _ in zip(found, range(most), strict=False):
        link = reverse("policies:rule", args=[one.code])
        yield Found("政策规则", one.title, link, f"{one.code} · {one.versions[-1].cites}")

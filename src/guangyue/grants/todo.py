"""What waits for those who decide."""

from collections.abc import Iterator
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.grants.models import Application, Roster
from guangyue.grants.permissions import CALCULATE_ROSTERS, REVIEW_APPLICATIONS
from guangyue.kit.access import Scope, needs
from guangyue.kit.todo import Todo

MOST_TODOS = 100


@needs(REVIEW_APPLICATIONS)
def applications_to_review(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Application.objects.within(scope).waiting().select_related("person", "firm", "region")
    for application in waiting.order_by("submitted_at")[:MOST_TODOS]:
        assert application.submitted_at is not None
        yield Todo(
            kind="政策兑现申请",
            title=f"{application.number} {application.get_state_display()}",
            link=application.get_absolute_url(),
            since=application.submitted_at,
            detail=f"{application.payee} · {application.region}",
        )


@needs(CALCULATE_ROSTERS)
def rosters_to_confirm(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    for roster in Roster.objects.within(scope).filter(state=Roster.State.JUDGED, by=user)[:MOST_TODOS]:
        yield Todo(
            kind="名册核定",
            title=roster.name,
            link=roster.get_absolute_url(),
            since=roster.at,
            detail="已经核算，等待确认",
        )

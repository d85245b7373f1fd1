"""What waits of law-making, for whoever may do it."""

from collections.abc import Iterator
from datetime import datetime, time

from django.db.models import Max
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.todo import Todo
from guangyue.legislation.appraising import to_urge, warning
from guangyue.legislation.counting import with_counts
from guangyue.legislation.models import LawProject, LegislativeTerms, PublicConsultation
from guangyue.legislation.models.projects import LawProjectQuerySet
from guangyue.legislation.permissions import DECIDE_LEGISLATION, DRAFT_RULES, OVERSEE_LEGISLATION
from guangyue.legislation.roads import ProjectState

MOST_TODOS = 50
DECIDED_IN = (ProjectState.DELIBERATING, ProjectState.ADOPTED)


@needs(DRAFT_RULES)
def consultations_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """期满待答复、办结."""
    today = localdate(at)
    waiting = with_counts(PublicConsultation.objects.within(scope).to_answer(today))
    for one in waiting.order_by("closes")[:MOST_TODOS]:
        many = getattr(one, "waiting", 0)
        detail = f"还有 {many:,} 条意见待答复" if many else "意见都已答复，可以办结公布"
        since = datetime.combine(one.last_day, time(), SHANGHAI)
        yield Todo("征求意见期满", one.title, one.desk_address, since, detail=detail)


@needs(DRAFT_RULES)
def projects_to_hurry(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """逾期, and what the plan backwards warns of."""
    today = localdate(at)
    terms = LegislativeTerms.objects.on(today)
    for project in to_urge(scope, today).select_related("unit").order_by("due")[:MOST_TODOS]:
        detail = warning(project, terms, today) or f"现在是“{project.get_state_display()}”"
        yield Todo("立法项目时限", project.name, project.get_absolute_url(), at, detail=detail)


@needs(OVERSEE_LEGISLATION)
def drafts_to_review(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = LawProject.objects.within(scope).filter(state=ProjectState.REVIEWING)
    yield from _since_they_moved("草案待审查", waiting, at=at)


@needs(DECIDE_LEGISLATION)
def projects_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = LawProject.objects.within(scope).filter(state__in=DECIDED_IN)
    yield from _since_they_moved("立法项目待审议、公布", waiting, at=at)


def _since_they_moved(kind: str, waiting: LawProjectQuerySet, *, at: datetime) -> Iterator[Todo]:
    moved = dict(waiting.order_by().values_list("pk").annotate(Max("moves__at")))
    for one in waiting.select_related("unit").order_by("due")[:MOST_TODOS]:
        yield Todo(kind, one.name, one.get_absolute_url(), moved[one.pk] or at, detail=str(one.unit))

"""What the frames show of tasks: what waits for units, supervisors, verifiers and chiefs; a figure."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Q, Sum
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, DeadlineChange, OwedReport, Prod, Report, TaskTally
from guangyue.tasks.permissions import (
    APPROVE_CHANGES,
    DECOMPOSE_TASKS,
    REPORT_TASKS,
    SEE_TASKS,
    VERIFY_TASKS,
)
from guangyue.tasks.states import State

MOST_TODOS = 50


def _morning(day: date) -> datetime:
    return datetime.combine(day, time.min, SHANGHAI)


@needs(REPORT_TASKS)
def assignments_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Of the person's own unit; those that may act everywhere need not be told of everything."""
    if user.organisation is None:
        return
    mine = Assignment.objects.answered_by(user.organisation).filter(state=State.ISSUED.name)
    for one in mine.select_related("document").order_by("answer_by", "pk")[:MOST_TODOS]:
        yield Todo("任务待认领", str(one), one.get_absolute_url(), one.issued_at, f"{one.answer_by} 以前")


@needs(REPORT_TASKS)
def reports_to_hand_in(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    if user.organisation is None:
        return
    mine = OwedReport.objects.filter(organisation=user.organisation).waiting()
    for one in mine.select_related("document", "organisation").order_by("due_on", "pk")[:MOST_TODOS]:
        since = _morning(one.of_quarter.next().first)
        yield Todo(
            "季报待报送",
            f"{one.document} {one.of_quarter.title}",
            one.get_absolute_url(),
            since,
            f"{one.covers} 项，{one.due_on} 以前",
        )


@needs(REPORT_TASKS)
def prods_to_answer(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    if user.organisation is None:
        return
    mine = Prod.objects.filter(organisation=user.organisation).unanswered()
    rows = mine.select_related("assignment__document", "owed__document", "owed__organisation")
    for one in rows.order_by("answer_by", "pk")[:MOST_TODOS]:
        yield Todo("催办督办待答复", str(one), one.get_absolute_url(), one.at, f"{one.answer_by} 以前")


@needs(DECOMPOSE_TASKS)
def disputes_to_settle(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    waiting = Assignment.objects.within(scope).filter(state=State.DISPUTED.name)
    for one in waiting.select_related("document").order_by("pk")[:MOST_TODOS]:
        yield Todo("异议待处理", str(one), one.get_absolute_url(), one.issued_at, one.answering)


@needs(VERIFY_TASKS)
def closings_to_check(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """By somebody else than asked for it."""
    waiting = Assignment.objects.within(scope).filter(state=State.CLOSING.name)
    last = Report.objects.filter(assignment__in=waiting, kind=Report.Kind.CLOSING, checks=None)
    rows = last.exclude(by=user).select_related("assignment__document", "organisation")
    for one in rows.order_by("pk")[:MOST_TODOS]:
        link = reverse("tasks:closing_check", args=[one.pk])
        yield Todo("办结待核查", str(one.assignment), link, one.at, str(one.organisation))


@needs(APPROVE_CHANGES)
def changes_to_decide(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    within = Assignment.objects.within(scope)
    waiting = DeadlineChange.objects.waiting().filter(assignment__in=within).exclude(asked_by=user)
    for one in waiting.select_related("assignment__document").order_by("pk")[:MOST_TODOS]:
        link = reverse("tasks:change", args=[one.pk])
        yield Todo("时限调整待批准", str(one.assignment), link, one.asked_at, one.ground[:60])


@needs(SEE_TASKS)
def find_assignments(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    """By the number of the document, and the name of a unit that answers."""
    named = Q(document__number__contains=words) | Q(document__title__contains=words)
    rows = Assignment.objects.within(scope).printed().filter(named).select_related("document")
    for one in rows.order_by("document", "order")[:most]:
        yield Found("督查事项", str(one), one.get_absolute_url(), one.text[:40])


def tasks_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    units = Organisation.objects.within(scope)
    rows = TaskTally.objects.all() if scope.everywhere else TaskTally.objects.filter(organisation__in=units)
    told = rows.aggregate(
        total=Sum("total", default=0), done=Sum("done", default=0), late=Sum("overdue", default=0)
    )
    yield Figure(
        "逾期的督查事项",
        told["late"],
        "项次",
        "calendar-x",
        link=f"{reverse('tasks:ledger')}?light=RED",
        detail=f"各单位负责 {told['total']:,} 项次，已销号 {told['done']:,} 项次",
    )

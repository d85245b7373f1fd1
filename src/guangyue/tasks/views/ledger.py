"""任务台账: the ledger, the documents and their trees, one assignment with the road it has travelled."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guangyue.files.answers import answer_with_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city
from guangyue.tasks import lists
from guangyue.tasks.declared import declared_terms, terms
from guangyue.tasks.forms import SuccessorForm
from guangyue.tasks.models import Assignment, AssignmentUnit, Evidence, Report, Task, TaskDocument
from guangyue.tasks.permissions import (
    APPROVE_CHANGES,
    DECOMPOSE_TASKS,
    REPORT_TASKS,
    SEE_TASKS,
    VERIFY_TASKS,
)
from guangyue.tasks.services.changing import name_successor, same_as
from guangyue.tasks.services.moving import find_answering
from guangyue.tasks.states import Role, State
from guangyue.tasks.views.reaching import assignment_asked

MOST_REPORTS, MOST_IN_TREE = 50, 200


@needs(SEE_TASKS)
def ledger(request: SignedInRequest) -> HttpResponseBase:
    rows = Assignment.objects.within(request.scope).select_related("document")
    context = {"own": request.user.organisation_id}
    return show_list(request, lists.LEDGER, rows, template="tasks/ledger.html", context=context)


@needs(SEE_TASKS)
def documents(request: SignedInRequest) -> HttpResponseBase:
    printed = Assignment.objects.printed().filter(document=OuterRef("pk"))
    rows = TaskDocument.objects.annotate(
        total=counted(printed),
        done=counted(printed.filter(state=State.CLOSED.name)),
        late=counted(printed.overdue(day_of_the_city())),
    )
    return show_list(request, lists.DOCUMENTS, rows)


def counted(rows: QuerySet[Assignment]) -> Coalesce:
    """Counted for the documents on show, and for no others."""
    many = rows.order_by().values("document").annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(many, output_field=IntegerField()), 0)


@dataclass(frozen=True)
class Branch:
    """A task in the tree of its document, with its assignments and what these were divided into."""

    task: Task
    assignments: list[tuple[Assignment, list[Assignment]]]


@needs(SEE_TASKS)
def document(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(TaskDocument, pk=pk)
    rows = Assignment.objects.within(request.scope).filter(document=shown).order_by("order", "pk")
    shown_rows = list(rows[: MOST_IN_TREE + 1])
    context = {
        "document": shown,
        "tree": list(branches(shown, shown_rows[:MOST_IN_TREE])),
        "more": len(shown_rows) > MOST_IN_TREE,
        "on": day_of_the_city(),
        "light_tag": lists.light_tag,
        "successions": shown.successions.select_related("by"),
        "may_decompose": request.may(DECOMPOSE_TASKS),
    }
    return render(request, "tasks/document.html", context)


def branches(shown: TaskDocument, rows: list[Assignment]) -> Iterator[Branch]:
    parts: dict[int, list[Assignment]] = {}
    for row in rows:
        if row.parent_id:
            parts.setdefault(row.parent_id, []).append(row)
    printed = [row for row in rows if row.parent_id is None]
    for task in Task.objects.filter(pk__in={row.task_id for row in printed}).order_by("order", "pk"):
        own = [row for row in printed if row.task_id == task.pk]
        yield Branch(task, [(row, parts.get(row.pk, [])) for row in own])


@needs(DECOMPOSE_TASKS)
def successor(request: SignedInRequest, pk: int) -> HttpResponse:
    """接替牵头领导."""
    shown = get_object_or_404(TaskDocument, pk=pk)
    return answer_form(
        request,
        SuccessorForm(posted(request), leaders=shown.leaders),
        title="登记接替的牵头领导",
        lead="文件上的牵头领导不变；职务变动以后由谁接替，凭任免或者分工文件登记。",
        back=shown.get_absolute_url(),
        button="登记",
        do=lambda said: name_successor(document=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经登记接替的领导。",
    )


@needs(SEE_TASKS)
def assignment(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = assignment_asked(request, pk)
    reports = Report.objects.filter(assignment=shown).select_related("organisation", "by", "owed")
    context = {
        "assignment": shown,
        "on": day_of_the_city(),
        "light_tag": lists.light_tag,
        "units": list(units_by_role(shown)),
        "plan": shown.plans.select_related("organisation").prefetch_related("steps").first(),
        "plans": shown.plans.count(),
        "reports": reports.prefetch_related("evidence__file").order_by("-pk")[:MOST_REPORTS],
        "checks": shown.checks.select_related("by"),
        "prods": shown.prods.select_related("organisation", "by").order_by("-pk"),
        "changes": shown.changes.select_related("asked_by", "decided_by"),
        "parts": shown.parts.order_by("pk"),
        "same": same_as(shown),
        "moves": shown.moves.select_related("organisation", "by"),
        "successions": {one.leader: one for one in shown.document.successions.all()},
        **_allowed(request, shown),
    }
    return render(request, "tasks/assignment.html", context)


def units_by_role(shown: Assignment) -> Iterator[tuple[str, list[AssignmentUnit]]]:
    """As printed; members of a collective name stand behind it."""
    rows = list(shown.units.select_related("organisation").order_by("order", "pk"))
    for role in Role:
        if held := [row for row in rows if row.role == role.name and not row.standing_in]:
            yield role.value, held


@needs(SEE_TASKS)
def evidence(request: SignedInRequest, pk: int) -> HttpResponse:
    """佐证, for whoever may see the assignment."""
    within = Assignment.objects.within(request.scope)
    rows = Evidence.objects.filter(report__assignment__in=within).select_related("file")
    return answer_with_file(get_object_or_404(rows, pk=pk).file)


@needs(SEE_TASKS)
def settings_page(request: SignedInRequest) -> HttpResponse:
    """督查期限: what the city has set where no clause does."""
    declared = declared_terms()
    context = {"told": list(terms().told()), "cites": declared.cites if declared else None}
    return render(request, "tasks/terms.html", context)


def _allowed(request: SignedInRequest, shown: Assignment) -> dict[str, object]:
    """What the person may do with it, so that nothing is offered in vain."""
    own = find_answering(shown, request.scope_of(REPORT_TASKS)) if request.may(REPORT_TASKS) else None
    closing = shown.reports.filter(kind=Report.Kind.CLOSING).order_by("-pk").first()
    may_check = request.may(VERIFY_TASKS)
    return {
        "own": own,
        "may_answer": own is not None and not own.answer and shown.state == State.ISSUED.name,
        "may_plan": own is not None and shown.state in (State.ACCEPTED.name, State.RUNNING.name),
        "may_close": own is not None and shown.state == State.RUNNING.name,
        "may_decompose": request.may(DECOMPOSE_TASKS) and shown.is_open,
        "may_settle": request.may(DECOMPOSE_TASKS) and shown.state == State.DISPUTED.name,
        "may_check": may_check and shown.state in (State.ACCEPTED.name, State.RUNNING.name),
        "closing": closing if may_check and shown.state == State.CLOSING.name else None,
        "may_approve": request.may(APPROVE_CHANGES),
        "ledger": reverse("tasks:ledger"),
    }

"""到片区服务: the list, one visit, and the form that a planner fills in on the spot."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from guangyue.files.answers import answer_with_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.planners import lists
from guangyue.planners.area_forms import BecauseForm, NoteForm, PlanForm, VisitForm
from guangyue.planners.declared import day_of_the_pilot, moment_of_the_pilot, pilot
from guangyue.planners.models import Group, Visit
from guangyue.planners.models.visits import AreaVisitQuerySet
from guangyue.planners.permissions import SEE_PLANNERS, VISIT_AREAS
from guangyue.planners.reckoning import is_service_day
from guangyue.planners.services.visiting import note_visit, plan_visit, record_visit, withdraw_visit


@needs(SEE_PLANNERS)
def visits(request: SignedInRequest) -> HttpResponseBase:
    rows = Visit.objects.within(request.scope).select_related("group__area")
    context = {"own": Group.objects.of(request.user).first()}
    return show_list(request, lists.VISITS, rows, template="planners/visits.html", context=context)


@needs(SEE_PLANNERS)
def visit(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = Visit.objects.within(request.scope).select_related("group__area", "by")
    shown = get_object_or_404(rows, pk=pk)
    context = {
        "visit": shown,
        "photos": shown.photos.select_related("file"),
        "advice": shown.advice.all(),
        "serves_a_day": shown.hours is not None and is_service_day(shown.hours, least=pilot().hours_of_a_day),
        "least": pilot().hours_of_a_day,
        "mine": Group.objects.of(request.user).filter(pk=shown.group_id).exists(),
    }
    return render(request, "planners/visit.html", context)


@needs(SEE_PLANNERS)
def photo(request: SignedInRequest, pk: int, key: UUID) -> HttpResponse:
    shown = get_object_or_404(Visit.objects.within(request.scope), pk=pk)
    return answer_with_file(get_object_or_404(shown.photos.select_related("file"), file__key=key).file)


@needs(VISIT_AREAS)
def new_plan(request: SignedInRequest) -> HttpResponse:
    own = get_object_or_404(Group.objects.of(request.user))
    return answer_form(
        request,
        PlanForm(posted(request)),
        title="安排到片区",
        facts=[("小组", own)],
        back=own.get_absolute_url(),
        button="安排",
        do=lambda said: plan_visit(group=own, **said, by=request.user, at=moment_of_the_pilot()),
        done="已经安排。",
    )


@never_cache
@needs(VISIT_AREAS)
def new_visit(request: SignedInRequest) -> HttpResponse:
    own = get_object_or_404(Group.objects.of(request.user).select_related("area"))
    return _fill_in(request, own, None)


@never_cache
@needs(VISIT_AREAS)
def planned_visit(request: SignedInRequest, pk: int) -> HttpResponse:
    """登记 of a visit that was planned before."""
    planned = get_object_or_404(Visit.objects.planned_by(request.user), pk=pk)
    return _fill_in(request, planned.group, planned)


@needs(VISIT_AREAS)
def note(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(_own(request), pk=pk)
    form = NoteForm(posted(request), request.FILES or None, initial={"note": shown.note})
    return answer_form(
        request,
        form,
        title="补写记录",
        facts=[("服务", shown)],
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: note_visit(visit=shown, **said, by=request.user, at=moment_of_the_pilot()),
        done="记录已经保存。",
    )


@needs(VISIT_AREAS)
def withdrawal(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(_own(request), pk=pk)
    return answer_form(
        request,
        BecauseForm(posted(request)),
        title="撤销这次服务",
        lead="撤销以后不再计数，记录保留，不能恢复。",
        facts=[("服务", shown)],
        back=shown.get_absolute_url(),
        button="撤销",
        do=lambda said: withdraw_visit(visit=shown, **said, by=request.user),
        done="已经撤销。",
    )


def _own(request: SignedInRequest) -> AreaVisitQuerySet:
    return Visit.objects.filter(group__in=Group.objects.of(request.user)).select_related("group__area")


def _fill_in(request: SignedInRequest, own: Group, planned: Visit | None) -> HttpResponse:
    initial = {"day": day_of_the_pilot(), "purpose": planned.purpose if planned else ""}
    form = VisitForm(posted(request), request.FILES or None, initial=initial)
    made: list[Visit] = []
    if (
        form.is_bound
        and form.is_valid()
        and carried_out(
            form,
            lambda said: made.append(
                record_visit(
                    group=own,
                    served=form.served(),
                    photos=said["photos"],
                    planned=planned,
                    by=request.user,
                    at=moment_of_the_pilot(),
                )
            ),
        )
    ):
        messages.success(request, "这次服务已经登记。")
        return redirect(made[0])
    context = {"form": form, "group": own, "focus": pilot().focus_of(own.area.type)}
    return render(request, "planners/visit_form.html", context, status=422 if form.errors else 200)

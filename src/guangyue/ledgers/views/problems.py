"""问题台账 on the desk: the list, one problem with all that became of it, registered and corrected."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.files.answers import answer_with_file, answer_with_small
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.pictures import PointMap
from guangyue.ledgers import lists
from guangyue.ledgers.declared import campaign_plans
from guangyue.ledgers.flow import WRITABLE, State
from guangyue.ledgers.forms.problems import ProblemForm, initial_of
from guangyue.ledgers.lights import told_due
from guangyue.ledgers.models import Photo, Problem
from guangyue.ledgers.permissions import (
    CLEAR_PROBLEMS,
    INSPECT_PROBLEMS,
    RECTIFY_PROBLEMS,
    REGISTER_PROBLEMS,
    SEE_PROBLEMS,
)
from guangyue.ledgers.rounds import rounds_of
from guangyue.ledgers.services.registering import correct_problem, proposal_of, register_problem
from guangyue.ledgers.statistics import point_of
from guangyue.ledgers.views.asked import organisations_of, plan_asked, problem_asked, regions_of
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city


@needs(SEE_PROBLEMS)
def problems(request: SignedInRequest) -> HttpResponseBase:
    rows = Problem.objects.within(request.scope).for_list()
    context = {"plans": campaign_plans().values(), "may_register": request.may(REGISTER_PROBLEMS)}
    return show_list(request, lists.PROBLEMS, rows, template="ledgers/problems.html", context=context)


@needs(SEE_PROBLEMS)
def problem(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    plan, on = campaign_plans()[shown.campaign_id], day_of_the_city()
    light, due_said = told_due(shown, on=on)
    context = {
        "problem": shown,
        "plan": plan,
        "State": State,
        "facts": [
            (one.title, one.said(shown.facts[one.key])) for one in plan.fields if one.key in shown.facts
        ],
        "rounds": rounds_of(shown),
        "changes": shown.changes.select_related("by").order_by("-pk"),
        "reopenings": shown.reopenings.all(),
        "proposal": proposal_of(shown),
        "light": light,
        "due_said": due_said,
        "writable": shown.in_state in WRITABLE,
        "map": _map_of(shown),
        "may_register": request.may(REGISTER_PROBLEMS),
        "may_rectify": request.may(RECTIFY_PROBLEMS),
        "may_clear": request.may(CLEAR_PROBLEMS) and _leads(request, shown),
        "may_inspect": request.may(INSPECT_PROBLEMS),
    }
    return render(request, "ledgers/problem.html", context)


@needs(REGISTER_PROBLEMS)
def registration(request: SignedInRequest, key: str) -> HttpResponse:
    campaign, plan = plan_asked(key)
    form = ProblemForm(
        posted(request),
        plan=plan,
        regions=regions_of(request, plan),
        organisations=organisations_of(request),
        initial={"organisation": request.user.organisation_id, "found_on": day_of_the_city()},
    )
    return answer_form(
        request,
        form,
        title=f"登记问题：{campaign}",
        lead="登记以后，系统按方案的条款给出整改措施和最迟期限的建议。",
        back=campaign.get_absolute_url(),
        button="登记",
        do=lambda said: register_problem(
            campaign=campaign, said=form.said(), by=request.user, at=moment_of_the_city()
        ),
        done="问题已经登记，请在台账里建齐四张清单。",
    )


@needs(REGISTER_PROBLEMS)
def correction(request: SignedInRequest, number: str) -> HttpResponse:
    shown = problem_asked(request, number)
    plan = campaign_plans()[shown.campaign_id]
    form = ProblemForm(
        posted(request),
        plan=plan,
        regions=regions_of(request, plan),
        organisations=organisations_of(request) | Organisation.objects.filter(pk=shown.organisation_id),
        initial=initial_of(shown, plan),
    )
    return answer_form(
        request,
        form,
        title=f"更正问题 {shown.number}",
        lead="改动前后都留在经过里。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: correct_problem(
            problem=shown, said=form.said(), by=request.user, at=moment_of_the_city()
        ),
        done="已经更正。",
    )


@needs(SEE_PROBLEMS)
def photo(request: SignedInRequest, number: str, key: UUID) -> HttpResponse:
    """A picture of a problem; the small one for pages."""
    shown = problem_asked(request, number)
    kept: Photo = get_object_or_404(shown.photos.select_related("file"), file__key=key)
    if "small" in request.GET and kept.file.is_picture:
        return answer_with_small(kept.file)
    return answer_with_file(kept.file)


def _leads(request: SignedInRequest, problem: Problem) -> bool:
    return problem.campaign.leads.filter(pk=request.user.organisation_id).exists()


def _map_of(problem: Problem) -> PointMap | None:
    if problem.longitude is None:
        return None
    return PointMap("problem-map", "位置", (point_of(problem, on=day_of_the_city()),), ())

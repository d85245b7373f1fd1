"""立法计划 on the desk: the year as it was published and as it stands, what it lacks, who is urged."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.sheets import export
from guangyue.legislation import appraising, lists
from guangyue.legislation.catalogue import read_catalogue
from guangyue.legislation.forms import (
    CarryOverForm,
    DecisionForm,
    NewProjectForm,
    PlanForm,
    PostponeForm,
    TermsForm,
)
from guangyue.legislation.models import LawProject, LegislativePlan, LegislativeTerms, PlanChange
from guangyue.legislation.permissions import DECIDE_LEGISLATION, OVERSEE_LEGISLATION, SEE_LEGISLATION
from guangyue.legislation.services.planning import (
    add_project,
    cancel_project,
    carry_over,
    enter_plan,
    postpone_project,
    set_terms,
)
from guangyue.legislation.services.urging import urge_project
from guangyue.legislation.views.common import ask, project_at
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_LEGISLATION)
def plans(request: SignedInRequest) -> HttpResponse:
    context = {"plans": LegislativePlan.objects.all(), "may_enter": request.may(OVERSEE_LEGISLATION)}
    return render(request, "legislation/plans.html", context)


@needs(SEE_LEGISLATION)
def plan(request: SignedInRequest, year: int) -> HttpResponse:
    shown = get_object_or_404(LegislativePlan, year=year)
    context = {
        "plan": shown,
        "groups": appraising.grouped(shown),
        "changes": PlanChange.objects.filter(project__plan=shown).select_related("project", "by"),
        "on": timezone.localdate(),
        "may_add": request.may(OVERSEE_LEGISLATION),
        "standing": appraising.standing(shown, timezone.localdate()),
    }
    return render(request, "legislation/plan.html", context)


@never_cache
@needs(OVERSEE_LEGISLATION)
def new_plan(request: SignedInRequest) -> HttpResponse:
    return answer_form(
        request,
        PlanForm(posted(request)),
        title="登记年度立法计划",
        back=reverse("legislation:plans"),
        button="登记",
        do=lambda said: enter_plan(
            groups=read_catalogue(said["catalogue"]),
            **{key: said[key] for key in ("year", "number", "title", "adopted_on")},
            at=timezone.now(),
        ),
        done="已经登记，项目都在计划里。",
    )


@never_cache
@needs(OVERSEE_LEGISLATION)
def new_project(request: SignedInRequest) -> HttpResponse:
    """增列: what is added, and why, may come along in the address, as from a clean-up of existing texts."""
    given = {key: request.GET[key] for key in ("plan", "name", "ground") if key in request.GET}
    form = NewProjectForm(posted(request), initial={"plan": LegislativePlan.objects.first(), **given})
    return answer_form(
        request,
        form,
        title="增列立法项目",
        back=reverse("legislation:plans"),
        button="增列",
        lead="由市政府决定，司法局登记。原计划不改，增列的单独列出。",
        do=lambda said: add_project(
            plan=said["plan"], new=form.new(), decided=form.decided(), by=request.user, at=timezone.now()
        ),
        done="已经增列。",
    )


@never_cache
@needs(DECIDE_LEGISLATION)
def postponing(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    form = PostponeForm(posted(request))
    return ask(
        request,
        project,
        form,
        title="延期",
        lead=f"{project}，现在的时限是{lists.punctuality(project, timezone.localdate())}。",
        do=lambda said: postpone_project(
            project=project, due=said["due"], decided=form.decided(), by=request.user, at=timezone.now()
        ),
        done="已经延期，原时限仍然列在计划里。",
    )


@never_cache
@needs(DECIDE_LEGISLATION)
def cancelling(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    form = DecisionForm(posted(request))
    return ask(
        request,
        project,
        form,
        title="取消立法项目",
        lead=f"{project}。取消以后不能恢复，只能重新增列。",
        do=lambda said: cancel_project(
            project=project, decided=form.decided(), by=request.user, at=timezone.now()
        ),
        done="已经取消，原计划里仍然看得到。",
    )


@never_cache
@needs(OVERSEE_LEGISLATION)
def carrying_over(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    later = LegislativePlan.objects.filter(year__gt=project.plan.year)
    return ask(
        request,
        project,
        CarryOverForm(posted(request), plans=later),
        title="结转到以后年度",
        do=lambda said: carry_over(project=project, **said),
        done="已经结转。",
    )


@needs(OVERSEE_LEGISLATION)
def urging(request: SignedInRequest) -> HttpResponseBase:
    """督促名单: late, or with too little time left for review and approval."""
    on = timezone.localdate()
    rows = appraising.to_urge(request.scope, on).select_related("unit", "plan")
    held = LegislativeTerms.objects.on(on)
    listing = lists.urging(held)
    return show_list(request, listing, rows, template="legislation/urging.html", context={"terms": held})


@require_POST
@needs(OVERSEE_LEGISLATION)
def urge(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    told = urge_project(project=project, by=request.user, at=timezone.now())
    messages.success(request, f"已经催办，通知了 {told} 人。" if told else "起草单位还没有账户，请另行通知。")
    return redirect(project)


@needs(OVERSEE_LEGISLATION)
def appraisal(request: SignedInRequest) -> HttpResponseBase:
    """考核供数: by unit, as a page and as Excel."""
    on = timezone.localdate()
    year = request.GET.get("year", "")
    plans_kept = list(LegislativePlan.objects.all())
    chosen = next((one for one in plans_kept if str(one.year) == year), plans_kept[0] if plans_kept else None)
    projects = LawProject.objects.filter(plan=chosen).within(request.scope)
    lines = appraising.appraised(projects, on) if chosen else []
    if chosen and "export" in request.GET:
        rows = appraising.feed(projects, on)
        return export(f"{chosen.year}年政府立法推进情况", appraising.HEADINGS, rows, as_="xlsx")
    context = {"plan": chosen, "plans": plans_kept, "lines": lines, "on": on}
    return render(request, "legislation/appraisal.html", context)


@never_cache
@needs(SEE_LEGISLATION)
def terms(request: SignedInRequest) -> HttpResponse:
    """补充规定, as they held and hold."""
    context = {
        "kept": LegislativeTerms.objects.select_related("by"),
        "now": LegislativeTerms.objects.on(timezone.localdate()),
        "may_set": request.may(OVERSEE_LEGISLATION),
    }
    return render(request, "legislation/terms.html", context)


@never_cache
@needs(OVERSEE_LEGISLATION)
def new_terms(request: SignedInRequest) -> HttpResponse:
    now = LegislativeTerms.objects.on(timezone.localdate())
    kept = (
        "min_days",
        "review_days",
        "approval_days",
        "opposing_percent",
        "many_comments",
    )
    initial = {key: getattr(now, key) for key in kept} if now else {}
    return answer_form(
        request,
        TermsForm(posted(request), initial=initial),
        title="设定补充规定",
        back=reverse("legislation:terms"),
        button="设定",
        lead="原文没有写明的天数和界限。以前的保留，从所填的日期起按新的办。",
        do=lambda said: set_terms(**said, by=request.user, at=timezone.now()),
        done="已经设定。",
    )

"""立法项目 on the desk: the list, one project with its road, and its moves."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.kit.access import Permission, SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.legislation import appraising, counting, lists
from guangyue.legislation.forms import MoveForm, PromulgationForm
from guangyue.legislation.models import LawProject, LegislativeTerms
from guangyue.legislation.obligations import Flag, HearingDuty
from guangyue.legislation.permissions import (
    DECIDE_LEGISLATION,
    DRAFT_RULES,
    OVERSEE_LEGISLATION,
    SEE_LEGISLATION,
)
from guangyue.legislation.refusals import NotThisWay
from guangyue.legislation.roads import BEFORE_REVIEW, Arrow, Hand, ProjectState, arrow, arrows_from
from guangyue.legislation.services.drafting import DRAFTED_IN, STUDIED_IN
from guangyue.legislation.services.moving import APART, move_project, publish_rule
from guangyue.legislation.services.wanting import duty_of, flags_of, newest_consultation, wanting
from guangyue.legislation.views.common import ask, project_at
from guangyue.organisations.views.acting import posted

HANDS: dict[Hand, Permission] = {
    Hand.DRAFTER: DRAFT_RULES,
    Hand.OVERSEER: OVERSEE_LEGISLATION,
    Hand.GOVERNMENT: DECIDE_LEGISLATION,
}
PAGES = {
    Hand.DRAFTER: "legislation:drafting_move",
    Hand.OVERSEER: "legislation:overseeing_move",
    Hand.GOVERNMENT: "legislation:deciding_move",
}


@needs(SEE_LEGISLATION)
def projects(request: SignedInRequest) -> HttpResponseBase:
    rows = LawProject.objects.within(request.scope).select_related("unit", "plan")
    return show_list(request, lists.PROJECTS, rows, template="legislation/projects.html")


@never_cache
@needs(SEE_LEGISLATION)
def project(request: SignedInRequest, number: str) -> HttpResponse:
    """All that is known of it, and what may be done now by whoever looks."""
    shown = project_at(request, number)
    on = timezone.localdate()
    terms = LegislativeTerms.objects.on(on)
    draft = shown.drafts.first()
    context = {
        "project": shown,
        "kept": lists.punctuality_tag(shown, on),
        "back_plan": appraising.back_plan(shown, terms),
        "warning": appraising.warning(shown, terms, on),
        "next": _next(request, shown),
        "may": _may(request, shown),
        "draft": draft,
        "powers": draft.powers.select_related("unit") if draft else [],
        "pieces": shown.pieces.select_related("file"),
        "flags": [(flag, flags_of(shown).get(flag)) for flag in Flag],
        "duty": duty_of(shown),
        "decided": len(flags_of(shown)) == len(Flag),
        "hints": _hints(shown, terms),
        "consultations": shown.consultations.all(),
        "hearings": shown.hearings.all(),
        "expert_views": shown.expert_views.all(),
        "department_views": shown.department_views.select_related("unit"),
        "reviews": shown.reviews.select_related("by"),
        "order": getattr(shown, "order", None),
        "changes": shown.plan_changes.select_related("by"),
        "entries": shown.entries.select_related("plan"),
        "steps": _steps(shown),
    }
    return render(request, "legislation/project.html", context)


@never_cache
@needs(DRAFT_RULES)
def drafting_move(request: SignedInRequest, number: str, key: str) -> HttpResponse:
    return _move(request, number, key, Hand.DRAFTER)


@never_cache
@needs(OVERSEE_LEGISLATION)
def overseeing_move(request: SignedInRequest, number: str, key: str) -> HttpResponse:
    return _move(request, number, key, Hand.OVERSEER)


@never_cache
@needs(DECIDE_LEGISLATION)
def deciding_move(request: SignedInRequest, number: str, key: str) -> HttpResponse:
    return _move(request, number, key, Hand.GOVERNMENT)


@never_cache
@needs(DECIDE_LEGISLATION)
def publishing(request: SignedInRequest, number: str) -> HttpResponse:
    """公布政府令."""
    shown = project_at(request, number)
    form = PromulgationForm(posted(request))
    return ask(
        request,
        shown,
        form,
        title="公布政府令",
        button="公布",
        do=lambda said: publish_rule(
            project=shown, promulgated=form.promulgated(), by=request.user, at=timezone.now()
        ),
        done="已经登记公布。",
    )


def _move(request: SignedInRequest, number: str, key: str, hand: Hand) -> HttpResponse:
    shown = project_at(request, number)
    step = next((one for one in arrows_from(shown.state, shown.kind) if one.key == key), None)
    if step is None or step.hand != hand or key in APART:
        raise NotThisWay
    form = MoveForm(posted(request), initial={"key": key, "on": timezone.localdate()})
    return ask(
        request,
        shown,
        form,
        title=step.title,
        lead=_lead(shown, step),
        button=step.title,
        do=lambda said: move_project(
            project=shown, key=key, recorded=form.recorded(), by=request.user, at=timezone.now()
        ),
        done=f"已经办理：{step.title}。",
    )


def _lead(project: LawProject, step: Arrow) -> str:
    missing = wanting(project, step)
    lead = f"{project}，现在是“{project.get_state_display()}”。"
    if missing:
        return f"{lead}还缺：{'、'.join(missing)}，补齐以后才能办理。"
    if step.key == "argue" and duty_of(project) is HearingDuty.RECOMMENDED:
        return f"{lead}建议举行听证会；不举行的，请写明理由。"
    return lead


def _next(request: SignedInRequest, project: LawProject) -> list[dict[str, object]]:
    """The arrows from here that this person may take, with what each still wants."""
    return [
        {"title": one.title, "page": PAGES[one.hand], "key": one.key, "missing": wanting(project, one)}
        for one in arrows_from(project.state, project.kind)
        if one.key not in APART and _holds(request, project, HANDS[one.hand])
    ]


def _may(request: SignedInRequest, project: LawProject) -> set[str]:
    """What else may be done now, by its name."""
    may: set[str] = set()
    state = project.state
    if _holds(request, project, DRAFT_RULES):
        may |= {"study"} if state in STUDIED_IN else set()
        may |= {"draft", "power"} if state in DRAFTED_IN else set()
        may |= {"impact", "expert", "department"} if state in BEFORE_REVIEW else set()
        may |= {"hearing"} if state == ProjectState.HEARING else set()
        may |= {"consult"} if state == ProjectState.DRAFTING else set()
    if _holds(request, project, OVERSEE_LEGISLATION) and not project.is_over:
        may |= {"urge", "carry"}
        may |= {"correct"} if state in (*BEFORE_REVIEW, ProjectState.REVIEWING) else set()
    if _holds(request, project, DECIDE_LEGISLATION) and not project.is_over:
        may |= {"postpone", "cancel"}
        may |= {"publish"} if arrow("publish").fits(state, project.kind) else set()
    return may


def _holds(request: SignedInRequest, project: LawProject, permission: Permission) -> bool:
    scope = request.scope_of(permission)
    return scope.covers(region=project.unit.region_id, organisation=project.unit_id)


def _hints(project: LawProject, terms: LegislativeTerms | None) -> list[Flag]:
    """提示 from what was said so far; nobody is bound by it."""
    consultation = newest_consultation(project)
    if consultation is None or consultation.draft is None:
        return []
    counted = counting.by_article(consultation, list(consultation.draft.articles.all()))
    return sorted(counting.hints_of(counting.voices_of(counted), terms))


def _steps(project: LawProject) -> list[dict[str, object]]:
    return [
        {
            "at": one.on,
            "what": one.title,
            "detail": "；".join(filter(None, (one.record, one.said))),
            "who": one.by or "系统",
        }
        for one in project.moves.select_related("by")
    ]

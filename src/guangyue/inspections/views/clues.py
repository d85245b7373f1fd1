"""个案线索、后续监管、责任 on the desk."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.inspections import lists
from guangyue.inspections.batch_forms import CheckClueForm, CloseClueForm, ClueForm, DoneForm, DutyForm
from guangyue.inspections.models import Clue, DutyRecord, FollowUp, Inspector, Item
from guangyue.inspections.permissions import APPROVE_ITEMS, INSPECT
from guangyue.inspections.services.clues import check_clue, close_clue, take_clue
from guangyue.inspections.services.duties import decide_duty, judged_by_the_lists
from guangyue.inspections.services.findings import finish_follow_up
from guangyue.inspections.services.looking import look_at_visits
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted


@needs(INSPECT)
def clues(request: SignedInRequest) -> HttpResponseBase:
    rows = Clue.objects.within(request.scope).select_related("organisation")
    return show_list(request, lists.CLUES, rows, template="inspections/clues.html")


@needs(INSPECT)
def clue_intake(request: SignedInRequest) -> HttpResponse:
    form = ClueForm(posted(request), organisations=Organisation.objects.within(request.scope))
    return answer_form(
        request,
        form,
        title="登记线索",
        lead="个案线索登记以后立即检查，不经抽取。",
        back=reverse("inspections:clues"),
        button="登记",
        do=lambda said: take_clue(
            said=form.said(), organisation=said["organisation"], by=request.user, at=timezone.now()
        ),
        done="线索已经登记，请立即检查。",
    )


@needs(INSPECT)
def clue(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _clue(request, number)
    visits = shown.visits.select_related("subject")
    return render(request, "inspections/clue.html", {"clue": shown, "visits": visits})


@needs(INSPECT)
def clue_check(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _clue(request, number)
    items = Item.objects.published().filter(organisation=shown.organisation_id)
    team = Inspector.objects.able(timezone.localdate()).filter(organisation=shown.organisation_id)
    return answer_form(
        request,
        CheckClueForm(posted(request), items=items, team=team, initial={"subject": _number(shown)}),
        title=f"检查线索 {shown}",
        lead=shown.text,
        back=shown.get_absolute_url(),
        button="立即检查",
        do=lambda said: check_clue(
            clue=shown,
            subject=said["subject"],
            items=list(said["items"]),
            team=list(said["team"]),
            by=request.user,
            at=timezone.now(),
        ),
        done="检查已经开始。",
    )


@needs(INSPECT)
def clue_closing(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _clue(request, number)
    return answer_form(
        request,
        CloseClueForm(posted(request)),
        title=f"办结线索 {shown}",
        lead=shown.text,
        back=shown.get_absolute_url(),
        button="办结",
        do=lambda said: close_clue(
            clue=shown,
            outcome=Clue.Outcome(said["outcome"]),
            said=said["said"],
            case_number=said["case_number"],
            by=request.user,
            at=timezone.now(),
        ),
        done="线索已经办结。",
    )


@needs(INSPECT)
def follow_ups(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.FOLLOW_UPS, _follow_ups(request))


@needs(INSPECT)
def follow_up(request: SignedInRequest, pk: int) -> HttpResponse:
    task = get_object_or_404(_follow_ups(request), pk=pk)
    finding = task.finding
    look_at_visits(visits=[finding.visit], by=request.user, at=timezone.now())
    return answer_form(
        request,
        DoneForm(posted(request)),
        title="后续监管",
        back=reverse("inspections:follow_ups"),
        button="办结",
        facts=[
            ("检查对象", finding.visit.subject),
            ("抽查事项", finding.item),
            ("结果", finding.get_result_display()),
            ("问题", finding.said),
            ("责任单位", task.organisation),
            ("期限", task.due),
            ("处理情况", task.said),
        ],
        do=lambda said: finish_follow_up(follow_up=task, **said, by=request.user, at=timezone.now()),
        done="已经办结。",
    )


@needs(APPROVE_ITEMS)
def duties(request: SignedInRequest) -> HttpResponseBase:
    rows = DutyRecord.objects.within(request.scope).select_related("organisation", "decided_by")
    return show_list(request, lists.DUTIES, rows)


@needs(APPROVE_ITEMS)
def duty(request: SignedInRequest, pk: int) -> HttpResponse:
    """The lists are asked, a person decides."""
    rows = DutyRecord.objects.within(request.scope).select_related("organisation", "batch", "officer")
    shown = get_object_or_404(rows, pk=pk)
    judged = judged_by_the_lists(shown)
    initial = {name: getattr(shown, name) for name in ("exemptions", "neglects", "bad_result")}
    form = DutyForm(posted(request), initial=initial)
    return answer_form(
        request,
        form,
        title="抽查责任认定",
        lead="尽职照单免责、失职照单问责；两张清单都符合的，以问责为先，由人认定。",
        back=reverse("inspections:duties"),
        button="认定",
        facts=[
            ("单位", shown.organisation),
            ("情况", shown.facts),
            ("照单", judged.liability.value),
            ("已有结论", shown.get_liability_display()),
        ],
        do=lambda said: decide_duty(duty=shown, **form.grounds(), by=request.user, at=timezone.now()),
        done="已经认定。",
    )


def _clue(request: SignedInRequest, number: str) -> Clue:
    rows = Clue.objects.within(request.scope).select_related(
        "organisation", "subject", "taken_by", "revision"
    )
    return get_object_or_404(rows, number=number)


def _number(clue: Clue) -> str:
    return clue.subject.number if clue.subject else ""


def _follow_ups(request: SignedInRequest) -> QuerySet[FollowUp]:
    rows = FollowUp.objects.within(request.scope)
    return rows.select_related(
        "finding__visit__subject", "finding__visit__batch", "finding__item", "organisation"
    )

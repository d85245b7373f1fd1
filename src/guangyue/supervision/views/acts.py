"""监管行为 on the desk: what was done, to whom, in which project; entering, bringing in, what went back."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache

from guangyue.audit.recording import record
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.lists import show_list
from guangyue.kit.masks import mask_id_number
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.supervision import lists
from guangyue.supervision.declaration import ItemKind, Stage, SubjectKind
from guangyue.supervision.forms import ActForm, SubjectForm
from guangyue.supervision.models import PermitHandover, RejectedAct, SupervisionAct, SupervisionItem
from guangyue.supervision.permissions import ENTER_ACTS, SEE_SUPERVISION
from guangyue.supervision.sending import Arrival
from guangyue.supervision.services.entering import enter_act
from guangyue.supervision.services.keeping import refuse_untrained
from guangyue.supervision.sheets import ACTS, problems_of, take_acts
from guangyue.supervision.sources import source_title
from guangyue.systems.today import moment_of_the_city

MOST_OF_SUBJECT = 200
WORDS = {one.name: one.value for one in (*ItemKind, *SubjectKind)}


@needs(SEE_SUPERVISION)
def acts(request: SignedInRequest) -> HttpResponseBase:
    rows = SupervisionAct.objects.within(request.scope).annotate(source_title=source_title())
    context = {"may_enter": request.may(ENTER_ACTS)}
    shown = rows.select_related("item", "office")
    return show_list(request, lists.ACTS, shown, template="supervision/acts.html", context=context)


@needs(SEE_SUPERVISION)
def act(request: SignedInRequest, pk: int) -> HttpResponse:
    """Readable whatever became of its item."""
    rows = SupervisionAct.objects.within(request.scope).annotate(source_title=source_title())
    shown = get_object_or_404(rows.select_related("item", "office", "firm", "place"), pk=pk)
    context = {
        "act": shown,
        "revisions": shown.revisions.select_related("by").order_by("-number"),
        "page": _page_of(request, shown),
    }
    return render(request, "supervision/act.html", context)


@never_cache
@needs(ENTER_ACTS)
def new_act(request: SignedInRequest) -> HttpResponse:
    refuse_untrained(request.user, at=moment_of_the_city())
    items = SupervisionItem.objects.within(request.scope).published().select_related("office")
    form = ActForm(posted(request), items=items.order_by("code", "pk"))
    return answer_form(
        request,
        form,
        title="登记监管行为",
        lead="没有业务系统的，在这里逐条登记；同一次检查只登记一次。",
        back=reverse("supervision:acts"),
        button="登记",
        do=lambda said: enter_act(
            sent=form.sent(), office=said["item"].office, by=request.user, at=moment_of_the_city()
        ),
        done="已经登记。",
    )


@needs(ENTER_ACTS)
def act_table(request: SignedInRequest) -> HttpResponseBase:
    """导入: all rows or none."""
    at = moment_of_the_city()
    refuse_untrained(request.user, at=at)

    def check(reading: Reading) -> Iterable[Problem]:
        return problems_of(reading, scope=request.scope, on=local_day(at))

    def take(rows: Sequence[Row]) -> HttpResponse:
        came = take_acts(rows, scope=request.scope, by=request.user, at=at)
        said = "，".join(f"{one.value} {came[one]} 条" for one in Arrival)
        messages.success(request, f"已经导入：{said}。")
        return redirect("supervision:acts")

    return bring_in(request, ACTS, take=take, check=check, template="supervision/act_table.html")


@needs(SEE_SUPERVISION)
def rejections(request: SignedInRequest) -> HttpResponseBase:
    rows = RejectedAct.objects.within(request.scope).annotate(source_title=source_title())
    return show_list(request, lists.REJECTIONS, rows.select_related("office"))


@needs(SEE_SUPERVISION)
def rejection(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = RejectedAct.objects.within(request.scope).annotate(source_title=source_title())
    shown = get_object_or_404(rows.select_related("office"), pk=pk)
    titles = {column.key: column.header for column in ACTS.columns}
    sent = [(titles[key], WORDS.get(value, value)) for key, value in shown.content.items() if key in titles]
    context = {"rejection": shown, "sent": sent, "field": titles.get(shown.field, "")}
    return render(request, "supervision/rejection.html", context)


@never_cache
@needs(SEE_SUPERVISION)
def subject(request: SignedInRequest) -> HttpResponse:
    """查询 of one subject: its permits and what was done to it; who asked is written down."""
    form = SubjectForm(posted(request))
    context: dict[str, object] = {"form": form, "asked": False}
    if form.is_bound and form.is_valid():
        number = form.cleaned_data["subject"].strip().upper()
        record(
            action="查询监管对象",
            detail={"subject": mask_id_number(number)},
            by=request.user,
            at=moment_of_the_city(),
        )
        done = SupervisionAct.objects.within(request.scope).of_subject(number)
        permits = PermitHandover.objects.within(request.scope).filter(case__applicant_number=number)
        context |= {
            "asked": True,
            "acts": done.select_related("item", "office").order_by("-day", "-pk")[:MOST_OF_SUBJECT],
            "permits": permits.select_related("case", "office").order_by("-pk")[:MOST_OF_SUBJECT],
        }
    return render(request, "supervision/subject.html", context, status=422 if form.errors else 200)


def _page_of(request: SignedInRequest, shown: SupervisionAct) -> str:
    """Where its source shows it, if that is a mechanism of the city itself and it may be read there."""
    named = settings.GUANGYUE_ACT_PAGES.get(shown.source)
    return str(import_string(named)(request, shown.source_id)) if named else ""


@needs(SEE_SUPERVISION)
def project(request: SignedInRequest, code: str) -> HttpResponse:
    """工程项目: before, during and after, side by side."""
    done = SupervisionAct.objects.within(request.scope).of_project(code).select_related("item", "office")
    rows = list(done.order_by("day", "pk"))
    if not rows:
        raise Http404
    stages = [(stage, [act for act in rows if act.item.stage == stage.name]) for stage in Stage]
    return render(request, "supervision/project.html", {"project": code, "stages": stages, "many": len(rows)})

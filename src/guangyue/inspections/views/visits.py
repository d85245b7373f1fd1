"""检查 on the desk: one's own, those that are no secret any more, and what their teams write down."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.files.answers import answer_with_file
from guangyue.inspections import lists
from guangyue.inspections.acts import acts_of, sent_back_of, visit_in
from guangyue.inspections.batch_forms import (
    CorrectionForm,
    EvidenceForm,
    FindingForm,
    FinishForm,
    ReportForm,
    TransferForm,
)
from guangyue.inspections.models import Evidence, Finding, Item, Transfer, Visit
from guangyue.inspections.permissions import INSPECT, SEE_INSPECTIONS
from guangyue.inspections.services.findings import correct_finding, enter_finding, note_transfer
from guangyue.inspections.services.looking import look_at_visits
from guangyue.inspections.services.publishing import publish_visit
from guangyue.inspections.services.visits import add_evidence, finish_visit, note_report, start_visit
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.supervision.permissions import SEE_SUPERVISION


@needs(SEE_INSPECTIONS)
def visits(request: SignedInRequest) -> HttpResponseBase:
    rows = _readable(request).distinct()
    return show_list(request, lists.VISITS, rows)


@never_cache
@needs(INSPECT)
def my_visits(request: SignedInRequest) -> HttpResponse:
    """我的检查: those of one's own teams; whoever looks is written down."""
    own = Visit.objects.of_inspector(request.user).select_related(
        "subject__region", "batch__line", "clue", "special_field"
    )
    waiting = list(own.open().order_by("assigned_at", "pk"))
    look_at_visits(visits=waiting, by=request.user, at=timezone.now())
    context = {"waiting": waiting, "done": own.exclude(state__in=Visit.OPEN)[:30]}
    return render(request, "inspections/my_visits.html", context)


@never_cache
@needs(INSPECT)
def visit(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _visit(request, number)
    look_at_visits(visits=[shown], by=request.user, at=timezone.now())
    members = list(shown.members.select_related("inspector__organisation", "inspector__account"))
    own = next((one.inspector for one in members if one.inspector.account_id == request.user.pk), None)
    findings = shown.findings.select_related("item", "organisation", "by", "corrects", "transfer")
    found = {finding.item_id for finding in findings}
    items = list(shown.items.select_related("organisation"))
    context = {
        "visit": shown,
        "members": members,
        "own": own,
        "findings": findings,
        "owed": [item for item in items if item.pk not in found],
        "items": items,
        "evidence": shown.evidence.select_related("file", "by"),
        "reports": shown.reports.all(),
        "corrected": {finding.corrects_id for finding in findings},
        "joined": shown.joined.select_related("organisation"),
        "acts": acts_of(shown),
        "sent_back": sent_back_of(shown),
        "may_see_acts": request.may(SEE_SUPERVISION),
    }
    return render(request, "inspections/visit.html", context)


@require_POST
@needs(INSPECT)
def start(request: SignedInRequest, number: str) -> HttpResponse:
    shown = start_visit(visit=_visit(request, number), by=request.user, at=timezone.now())
    messages.success(request, "检查已经开始，请出示执法证件。")
    return redirect(shown)


@needs(INSPECT)
def finish(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _visit(request, number)
    form = FinishForm(posted(request))
    return answer_form(
        request,
        form,
        title=f"完成检查 {shown}",
        back=shown.get_absolute_url(),
        button="完成检查",
        do=lambda said: finish_visit(visit=shown, methods=form.chosen(), by=request.user, at=timezone.now()),
        done="检查已经完成。",
    )


@needs(INSPECT)
def finding(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    """录入 of one item; nought is the clue itself."""
    shown = _visit(request, number)
    item = get_object_or_404(shown.items, pk=pk) if pk else None
    form = FindingForm(posted(request), points=_points(item))
    return answer_form(
        request,
        form,
        title=f"录入结果：{item or '线索检查'}",
        lead=f"{shown.subject} · {shown}",
        back=shown.get_absolute_url(),
        button="录入",
        do=lambda said: enter_finding(
            visit=shown, item=item, **form.found(), by=request.user, at=timezone.now()
        ),
        done="结果已经录入。",
    )


@needs(INSPECT)
def correction(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    shown = _visit(request, number)
    corrected = get_object_or_404(shown.findings.select_related("item"), pk=pk)
    form = CorrectionForm(posted(request), points=_points(corrected.item), initial=_initial(corrected))
    return answer_form(
        request,
        form,
        title=f"更正结果：{corrected.item or '线索检查'}",
        lead="原来的记录保留，更正是一条新的记录；已经公示的，公示一起更正。",
        back=shown.get_absolute_url(),
        button="更正",
        do=lambda said: correct_finding(
            finding=corrected,
            **form.found(),
            reason=said["reason"],
            by=request.user,
            at=timezone.now(),
        ),
        done="更正已经记下。",
    )


@needs(INSPECT)
def evidence(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _visit(request, number)

    def keep(said: Mapping[str, Any]) -> None:
        kind = Evidence.Kind(said["kind"])
        add_evidence(visit=shown, upload=said["file"], kind=kind, by=request.user, at=timezone.now())

    return answer_form(
        request,
        EvidenceForm(posted(request), request.FILES or None),
        title=f"检查 {shown} 留证",
        back=shown.get_absolute_url(),
        button="上传",
        do=keep,
        done="已经保存。",
    )


@needs(INSPECT)
def evidence_file(request: SignedInRequest, number: str, key: UUID) -> HttpResponse:
    kept = get_object_or_404(_visit(request, number).evidence.select_related("file"), file__key=key)
    return answer_with_file(kept.file)


@needs(INSPECT)
def report(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _visit(request, number)
    return answer_form(
        request,
        ReportForm(posted(request)),
        title=f"检查 {shown} 的委托报告",
        back=shown.get_absolute_url(),
        button="登记",
        do=lambda said: note_report(visit=shown, **said, by=request.user, at=timezone.now()),
        done="委托报告已经登记。",
    )


@needs(INSPECT)
def transfer(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    shown = _visit(request, number)
    owed = get_object_or_404(Transfer, finding__visit=shown, finding=pk)
    return answer_form(
        request,
        TransferForm(posted(request)),
        title=f"检查 {shown} 移送司法机关",
        back=shown.get_absolute_url(),
        button="登记移送",
        facts=[("移送期限", owed.due)],
        do=lambda said: note_transfer(transfer=owed, **said, by=request.user, at=timezone.now()),
        done="移送已经登记。",
    )


@require_POST
@needs(INSPECT)
def visit_publication(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _visit(request, number)
    publish_visit(visit=shown, by=request.user, at=timezone.now())
    messages.success(request, "检查结果已经公示。")
    return redirect(shown)


def page_of_act(request: SignedInRequest, source_id: str) -> str:
    """Where an act of the pool comes from, for whoever may read it there (`settings.GUANGYUE_ACT_PAGES`)."""
    if not request.may(INSPECT):
        return ""
    rows = Visit.objects.readable_by(request.user, request.scope_of(INSPECT))
    visit = rows.filter(number=visit_in(source_id)).first()
    return visit.get_absolute_url() if visit else ""


def _readable(request: SignedInRequest) -> QuerySet[Visit]:
    rows = Visit.objects.readable_by(request.user, request.scope)
    return rows.select_related(
        "subject__region", "organisation", "batch", "clue", "special_field", "joined_into"
    )


def _visit(request: SignedInRequest, number: str) -> Visit:
    return get_object_or_404(_readable(request), number=number)


def _points(item: Item | None) -> list[str]:
    procedure = item.procedure if item else None
    return list(procedure.points) if procedure else []


def _initial(finding: Finding) -> dict[str, str]:
    answers = {f"point-{place}": answer for place, answer in enumerate(finding.answers.values())}
    return {**answers, "result": finding.result, "said": finding.said}

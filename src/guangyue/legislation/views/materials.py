"""What a drafting unit hands in and records on the desk, each on a page of its own."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.files.answers import answer_with_file
from guangyue.files.services import keep_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.typesetting import answer_with
from guangyue.legislation.forms import (
    DepartmentForm,
    DraftForm,
    ExpertForm,
    HearingForm,
    HearingReportForm,
    ImpactForm,
    PieceForm,
    PowerForm,
)
from guangyue.legislation.models import Hearing, LawProject, LegalDraft, StudyPiece
from guangyue.legislation.papers import hearing_notice
from guangyue.legislation.permissions import DRAFT_RULES, OVERSEE_LEGISLATION, SEE_LEGISLATION
from guangyue.legislation.services.drafting import (
    decide_impact,
    hand_in_piece,
    state_power,
    submit_draft,
)
from guangyue.legislation.services.reviewing import (
    announce_hearing,
    record_department,
    record_expert,
    report_hearing,
)
from guangyue.legislation.views.common import ask, project_at
from guangyue.organisations.views.acting import posted


@never_cache
@needs(DRAFT_RULES)
def piece(request: SignedInRequest, number: str) -> HttpResponse:
    """交调研成果."""
    project = project_at(request, number)
    form = PieceForm(posted(request), request.FILES or None)

    @transaction.atomic
    def hand_in(said: Any) -> StudyPiece:
        upload, at = said["file"], timezone.now()
        file = keep_file(upload=upload, by=request.user, at=at) if isinstance(upload, UploadedFile) else None
        return hand_in_piece(
            project=project,
            piece=said["piece"],
            summary=said["summary"],
            file=file,
            by=request.user,
            at=at,
        )

    return ask(request, project, form, title="交调研成果", do=hand_in, done="已经提交。")


@needs(SEE_LEGISLATION)
def piece_file(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    pieces = StudyPiece.objects.filter(project=project_at(request, number), file__isnull=False)
    kept = get_object_or_404(pieces.select_related("file"), pk=pk)
    assert kept.file is not None
    return answer_with_file(kept.file)


@never_cache
@needs(DRAFT_RULES)
def new_draft(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    last = project.drafts.first()
    initial = {"explanation": last.explanation, "text": _text_of(last)} if last else {}
    return ask(
        request,
        project,
        DraftForm(posted(request), initial=initial),
        title="提交草案",
        lead=f"{project}。每提交一次是新的一稿，以前的保留。",
        do=lambda said: submit_draft(project=project, **said, by=request.user, at=timezone.now()),
        done="已经提交，分条列出。",
    )


@needs(SEE_LEGISLATION)
def draft(request: SignedInRequest, number: str, version: int) -> HttpResponse:
    project = project_at(request, number)
    shown = get_object_or_404(LegalDraft.objects.select_related("by"), project=project, version=version)
    context = {
        "project": project,
        "draft": shown,
        "articles": shown.articles.all(),
        "powers": shown.powers.select_related("unit"),
        "versions": project.drafts.all(),
    }
    return render(request, "legislation/draft.html", context)


@never_cache
@needs(DRAFT_RULES)
def power(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    return ask(
        request,
        project,
        PowerForm(posted(request)),
        title="登记所设的权力",
        lead=f"{project}。职权法定：每项权力写明上位法依据和责任单位。",
        do=lambda said: state_power(project=project, **said),
        done="已经登记。",
    )


@never_cache
@needs(DRAFT_RULES)
def impact(request: SignedInRequest, number: str) -> HttpResponse:
    return _impact(request, project_at(request, number), corrects=False)


@never_cache
@needs(OVERSEE_LEGISLATION)
def correction(request: SignedInRequest, number: str) -> HttpResponse:
    return _impact(request, project_at(request, number), corrects=True)


@never_cache
@needs(DRAFT_RULES)
def expert(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    return ask(
        request,
        project,
        ExpertForm(posted(request), initial={"said_on": timezone.localdate()}),
        title="登记专家意见",
        do=lambda said: record_expert(project=project, **said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


@never_cache
@needs(DRAFT_RULES)
def department(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    return ask(
        request,
        project,
        DepartmentForm(posted(request), initial={"said_on": timezone.localdate()}),
        title="登记部门意见",
        lead=f"{project}。没有协调一致的，写明分歧，随草案报送。",
        do=lambda said: record_department(project=project, **said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


@never_cache
@needs(DRAFT_RULES)
def new_hearing(request: SignedInRequest, number: str) -> HttpResponse:
    project = project_at(request, number)
    form = HearingForm(posted(request))
    return ask(
        request,
        project,
        form,
        title="公告听证会",
        lead=f"{project}。公告以后，门户上人人看得到。",
        button="公告",
        do=lambda said: announce_hearing(
            project=project, notice=form.notice(), by=request.user, at=timezone.now()
        ),
        done="已经公告。",
    )


@never_cache
@needs(DRAFT_RULES)
def hearing_report(request: SignedInRequest, number: str, pk: int) -> HttpResponse:
    project = project_at(request, number)
    held = get_object_or_404(Hearing, project=project, pk=pk)
    return ask(
        request,
        project,
        HearingReportForm(posted(request)),
        title="公布听证报告",
        lead=f"{project}。听证报告向社会公布，笔录存档。",
        button="公布",
        do=lambda said: report_hearing(hearing=held, **said, at=timezone.now()),
        done="已经公布。",
    )


@needs(SEE_LEGISLATION)
def hearing_paper(request: SignedInRequest, number: str, pk: int) -> HttpResponseBase:
    project = project_at(request, number)
    held = get_object_or_404(Hearing.objects.select_related("project__unit"), project=project, pk=pk)
    return answer_with(hearing_notice(held))


def _impact(request: SignedInRequest, project: LawProject, *, corrects: bool) -> HttpResponse:
    return ask(
        request,
        project,
        ImpactForm(posted(request)),
        title="更正影响认定" if corrects else "认定影响",
        lead=f"{project}。四种情形决定要不要听证；每次认定都留痕，以最近一次为准。",
        do=lambda said: decide_impact(
            project=project, **said, corrects=corrects, by=request.user, at=timezone.now()
        ),
        done="已经认定。",
    )


def _text_of(draft: LegalDraft) -> str:
    """The last version, to be written on in."""
    lines: list[str] = []
    chapter = ""
    for article in draft.articles.all():
        if article.chapter and article.chapter != chapter:
            chapter = article.chapter
            lines.append(chapter)
        lines.append(f"{article.label}　{article.text}")
    return "\n".join(lines)

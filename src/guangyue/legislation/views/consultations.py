"""征求意见 on the desk: prepared, opened, watched by article, closed; and its papers."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.files.answers import answer_with_content
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.typesetting import answer_with, as_docx
from guangyue.kit.typesetting.docx import DOCX
from guangyue.legislation import counting, lists
from guangyue.legislation.forms import ConsultationForm, MatterForm, OpeningForm
from guangyue.legislation.kinds import Audience
from guangyue.legislation.models import LegislativeTerms, PublicConsultation
from guangyue.legislation.papers import consultation_notice, reply_table
from guangyue.legislation.permissions import DRAFT_RULES, SEE_LEGISLATION
from guangyue.legislation.services.consulting import (
    close_consultation,
    open_consultation,
    prepare_consultation,
    prepare_matter,
)
from guangyue.legislation.timing import earliest_close
from guangyue.legislation.views.common import ask, consultation_at, project_at
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_LEGISLATION)
def consultations(request: SignedInRequest) -> HttpResponseBase:
    rows = counting.with_counts(PublicConsultation.objects.within(request.scope))
    context = {"may_begin": request.may(DRAFT_RULES)}
    return show_list(
        request,
        lists.CONSULTATIONS,
        rows.select_related("unit"),
        template="legislation/desk_consultations.html",
        context=context,
    )


@never_cache
@needs(SEE_LEGISLATION)
def desk_consultation(request: SignedInRequest, number: str) -> HttpResponse:
    shown = consultation_at(request, number)
    on = timezone.localdate()
    terms = LegislativeTerms.objects.on(on)
    articles = list(shown.draft.articles.all()) if shown.draft else []
    counted = counting.by_article(shown, articles)
    context = {
        "consultation": shown,
        "stands": shown.stands(on),
        "is_open": shown.is_open(on),
        "counted": counted,
        "voices": counting.voices_of(counted),
        "waiting": sum(one.waiting for one in counted),
        "alone": sum(one.singly for one in counted),
        "hints": sorted(counting.hints_of(counting.voices_of(counted), terms)),
        "terms": terms,
        "may_draft": request.scope_of(DRAFT_RULES).covers(
            region=shown.unit.region_id, organisation=shown.unit_id
        ),
        "over": shown.opens is not None and on > shown.last_day,
    }
    return render(request, "legislation/desk_consultation.html", context)


@never_cache
@needs(DRAFT_RULES)
def new_consultation(request: SignedInRequest, number: str) -> HttpResponse:
    """准备就草案征求意见."""
    project = project_at(request, number)
    form = ConsultationForm(posted(request), initial={"audiences": [Audience.PUBLIC, Audience.EXPERTS]})
    return ask(
        request,
        project,
        form,
        title="准备征求意见",
        lead=f"{project}。草案和说明向社会公布；只有依法需要保密的部分不公开。",
        do=lambda said: prepare_consultation(
            project=project,
            audiences=form.asked(),
            channels=said["channels"],
            withholding=form.withholding(),
            by=request.user,
            at=timezone.now(),
        ),
        done="已经准备好，请在“征求意见”里开始。",
    )


@never_cache
@needs(DRAFT_RULES)
def new_matter(request: SignedInRequest) -> HttpResponse:
    """就其他应当征求意见的事项."""
    unit = request.user.organisation
    return answer_form(
        request,
        MatterForm(posted(request)),
        title="就其他事项征求意见",
        back=reverse("legislation:consultations"),
        button="准备",
        lead="公文要求征求意见的重大事项，如城市景观风貌规划设计和管理的重大事项。",
        do=lambda said: prepare_matter(
            unit=unit,
            **{**said, "audiences": [Audience(one) for one in said["audiences"]]},
            by=request.user,
            at=timezone.now(),
        ),
        done="已经准备好，请开始征求。",
    )


@never_cache
@needs(DRAFT_RULES)
def opening(request: SignedInRequest, number: str) -> HttpResponse:
    shown = consultation_at(request, number)
    today = timezone.localdate()
    terms = LegislativeTerms.objects.on(today)
    days = terms.min_days if terms else None
    said = f"不少于 {days} 天，从明天起算。" if days else "还没有设定最短天数，请市司法局先设定。"
    initial = {"opens": today, "closes": earliest_close(today, days) if days else None}
    return ask(
        request,
        shown,
        OpeningForm(posted(request), initial=initial),
        title="开始征求意见",
        lead=f"{shown}。{said}开始以后公布，不能撤回。",
        button="开始",
        back=shown.desk_address,
        do=lambda given: open_consultation(consultation=shown, **given, by=request.user, at=timezone.now()),
        done="已经开始征求意见。",
    )


@require_POST
@needs(DRAFT_RULES)
def closing(request: SignedInRequest, number: str) -> HttpResponse:
    shown = consultation_at(request, number)
    question = ask_first(
        request,
        question="公布答复，办结这次征求意见吗？",
        consequence="答复表向社会公布，以后不能再改。",
        yes="公布、办结",
    )
    if question:
        return question
    close_consultation(consultation=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经办结，答复表已公布。")
    return redirect("legislation:desk_consultation", shown.number)


@needs(SEE_LEGISLATION)
def notice_paper(request: SignedInRequest, number: str) -> HttpResponseBase:
    return answer_with(consultation_notice(consultation_at(request, number)))


@needs(SEE_LEGISLATION)
def reply_paper(request: SignedInRequest, number: str) -> HttpResponseBase:
    """答复表 as PDF, or in Word to be written on in."""
    shown = consultation_at(request, number)
    if request.GET.get("as") == "docx":
        name = f"{shown.title}意见采纳情况.docx"
        return answer_with_content(as_docx(reply_table(shown)), DOCX, name=name, attached=True)
    return answer_with(reply_table(shown))

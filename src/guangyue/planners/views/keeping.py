"""扣减、调度、报告: what a year comes to, month by month and group by group."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guangyue.files.answers import answer_with_content
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.limits import month_end
from guangyue.kit.sheets import export
from guangyue.kit.typesetting import answer_with, as_docx
from guangyue.kit.typesetting.docx import DOCX
from guangyue.kit.years import year_asked
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.planners import papers
from guangyue.planners.calendar import Owed, owed_reports
from guangyue.planners.declared import day_of_the_pilot, is_shown_ahead, moment_of_the_pilot, pilot
from guangyue.planners.figures import figures_of
from guangyue.planners.forms import ReportForm
from guangyue.planners.models import Area, Group, Report
from guangyue.planners.owing import owing
from guangyue.planners.permissions import ANSWER_ADVICE, KEEP_PLANNERS, SEE_PLANNERS
from guangyue.planners.pilot import Author
from guangyue.planners.reckoning import months_between
from guangyue.planners.services.keeping import send_report, settle_deduction
from guangyue.planners.serving import pilot_years, served_years


@needs(SEE_PLANNERS)
def deductions(request: SignedInRequest) -> HttpResponseBase:
    """扣减表 of a year; as Excel and as PDF too."""
    on = day_of_the_pilot()
    years = pilot_years(on)
    year = year_asked(request, years)
    served = served_years(Group.objects.within(request.scope), year, on=on)
    wanted = request.GET.get("export", "")
    if wanted == "xlsx":
        return export(f"服务费扣减 {year}", papers.HEADERS, papers.rows_of(served), as_="xlsx")
    if wanted == "pdf":
        return answer_with(papers.deduction_paper(served, year, on=on))
    context = {
        "served": served,
        "year": year,
        "years": years,
        "on": on,
        "ahead": is_shown_ahead(),
        "terms": pilot(),
        "may_keep": request.may(KEEP_PLANNERS),
    }
    return render(request, "planners/deductions.html", context)


@require_POST
@needs(KEEP_PLANNERS)
def settling(request: SignedInRequest, pk: int, year: int) -> HttpResponse:
    group = get_object_or_404(Group.objects.within(request.scope), pk=pk)
    settle_deduction(group=group, year=year, by=request.user, at=moment_of_the_pilot())
    messages.success(request, f"{group} {year} 年的扣减已经核定。")
    return redirect(f"{reverse('planners:deductions')}?year={year}")


@needs(SEE_PLANNERS)
def dispatch(request: SignedInRequest) -> HttpResponse:
    """月调度: what each group did in a month, and what waits of its district."""
    on, terms = day_of_the_pilot(), pilot()
    months = months_between(terms.since, max(min(on, terms.until), terms.since))[::-1]
    asked = request.GET.get("month", "")
    first = next((one for one in months if f"{one:%Y-%m}" == asked), months[0])
    figures = figures_of(Group.objects.within(request.scope), first, month_end(first), on=on)
    context = {
        "figures": figures,
        "first": first,
        "months": months,
        "chart": papers.months_chart(Group.objects.within(request.scope), months[:12][::-1], on=on),
        "ahead": is_shown_ahead(),
        "on": on,
    }
    return render(request, "planners/dispatch.html", context)


@needs(SEE_PLANNERS)
def reports(request: SignedInRequest) -> HttpResponse:
    on = day_of_the_pilot()
    offices = set(Area.objects.within(request.scope_of(ANSWER_ADVICE)).values_list("office", flat=True))
    context = {
        "owing": list(owing(on, request.scope)),
        "on": on,
        "ahead": is_shown_ahead(),
        "terms": pilot(),
        "may_keep": request.may(KEEP_PLANNERS),
        "offices": offices if request.may(ANSWER_ADVICE) else set(),
    }
    return render(request, "planners/reports.html", context)


@needs(SEE_PLANNERS)
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Report.objects.within(request.scope).select_related("office", "by"), pk=pk)
    context = {"report": shown, "figures": papers.kept_figures(shown), "term": pilot().report(shown.kind)}
    return render(request, "planners/report.html", context)


@needs(SEE_PLANNERS)
def report_paper(request: SignedInRequest, pk: int) -> HttpResponseBase:
    shown = get_object_or_404(Report.objects.within(request.scope).select_related("office"), pk=pk)
    paper = papers.report_paper(shown)
    if request.GET.get("as") == "docx":
        return answer_with_content(as_docx(paper), DOCX, name=f"{shown.title}.docx", attached=True)
    return answer_with(paper)


@needs(KEEP_PLANNERS)
def new_report(request: SignedInRequest, kind: str, since: str) -> HttpResponse:
    owed = _owed(kind, since)
    if owed.term.author is Author.DISTRICT:
        raise Http404
    return _send(request, owed, None)


@needs(ANSWER_ADVICE)
def new_district_report(request: SignedInRequest, kind: str, since: str, key: str) -> HttpResponse:
    owed = _owed(kind, since)
    offices = Organisation.objects.filter(pk__in=Area.objects.within(request.scope).values("office"))
    if owed.term.author is not Author.DISTRICT:
        raise Http404
    return _send(request, owed, get_object_or_404(offices, key=key))


def _owed(kind: str, since: str) -> Owed:
    for owed in owed_reports(pilot(), until=day_of_the_pilot()):
        if owed.term.key == kind and owed.since.isoformat() == since:
            return owed
    raise Http404


def _send(request: SignedInRequest, owed: Owed, office: Organisation | None) -> HttpResponse:
    facts: list[tuple[str, object]] = [
        ("报告", owed.title),
        ("报给", owed.term.to),
        ("期限", owed.due),
    ]
    return answer_form(
        request,
        ReportForm(posted(request)),
        title=f"报出{owed.term.title}",
        lead="报出以后，数字和未落实的意见建议按此刻固定，不能改动。",
        facts=facts,
        back=reverse("planners:reports"),
        button="报出",
        do=lambda said: send_report(
            owed=owed, office=office, **said, by=request.user, at=moment_of_the_pilot()
        ),
        done="已经报出，可以下载 PDF 和 Word。",
    )

"""实际数 on the desk: reported by form or table, with evidence; verified or sent back by another."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guangyue.files.answers import answer_with_file
from guangyue.indicators import lists
from guangyue.indicators.forms import EvidenceForm, FigureForm, SaidForm
from guangyue.indicators.models import Figure
from guangyue.indicators.permissions import REPORT_FIGURES, SEE_INDICATORS, VERIFY_FIGURES
from guangyue.indicators.services.figures import attach_evidence, enter_figure, reject_figure, verify_figure
from guangyue.indicators.sheets import FIGURES, may_report, problems_of, take_figures
from guangyue.indicators.views.targets import target_within
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import Problem, Reading, Row, bring_in
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form
from guangyue.systems.today import moment_of_the_city


@needs(SEE_INDICATORS)
def figures(request: SignedInRequest) -> HttpResponseBase:
    rows = Figure.objects.within(request.scope).select_related(
        "target__indicator", "organisation", "office", "by"
    )
    context = {"may_report": request.may(REPORT_FIGURES)}
    return show_list(request, lists.FIGURES, rows, template="indicators/figures.html", context=context)


@needs(SEE_INDICATORS)
def figure(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _figure(request, pk)
    same = Figure.objects.filter(
        target=shown.target, organisation=shown.organisation, on=shown.on, base=shown.base
    )
    context = {
        "figure": shown,
        "revisions": same.select_related("by", "checked_by").order_by("-revision"),
        "look": lists.figure_tag(shown),
        "may_report": request.may(REPORT_FIGURES),
        "may_verify": request.may(VERIFY_FIGURES) and shown.by_id != request.user.pk,
    }
    return render(request, "indicators/figure.html", context)


@needs(REPORT_FIGURES)
def new_figure(request: SignedInRequest, code: str) -> HttpResponse:
    target = target_within(request, code)
    offices = [
        one.organisation
        for one in target.splits.select_related("organisation")
        if may_report(target, one.organisation, request.scope)
    ]
    whole = may_report(target, None, request.scope) and target.reach != target.Reach.EACH
    form = FigureForm(
        request.POST or None, request.FILES or None, target=target, whole=whole, offices=offices
    )
    return answer_form(
        request,
        form,
        title="填报实际数",
        lead=f"{target.counts.title}：{target.counts.words}。核实以后计入结论；更正同一天的数，原来的保留可查。",
        back=target.get_absolute_url(),
        button="提交",
        facts=[
            ("目标", str(target)),
            ("要求", target.said),
            ("期限", target.due_on),
            ("读法", target.remark),
        ],
        do=lambda said: enter_figure(
            said=form.said(),
            office=_own_office(request),
            by=request.user,
            at=moment_of_the_city(),
            evidence=said["evidence"],
        ),
        done="已经填报，等待核实。",
    )


@needs(REPORT_FIGURES)
def figure_table(request: SignedInRequest) -> HttpResponseBase:
    """导入: all rows or none; each is a draft until it has its evidence."""
    at = moment_of_the_city()

    def check(reading: Reading) -> Iterable[Problem]:
        return problems_of(reading, scope=request.scope, on=local_day(at))

    def take(rows: Sequence[Row]) -> HttpResponse:
        many = take_figures(rows, scope=request.scope, office=_own_office(request), by=request.user, at=at)
        messages.success(request, f"已经导入 {many} 条，补上佐证以后核实。")
        return redirect("indicators:figures")

    return bring_in(request, FIGURES, take=take, check=check, template="indicators/figure_table.html")


@needs(REPORT_FIGURES)
def evidence(request: SignedInRequest, pk: int) -> HttpResponse:
    """补佐证."""
    shown = _figure(request, pk)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    return answer_form(
        request,
        form,
        title="补佐证",
        back=shown.get_absolute_url(),
        button="上传",
        facts=[("实际数", str(shown)), ("来源文件", shown.source)],
        do=lambda said: attach_evidence(
            figure=shown, upload=said["evidence"], by=request.user, at=moment_of_the_city()
        ),
        done="已经补上，等待核实。",
    )


@needs(SEE_INDICATORS)
def evidence_file(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Figure.objects.within(request.scope).exclude(evidence=None), pk=pk)
    return answer_with_file(shown.evidence)  # type: ignore[arg-type]  # those without are left out


@require_POST
@needs(VERIFY_FIGURES)
def verification(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = verify_figure(figure=_figure(request, pk), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经核实，结论已经重算。")
    return redirect(shown)


@needs(VERIFY_FIGURES)
def rejection(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _figure(request, pk)
    return answer_form(
        request,
        SaidForm(request.POST or None),
        title="退回实际数",
        back=shown.get_absolute_url(),
        button="退回",
        facts=[("实际数", str(shown)), ("报送单位", shown.office)],
        do=lambda said: reject_figure(figure=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经退回。",
    )


def _figure(request: SignedInRequest, pk: int) -> Figure:
    rows = Figure.objects.within(request.scope).select_related(
        "target__indicator", "organisation", "office", "by", "checked_by", "evidence"
    )
    return get_object_or_404(rows, pk=pk)


def _own_office(request: SignedInRequest) -> Organisation:
    """In whose name one reports."""
    office = request.user.organisation
    if not isinstance(office, Organisation):
        raise Refused("账户没有所属单位，不能填报。")
    return office

"""目标 on the desk: the list, one target with all that is known of it, and what may be done with it."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guangyue.indicators import lists
from guangyue.indicators.forms import (
    AdjustmentForm,
    ConditionForm,
    JudgementForm,
    SplitForm,
    TargetForm,
    WithdrawalForm,
)
from guangyue.indicators.models import Target, TargetLink
from guangyue.indicators.permissions import JUDGE_TARGETS, KEEP_TARGETS, REPORT_FIGURES, SEE_INDICATORS
from guangyue.indicators.picturing import parts_chart, progress_chart
from guangyue.indicators.services.adjusting import adjust_target, state_condition, withdraw_target
from guangyue.indicators.services.judging import judge_target
from guangyue.indicators.services.setting import confirm_target, draft_target
from guangyue.indicators.services.splitting import split_target
from guangyue.indicators.standards import standards_of_the_city
from guangyue.indicators.wording import measured
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import moment_of_the_city

BEARERS = (Organisation.Kind.COUNTY, Organisation.Kind.ZONE)
LAST_FIGURES = 30


@needs(SEE_INDICATORS)
def targets(request: SignedInRequest) -> HttpResponseBase:
    rows = Target.objects.within(request.scope).with_all()
    context = {"may_keep": request.may(KEEP_TARGETS), "may_report": request.may(REPORT_FIGURES)}
    return show_list(request, lists.TARGETS, rows, template="indicators/targets.html", context=context)


@needs(SEE_INDICATORS)
def target(request: SignedInRequest, code: str) -> HttpResponse:
    shown = target_within(request, code)
    figures = shown.figures.filter(organisation=None).select_related("office")
    parts = list(shown.splits.select_related("organisation", "verdict__target__indicator"))
    context = {
        "target": shown,
        "parts": parts,
        "figures": figures.order_by("-on", "-pk")[:LAST_FIGURES],
        "progress": progress_chart(shown, list(figures.verified())),
        "parts_chart": parts_chart(shown, parts) if parts else None,
        "verdicts": shown.verdicts.of_whole().select_related("by", "target__indicator"),
        "moves": shown.moves.select_related("by"),
        "links": links_of(shown),
        "waits": bool(
            shown.verdict and shown.verdict.waits_for_a_person and shown.reach != Target.Reach.EACH
        ),
        "waiting_parts": [part for part in parts if part.verdict and part.verdict.waits_for_a_person],
        "standards": standards_of_the_city(),
        "may_keep": request.may(KEEP_TARGETS),
        "may_report": request.may(REPORT_FIGURES),
        "may_judge": request.may(JUDGE_TARGETS),
    }
    return render(request, "indicators/target.html", context)


@needs(KEEP_TARGETS)
def new_target(request: SignedInRequest) -> HttpResponse:
    owners = Organisation.objects.apart_from_bodies().order_by("pk")
    form = TargetForm(posted(request), owners=owners)
    return answer_form(
        request,
        form,
        title="草拟目标",
        lead="照公文原文填写：数字、比较词、单位和期限；草拟以后由人确认才生效。",
        back=reverse("indicators:targets"),
        button="保存草稿",
        do=lambda said: draft_target(
            fact=form.fact(), owner=said["owner"], by=request.user, at=moment_of_the_city()
        ),
        done="已经保存，确认以后生效。",
    )


@require_POST
@needs(KEEP_TARGETS)
def confirmation(request: SignedInRequest, code: str) -> HttpResponse:
    shown = confirm_target(target=target_within(request, code), by=request.user, at=moment_of_the_city())
    messages.success(request, "已经确认，目标生效。")
    return redirect(shown)


@needs(KEEP_TARGETS)
def splitting(request: SignedInRequest, code: str) -> HttpResponse:
    """分解 to counties, zones and whoever has a part already."""
    shown = target_within(request, code)
    given = dict(shown.splits.values_list("organisation", "value"))
    offices = Organisation.objects.filter(Q(kind__in=BEARERS) | Q(pk__in=given)).order_by("pk")
    form = SplitForm(posted(request), offices=offices, given=given, unit=shown.unit)
    adds_up = shown.counts.adds_up and shown.reach != Target.Reach.EACH
    lead = (
        f"各单位合计必须等于 {measured(shown.value, shown.unit)}，差一也不收；没有承担的不填。"
        if adds_up
        else "比例和分别评判的目标不相加，各单位单独评判。"
    )
    return answer_form(
        request,
        form,
        title="分解目标",
        lead=lead,
        back=shown.get_absolute_url(),
        button="提交分解",
        facts=_facts(shown),
        do=lambda said: split_target(
            target=shown, parts=form.parts(), by=request.user, at=moment_of_the_city()
        ),
        done="已经分解。",
    )


@needs(KEEP_TARGETS)
def adjustment(request: SignedInRequest, code: str) -> HttpResponse:
    shown = target_within(request, code)
    return answer_form(
        request,
        AdjustmentForm(posted(request)),
        title="调整目标",
        lead="凭以后的文件调整；原来的目标和结论保留可查，调整后的是另一个目标。",
        back=shown.get_absolute_url(),
        button="调整",
        facts=_facts(shown),
        do=lambda said: adjust_target(target=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经调整。",
    )


@needs(KEEP_TARGETS)
def withdrawal(request: SignedInRequest, code: str) -> HttpResponse:
    """撤销 cannot be undone."""
    shown = target_within(request, code)
    form = WithdrawalForm(posted(request))
    if form.is_bound and form.is_valid():
        question = ask_first(
            request,
            question=f"撤销“{shown}”？",
            consequence="撤销以后不再填报、评判，也不能恢复；已有的实际数和结论仍然可查。",
            yes="撤销目标",
        )
        if question:
            return question
    return answer_form(
        request,
        form,
        title="撤销目标",
        back=shown.get_absolute_url(),
        button="撤销",
        facts=_facts(shown),
        do=lambda said: withdraw_target(target=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经撤销。",
    )


@needs(REPORT_FIGURES)
def condition(request: SignedInRequest, code: str) -> HttpResponse:
    """说明适用条件: by whoever answers for the target."""
    shown = target_within(request, code)
    return answer_form(
        request,
        ConditionForm(posted(request)),
        title="说明适用条件",
        back=shown.get_absolute_url(),
        button="提交说明",
        facts=[*_facts(shown), ("适用条件", shown.condition)],
        do=lambda said: state_condition(target=shown, **said, by=request.user, at=moment_of_the_city()),
        done="已经说明。",
    )


@needs(JUDGE_TARGETS)
def judgement(request: SignedInRequest, code: str) -> HttpResponse:
    """评判 of the whole or, with `part`, of one of its parts."""
    shown = target_within(request, code)
    parts = shown.splits.select_related("organisation", "verdict__target__indicator")
    part = next((one for one in parts if one.organisation.key == request.GET.get("part")), None)
    verdict = part.verdict if part else shown.verdict
    form = JudgementForm(posted(request))
    return answer_form(
        request,
        form,
        title=f"评判：{part.name}" if part else "评判",
        lead="数字、目标和完成率如下，由人评判；理由和评判人一起保留，原来的结论不删除。",
        back=shown.get_absolute_url(),
        button="作出评判",
        facts=[
            *_facts(shown),
            ("实际", verdict.reached if verdict else None),
            ("完成率", lists.rate_of(verdict)),
            ("等待评判的原因", verdict.reason if verdict else None),
        ],
        do=lambda said: judge_target(
            target=shown,
            **form.said(),
            organisation=part.organisation if part else None,
            by=request.user,
            at=moment_of_the_city(),
        ),
        done="已经评判。",
    )


def target_within(request: SignedInRequest, code: str) -> Target:
    rows = Target.objects.within(request.scope).with_all().select_related("superseded_by")
    return get_object_or_404(rows, code=code)


def links_of(target: Target) -> QuerySet[TargetLink]:
    rows = TargetLink.objects.filter(Q(one=target) | Q(other=target))
    return rows.select_related("one__indicator", "one__verdict", "other__indicator", "other__verdict")


def _facts(target: Target) -> list[tuple[str, object]]:
    return [("目标", str(target)), ("要求", target.said), ("期限", target.due_on), ("依据", target.cites)]

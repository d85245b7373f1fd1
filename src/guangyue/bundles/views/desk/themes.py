"""主题: the list, one of them with its merge and its road to release, and each step of that road."""

from datetime import datetime

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.bundles import lists
from guangyue.bundles.checking import faults, four_ones
from guangyue.bundles.forms import CheckForm, ReasonForm, ReviewForm
from guangyue.bundles.merging import Merged, apart, together
from guangyue.bundles.models import Assent, Theme, ThemeCheck
from guangyue.bundles.permissions import DESIGN_THEMES, REVIEW_THEMES, SEE_BUNDLES
from guangyue.bundles.services.combining import whole_of
from guangyue.bundles.services.declared import declarations, fetched
from guangyue.bundles.services.rechecking import faults_now, finish_check
from guangyue.bundles.services.themes import (
    answer_review,
    cancel_theme,
    change_theme,
    latest_version,
    release_theme,
    resume_theme,
    send_to_review,
    sent_to_review_by,
    suspend_theme,
)
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, posted

STEPS = {
    "review": (send_to_review, "已经送各部门联审。"),
    "release": (release_theme, "已经发布，门户上可以办理。"),
    "change": (change_theme, "开始变更：改新版本的设计，现行版本照常办理。"),
    "resume": (resume_theme, "已经恢复办理。"),
}


@needs(SEE_BUNDLES)
def themes(request: SignedInRequest) -> HttpResponseBase:
    rows = Theme.objects.select_related("lead")
    return show_list(
        request,
        lists.THEMES,
        rows,
        template="bundles/desk_themes.html",
        context={"may_design": request.may(DESIGN_THEMES)},
    )


@needs(SEE_BUNDLES)
def theme(request: SignedInRequest, key: str) -> HttpResponse:
    """What it combines, what that saves, who agreed, and what may be done next."""
    shown = get_object_or_404(Theme.objects.select_related("lead", "current"), key=key)
    version = latest_version(shown)
    design = version.designed
    declared = declarations(design.matters)
    merged = _merged(shown, at=timezone.now())
    agreements = list(version.agreements.select_related("organisation", "by"))
    reviewing = shown.state == Theme.State.REVIEW
    sent_it = reviewing and sent_to_review_by(shown) == request.user.pk
    context = {
        "theme": shown,
        "version": version,
        "design": design,
        "merged": merged,
        "before": apart(merged.pieces) if merged else None,
        "after": together(merged) if merged else None,
        "ones": four_ones(merged) if merged else None,
        "faults": [fault.said for fault in faults(design, declared)],
        "agreements": agreements,
        "sent_it": sent_it,
        "may_review": _mine(request, agreements) if reviewing and not sent_it else [],
        "review_form": ReviewForm(),
        "checks": shown.checks.select_related("by"),
        "moves": shown.moves.select_related("by"),
        "may_design": _may_design(request, shown),
    }
    return render(request, "bundles/desk_theme.html", context)


@require_POST
@needs(DESIGN_THEMES)
def step(request: SignedInRequest, key: str, name: str) -> HttpResponse:
    """送联审, 发布, 变更, 恢复."""
    shown = get_object_or_404(_designed_here(request), key=key)
    do, done = STEPS[name]
    do(theme=shown, by=request.user, at=timezone.now())
    messages.success(request, done)
    return redirect("bundles:designing", key) if name == "change" else redirect(shown)


@needs(DESIGN_THEMES)
def suspension(request: SignedInRequest, key: str) -> HttpResponse:
    shown = get_object_or_404(_designed_here(request), key=key)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"暂停“{shown}”",
        lead="新的申请不再受理，已经收下的接着办。",
        back=shown.get_absolute_url(),
        button="暂停办理",
        do=lambda said: suspend_theme(theme=shown, **said, by=request.user, at=timezone.now()),
        done="已经暂停。",
    )


@needs(DESIGN_THEMES)
def cancelling(request: SignedInRequest, key: str) -> HttpResponse:
    shown = get_object_or_404(_designed_here(request), key=key)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"取消“{shown}”",
        lead="取消以后不能恢复。已经收下的接着办。",
        back=shown.get_absolute_url(),
        button="取消主题",
        do=lambda said: cancel_theme(theme=shown, **said, by=request.user, at=timezone.now()),
        done="已经取消。",
    )


@require_POST
@needs(REVIEW_THEMES)
def reviewing(request: SignedInRequest, pk: int) -> HttpResponse:
    """联审意见 of one's own department."""
    rows = Assent.objects.filter(
        request.scope.rows(region="organisation__region_id", organisation="organisation_id")
    )
    agreement = get_object_or_404(rows.select_related("version__theme", "organisation"), pk=pk)
    form = ReviewForm(request.POST)
    if form.is_valid():
        answer_review(agreement=agreement, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "意见已经记下。")
    else:
        messages.error(request, "请选择同意还是不同意。")
    return redirect(agreement.version.theme)


@needs(DESIGN_THEMES)
def checking(request: SignedInRequest, pk: int) -> HttpResponse:
    """复核 after a matter was changed."""
    rows = ThemeCheck.objects.filter(theme__in=_designed_here(request))
    check = get_object_or_404(rows.select_related("theme__current"), pk=pk)
    found = faults_now(check.theme)
    names = declarations(list(check.matters))
    return answer_form(
        request,
        CheckForm(posted(request)),
        title=f"复核“{check.theme}”",
        lead="有事项变更了，看看合并的材料、表单、流程还成不成立。",
        facts=[
            ("变更的事项", "、".join(names[code].name if code in names else code for code in check.matters)),
            ("最迟", check.due),
            ("自动检查", "".join(found) or "没有发现问题"),
        ],
        back=check.theme.get_absolute_url(),
        button="提交结论",
        do=lambda said: finish_check(check=check, **said, by=request.user, at=timezone.now()),
        done="结论已经记下。",
    )


def _merged(shown: Theme, *, at: datetime) -> Merged | None:
    version = latest_version(shown)
    design = version.designed
    had = version.fetched if version.released_at else fetched(shown.key, on=local_day(at))
    return whole_of(design, declarations(design.matters), fetched=had)


def _mine(request: SignedInRequest, agreements: list[Assent]) -> list[Assent]:
    """What one's own department has still to answer."""
    if not request.may(REVIEW_THEMES):
        return []
    scope = request.scope_of(REVIEW_THEMES)
    return [
        one
        for one in agreements
        if one.at is None
        and scope.covers(region=one.organisation.region_id, organisation=one.organisation_id)
    ]


def _may_design(request: SignedInRequest, shown: Theme) -> bool:
    return request.may(DESIGN_THEMES) and request.scope_of(DESIGN_THEMES).covers(
        region=shown.lead.region_id, organisation=shown.lead_id
    )


def _designed_here(request: SignedInRequest) -> QuerySet[Theme]:
    return Theme.objects.led_within(request.scope).select_related("lead", "current")

"""草稿的页面: the list, one draft with what stands beside what is drafted, and the ways to change it."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.policies.catalogue import names_said, rules_using
from guangyue.policies.figures import standing_table, told
from guangyue.policies.models import Draft
from guangyue.policies.permissions import REHEARSE_POLICIES, VIEW_RULES
from guangyue.policies.rehearsing.changes import read
from guangyue.policies.rehearsing.forms import DraftFigureForm, DraftForm, RehearsalForm, RuleForm
from guangyue.policies.rehearsing.lists import DRAFTS, state_tag
from guangyue.policies.rehearsing.services import (
    archive_draft,
    begin_draft,
    change_figure,
    change_rule,
    copy_draft,
    drop_figure,
    drop_rule,
    rehearse_draft,
    rename_draft,
    share_draft,
)
from guangyue.policies.rehearsing.touched import outdated, searched_offers, touched
from guangyue.policies.rehearsing.wording import figure_sides, rule_sides
from guangyue.systems.offered import Offered, declared_figures
from guangyue.systems.today import day_of_the_city


@needs(REHEARSE_POLICIES)
def drafts(request: SignedInRequest) -> HttpResponseBase:
    rows = Draft.objects.seen_by(request.user).select_related("made_by")
    return show_list(request, DRAFTS, rows, template="policies/drafts.html")


@needs(REHEARSE_POLICIES)
def drafting(request: SignedInRequest) -> HttpResponse:
    """起草."""
    form = DraftForm(posted(request))
    if form.is_bound and form.is_valid():
        return redirect(begin_draft(**form.cleaned_data, by=request.user, at=timezone.now()))
    context = {
        "form": form,
        "form_title": "起草政策改动",
        "form_lead": "草稿只用来预演，不影响任何判定；要施行，另行发文、提出参数值或者修改规则。",
        "facts": [],
        "button": "下一步",
        "back": reverse("policies:drafts"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "organisations/form.html", context, status=status)


@needs(REHEARSE_POLICIES)
def draft(request: SignedInRequest, number: int) -> HttpResponse:
    form = RehearsalForm(initial={"on": day_of_the_city(), "months": 12})
    return _show_draft(request, _seen(request, number), form)


@require_POST
@needs(REHEARSE_POLICIES)
def rehearsing(request: SignedInRequest, number: int) -> HttpResponse:
    """预演: leads to the page that shows how far it has come."""
    shown, form = _seen(request, number), RehearsalForm(request.POST)
    if not form.is_valid():
        return _show_draft(request, shown, form)
    return redirect(rehearse_draft(draft=shown, **form.cleaned_data, by=request.user, at=timezone.now()))


@needs(REHEARSE_POLICIES)
def renaming(request: SignedInRequest, number: int) -> HttpResponse:
    shown = _seen(request, number)
    return answer_form(
        request,
        DraftForm(posted(request), initial={"title": shown.title, "notes": shown.notes}),
        title="名称和说明",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: rename_draft(draft=shown, **said, by=request.user, at=timezone.now()),
        done="已经保存。",
    )


@needs(REHEARSE_POLICIES)
def draft_figures(request: SignedInRequest, number: int) -> HttpResponse:
    """选一个参数: what stands, and how many rules use it."""
    shown, on = _seen(request, number), day_of_the_city()
    table = standing_table(known_at=timezone.now())
    looked_for = {one.code for one in searched_offers()}
    figures = [
        (one, told(one.kind, table(key, None, on)), sum(rule.code in looked_for for rule in rules_using(key)))
        for key, one in declared_figures().items()
    ]
    return render(request, "policies/draft_figures.html", {"draft": shown, "figures": figures, "on": on})


@needs(REHEARSE_POLICIES)
def draft_figure(request: SignedInRequest, number: int, key: str) -> HttpResponse:
    """改一个参数, in the draft."""
    shown, figure, on = _seen(request, number), declared_figures().get(key), day_of_the_city()
    if figure is None:
        raise Http404
    table = standing_table(known_at=timezone.now())
    form = DraftFigureForm(posted(request), figure=figure, initial={"since": on})
    return answer_form(
        request,
        form,
        title=f"草稿里的{figure.title}",
        lead="只写进这份草稿。到已审定的下一个数值为止；要一直改下去，再写一个以后的起始日。",
        facts=[(f"{on} 全市的数值", told(figure.kind, table(key, None, on)))],
        back=shown.get_absolute_url(),
        button="写进草稿",
        do=lambda said: change_figure(
            draft=shown, changed=form.changed(), by=request.user, at=timezone.now()
        ),
        done="已经写进草稿。",
    )


@require_POST
@needs(REHEARSE_POLICIES)
def figure_dropping(request: SignedInRequest, number: int, place: int) -> HttpResponse:
    shown = _seen(request, number)
    drop_figure(draft=shown, number=place, by=request.user, at=timezone.now())
    messages.success(request, "已经从草稿里删去。")
    return redirect(shown)


@needs(REHEARSE_POLICIES)
def draft_rules(request: SignedInRequest, number: int) -> HttpResponse:
    """选一条规则, of those whom the registers can tell who is meant."""
    shown, on = _seen(request, number), day_of_the_city()
    words = request.GET.get("q", "").split()
    found = [one for one in searched_offers() if all(word in f"{one.title} {one.code}" for word in words)]
    context = {
        "draft": shown,
        "on": on,
        "words": " ".join(words),
        "found": [(one, one.in_force(on) is not None) for one in found],
    }
    return render(request, "policies/draft_rules.html", context)


@needs(REHEARSE_POLICIES)
def draft_rule(request: SignedInRequest, number: int, code: str) -> HttpResponse:
    """改一条规则: every figure in its words, and the conditions that can be left out."""
    shown, offered = _seen(request, number), _offered(code)
    place = _place(offered, request.GET.get("version", ""))
    version = offered.versions[place - 1]
    drafted = read(shown.changes).of_version(code, version)
    form = RuleForm(version, drafted, names_said(), data=posted(request))

    def change(said: Any) -> None:
        change_rule(
            draft=shown, code=code, version=version, said=form.said(), by=request.user, at=timezone.now()
        )

    if form.is_bound and form.is_valid() and carried_out(form, change):
        messages.success(request, "已经写进草稿。" if form.said() else "和现在的规则一样，草稿里没有改动。")
        return redirect(shown)
    context = {"draft": shown, "offered": offered, "version": version, "place": place, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "policies/draft_rule.html", context, status=status)


@require_POST
@needs(REHEARSE_POLICIES)
def rule_dropping(request: SignedInRequest, number: int, code: str) -> HttpResponse:
    shown = _seen(request, number)
    fingerprint = request.POST.get("fingerprint", "")
    drop_rule(draft=shown, code=code, fingerprint=fingerprint, by=request.user, at=timezone.now())
    messages.success(request, "已经从草稿里删去。")
    return redirect(shown)


@require_POST
@needs(REHEARSE_POLICIES)
def sharing(request: SignedInRequest, number: int) -> HttpResponse:
    shown = _seen(request, number)
    share_draft(draft=shown, shared=not shown.shared, by=request.user, at=timezone.now())
    messages.success(
        request, "只有自己可见。" if shown.shared else "能预演政策的同事都可以看到、预演、另存。"
    )
    return redirect(shown)


@require_POST
@needs(REHEARSE_POLICIES)
def archiving(request: SignedInRequest, number: int) -> HttpResponse:
    shown = _seen(request, number)
    if shown.archived_at is None and (
        question := ask_first(
            request,
            question="归档这份草稿？",
            consequence="归档以后不能修改、预演，预演的结果仍然可以看；可以恢复。",
            yes="归档",
        )
    ):
        return question
    archive_draft(draft=shown, archived=shown.archived_at is None, by=request.user, at=timezone.now())
    return redirect(shown)


@require_POST
@needs(REHEARSE_POLICIES)
def copying(request: SignedInRequest, number: int) -> HttpResponse:
    copy = copy_draft(draft=_seen(request, number), by=request.user, at=timezone.now())
    messages.success(request, "已经另存一份，只有您自己可见。")
    return redirect(copy)


def _show_draft(request: SignedInRequest, shown: Draft, form: RehearsalForm) -> HttpResponse:
    changes = read(shown.changes)
    titles = {one.code: one.title for one in searched_offers()}
    context = {
        "draft": shown,
        "tag": state_tag(shown),
        "form": form,
        "figures": list(figure_sides(changes, at=timezone.now())),
        "rules": list(rule_sides(changes)),
        "outdated": sorted(outdated(changes)),
        "touched": [(one.code, titles[one.code]) for one in touched(changes)],
        "rehearsals": shown.rehearsals.select_related("work", "started_by"),
        "is_own": shown.made_by_id == request.user.pk,
        "may_view_rules": request.may(VIEW_RULES),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "policies/draft.html", context, status=status)


def _seen(request: SignedInRequest, number: int) -> Draft:
    rows = Draft.objects.seen_by(request.user).select_related("made_by")
    return get_object_or_404(rows, pk=number)


def _offered(code: str) -> Offered:
    found = next((one for one in searched_offers() if one.code == code), None)
    if found is None:
        raise Http404
    return found


def _place(offered: Offered, asked: str) -> int:
    """Which version: the one asked for, the one in force on the city's day, or the last."""
    if asked.isdecimal() and 1 <= int(asked) <= len(offered.versions):
        return int(asked)
    in_force = offered.in_force(day_of_the_city())
    return offered.versions.index(in_force) + 1 if in_force else len(offered.versions)

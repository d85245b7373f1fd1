"""公示办理: drafting, the second pair of eyes, publishing, and objections to answer."""

from datetime import timedelta
from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.accounts.models import User
from guangyue.disclosure import lists
from guangyue.disclosure.citing import address_of
from guangyue.disclosure.forms import AnswerForm, ContentForm, DraftForm, ReasonForm
from guangyue.disclosure.models import PUBLISHED_WITHIN, Notice, Objection
from guangyue.disclosure.permissions import DISCLOSE, REVIEW_NOTICES, SEE_NOTICES
from guangyue.disclosure.services import (
    answer_objection,
    draft_notice,
    due_after,
    publish_notice,
    redraft_notice,
    return_notice,
    review_notice,
    withdraw_notice,
)
from guangyue.disclosure.services.notices import content_of
from guangyue.disclosure.tables import write_table
from guangyue.kit.access import Scope, SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, carried_out, posted

USUAL_PERIOD = timedelta(days=7)
LINES_SHOWN = 30


@needs(SEE_NOTICES)
def notices(request: SignedInRequest) -> HttpResponseBase:
    rows = Notice.objects.within(request.scope).select_related("organisation", "drafted_by")
    return show_list(
        request,
        lists.NOTICES,
        rows,
        template="disclosure/desk_notices.html",
        context={"may_draft": request.may(DISCLOSE)},
    )


@needs(SEE_NOTICES)
def notice(request: SignedInRequest, pk: int) -> HttpResponse:
    """A notice on its way: what it says, what was done, and what may be done next."""
    shown = _notice(request, pk)
    on = timezone.localdate()
    context = {
        "notice": shown,
        "lines": shown.lines.all()[:LINES_SHOWN],
        "moves": shown.moves.select_related("by"),
        "objections": shown.objections.all(),
        "cites": address_of(shown.cites),
        "late": shown.is_unpublished and on > shown.due_on,
        "is_public": shown.is_public(on),
        "is_own": shown.drafted_by_id == request.user.pk,
        "may_disclose": request.may(DISCLOSE),
        "may_review": request.may(REVIEW_NOTICES),
    }
    return render(request, "disclosure/desk_notice.html", context)


@never_cache
@needs(DISCLOSE)
def drafting(request: SignedInRequest) -> HttpResponse:
    at = timezone.now()
    on = timezone.localdate(at)
    form = DraftForm(
        posted(request),
        organisations=_organisations(request),
        initial={
            "since": on,
            "until": on + USUAL_PERIOD,
            "due_on": due_after(at, at=at),
            "organisation": request.user.organisation_id,
        },
    )
    return _answer_draft(request, form, title="起草公示", replaces=None)


@never_cache
@needs(DISCLOSE)
def correction(request: SignedInRequest, pk: int) -> HttpResponse:
    """更正: a new notice, with what the published one says to begin with."""
    replaced = _notice(request, pk)
    at = timezone.now()
    on = timezone.localdate(at)
    form = DraftForm(
        posted(request),
        organisations=_organisations(request),
        initial={
            **_initial(replaced),
            "kind": replaced.kind,
            "cites": replaced.cites,
            "organisation": replaced.organisation_id,
            "due_on": due_after(at, at=at),
            "since": on,
            "until": max(replaced.until, on + USUAL_PERIOD),
        },
    )
    return _answer_draft(request, form, title=f"更正“{replaced}”", replaces=replaced)


@never_cache
@needs(DISCLOSE)
def editing(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _notice(request, pk)
    form = ContentForm(posted(request), initial=_initial(shown))
    return answer_form(
        request,
        form,
        title="改稿",
        lead="改过以后重新审核。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: redraft_notice(
            notice=shown,
            content=form.content(),
            since=said["since"],
            until=said["until"],
            by=request.user,
            at=timezone.now(),
        ),
        done="已经保存，等待审核。",
    )


@require_POST
@needs(REVIEW_NOTICES)
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    reviewed = review_notice(notice=_notice(request, pk), by=request.user, at=timezone.now())
    messages.success(request, "已经审核，可以发布。")
    return redirect(reviewed)


@needs(REVIEW_NOTICES)
def sending_back(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _notice(request, pk)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"退回“{shown}”",
        back=shown.get_absolute_url(),
        button="退回",
        do=lambda said: return_notice(notice=shown, **said, by=request.user, at=timezone.now()),
        done="已经退回起草人。",
    )


@require_POST
@needs(DISCLOSE)
def publication(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _notice(request, pk)
    consequence = (
        f"“{shown}”共 {shown.many:,} 行，{shown.period}向社会公开。发布以后不能改，只能更正或者撤回。"
    )
    if question := ask_first(request, question="发布这份公示？", consequence=consequence, yes="发布"):
        return question
    published = publish_notice(notice=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经发布。")
    return redirect(published)


@needs(DISCLOSE)
def withdrawal(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _notice(request, pk)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"撤回“{shown}”",
        lead="名单立即撤下，标题和撤回的理由留在公示公告里。",
        back=shown.get_absolute_url(),
        button="撤回",
        do=lambda said: withdraw_notice(notice=shown, **said, by=request.user, at=timezone.now()),
        done="已经撤回。",
    )


@needs(SEE_NOTICES)
def objections(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.OBJECTIONS, _objections(request.scope))


@needs(SEE_NOTICES)
def objection(request: SignedInRequest, pk: int) -> HttpResponse:
    raised = get_object_or_404(_objections(request.scope), pk=pk)
    may_answer = request.may(DISCLOSE) and raised.answered_at is None
    return _show_objection(request, raised, AnswerForm() if may_answer else None)


@require_POST
@needs(DISCLOSE)
def objection_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    raised = get_object_or_404(_objections(request.scope), pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid() or not carried_out(
        form,
        lambda said: answer_objection(objection=raised, **said, by=request.user, at=timezone.now()),
    ):
        return _show_objection(request, raised, form)
    messages.success(request, "已经答复。")
    return redirect(raised)


def _notice(request: SignedInRequest, pk: int) -> Notice:
    rows = Notice.objects.within(request.scope).select_related("organisation", "drafted_by", "replaces")
    return get_object_or_404(rows, pk=pk)


def _organisations(request: SignedInRequest) -> QuerySet[Organisation]:
    return Organisation.objects.within(request.scope).apart_from_bodies()


def _initial(shown: Notice) -> dict[str, object]:
    content = content_of(shown)
    return {
        "title": shown.title,
        "text": shown.text,
        "since": shown.since,
        "until": shown.until,
        "amount": shown.amount,
        "rows": write_table(content.columns, content.rows),
    }


def _answer_draft(
    request: SignedInRequest, form: DraftForm, *, title: str, replaces: Notice | None
) -> HttpResponse:
    drafted: list[Notice] = []

    def draft(by: User) -> None:
        said = form.cleaned_data
        drafted.append(
            draft_notice(
                kind=Notice.Kind(said["kind"]),
                content=form.content(),
                cites=said["cites"],
                organisation=said["organisation"],
                since=said["since"],
                until=said["until"],
                due_on=said["due_on"],
                by=by,
                at=timezone.now(),
                replaces=replaces,
                source=replaces.source if replaces else "",
            )
        )

    if form.is_bound and form.is_valid() and carried_out(form, lambda said: draft(request.user)):
        messages.success(request, "已经起草，等待另一个人审核。")
        return redirect(drafted[0])
    context = {
        "form": form,
        "form_title": title,
        "form_lead": f"公示由另一个人审核以后才能发布；没有写明期限的，{PUBLISHED_WITHIN}内公示。",
        "facts": [],
        "button": "提交审核",
        "back": reverse("disclosure:desk_notices"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "organisations/form.html", context, status=status)


def _objections(scope: Scope) -> QuerySet[Objection]:
    return Objection.objects.within(scope).select_related("notice__organisation", "answered_by", "by")


def _show_objection(request: HttpRequest, raised: Objection, form: AnswerForm | None) -> HttpResponse:
    context = {
        "objection": raised,
        "form": form,
        "clock": raised.clock.read(HolidayNotice.objects.calendar(), at=timezone.now()),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form and form.errors else HTTPStatus.OK
    return render(request, "disclosure/desk_objection.html", context, status=status)

"""意见 on the desk: listed, answered one by one or by article, written down, brought in by Excel."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import Refused
from guangyue.kit.sheets import bring_in
from guangyue.legislation import lists
from guangyue.legislation.comment_forms import AnswerForm, GroupAnswerForm, TakenCommentForm
from guangyue.legislation.models import Article, Comment
from guangyue.legislation.permissions import DRAFT_RULES, SEE_LEGISLATION
from guangyue.legislation.services.answering import Group, answer_comment, answer_group
from guangyue.legislation.services.commenting import comment as raise_comment
from guangyue.legislation.services.importing import begin_import
from guangyue.legislation.sheets import COMMENTS, problems_of
from guangyue.legislation.views.common import ask, consultation_at
from guangyue.organisations.views.acting import answer_form, posted

EXAMPLES = 20  # of a group, beside the form that answers it
WHOLE = "whole"


@needs(SEE_LEGISLATION)
def comments(request: SignedInRequest, number: str) -> HttpResponseBase:
    shown = consultation_at(request, number)
    rows = Comment.objects.filter(consultation=shown)
    if (article := request.GET.get("article", "")).isdigit():
        rows = rows.filter(article=int(article))
    context = {"consultation": shown}
    return show_list(
        request,
        lists.COMMENTS,
        rows.select_related("article", "reply"),
        template="legislation/comments.html",
        context=context,
    )


@never_cache
@needs(SEE_LEGISLATION)
def comment(request: SignedInRequest, pk: int) -> HttpResponse:
    """One, with whoever said it, and its answer."""
    shown = _comment(request, pk)
    may = request.scope_of(DRAFT_RULES).covers(
        region=shown.consultation.unit.region_id, organisation=shown.consultation.unit_id
    )
    context = {
        "comment": shown,
        "consultation": shown.consultation,
        "may_answer": may and shown.consultation.closed_at is None,
    }
    return render(request, "legislation/comment.html", context)


@never_cache
@needs(DRAFT_RULES)
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _comment(request, pk)
    form = AnswerForm(posted(request), initial={"summary": shown.fit_text[:200]})
    return answer_form(
        request,
        form,
        title="单独答复",
        lead=shown.text,
        back=shown.get_absolute_url(),
        button="答复",
        do=lambda said: answer_comment(
            comment=shown, answer=form.answer(), by=request.user, at=timezone.now()
        ),
        done="已经答复。",
    )


@never_cache
@needs(DRAFT_RULES)
def group_answer(request: SignedInRequest, number: str, place: str) -> HttpResponse:
    """成组答复: `place` is an article's key, or the whole."""
    shown = consultation_at(request, number)
    article = None if place == WHOLE else _article(shown.draft_id, place)
    form = GroupAnswerForm(posted(request), initial={"words": request.GET.get("words", "")})
    if form.is_bound and form.is_valid():
        group = Group(article, form.cleaned_data["stance"], form.cleaned_data["words"])
        try:
            many = answer_group(
                consultation=shown, group=group, answer=form.answer(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.sentence)
        else:
            messages.success(request, f"已经答复 {many:,} 条。")
            return redirect("legislation:desk_consultation", shown.number)
    waiting = Group(article, words=request.GET.get("words", "")).of(shown)
    context = {
        "consultation": shown,
        "article": article,
        "form": form,
        "waiting": waiting.count(),
        "examples": waiting.order_by("pk")[:EXAMPLES],
    }
    return render(request, "legislation/group_answer.html", context, status=422 if form.errors else 200)


@never_cache
@needs(DRAFT_RULES)
def taking(request: SignedInRequest, number: str) -> HttpResponse:
    """登记来信、电话、座谈的意见."""
    shown = consultation_at(request, number)
    articles = Article.objects.filter(draft=shown.draft_id) if shown.draft_id else Article.objects.none()
    form = TakenCommentForm(posted(request), articles=articles)
    return ask(
        request,
        shown,
        form,
        title="登记意见",
        button="登记",
        back=shown.desk_address,
        do=lambda said: raise_comment(
            consultation=shown,
            said=form.said(),
            author=form.author(),
            at=timezone.now(),
            taken_by=request.user,
        ),
        done="已经登记。",
    )


@never_cache
@needs(DRAFT_RULES)
def importing(request: SignedInRequest, number: str) -> HttpResponseBase:
    """导入意见: every bad row is named before anything is taken; then it is a long work."""
    shown = consultation_at(request, number)
    return bring_in(
        request,
        COMMENTS,
        check=lambda reading: problems_of(reading, shown),
        take=lambda rows: redirect(
            begin_import(consultation=shown, rows=rows, by=request.user, at=timezone.now())
        ),
    )


def _comment(request: SignedInRequest, pk: int) -> Comment:
    rows = Comment.objects.within(request.scope)
    return get_object_or_404(
        rows.select_related("consultation__unit", "article", "reply__by", "taken_by"), pk=pk
    )


def _article(draft: int | None, place: str) -> Article:
    return get_object_or_404(Article, draft=draft, pk=int(place) if place.isdigit() else 0)

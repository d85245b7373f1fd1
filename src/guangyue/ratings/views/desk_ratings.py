"""评价 on the desk: what was said without who said it, checks of bad ratings, removal of what is illegal."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.models import HolidayNotice
from guangyue.organisations.views.acting import answer_form, carried_out, posted
from guangyue.ratings import lists
from guangyue.ratings.forms import CheckForm, ReasonForm
from guangyue.ratings.models import Check, Rating
from guangyue.ratings.permissions import CHECK_RATINGS, KEEP_RATINGS, SEE_RATINGS
from guangyue.ratings.services.checking import finish_check, note_call
from guangyue.ratings.services.rating import remove_rating


@needs(SEE_RATINGS)
def ratings(request: SignedInRequest) -> HttpResponseBase:
    rows = Rating.objects.within(request.scope).apart_from(request.user)
    shown = rows.select_related("department", "matter", "hall").defer("by")
    context = {"may_remove": request.may(KEEP_RATINGS)}
    return show_list(request, lists.RATINGS, shown, template="ratings/desk_ratings.html", context=context)


@needs(KEEP_RATINGS)
def removal(request: SignedInRequest, pk: int) -> HttpResponse:
    rating = get_object_or_404(Rating.objects.apart_from(request.user), pk=pk)
    return answer_form(
        request,
        ReasonForm(posted(request)),
        title="删除违法内容",
        lead="只有内容违法的才能删除，说得难听不算。删除以后不计入得分，意见不再显示，理由和经办人留在记录里。",
        facts=[("等级", rating.get_level_display()), ("意见", rating.shown_text)],
        back=reverse("ratings:ratings"),
        button="删除",
        do=lambda said: remove_rating(rating=rating, reason=said["reason"], by=request.user),
        done="已经删除。",
    )


@needs(CHECK_RATINGS)
def checks(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.CHECKS, _checks(request).select_related("unit", "rating__matter"))


@needs(CHECK_RATINGS)
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    return _show(request, _check(request, pk), CheckForm())


@require_POST
@needs(CHECK_RATINGS)
def check_call(request: SignedInRequest, pk: int) -> HttpResponse:
    note_call(check=_check(request, pk), by=request.user, at=timezone.now())
    messages.success(request, "已经记下回访。")
    return redirect("ratings:check", pk)


@require_POST
@needs(CHECK_RATINGS)
def check_result(request: SignedInRequest, pk: int) -> HttpResponse:
    checked = _check(request, pk)
    form = CheckForm(request.POST)
    if not form.is_valid() or not carried_out(
        form, lambda said: finish_check(check=checked, **said, by=request.user, at=timezone.now())
    ):
        return _show(request, checked, form)
    messages.success(request, "核查已经办结。")
    return redirect("ratings:check", pk)


def _checks(request: SignedInRequest) -> QuerySet[Check]:
    """Whoever had a hand in the case does not even see the check."""
    return Check.objects.within(request.scope).apart_from(request.user)


def _check(request: SignedInRequest, pk: int) -> Check:
    rows = _checks(request).select_related("unit", "closed_by", "rating__case", "rating__matter")
    return get_object_or_404(rows, pk=pk)


def _show(request: SignedInRequest, checked: Check, form: CheckForm) -> HttpResponse:
    """Whom to call stands here only as long as there is something to find out."""
    rating = checked.rating
    named = not rating.anonymous and not checked.finding and rating.case is not None
    context = {
        "check": checked,
        "rating": rating,
        "case": rating.case if named else None,
        "form": None if checked.finding else form,
        "clock": checked.clock.read(HolidayNotice.objects.calendar(), at=timezone.now()),
    }
    return render(request, "ratings/check.html", context, status=422 if form.errors else 200)

"""评价 by the public: of one's own case, by the link of an invitation, at a window's screen, at a poster."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.accounts.knocking import knock
from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.kit.access import SignedInRequest, for_signed_in, open_to_all
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.ratings.forms import APART, LevelForm, RatingForm, VisitForm
from guangyue.ratings.models import Hall, Invite, Rating, Window
from guangyue.ratings.refusals import LinkExpired
from guangyue.ratings.scoring import LEVELS, may_change
from guangyue.ratings.services.devices import just_delivered, rate_at_window
from guangyue.ratings.services.inviting import find_invite, rate_by_invite
from guangyue.ratings.services.rating import rate_case, rate_place, refuse_own_work
from guangyue.ratings.ways import Way

BY = {"": Way.TEXT, "code": Way.CODE}  # how a link came to the person


@never_cache
@for_signed_in
def rate(request: SignedInRequest, key: UUID) -> HttpResponse:
    """One's own case: rated, and within ten days rated anew."""
    case = get_object_or_404(_own_cases(request.user), key=key)
    if request.method != "POST":
        return _show_own(request, case, RatingForm())
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _show_own(request, case, form)
    rate_case(case=case, said=form.said(), way=Way.WEB, by=request.user, at=timezone.now(), changes=True)
    messages.success(request, "谢谢您的评价。")
    return redirect("ratings:rate", key)


@never_cache
@open_to_all
def by_link(request: SignedInRequest, token: str) -> HttpResponse:
    """短信、二维码: no account is needed, and the link is used once."""
    at = timezone.now()
    invite = _invited(request, token)
    form = LevelForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if request.user.is_authenticated:
            refuse_own_work(invite.case, request.user)
        way = BY.get(request.GET.get("by", ""), Way.TEXT)
        rate_by_invite(invite=invite, said=form.said(), way=way, at=at)
        return render(request, "ratings/thanks.html", {"case": invite.case})
    context = {"case": invite.case, "form": form, "address": request.get_full_path()}
    return render(request, "ratings/by_link.html", context, status=_status(form))


@never_cache
@open_to_all
def device(request: HttpRequest, device: str) -> HttpResponse:
    """评价器: five faces for the case that was just handed over; the page asks again by itself."""
    at = timezone.now()
    window = _window(request, device)
    thanked = False
    if request.method == "POST":
        level = request.POST.get("level", "")
        if level not in {str(one) for one, _title in LEVELS}:
            raise Refused("请点一个表情。", field="level")
        rate_at_window(window=window, case=request.POST.get("case", ""), level=int(level), at=at)
        thanked = True
    case = None if thanked else just_delivered(window, at=at)
    context = {"window": window, "case": case, "levels": LEVELS, "thanked": thanked}
    return render(request, "ratings/device.html", context)


@never_cache
@open_to_all
def hall_poster(request: SignedInRequest, key: str) -> HttpResponse:
    return _poster(request, get_object_or_404(Hall, key=key))


@never_cache
@open_to_all
def department_poster(request: SignedInRequest, key: str) -> HttpResponse:
    return _poster(request, get_object_or_404(Organisation.objects.apart_from_bodies(), key=key))


def _poster(request: SignedInRequest, place: Hall | Organisation) -> HttpResponse:
    form = VisitForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        at = timezone.now()
        knock(request, door=f"poster {place.key}", at=at)
        said = form.cleaned_data
        by = request.user if request.user.is_authenticated else None
        rate_place(place=place, said_level=said["level"], text=said["text"], by=by, at=at)
        return render(request, "ratings/thanks.html", {"case": None})
    return render(request, "ratings/poster.html", {"place": place, "form": form}, status=_status(form))


def _show_own(request: SignedInRequest, case: Case, form: RatingForm) -> HttpResponse:
    given = list(Rating.objects.filter(case=case).order_by("pk").select_related("check_of"))
    context = {
        "case": case,
        "form": form,
        "levels": LEVELS,
        "apart": [form[about] for about in APART],
        "given": [one for one in given if one.effective],
        "first": given[0] if given else None,
        "may_change": not given or may_change(given[0].at, at=timezone.now()),
    }
    return render(request, "ratings/rate.html", context, status=_status(form))


def _own_cases(user: User) -> QuerySet[Case]:
    rows = Case.objects.select_related("version", "unit")
    return rows.filter(Q(person__account=user) | Q(firm__account=user))


def _invited(request: HttpRequest, token: str) -> Invite:
    """Who tries links at random is soon asked to wait."""
    at = timezone.now()
    try:
        return find_invite(token=token, at=at)
    except LinkExpired:
        knock(request, door="link", at=at)
        raise


def _window(request: HttpRequest, device: str) -> Window:
    window = Window.objects.select_related("hall").filter(device=device).first()
    if window is None:
        knock(request, door="device", at=timezone.now())
    return window or get_object_or_404(Window, device=device)


def _status(form: LevelForm | RatingForm | VisitForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK

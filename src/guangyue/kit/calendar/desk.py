"""What officials do with the calendar: look at it, and enter the notice of a year after rehearsing it."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, for_staff, needs
from guangyue.kit.calendar.forms import NoticeForm
from guangyue.kit.calendar.table import HOLIDAY_TABLE, days_named
from guangyue.kit.calendar.views import year_asked, years_of
from guangyue.kit.calendar.year import picture
from guangyue.kit.holidays import write_text
from guangyue.kit.models import HolidayNotice
from guangyue.kit.permissions import ENTER_CALENDAR
from guangyue.kit.services.notices import enter_notice, rehearse_notice
from guangyue.kit.sheets import Row, bring_in

MOVED_LIMITS_SHOWN = 50


@for_staff
def calendar_page(request: SignedInRequest) -> HttpResponse:
    calendar = HolidayNotice.objects.calendar()
    today = timezone.localdate()
    context = {
        "year": picture(calendar, year_asked(request, calendar, usual=today.year)),
        "years": years_of(calendar),
        "today": today,
        "notices": HolidayNotice.objects.latest_first(),
        "may_enter": request.may(ENTER_CALENDAR),
    }
    return render(request, "kit/calendar/desk.html", context)


@needs(ENTER_CALENDAR)
def draft(request: HttpRequest) -> HttpResponse:
    """A notice to be filled in; posted to, with what was filled in before."""
    next_year = max(HolidayNotice.objects.calendar().years) + 1
    initial = request.POST.dict() if request.method == "POST" else {"year": next_year}
    return _show(request, NoticeForm(initial=initial))


@never_cache
@needs(ENTER_CALENDAR)
def table(request: HttpRequest) -> HttpResponseBase:
    """A table becomes the text of a notice, which is then looked through like any other."""

    def take(rows: Sequence[Row]) -> HttpResponse:
        days = days_named(rows)
        year = max(named.day.year for named in days)
        return _show(request, NoticeForm(initial={"year": year, "text": write_text(days, year=year)}))

    return bring_in(request, HOLIDAY_TABLE, take=take)


@require_POST
@needs(ENTER_CALENDAR)
def rehearsal(request: HttpRequest) -> HttpResponse:
    """What the notice would change, before anybody enters it."""
    form = NoticeForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    context = {
        "form": form,
        "announcement": form.cleaned_data["announcement"],
        "left_out": form.cleaned_data["left_out"],
        "effect": rehearse_notice(form.cleaned_data["announcement"]),
        "shown": MOVED_LIMITS_SHOWN,
    }
    return render(request, "kit/calendar/rehearsal.html", context)


@require_POST
@needs(ENTER_CALENDAR)
def entry(request: SignedInRequest) -> HttpResponse:
    form = NoticeForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    announcement = form.cleaned_data["announcement"]
    effect = enter_notice(announcement=announcement, by=request.user, at=timezone.now())
    changed = f"{len(effect.days)} 天有变化，{len(effect.moved)} 个时限移动了到期日"
    messages.success(request, f"已录入“{announcement.title}”：{changed}。")
    return HttpResponseRedirect(f"{reverse('calendar:desk')}?year={announcement.year}")


def _show(request: HttpRequest, form: NoticeForm) -> HttpResponse:
    return render(request, "kit/calendar/notice.html", {"form": form}, status=422 if form.errors else 200)

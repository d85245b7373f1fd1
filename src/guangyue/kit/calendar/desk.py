"""What officials do with the calendar: look at it, and enter the notice of a year after rehearsing it."""

from typing import BinaryIO, cast

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from guangyue.kit.access import SignedInRequest, for_staff, needs
from guangyue.kit.calendar.forms import NoticeForm
from guangyue.kit.calendar.table import HOLIDAY_TABLE, read_table
from guangyue.kit.calendar.views import year_asked, years_of
from guangyue.kit.calendar.year import picture
from guangyue.kit.holidays import write_text
from guangyue.kit.models import HolidayNotice
from guangyue.kit.permissions import ENTER_CALENDAR
from guangyue.kit.services.notices import enter_notice, rehearse_notice
from guangyue.kit.sheets import UnreadableFile, template_of


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


@require_GET
@needs(ENTER_CALENDAR)
def table_template(request: HttpRequest) -> FileResponse:
    return template_of(HOLIDAY_TABLE)


@require_POST
@needs(ENTER_CALENDAR)
def table(request: HttpRequest) -> HttpResponse:
    """A table becomes the text of a notice, for the person to look through."""
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return _show(request, NoticeForm(), file_error="请选择表格文件。")
    try:
        days = read_table(cast(BinaryIO, file))
    except UnreadableFile as refusal:
        return _show(request, NoticeForm(), file_error=refusal.sentence)
    year = max(named.day.year for named in days)
    return _show(request, NoticeForm(initial={"year": year, "text": write_text(days, year=year)}))


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
    changed = f"{len(effect.days)} 天有变化，{len(effect.moved)} 个未办结的时限移动了到期日"
    messages.success(request, f"已录入“{announcement.title}”：{changed}。")
    return HttpResponseRedirect(f"{reverse('calendar:desk')}?year={announcement.year}")


def _show(request: HttpRequest, form: NoticeForm, *, file_error: str = "") -> HttpResponse:
    status = 422 if file_error or form.errors else 200
    return render(
        request, "kit/calendar/notice.html", {"form": form, "file_error": file_error}, status=status
    )

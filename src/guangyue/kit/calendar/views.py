"""What the public sees of the calendar: a year as a picture, and until when there is time."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guangyue.kit.access import open_to_all
from guangyue.kit.calendar.forms import FIRST_YEAR, LimitForm
from guangyue.kit.calendar.year import picture
from guangyue.kit.limits import Unit
from guangyue.kit.models import HolidayNotice
from guangyue.kit.workdays import Calendar


@open_to_all
def working_days(request: HttpRequest) -> HttpResponse:
    """工作日历, and the deadline calculator beside it."""
    at = timezone.now()
    today = timezone.localdate(at)
    calendar = HolidayNotice.objects.calendar()
    form = LimitForm(
        request.GET if "start" in request.GET else None,
        initial={"start": today, "amount": 5, "unit": Unit.WORKING_DAY.name},
    )
    clock = form.cleaned_data.get("clock") if form.is_valid() else None
    context = {
        "year": picture(calendar, year_asked(request, calendar, usual=today.year)),
        "years": years_of(calendar),
        "today": today,
        "form": form,
        "clock": clock,
        "due": clock and clock.due(calendar, at=at),
        "days": clock and list(clock.days(calendar, at=at)),
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "kit/calendar/working_days.html", context, status=status)


def years_of(calendar: Calendar) -> range:
    """The years that can be shown: from the first that is known to the one after the last."""
    return range(FIRST_YEAR, max(calendar.years) + 2)


def year_asked(request: HttpRequest, calendar: Calendar, *, usual: int) -> int:
    asked = request.GET.get("year", str(usual))
    if not asked.isdecimal() or int(asked) not in years_of(calendar):
        raise Http404
    return int(asked)

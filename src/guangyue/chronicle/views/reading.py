"""What anyone may read: the timeline, a month as it is printed, a day, the numbered meetings, a name."""

from datetime import date, timedelta

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from guangyue.chronicle import lists
from guangyue.chronicle.calendar import PicturedMonth, picture
from guangyue.chronicle.models import Event, Link, Month, SeriesMeeting
from guangyue.chronicle.models.events import EventQuerySet
from guangyue.chronicle.printing import heading
from guangyue.chronicle.reading.days import YearMonth
from guangyue.chronicle.services.people import people_called
from guangyue.chronicle.wording import printed, told
from guangyue.kit.access import open_to_all
from guangyue.kit.lists import show_list

EARLIEST, LATEST = 1900, 2199
LONGEST_NAME = 30


@open_to_all
def timeline(request: HttpRequest) -> HttpResponseBase:
    """大事记: every event, searched by words, day, kind, name and meeting, above a picture of the year."""
    years = [day.year for day in Month.objects.printed().dates("first", "year", order="DESC")]
    year = _year(request, years)
    context = {"years": years, "year": year, "months": _pictured(year)}
    return show_list(
        request,
        lists.EVENTS,
        Event.objects.printed().with_people(),
        template="chronicle/timeline.html",
        context=context,
    )


@open_to_all
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """A month in the form in which it is printed."""
    shown = get_object_or_404(Month.objects.printed().select_related("issue"), first=day_or_404(year, month))
    context = {
        "month": shown,
        "heading": heading(shown),
        "events": with_links(shown.events.in_print_order()),
        "before": Month.objects.printed().filter(first__lt=shown.first).first(),
        "after": Month.objects.printed().filter(first__gt=shown.first).last(),
        "printed": printed,
    }
    return render(request, "chronicle/month.html", context)


@open_to_all
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """A day: what happened on it, and what lasted over it."""
    on = day_or_404(year, month, day)
    events = Event.objects.printed()
    context = {
        "on": on,
        "events": with_links(events.on(on).by_day()),
        "month": Month.objects.printed().filter(first=on.replace(day=1)).first(),
        "before": events.filter(end__lt=on).order_by("-end").first(),
        "after": events.filter(start__gt=on).order_by("start").first(),
        "told": told,
    }
    return render(request, "chronicle/day.html", context)


@open_to_all
def meetings(request: HttpRequest) -> HttpResponseBase:
    """例会: every numbered meeting with its day and topics."""
    rows = SeriesMeeting.objects.public().select_related("event")
    return show_list(request, lists.MEETINGS, rows, template="chronicle/meetings.html")


@open_to_all
def name(request: HttpRequest, name: str) -> HttpResponse:
    """What the chronicle says under a name: who it was, where that is known; namesakes stay apart."""
    if len(name) > LONGEST_NAME:
        raise Http404
    events = list(with_links(Event.objects.printed().of_name(name).by_day().reverse()))
    people = list(people_called(name))
    if not events and not people:
        raise Http404
    here = [(event, one) for event in events for one in event.attendances.all() if one.name == name]
    groups = [(person, [event for event, one in here if one.person_id == person.pk]) for person in people]
    context = {
        "name": name,
        "events": events,
        "groups": [(person, theirs) for person, theirs in groups if theirs or person.tenures.all()],
        "unknown": [event for event, one in here if one.person_id is None],
        "titles": list(dict.fromkeys(one.title for _, one in here if one.title)),
        "told": told,
        "today": timezone.localdate(),
    }
    return render(request, "chronicle/name.html", context)


def with_links(events: EventQuerySet) -> EventQuerySet:
    """With all that is shown of an event: people, meeting, documents, corrections."""
    links = Prefetch("links", Link.objects.shown().order_by("state", "target"), to_attr="shown_links")
    return events.with_people().select_related("meeting").prefetch_related(links, "versions")


def _pictured(year: int) -> list[PicturedMonth]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    months = [one.year_month for one in Month.objects.printed().filter(first__range=(first, last))]
    spans = Event.objects.printed().between(first - timedelta(days=31), last).values_list("start", "end")
    return picture(months, spans)


def _year(request: HttpRequest, years: list[int]) -> int:
    asked = request.GET.get("year", "")
    if asked.isdecimal() and len(asked) == 4 and EARLIEST <= int(asked) <= LATEST:
        return int(asked)
    return years[0] if years else timezone.localdate().year


def day_or_404(year: int, month: int, day: int = 1) -> date:
    """No such day is no such page."""
    if not EARLIEST <= year <= LATEST or not 1 <= month <= 12:
        raise Http404
    if not 1 <= day <= YearMonth(year, month).last.day:
        raise Http404
    return date(year, month, day)

"""The desk's own pages: what there is to do, the city at a glance, and search over everything."""

from collections import Counter
from dataclasses import replace
from itertools import chain

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.module_loading import import_string

from guangyue.desk.permissions import VIEW_CITY
from guangyue.kit.access import SignedInRequest, for_staff, needs
from guangyue.kit.limits import month_end
from guangyue.kit.marked import declared, may_open, open_to
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Chart, Figure, PictureSource, ShadedMap
from guangyue.kit.search import find
from guangyue.kit.todo import Todo


@for_staff
def home(request: SignedInRequest) -> HttpResponse:
    at = timezone.now()
    sources = open_to(request, declared(settings.GUANGYUE_TODO))
    todos: list[Todo] = list(
        chain.from_iterable(source(user=request.user, scope=scope, at=at) for source, scope in sources)
    )
    todos.sort(key=lambda todo: todo.urgency)
    kinds = Counter(todo.kind for todo in todos)
    wanted = request.GET.get("kind", "")
    calendar, on = HolidayNotice.objects.calendar(), timezone.localdate(at)
    month_ends = month_end(on)
    context = {
        "todos": [todo for todo in todos if wanted in ("", todo.kind)],
        "kinds": kinds,
        "wanted": wanted,
        "today": calendar.day(on),
        "next_working_day": next(day for day in calendar.after(on) if day.works),
        "working_days_left": calendar.working_days(after=on, through=month_ends),
    }
    return render(request, "desk/home.html", context)


@needs(VIEW_CITY)
def city(request: SignedInRequest) -> HttpResponse:
    on = timezone.localdate()
    sources: tuple[PictureSource, ...] = import_string(settings.GUANGYUE_PICTURES)
    pictures = list(chain.from_iterable(source(scope=request.scope, on=on) for source in sources))
    context = {
        "figures": [_reachable(request, picture) for picture in pictures if isinstance(picture, Figure)],
        "maps": [picture for picture in pictures if isinstance(picture, ShadedMap)],
        "charts": [picture for picture in pictures if isinstance(picture, Chart)],
        "on": on,
    }
    return render(request, "desk/city.html", context)


@for_staff
def search(request: SignedInRequest) -> HttpResponse:
    words, found = find(request, settings.GUANGYUE_SEARCH)
    return render(request, "desk/search.html", {"words": words, "found": found})


def _reachable(request: SignedInRequest, figure: Figure) -> Figure:
    """A number leads to what it counts only for whoever may see that."""
    return figure if figure.link and may_open(request, figure.link) else replace(figure, link="")

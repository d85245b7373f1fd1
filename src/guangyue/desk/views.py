"""The desk's own pages: what there is to do, the city at a glance, and search over everything."""

from collections import Counter
from itertools import chain

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guangyue.kit.access import SignedInRequest, for_staff
from guangyue.kit.finding import find
from guangyue.kit.marked import declared, open_to
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Chart, Figure, ShadedMap
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
    today = HolidayNotice.objects.calendar().day(timezone.localdate(at))
    context = {
        "todos": [todo for todo in todos if wanted in ("", todo.kind)],
        "kinds": kinds,
        "wanted": wanted,
        "today": today,
    }
    return render(request, "desk/home.html", context)


@for_staff
def city(request: SignedInRequest) -> HttpResponse:
    on = timezone.localdate()
    sources = open_to(request, declared(settings.GUANGYUE_PICTURES))
    pictures = list(chain.from_iterable(source(scope=scope, on=on) for source, scope in sources))
    context = {
        "figures": [picture for picture in pictures if isinstance(picture, Figure)],
        "maps": [picture for picture in pictures if isinstance(picture, ShadedMap)],
        "charts": [picture for picture in pictures if isinstance(picture, Chart)],
        "on": on,
    }
    return render(request, "desk/city.html", context)


@for_staff
def search(request: SignedInRequest) -> HttpResponse:
    words, found = find(request, settings.GUANGYUE_SEARCH)
    return render(request, "desk/search.html", {"words": words, "found": found})

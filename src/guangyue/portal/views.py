"""The front door, search over what is public, and what makes the portal an app on a phone."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.models import HolidayNotice
from guangyue.kit.pictures import Shade, ShadedMap
from guangyue.kit.search import find
from guangyue.library.reading import newest_documents
from guangyue.organisations.models import Region

LATEST_DOCUMENTS = 5

ICONS = (
    ("icon-192", "192x192", "any"),
    ("icon-512", "512x512", "any"),
    ("icon-maskable-512", "512x512", "maskable"),
)

# What the offline page needs; kept on the phone together with it.
OFFLINE_FILES = ("vendor/tabler.css", "kit/guangyue.css", "portal/portal.css", "kit/mark.svg")


@open_to_all
def home(request: SignedInRequest) -> HttpResponse:
    on = timezone.localdate()
    calendar = HolidayNotice.objects.calendar()
    today = calendar.day(on)
    context = {
        "today": today,
        "next_working_day": next(day for day in calendar.after(on) if day.works),
        "districts": _districts(on),
        "documents": newest_documents().exclude(number="")[:LATEST_DOCUMENTS],
    }
    return render(request, "portal/home.html", context)


@open_to_all
def search(request: SignedInRequest) -> HttpResponse:
    words, found = find(request, settings.GUANGYUE_SEARCH)
    return render(request, "portal/search.html", {"words": words, "found": found})


@open_to_all
@cache_control(public=True, max_age=86_400)
def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone wants to know of an app before it installs it."""
    icons = [
        {"src": staticfiles_storage.url(f"portal/{name}.png"), "sizes": sizes, "purpose": purpose}
        for name, sizes, purpose in ICONS
    ]
    return JsonResponse(
        {
            "name": "光岳政务",
            "short_name": "光岳",
            "lang": "zh-CN",
            "start_url": reverse("portal:home"),
            "scope": "/",
            "display": "standalone",
            "background_color": "#f6f5f1",
            "theme_color": "#12394a",
            "icons": icons,
        },
        content_type="application/manifest+json",
    )


@open_to_all
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """Keeps static files and the offline page on the phone, and nothing that says anything of anyone."""
    files = [staticfiles_storage.url(name) for name in OFFLINE_FILES]
    context = {"files": files, "static_url": settings.STATIC_URL, "offline": reverse("portal:offline")}
    return render(request, "portal/service-worker.js", context, content_type="text/javascript")


@open_to_all
def offline(request: HttpRequest) -> HttpResponse:
    """The same for everybody: a phone keeps it."""
    return render(request, "portal/offline.html")


def _districts(on: date) -> ShadedMap:
    regions = Region.objects.on(on)
    townships: Counter[str] = Counter()
    for township in regions.of_township_level():
        townships.update(code for code in (township.parent_id, township.managed_by_id) if code)
    page = reverse("organisations:regions")
    return ShadedMap(
        key="districts",
        title="各县（市、区）和市属开发区",
        unit="个镇街",
        shades=tuple(
            Shade(region.code, region.name, townships[region.code], f"{page}#region-{region.code}")
            for region in regions.of_county_level()
        ),
    )

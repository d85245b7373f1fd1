"""What every page can use: the Jinja2 environment, and the frame's own facts."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from config.navigation import DESK, OWN, PORTAL
from guangyue.accounts.models import Kind
from guangyue.kit import wording
from guangyue.kit.access import SignedInRequest
from guangyue.kit.areas import plots_of
from guangyue.kit.menus import open_pages, open_sections, page_at
from guangyue.notifications.bell import count_unread
from guangyue.policies.telling import asks_told, facts_told

ICONS = Path(settings.ROOT) / "web" / "node_modules" / "@tabler" / "icons" / "icons" / "outline"


@cache
def icon(name: str) -> Markup:
    """An outline icon, drawn in the page itself."""
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return Markup(drawing[drawing.index("<svg") :].replace("<svg", '<svg aria-hidden="true"', 1))  # noqa: S704


def environment(**options: Any) -> Environment:
    options |= {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    pages = Environment(**options)  # noqa: S701
    pages.globals.update(static=staticfiles_storage.url, url=url, icon=icon)
    pages.globals.update(outlines=outlines, tiles=settings.TILES, plots_of=plots_of)
    pages.globals.update(facts_told=facts_told, asks_told=asks_told)
    for word in (
        *(wording.day, wording.weekday, wording.moment),
        *(wording.number, wording.percent, wording.said),
    ):
        pages.filters[word.__name__] = word
    pages.filters["json"] = json.dumps
    return pages


@cache
def outlines() -> str:
    """The address of the districts' outlines, or nothing where they could not be fetched."""
    name = "outlines/districts.geojson"
    return staticfiles_storage.url(name) if finders.find(name) else ""


def url(name: str, *arguments: Any, **keywords: Any) -> str:
    return reverse(name, args=arguments, kwargs=keywords)


def frame(request: SignedInRequest) -> dict[str, Any]:
    """What portal and desk draw around a page."""
    on_desk = _is_on_desk(request)
    sections = open_sections(DESK, request.may) if on_desk else []
    menu = [page for section in sections for page in section.pages] or PORTAL
    return {
        "demo": settings.DEMO,
        "large_type": request.COOKIES.get("type") == "large",
        "narrow_menu": request.COOKIES.get("menu") == "narrow",
        "frame_page": "desk/page.html" if on_desk else "portal/page.html",
        "portal_pages": [page for page in PORTAL if page.is_for(request.user)],
        "desk_sections": sections,
        "own_pages": open_pages(OWN, request.may),
        "here": page_at(request.path, menu),
        "unread": count_unread(request),
    }


def _is_on_desk(request: SignedInRequest) -> bool:
    """An official's own account and notifications are on the desk, those of anyone else on the portal."""
    own = ("accounts:own_account", "notifications:own", "library:subscriptions")
    if request.path.startswith(tuple(map(reverse, own))):
        return bool(request.user.is_authenticated and request.user.kind == Kind.STAFF)
    return request.path.startswith(reverse("desk:home"))

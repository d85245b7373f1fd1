"""What every page can use: the Jinja2 environment, and the frame's own facts."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.urls import reverse
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from config.navigation import DESK, PORTAL
from guangyue.desk.pages import open_sections

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
    return pages


def url(name: str, *arguments: Any, **keywords: Any) -> str:
    return reverse(name, args=arguments, kwargs=keywords)


def frame(request: HttpRequest) -> dict[str, Any]:
    """What portal and desk draw around a page."""
    on_desk = request.path.startswith(reverse("desk:home"))
    return {
        "demo": settings.DEMO,
        "large_type": request.COOKIES.get("type") == "large",
        "frame_page": "desk/page.html" if on_desk else "portal/page.html",
        "portal_pages": PORTAL,
        "desk_sections": open_sections(DESK, lambda permission: True) if on_desk else (),
    }

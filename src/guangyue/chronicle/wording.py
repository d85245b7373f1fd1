"""How an event is said on a page: its text with the names in it as links."""

import re

from django.urls import reverse
from markupsafe import Markup, escape

from guangyue.chronicle.models import Event
from guangyue.chronicle.printing import opening


def told(event: Event) -> Markup:
    """The text as printed; whoever is named leads to what else the chronicle says under that name."""
    names = sorted((one.name for one in event.attendances.all()), key=len, reverse=True)
    if not names:
        return escape(event.text)
    parts = re.split(f"({'|'.join(map(re.escape, names))})", event.text)
    return Markup("").join(_linked(part) if at % 2 else escape(part) for at, part in enumerate(parts))


def printed(event: Event) -> Markup:
    """As it is printed: with the day or △ before it."""
    return Markup('<span class="opening">{}</span>{}').format(opening(event), told(event))


def _linked(name: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(reverse("chronicle:name", args=[name]), name)

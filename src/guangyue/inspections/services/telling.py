"""告知检查组: who inspects hears that there is something for him, and sees of whom in his own list alone."""

from datetime import datetime

from django.urls import reverse

from guangyue.inspections.models import Inspector
from guangyue.notifications.services import notify


def tell_inspector(inspector: Inspector, *, title: str, body: str, key: str, at: datetime) -> None:
    if inspector.account is not None:
        link = reverse("inspections:my_visits")
        notify(to=inspector.account, title=title, body=body, link=link, key=key, at=at)

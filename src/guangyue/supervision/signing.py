"""签名: what a system sends in is signed as what we send out is: `notifications.gateway` says how."""

from datetime import datetime

from django.http import HttpRequest

from guangyue.notifications.gateway import is_genuine
from guangyue.supervision.models import SourceSystem
from guangyue.supervision.refusals import NotGenuine


def sender_of(request: HttpRequest, *, at: datetime) -> SourceSystem:
    """The system whose secret signed the body."""
    systems = SourceSystem.objects.live().select_related("office")
    system = systems.filter(key=request.headers.get("X-Guangyue-System", "")).first()
    if system is None or not is_genuine(request, system.secret, at=at):
        raise NotGenuine
    return system

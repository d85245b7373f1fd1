"""签名: what a system sends in is signed as what we send out is: `notifications.gateway` says how."""

import hmac
from datetime import datetime, timedelta

from django.http import HttpRequest

from guangyue.notifications.gateway import sign
from guangyue.supervision.models import SourceSystem
from guangyue.supervision.refusals import NotGenuine

FRESH_FOR = timedelta(minutes=5)


def sender_of(request: HttpRequest, *, at: datetime) -> SourceSystem:
    """The system whose secret signed the body as it came, a moment ago."""
    moment = request.headers.get("X-Guangyue-Time", "")
    systems = SourceSystem.objects.live().select_related("office")
    system = systems.filter(key=request.headers.get("X-Guangyue-System", "")).first()
    if system is None or not _is_fresh(moment, at=at):
        raise NotGenuine
    given = request.headers.get("X-Guangyue-Signature", "")
    if not hmac.compare_digest(sign(system.secret, moment, request.body).encode(), given.encode()):
        raise NotGenuine
    return system


def _is_fresh(moment: str, *, at: datetime) -> bool:
    if not (moment.isascii() and moment.isdigit()):
        return False
    return abs(int(at.timestamp()) - int(moment)) < FRESH_FOR.total_seconds()

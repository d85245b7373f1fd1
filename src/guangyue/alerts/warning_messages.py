"""预警的 CAP 消息: each warning as an alert or an update, its lifting as a cancel."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from guangyue.alerts.advising import told_to_everybody
from guangyue.alerts.cap.message import Area, Message, Named
from guangyue.alerts.cap.warnings import Envelope, Warned, alert, cancel, update
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Warning
from guangyue.alerts.publishing import Haste
from guangyue.alerts.wording.warnings import lifting_of, paragraphs_of
from guangyue.organisations.models import Region

CODE = "行政区划代码"


def message_of(warning: Warning) -> Message:
    """发布 or 调整."""
    envelope = _envelope(warning.number, warning)
    if warning.follows is None:
        return alert(envelope, _warned(warning))
    return update(envelope, _warned(warning), message_of(warning.follows))


def lifting_message_of(warning: Warning) -> Message:
    """解除, from the moment it is announced on."""
    sheet = warning.lifted_by
    assert sheet is not None
    assert sheet.sent_at is not None
    envelope = Envelope(f"{warning.number}-{sheet.number}", _sender(), sheet.sent_at, warning.exercise)
    return cancel(envelope, _warned(warning, text=lifting_of(warning)), message_of(warning))


def _envelope(identifier: str, warning: Warning) -> Envelope:
    return Envelope(identifier, _sender(), warning.published_at, warning.exercise)


def _sender() -> str:
    return urlsplit(settings.GUANGYUE_ADDRESS).hostname or "localhost"


def _warned(warning: Warning, text: str = "") -> Warned:
    voice = response_plan().voice
    return Warned(
        level=warning.level,
        event=voice.event,
        text=text or "".join(paragraphs_of(warning)),
        advice=told_to_everybody(warning),
        onset=warning.predicted_start,
        expires=warning.predicted_end,
        areas=(_whole_city(),),
        sender_name=voice.office,
        web=settings.GUANGYUE_ADDRESS + reverse("alerts:public_warning", args=[warning.number]),
        observed=warning.sheet.of_haste is Haste.HEAVY_ALREADY,
    )


def _whole_city() -> Area:
    city = Region.objects.filter(kind=Region.Kind.CITY).first()
    if city is None:
        return Area("全市")
    return Area(str(city), (Named(CODE, city.code),))

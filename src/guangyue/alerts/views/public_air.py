"""空气质量 for everybody: how the air is, whether a warning is in force, and what to do now."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from guangyue.alerts.advising import advice_of
from guangyue.alerts.cap.xml import MEDIA_TYPE, as_xml
from guangyue.alerts.declared import response_plan
from guangyue.alerts.measured import city_hours, city_now
from guangyue.alerts.models import CountyWarning, Warning
from guangyue.alerts.warning_messages import lifting_message_of, message_of
from guangyue.alerts.wording.warnings import heading_of, lifting_of, paragraphs_of
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.clocks import whole_hour
from guangyue.kit.pictures import Chart, Kind, Series

MOST = 50
RECENT = 5
SHOWN = timedelta(hours=48)


@open_to_all
def air(request: SignedInRequest) -> HttpResponse:
    """The warning in force in huge words; without one how the air is, and what counties warn of."""
    at = timezone.now()
    warning = Warning.objects.in_force().select_related("sheet", "follows", "lifted_by").first()
    context = {
        "warning": warning,
        "advice": [*advice_of(warning)] if warning else [],
        "county_warnings": CountyWarning.objects.in_force().select_related("region"),
        "air": city_now(at),
        "hours": _hours(at),
        "earlier": Warning.objects.real().exclude(state=Warning.State.IN_FORCE)[:RECENT],
        "hotline": response_plan().voice.hotline,
    }
    return render(request, "alerts/public_air.html", context)


@open_to_all
def public_warnings(request: SignedInRequest) -> HttpResponse:
    rows = Warning.objects.real().select_related("sheet")[:MOST]
    return render(request, "alerts/public_warnings.html", {"warnings": rows})


@open_to_all
def public_warning(request: SignedInRequest, number: str) -> HttpResponse:
    """An exercise has its page too: whoever follows its message must read that it is none in earnest."""
    shown = _warning(number)
    context = {
        "warning": shown,
        "heading": heading_of(shown),
        "texts": [*paragraphs_of(shown)],
        "lifting": lifting_of(shown) if shown.lifted_by else "",
        "advice": [*advice_of(shown)] if shown.is_in_force else [],
        "hotline": response_plan().voice.hotline,
    }
    return render(request, "alerts/public_warning.html", context)


@open_to_all
def warning_message(request: SignedInRequest, number: str) -> HttpResponse:
    return HttpResponse(as_xml(message_of(_warning(number))), content_type=MEDIA_TYPE)


@open_to_all
def lifting_message(request: SignedInRequest, number: str) -> HttpResponse:
    shown = _warning(number)
    if shown.lifted_by is None:
        raise Http404
    return HttpResponse(as_xml(lifting_message_of(shown)), content_type=MEDIA_TYPE)


@open_to_all
def warning_feed(request: HttpRequest) -> HttpResponse:
    """Atom: each warning, and each lifting; of exercises nothing."""
    voice = response_plan().voice
    home = request.build_absolute_uri(reverse("alerts:public_air"))
    feed = Atom1Feed(
        title=f"{voice.event}预警",
        link=home,
        description=f"{voice.office}发布的预警、调整和解除",
        language="zh-CN",
        feed_url=request.build_absolute_uri(reverse("alerts:warning_feed")),
        feed_guid=settings.GUANGYUE_ADDRESS + reverse("alerts:public_air"),
        author_name=voice.office,
    )
    for warning in Warning.objects.real().select_related("sheet", "follows", "lifted_by")[:MOST]:
        if warning.lifted_by is not None:
            assert warning.lifted_by.sent_at is not None
            _add(
                feed,
                f"解除{heading_of(warning)}",
                lifting_of(warning),
                reverse("alerts:lifting_message", args=[warning.number]),
                warning.lifted_by.sent_at,
            )
        _add(
            feed,
            heading_of(warning),
            "".join(paragraphs_of(warning)),
            reverse("alerts:warning_message", args=[warning.number]),
            warning.published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _hours(at: datetime) -> Chart:
    """How the air was: what was measured, and nothing that is only foreseen."""
    until = whole_hour(at)
    measured = city_hours(since=until - SHOWN, until=until)
    return Chart(
        "air-hours",
        "最近 48 小时的空气",
        Kind.BARS,
        tuple(f"{timezone.localtime(one.hour):%d日%H时}" for one in measured),
        (Series("AQI", tuple(one.aqi for one in measured)),),
        "指数",
        source="全市站点平均",
    )


def _add(feed: Atom1Feed, title: str, text: str, path: str, at: datetime) -> None:
    address = settings.GUANGYUE_ADDRESS + path
    feed.add_item(
        title=title,
        link=address,
        description=text,
        unique_id=address,
        pubdate=at,
        updateddate=at,
    )


def _warning(number: str) -> Warning:
    rows = Warning.objects.select_related("sheet", "follows", "lifted_by")
    return get_object_or_404(rows, number=number)

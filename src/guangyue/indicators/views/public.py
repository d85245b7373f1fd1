"""指标公开: what was promised, by which document, how it is counted, and what came of it."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.indicators import lists
from guangyue.indicators.models import Target
from guangyue.indicators.picturing import parts_chart, progress_chart
from guangyue.indicators.views.targets import links_of
from guangyue.kit.access import open_to_all
from guangyue.kit.lists import show_list

PUBLISHED = (*Target.IN_FORCE, Target.State.ADJUSTED, Target.State.WITHDRAWN)


@open_to_all
def public(request: HttpRequest) -> HttpResponseBase:
    rows = Target.objects.in_force().with_all()
    return show_list(request, lists.PUBLIC, rows, template="indicators/public.html")


@open_to_all
def public_target(request: HttpRequest, code: str) -> HttpResponse:
    """Drafts are nobody's promise yet; figures that are not verified are not shown."""
    rows = Target.objects.filter(state__in=PUBLISHED).with_all().select_related("superseded_by")
    shown = get_object_or_404(rows, code=code)
    verified = shown.figures.verified().filter(organisation=None)
    parts = list(shown.splits.select_related("verdict__target__indicator"))
    context = {
        "target": shown,
        "parts": parts,
        "progress": progress_chart(shown, list(verified)),
        "parts_chart": parts_chart(shown, parts) if parts else None,
        "verdicts": shown.verdicts.of_whole().select_related("target__indicator"),
        "figures": verified.order_by("-on"),
        "links": links_of(shown)
        .exclude(one__state=Target.State.DRAFTED)
        .exclude(other__state=Target.State.DRAFTED),
    }
    return render(request, "indicators/public_target.html", context)

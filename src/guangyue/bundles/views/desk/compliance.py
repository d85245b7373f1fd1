"""达标和数据需求: the themes held against their documents, and the data that would spare papers."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.bundles.compliance import combined, counted, items, offered_themes
from guangyue.bundles.forms import ConnectForm
from guangyue.bundles.models import Theme
from guangyue.bundles.permissions import DESIGN_THEMES, SEE_BUNDLES
from guangyue.bundles.services.connecting import connect_item
from guangyue.bundles.services.declared import data_bundle
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_BUNDLES)
def compliance(request: SignedInRequest) -> HttpResponse:
    """主题达标."""
    offered = offered_themes()
    context = {"counted": counted(), "offered": offered, "combined": combined(offered)}
    return render(request, "bundles/desk_compliance.html", context)


@needs(SEE_BUNDLES)
def data_demands(request: SignedInRequest) -> HttpResponse:
    """数据需求清单."""
    rows = items(offered_themes(), on=local_day(timezone.now()))
    context = {"items": rows, "may_connect": request.may(DESIGN_THEMES)}
    return render(request, "bundles/desk_data.html", context)


@needs(DESIGN_THEMES)
def connecting(request: SignedInRequest, theme: str, place: int) -> HttpResponse:
    """登记接通: the item of a bundle by its place, by whoever leads the theme."""
    get_object_or_404(Theme.objects.led_within(request.scope), key=theme)
    bundle = data_bundle(theme)
    if bundle is None or place >= len(bundle.items):
        raise Http404
    item = bundle.items[place]
    return answer_form(
        request,
        ConnectForm(posted(request), initial={"on": local_day(timezone.now())}),
        title=f"登记“{item.name}”已经接通",
        facts=[("数据来源", item.owner), ("依据", str(bundle.cites))],
        back=reverse("bundles:data_demands"),
        button="登记",
        do=lambda said: connect_item(
            theme=theme, item=item.name, on=said["on"], by=request.user, at=timezone.now()
        ),
        done="已经登记。请变更主题，不再要这一项。",
    )

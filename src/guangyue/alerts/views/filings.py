"""预案备案 on the desk: what was filed, and which county still owes its plan."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from guangyue.alerts.declared import plan_day
from guangyue.alerts.forms.counties import FilingForm
from guangyue.alerts.lists.counties import FILINGS
from guangyue.alerts.models import PlanFiling
from guangyue.alerts.permissions import RUN_ALERTS, SEE_ALERTS
from guangyue.alerts.services.filing import file_plan
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations.models import Region
from guangyue.organisations.models.regions import TOWNSHIP_LEVEL
from guangyue.organisations.views.acting import answer_form, posted


@needs(SEE_ALERTS)
def filings(request: SignedInRequest) -> HttpResponseBase:
    since = plan_day()
    filed = PlanFiling.objects.of_counties_since(since).values("region")
    counties = Region.objects.of_county_level().on(timezone.localdate()).within(request.scope)
    context = {
        "since": since,
        "missing": counties.exclude(pk__in=filed),
        "entry": reverse("alerts:filing_entry") if request.may(RUN_ALERTS) else "",
        "entry_words": "登记备案",
    }
    rows = PlanFiling.objects.within(request.scope).select_related("region", "by")
    return show_list(request, FILINGS, rows, template="alerts/filings.html", context=context)


@needs(RUN_ALERTS)
def filing_entry(request: SignedInRequest) -> HttpResponse:
    regions = Region.objects.exclude(kind__in=TOWNSHIP_LEVEL).within(request.scope)
    form = FilingForm(posted(request), regions=regions, initial={"filed_on": timezone.localdate()})
    return answer_form(
        request,
        form,
        title="登记预案备案",
        back=reverse("alerts:filings"),
        button="登记",
        do=lambda said: file_plan(said=form.filing_said(), by=request.user, at=timezone.now()),
        done="备案已经登记。",
    )

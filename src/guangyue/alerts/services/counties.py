"""县级预警: published and ended by the county, one at a time, and never beside a warning of the city."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import CountyWarning
from guangyue.alerts.publishing import county_may_warn
from guangyue.alerts.services.publishing import take_turn
from guangyue.alerts.warning_refusals import CityWarns, CountyWarnedAlready, CountyWarningOver
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region


@dataclass(frozen=True)
class CountyWarningSaid:
    region: Region
    level_key: str
    text: str
    predicted_start: datetime
    predicted_end: datetime
    signer: str


@transaction.atomic
def publish_county_warning(*, said: CountyWarningSaid, by: User, at: datetime) -> CountyWarning:
    """发布县级预警: in turn with the city, so that neither passes the other unseen."""
    city = take_turn(exercise=False)
    if city is not None and not county_may_warn(city_warning=city.level if city.responds else None):
        raise CityWarns(city)
    if said.predicted_end <= said.predicted_start:
        raise Refused("结束时间要晚于开始时间。", field="predicted_end")
    if CountyWarning.objects.in_force().filter(region=said.region).exists():
        raise CountyWarnedAlready
    return CountyWarning.objects.create(**vars(said), published_by=by, published_at=at)


@transaction.atomic
def end_county_warning(*, warning: CountyWarning, by: User, at: datetime) -> CountyWarning:
    """解除县级预警."""
    warning = CountyWarning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    if not warning.is_in_force:
        raise CountyWarningOver
    warning.ended_at, warning.ended_by = at, by
    warning.save(update_fields=["ended_at", "ended_by"])
    return warning

"""预案备案: which version of a plan was laid before whom."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.alerts.models import PlanFiling
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region


@dataclass(frozen=True)
class FilingSaid:
    kind: PlanFiling.Kind
    region: Region
    owner: str
    version_on: date
    filed_with: str
    filed_on: date


@transaction.atomic
def file_plan(*, said: FilingSaid, by: User, at: datetime) -> PlanFiling:
    """登记备案: a plan of the city is the city's, any other is of a county."""
    if said.filed_on > local_day(at):
        raise Refused("备案日期还没有到。", field="filed_on")
    if said.filed_on < said.version_on:
        raise Refused("备案日期不能早于版本日期。", field="filed_on")
    if said.kind == PlanFiling.Kind.CITY and said.region.kind != Region.Kind.CITY:
        raise Refused("市级预案的所属地区是市。", field="region")
    if said.kind == PlanFiling.Kind.COUNTY and not said.region.of_county_level:
        raise Refused("县（市、区）预案要选县（市、区）或者市属开发区。", field="region")
    filing, made = PlanFiling.objects.get_or_create(**vars(said), defaults={"by": by, "at": at})
    if not made:
        raise Refused("这个版本已经登记过向它备案。", field="filed_with")
    return filing

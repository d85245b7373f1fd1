"""限批 and its lifting."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.models import Restriction
from guangyue.cases.refusals import MovedOnAlready
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region


class Restricted(Refused):
    advice = "整改完成、解除限批以后再申请；已经受理的不受影响。"

    def __init__(self, restriction: Restriction) -> None:
        super().__init__(f"{restriction.region}正在限批，暂不受理新的{restriction.matter}。")


@transaction.atomic
def restrict(
    *, matter: Matter, region: Region, since: date, ground: str, document: str, by: User, at: datetime
) -> Restriction:
    if Restriction.objects.filter(matter=matter, region=region, until=None).exists():
        raise Refused(f"{region}已经在限批。")
    return Restriction.objects.create(
        matter=matter,
        region=region,
        since=since,
        ground=ground,
        document=document,
        entered_by=by,
        entered_at=at,
    )


@transaction.atomic
def lift_restriction(*, restriction: Restriction, on: date, by: User) -> Restriction:
    """解除限批: from this day on new cases are taken in again."""
    restriction = Restriction.objects.select_for_update().get(pk=restriction.pk)
    if restriction.until is not None:
        raise MovedOnAlready
    restriction.until, restriction.lifted_by = max(on, restriction.since), by
    restriction.save()
    return restriction


def refuse_restricted(*, matter: Matter, region: Region, on: date) -> None:
    places = (region.pk, region.parent_id)
    found = Restriction.objects.on(on).filter(matter=matter, region__in=places).first()
    if found:
        raise Restricted(found)

"""限批 and its lifting."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accountability.models import Restriction as Decided
from guangyue.accounts.models import User
from guangyue.cases.models import Restriction
from guangyue.cases.refusals import MovedOnAlready
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day
from guangyue.matters.models import Matter
from guangyue.organisations.models import Region


class Restricted(Refused):
    """What whoever applies reads; the ground is for officials."""

    advice = "整改完成、解除限批以后再申请；已经受理的不受影响。"

    def __init__(self, restriction: Restriction | Decided, matter: Matter) -> None:
        until = f"，到{day(restriction.until)}为止" if restriction.until else ""
        since = f"自{day(restriction.since)}起限批{until}"
        super().__init__(f"{restriction.region}{since}，暂不受理新的{matter}。")


@transaction.atomic
def restrict(
    *,
    matter: Matter,
    region: Region,
    since: date,
    ground: str,
    document: str,
    until: date | None = None,
    by: User,
    at: datetime,
) -> Restriction:
    """限批: until a day, or until it is lifted; never twice for the same days."""
    if until is not None and until <= since:
        raise Refused("止期应当在起期以后。", field="until")
    Matter.objects.select_for_update().get(pk=matter.pk)
    if Restriction.objects.filter(matter=matter, region=region).overlapping(since, until).exists():
        raise Refused(f"{region}在这段时间里已经限批。", field="region")
    return Restriction.objects.create(
        matter=matter,
        region=region,
        since=since,
        until=until,
        ground=ground,
        document=document,
        entered_by=by,
        entered_at=at,
    )


@transaction.atomic
def lift_restriction(*, restriction: Restriction, on: date, by: User) -> Restriction:
    """解除限批: from this day on new cases are taken in again."""
    restriction = Restriction.objects.select_for_update().get(pk=restriction.pk)
    if restriction.is_over(on):
        raise MovedOnAlready
    restriction.until, restriction.lifted_by = max(on, restriction.since), by
    restriction.save(update_fields=["until", "lifted_by"])
    return restriction


def refuse_restricted(*, matter: Matter, region: Region, on: date) -> None:
    """By whoever leads the matter, or by a step that was decided against the county (S08)."""
    found = Restriction.objects.on(on).concerning(matter, [region]).first()
    decided = found or Decided.objects.on(on).stopping(matter, [region]).first()
    if decided:
        raise Restricted(decided, matter)

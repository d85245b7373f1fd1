"""分解: a target is given to counties and offices; what adds up has to come to the whole."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.indicators.comparing.splitting import sum_up
from guangyue.indicators.models import Figure, Split, Target
from guangyue.indicators.refusals import NotInForce, SumDiffers
from guangyue.indicators.services.recomputing import recompute
from guangyue.indicators.services.setting import note
from guangyue.indicators.wording import plain
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@transaction.atomic
def split_target(*, target: Target, parts: Mapping[Organisation, Decimal], by: User, at: datetime) -> Target:
    """All parts at once, in place of those before."""
    held = Target.objects.select_for_update().get(pk=target.pk)
    if not held.is_in_force:
        raise NotInForce
    if not parts:
        raise Refused("至少给一个单位分解。")
    if held.reach != Target.Reach.EACH:
        check_sum(target=held, parts=parts)
    _refuse_orphans(held, parts)
    printed = dict(held.splits.values_list("organisation", "name"))
    held.splits.exclude(organisation__in=parts).delete()
    for organisation, value in parts.items():
        Split.objects.update_or_create(
            target=held,
            organisation=organisation,
            defaults={"value": value, "name": printed.get(organisation.pk, organisation.name)},
        )
    held.state = Target.State.SPLIT
    held.save()
    note(held, "分解", by=by, at=at, said=_words(held, parts))
    recompute(targets=Target.objects.filter(pk=held.pk), on=local_day(at), at=at)
    return held


def check_sum(*, target: Target, parts: Mapping[Organisation, Decimal]) -> None:
    """Refuses parts that do not come to the whole, where such numbers add up."""
    summed = sum_up(list(parts.values()), required=target.value, nature=target.counts)
    if not summed.fits:
        raise SumDiffers(f"{plain(summed.total)} {target.unit}", f"{plain(summed.required)} {target.unit}")


def _refuse_orphans(target: Target, parts: Mapping[Organisation, Decimal]) -> None:
    """Nobody loses a part of which figures were reported."""
    reported = Figure.objects.filter(target=target, organisation__isnull=False)
    orphan = reported.exclude(organisation__in=parts).select_related("organisation").first()
    if orphan:
        raise Refused(f"{orphan.organisation}已经报送实际数，不能从分解里去掉。")


def _words(target: Target, parts: Mapping[Organisation, Decimal]) -> str:
    said = "，".join(f"{one.name} {plain(value)}" for one, value in parts.items())
    return f"{len(parts)} 个单位：{said}"[:300]

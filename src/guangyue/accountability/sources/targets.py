"""没有达到的指标: judged as missed, never by what was only striven for."""

from datetime import date

from django.db.models import QuerySet

from guangyue.accountability.sources.facts import Fact, Source
from guangyue.indicators.models import Target

KEY = "indicators"


def _missed(on: date) -> QuerySet[Target]:
    missed = Target.objects.missed().filter(owner__isnull=False, due_on__lt=on)
    return missed.select_related("indicator", "owner__region").order_by("-due_on", "pk")


def _fact(target: Target, on: date) -> Fact | None:
    if target.owner is None:
        return None
    return Fact(
        source=KEY,
        record=f"{target.pk}-{target.due_on:%Y}",
        title=f"指标没有达到：{target.indicator}",
        on=target.due_on,
        unit=target.owner,
        link=target.get_absolute_url(),
        cites=target.cites,
        detail=f"目标编号 {target.code}",
    )


TARGETS = Source(KEY, "没有达到的指标", _missed, _fact)

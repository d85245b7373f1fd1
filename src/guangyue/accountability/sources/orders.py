"""重污染应急现场督导: what was not done of an order, and was handed to those who call to account."""

from datetime import date

from django.db.models import QuerySet

from guangyue.accountability.sources.facts import Fact, Source, governing
from guangyue.alerts.models import OrderCheck
from guangyue.kit.clocks import local_day

KEY = "alerts"


def _failed(on: date) -> QuerySet[OrderCheck]:
    handed = OrderCheck.objects.failed().filter(handed_at__isnull=False, order__exercise=False)
    return handed.select_related("order__source__region", "order__warning").order_by("-pk")


def _fact(check: OrderCheck, on: date) -> Fact | None:
    unit = governing(check.order.source.region)
    if unit is None:
        return None
    return Fact(
        source=KEY,
        record=str(check.pk),
        title=f"减排措施{check.get_finding_display()}：{check.order.source}",
        on=local_day(check.checked_at),
        unit=unit,
        link=check.order.get_absolute_url(),
        detail=check.said,
        party=str(check.order.source),
    )


ORDERS = Source(KEY, "重污染应急现场督导", _failed, _fact)

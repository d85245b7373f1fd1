"""What the frames show of inspections: figures for chiefs, and batches by their number."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from guangyue.inspections.models import Batch, FollowUp
from guangyue.inspections.permissions import SEE_INSPECTIONS
from guangyue.kit.access import Scope, needs
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found


def inspections_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    page = reverse("inspections:dashboard")
    late = Batch.objects.within(scope).overdue(on).count()
    yield Figure("公示逾期的抽查", late, "批", "calendar-x", link=page)
    problems = FollowUp.objects.within(scope).open().count()
    yield Figure("抽查发现、待处理的问题", problems, "项", "clipboard-search", link=page)


@needs(SEE_INSPECTIONS)
def find_batches(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    for batch in Batch.objects.within(scope).filter(number=words.upper()).select_related("line")[:most]:
        yield Found("抽查批次", batch.number, batch.get_absolute_url(), batch.line.title)

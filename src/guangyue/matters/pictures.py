"""图 of the catalogue: what there is of each kind, where units differ, what was reduced."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Count
from django.urls import reverse

from guangyue.kit.access import Scope, open_to_all
from guangyue.kit.pictures import Chart, Figure, Kind, Picture, Series, counted_chart
from guangyue.matters.compliance import Compared, FourReductions
from guangyue.matters.declaration import Flag, PowerKind
from guangyue.matters.elements import Element
from guangyue.matters.models import Matter

PERCENT = 100
SOURCE = "事项库现行版本"


@open_to_all
def matters_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    """How much can be applied for, and how much of it at once or without a walk."""
    open_now = Matter.objects.open()
    page = reverse("matters:catalogue")
    yield Figure("依申请事项", open_now.count(), "个", "list-details", link=page)
    for flag, mark in ((Flag.INSTANT, "bolt"), (Flag.WHOLLY_ONLINE, "world")):
        count = open_now.filter(flags__contains=[flag.name]).count()
        yield Figure(flag.value, count, "个", mark, link=f"{page}?flag={flag.name}")
    kinds = Matter.objects.in_force().order_by().values_list("kind").annotate(count=Count("pk"))
    counts = {PowerKind[kind].value: count for kind, count in sorted(kinds, key=lambda one: -one[1])}
    yield counted_chart("matters-by-kind", "事项的类型", Kind.LYING_BARS, counts, unit="个", source=SOURCE)


def differences_chart(found: Iterable[Compared]) -> Chart:
    """Of each element, in how many matters some unit says otherwise."""
    counts = Counter(each.element for one in found for each in one.violations)
    told = {one.value: counts[one] for one in Element if counts[one]}
    return counted_chart(
        "matters-differences", "哪些要素不一致", Kind.LYING_BARS, told, unit="个事项", source="各地报送的要素"
    )


def reductions_chart(four: FourReductions) -> Chart:
    """What was reduced by how much, beside the half that is asked for."""
    averages = four.averages
    return Chart(
        "matters-reductions",
        "平均减了多少",
        Kind.BARS,
        tuple(one.title for one in averages),
        (
            Series("实际", tuple(_percent(one.average) for one in averages)),
            Series("目标", tuple(50 for _ in averages)),
        ),
        "%",
        SOURCE,
    )


def _percent(share: object) -> float:
    return round(float(share) * PERCENT, 1) if share is not None else 0.0  # type: ignore[arg-type]

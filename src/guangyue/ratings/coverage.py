"""评价覆盖: of each released matter whether it can be rated in all the ways it must, and what is closed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from guangyue.kit.access import EVERYWHERE, Scope
from guangyue.matters.models import Matter
from guangyue.notifications.channels import SMS
from guangyue.ratings.models import WayClosure
from guangyue.ratings.ways import Covered, Way, covered, required_ways


@dataclass(frozen=True)
class CoveredMatter:
    """事项的覆盖: what it lacks, and by whom and why that was closed."""

    matter: Matter
    in_hall: bool
    covered: Covered
    closures: tuple[WayClosure, ...]

    @property
    def required(self) -> tuple[Way, ...]:
        return required_ways(in_hall=self.in_hall)


def cover_matters(on: date, scope: Scope = EVERYWHERE) -> list[CoveredMatter]:
    """All that are released on application; those that lack something first."""
    closures: dict[int, list[WayClosure]] = defaultdict(list)
    for closure in WayClosure.objects.standing().select_related("by"):
        closures[closure.matter_id].append(closure)
    rows = Matter.objects.open() if scope.everywhere else Matter.objects.open().within(scope)
    found = [
        _cover(matter, tuple(closures[matter.pk]), on)
        for matter in rows.select_related("owner", "current").order_by("code")
    ]
    return sorted(found, key=lambda one: one.covered.compliant)


def _cover(matter: Matter, closures: tuple[WayClosure, ...], on: date) -> CoveredMatter:
    closed = {Way[closure.way] for closure in closures}
    in_hall = matter.current is None or not matter.current.declared.exception
    open_ways = [way for way in Way if way not in closed and _is_there(way)]
    return CoveredMatter(matter, in_hall, covered(open_ways=open_ways, in_hall=in_hall, on=on), closures)


def _is_there(way: Way) -> bool:
    """短信 needs a gateway to go by; whatever else is ours."""
    return way is not Way.TEXT or SMS.is_open()

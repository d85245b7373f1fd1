"""用地: where the plots lie that cases are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guangyue.cases.models import Case
from guangyue.cases.models.case import CaseQuerySet
from guangyue.kit.areas import plots_of
from guangyue.matters.declaration import Entry
from guangyue.matters.models import MatterVersion


@dataclass(frozen=True)
class Site:
    """用地: the plots of a case, as its form says them."""

    case: Case
    polygons: list[Any]

    @property
    def plots(self) -> int:
        return len(self.polygons)

    @property
    def hectares(self) -> float:
        return sum(plot.hectares for plot in plots_of({"coordinates": self.polygons}))

    def drawing(self) -> dict[str, Any]:
        """What the script that draws it is told."""
        case = self.case
        words = f"{case.masked_name}：{case.title}，{case.at_step.title}"
        return {"words": words, "link": case.get_absolute_url(), "polygons": self.polygons}


def with_area(cases: CaseQuerySet) -> CaseQuerySet:
    """Those whose form asks where something lies."""
    versions = MatterVersion.objects.filter(pk__in=cases.order_by().values("version"))
    asking = versions.filter(declaration__fields__contains=[{"entry": Entry.AREA.name}])
    return cases.filter(version__in=asking)


def sites_of(cases: CaseQuerySet) -> Iterator[Site]:
    """Of each case that says so."""
    for case in cases.select_related("version", "flow").defer("version__declaration", "flow__declaration"):
        asked = (one.key for one in case.declared.fields if one.entry is Entry.AREA)
        areas = [area for key in asked if (area := case.answers.get(key))]
        if areas:
            yield Site(case, [polygon for area in areas for polygon in area["coordinates"]])

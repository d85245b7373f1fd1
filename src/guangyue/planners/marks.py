"""评议的平均分: of a district by the planners who serve its areas; of few marks none is said."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from guangyue.planners.declared import pilot
from guangyue.planners.models import Evaluation
from guangyue.planners.models.people import ServedAreaQuerySet


@dataclass(frozen=True)
class MarkedOffice:
    """A district with all its areas: how many planners marked it, and the mean where it betrays nobody."""

    office: str
    areas: tuple[str, ...]
    many: int
    mean: Fraction | None


def mean_of(marks: Sequence[int], *, fewest: int) -> Fraction | None:
    return Fraction(sum(marks), len(marks)) if len(marks) >= fewest else None


def marked_areas(areas: ServedAreaQuerySet, year: int) -> list[MarkedOffice]:
    names: dict[str, list[str]] = defaultdict(list)
    for name, office in areas.order_by("pk").values_list("name", "office__name"):
        names[office].append(name)
    marks: dict[str, list[int]] = defaultdict(list)
    rows = Evaluation.objects.of_areas().filter(area__in=areas, year=year)
    for office, score in rows.values_list("area__office__name", "score"):
        marks[office].append(score)
    fewest = pilot().fewest_marks
    return [
        MarkedOffice(office, tuple(named), len(marks[office]), mean_of(marks[office], fewest=fewest))
        for office, named in names.items()
    ]

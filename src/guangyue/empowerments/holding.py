"""谁有权: the body that holds the power of a matter for a region on a day, and in whose name it acts."""

from dataclasses import dataclass
from datetime import date, datetime

from guangyue.kit.refusals import Refused
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Organisation, Region


class NobodyHoldsIt(Refused):
    sentence = "这个地区还没有办理这个事项的单位。"
    advice = "请换一个地区，或者到上一级政务服务大厅办理。"


@dataclass(frozen=True)
class Holding:
    """承接: the unit that decides, and the one in whose name where that is another."""

    unit: Organisation
    in_the_name_of: Organisation | None = None


def body_for(*, matter: Matter, region: Region, on: date) -> Holding:
    """The nearest that exercises it: of the region, or of what lies above."""
    exercises = {
        exercise.region_id: exercise.unit
        for exercise in Exercise.objects.filter(matter=matter).select_related("unit")
    }
    place: Region | None = region
    while place is not None:
        if unit := exercises.get(place.pk):
            return Holding(unit)
        place = place.parent
    raise NobodyHoldsIt


def refuse_without_power(*, matter: int, unit: int, region: str, at: datetime) -> None:
    """Acting needs a live power on that day."""
    if not Exercise.objects.filter(matter=matter, unit=unit).exists():
        raise NobodyHoldsIt

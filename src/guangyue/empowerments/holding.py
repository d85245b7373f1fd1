"""谁有权: the body that holds the power of a matter for a region on a day, and in whose name it acts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, Q, QuerySet

from guangyue.empowerments.models import Empowerment, State, StoppedPower
from guangyue.empowerments.modes import Act, finishes_in_zone
from guangyue.empowerments.pieces import missing_on
from guangyue.empowerments.refusals import CannotAct, NobodyHoldsIt, OutsideNote, StoppedHere
from guangyue.kit.clocks import local_day
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Organisation, Region

__all__ = ["Holding", "NobodyHoldsIt", "body_for", "refuse_without_power"]


@dataclass(frozen=True)
class Holding:
    """承接: the unit that decides, and, where a power was granted for it, the empowerment that says who
    receives, who reviews and in whose name."""

    unit: Organisation
    empowerment: Empowerment | None = None

    @property
    def in_the_name_of(self) -> Organisation:
        return self.empowerment.in_the_name_of if self.empowerment else self.unit

    def acting(self, act: Act) -> Organisation:
        """Who does this: the undertaking body as far as it may, the deciding unit otherwise."""
        granted = self.empowerment
        return granted.body if granted and act in granted.way.may else self.unit


def body_for(*, matter: Matter, region: Region, on: date, part: str = "") -> Holding:
    """The nearest that holds the power on that day: by a grant that covers the part asked about, or because
    it exercises the matter itself. What a zone no longer does goes where the document sends it."""
    places = list(_upwards(region))
    if ordinary := {one.region_id: one.unit for one in _ordinary(matter, places, on=on)}:
        return Holding(next(ordinary[place.pk] for place in places if place.pk in ordinary))
    given = _given(matter, on=on)
    granted = {one.body.region_id: one for one in given if _may_be_used(one, on=on, part=part)}
    governed = {one.body.region_id for one in given if not one.way.as_before}
    stopped = {one.body.region_id: one for one in _stopped(matter, on=on)}
    exercises = {one.region_id: one.unit for one in _exercises(matter, places, on=on)}
    for place in places:
        if place.pk in stopped:
            return Holding(stopped[place.pk].goes_to)
        if empowerment := granted.get(place.pk):
            return Holding(empowerment.deciding, empowerment)
        if place.pk in exercises and place.pk not in governed:
            return Holding(exercises[place.pk])
    raise NobodyHoldsIt


def refuse_without_power(
    *,
    matter: int,
    unit: int,
    at: datetime,
    accepted_at: datetime | None = None,
    empowerment: int | None = None,
    act: Act = Act.DECIDE,
    part: str = "",
) -> None:
    """Acting needs a live power on that day; the refusal says what is missing."""
    on = local_day(at)
    accepted_on = local_day(accepted_at) if accepted_at else None
    if empowerment is not None:
        granted = Empowerment.objects.with_pieces().as_of(on).get(pk=empowerment)
        if act in granted.way.may:
            _refuse_unless_granted(granted, on=on, accepted_on=accepted_on, part=part)
            return
    exercised = Exercise.objects.filter(matter=matter, unit=unit)
    stopped = StoppedPower.objects.filter(Q(body=unit) | Q(goes_to=unit), matter=matter, since__lte=on)
    if exercised.exclude(Exists(stopped)).exists():
        return
    for one in stopped.select_related("body", "goes_to"):
        if one.goes_to_id == unit:
            return
        if not finishes_in_zone(accepted_on=accepted_on, stopped_from=one.since):
            raise StoppedHere(one)
    if not exercised.exists():
        raise NobodyHoldsIt


def _refuse_unless_granted(granted: Any, *, on: date, accepted_on: date | None, part: str) -> None:
    """The empowerment as of that day."""
    if not granted.note.covers(part):
        raise OutsideNote(granted, part)
    if granted.state_then == State.WITHDRAWN and _may_still_finish(granted, accepted_on):
        return
    missing = missing_on(granted, on)
    if missing or granted.state_then != State.UNDERTAKEN:
        raise CannotAct(granted, State(granted.state_then or State.PROPOSED), missing)


def _may_still_finish(granted: Empowerment, accepted_on: date | None) -> bool:
    """Of what was withdrawn: the cases it had accepted, where the decision leaves them to it."""
    return (
        granted.open_cases == Empowerment.OpenCases.FINISH
        and granted.until is not None
        and finishes_in_zone(accepted_on=accepted_on, stopped_from=granted.until)
    )


def _given(matter: Matter, *, on: date) -> list[Any]:
    """What was granted of it by then, as of that day: where a grant was issued, only the grant counts."""
    rows = Empowerment.objects.filter(matter=matter).with_pieces().as_of(on)
    return list(rows.exclude(state_then=None).exclude(state_then=State.PROPOSED))


def _may_be_used(given: Any, *, on: date, part: str) -> bool:
    undertaken = given.state_then == State.UNDERTAKEN
    return undertaken and given.note.covers(part) and not missing_on(given, on)


def _ordinary(matter: Matter, places: Iterable[Region], *, on: date) -> QuerySet[Exercise]:
    """Who exercises a matter of which nothing was ever granted or stopped: as of most, by one question."""
    granted, stopped = (model.objects.filter(matter=matter) for model in (Empowerment, StoppedPower))
    return _exercises(matter, places, on=on).exclude(Exists(granted) | Exists(stopped))


def _stopped(matter: Matter, *, on: date) -> QuerySet[StoppedPower]:
    return StoppedPower.objects.filter(matter=matter, since__lte=on).select_related("body", "goes_to")


def _exercises(matter: Matter, places: Iterable[Region], *, on: date) -> QuerySet[Exercise]:
    """With none of those that have not begun or are over."""
    rows = Exercise.objects.filter(matter=matter, region__in=[place.pk for place in places])
    return rows.exclude(since__gt=on).exclude(until__lt=on).select_related("unit").defer("reported", "local")


def _upwards(region: Region) -> Iterator[Region]:
    """The region, whoever runs it, and so on to the city."""
    place: Region | None = region
    while place is not None:
        yield place
        place = place.managed_by or place.parent

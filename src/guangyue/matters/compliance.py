"""合规: what the reports ask of the catalogue as it is stored."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from guangyue.matters.comparing import Violation, read_elements, violations
from guangyue.matters.declaration import Declaration, Flag, PowerKind
from guangyue.matters.elements import said_of
from guangyue.matters.models import Exercise, Matter, MatterVersion
from guangyue.matters.reductions import BASELINE, Reduction, measured, online_ratio, reductions
from guangyue.matters.releasing import lacks_deferrable, looks_like_approval


@dataclass(frozen=True)
class Compared:
    """A matter whose units say something otherwise than the city."""

    matter: Matter
    violations: list[Violation]

    def differs_in(self, unit: str) -> bool:
        return any(unit in one.units for one in self.violations)


@dataclass(frozen=True)
class FourReductions:
    """四减: permits then and now, and the three averages."""

    permits_before: int
    permits_now: int
    matters: list[tuple[Declaration, Declaration]]  # those there were on both days, before and now

    @property
    def averages(self) -> list[Reduction]:
        return reductions([(measured(before), measured(now)) for before, now in self.matters])


@dataclass(frozen=True)
class Online:
    """网上可办率."""

    on_application: int
    online: int

    @property
    def ratio(self) -> float:
        return float(online_ratio(self.on_application, self.online))


def violations_of(declaration: Declaration, exercises: Iterable[Exercise]) -> list[Violation]:
    """三级十同 of one matter, by what its units have reported."""
    reported = {one.region.name: read_elements(one.reported) for one in exercises if one.reported}
    return violations(said_of(declaration), reported)


def compared() -> Iterator[Compared]:
    """Every matter in force of which some unit has reported something that differs."""
    reporting = Exercise.objects.exclude(reported={}).values("matter")
    matters = Matter.objects.in_force().filter(pk__in=reporting)
    rows = matters.select_related("current", "owner").prefetch_related("exercises__region").order_by("code")
    for matter in rows:
        assert matter.current is not None
        if found := violations_of(matter.current.declared, matter.exercises.all()):
            yield Compared(matter, found)


def four_reductions(*, on: date) -> FourReductions:
    """From the versions in force on the day the reform began to those of the day."""
    before, now = _declared(BASELINE), _declared(on)
    both = [(before[code], now[code]) for code in sorted(before) if code in now]
    return FourReductions(_permits(before), _permits(now), both)


def online_now() -> Online:
    """City and county together: a matter counts once for each unit that exercises it."""
    units = Exercise.objects.filter(matter__in=Matter.objects.open())
    online = units.filter(matter__flags__contains=[Flag.ONLINE.name])
    return Online(units.count(), online.count())


def without_deferrable() -> Iterator[Matter]:
    """涉企审批 without a 容缺 list or a reason, （十五）."""
    return _those_where(lacks_deferrable)


def disguised_approvals() -> Iterator[Matter]:
    """变相审批, （十四）."""
    return _those_where(looks_like_approval)


def hall_exceptions() -> Iterator[Matter]:
    """不进大厅, each with its reason, （八）."""
    return _those_where(lambda declared: declared.on_application and bool(declared.exception))


def _those_where(holds: Callable[[Declaration], bool]) -> Iterator[Matter]:
    for matter in Matter.objects.in_force().select_related("current", "owner").order_by("code"):
        assert matter.current is not None
        if holds(matter.current.declared):
            yield matter


def _declared(day: date) -> dict[str, Declaration]:
    """What was applied for on that day, by code."""
    versions = MatterVersion.objects.on(day).select_related("matter").order_by("number")
    found = {version.matter.code: version.declared for version in versions}
    return {code: one for code, one in found.items() if one.on_application}


def _permits(declared: dict[str, Declaration]) -> int:
    return sum(one.kind is PowerKind.PERMIT for one in declared.values())

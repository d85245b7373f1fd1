"""监管职责, with what runs because of each item, or why nothing need."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guangyue.gazette.running import Runs
from guangyue.kit.limits import months_after
from guangyue.kit.workdays import ONE_DAY
from guangyue.supervision.declaration import HALF_A_YEAR, SupervisionDuty, Worked
from guangyue.supervision.demands import ShareDuties
from guangyue.systems.coverage import cover_document
from guangyue.systems.enactment import declared_city


@dataclass(frozen=True)
class HeldDuty:
    """One item, as it is held: by what runs here, or in another way."""

    duty: SupervisionDuty
    runs: tuple[Runs, ...]
    otherwise: str


def shared_duties() -> dict[str, ShareDuties]:
    """Of all systems, by their key."""
    demands = (demand for system in declared_city().systems for demand in system.demands)
    return {demand.key: demand for demand in demands if isinstance(demand, ShareDuties)}


def held_duties(shared: ShareDuties) -> Iterator[HeldDuty]:
    found = cover_document(shared.cites.number)
    clauses = {clause.place.path: clause for clause in found[1]} if found else {}
    for duty in shared.duties:
        clause = clauses.get(duty.cites.path)
        runs = clause.own if clause else ()
        left = clause.left_out.reason if clause and clause.left_out else ""
        yield HeldDuty(duty, runs, "" if runs else left)


def half_a_year_of(shared: ShareDuties, *, on: date) -> Mapping[int, Worked]:
    """What was done for the duties in the half year that ends with a day; a duty for which no work is ever
    held here is not among them."""
    return shared.work(months_after(on, -HALF_A_YEAR) + ONE_DAY, on) if shared.work else {}


def quiet_duties(
    names: Collection[str], *, on: date
) -> Iterator[tuple[ShareDuties, SupervisionDuty, Worked]]:
    """半年没有办理的职责 that are led by an office of these names."""
    for shared in shared_duties().values():
        led = [duty for duty in shared.duties if not set(duty.led_by).isdisjoint(names)]
        worked = half_a_year_of(shared, on=on) if led else {}
        for duty in led:
            if duty.number in worked and worked[duty.number].is_quiet(on):
                yield shared, duty, worked[duty.number]

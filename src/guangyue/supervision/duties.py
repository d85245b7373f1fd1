"""监管职责, with what runs because of each item, or why nothing need."""

from collections.abc import Iterator
from dataclasses import dataclass

from guangyue.gazette.running import Runs
from guangyue.supervision.declaration import SupervisionDuty
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

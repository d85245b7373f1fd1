"""沿用: units that words elsewhere in the document put to an assignment, and a lead that its order gives."""

from dataclasses import dataclass, replace

from guangyue.tasks.reading.names import is_collective
from guangyue.tasks.reading.noting import Noted
from guangyue.tasks.reading.shapes import ReadUnit
from guangyue.tasks.states import Role

BY_DUTY = "按职责分工"


@dataclass
class Inheritance:
    """What earlier notes have said of all that follow; it ends with the text in which it was said."""

    part: str = ""
    names: tuple[str, ...] = ()
    first_leads: bool = False

    def units_of(self, noted: Noted, *, part: str) -> tuple[ReadUnit, ...]:
        if part != self.part:
            self.part, self.names, self.first_leads = part, (), False
        leads = noted.carried.first_leads or self.first_leads
        units = _with_lead(noted.units) if leads else tuple(noted.units)
        units = (*units, *_carried(self.names, units))
        self.names = noted.carried.names or self.names
        self.first_leads = self.first_leads or noted.carried.same_below
        return units


def _with_lead(units: list[ReadUnit]) -> tuple[ReadUnit, ...]:
    """排在首位的为牵头单位: the first that is one unit, unless the note names a lead itself."""
    if any(unit.role is Role.LEAD for unit in units):
        return tuple(units)
    first = next((unit for unit in units if not unit.collective), None)
    return tuple(
        replace(unit, role=Role.LEAD) if unit is first else replace(unit, qualifier=unit.qualifier or BY_DUTY)
        for unit in units
    )


def _carried(names: tuple[str, ...], units: tuple[ReadUnit, ...]) -> tuple[ReadUnit, ...]:
    named = {unit.name for unit in units}
    return tuple(
        ReadUnit(name, Role.EXECUTE, collective=is_collective(name), inherited=True)
        for name in names
        if name not in named
    )

"""经办机构: which organisation has a case at a step."""

from guangyue.cases.flow import COUNTY, Actor, Step
from guangyue.cases.models import Case
from guangyue.cases.services.powers import unit_at
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.organisations.services.register import find_organisation

GOVERNS = (Organisation.Kind.COUNTY, Organisation.Kind.ZONE)


class NoCounty(Refused):
    sentence = "这个事项由县（市、区）或者市属开发区上报，请选上报的地区。"

    def __init__(self) -> None:
        super().__init__(field="region")


def desk_of(*, case: Case, step: Step) -> Organisation | None:
    """Nobody has it while it is the applicant's turn, or once it is closed."""
    if step.phase.closed or step.actor is Actor.APPLICANT:
        return None
    return office_of(case=case, office=step.office) if step.office else unit_at(case, step)


def office_of(*, case: Case, office: str) -> Organisation:
    if not office:
        return case.unit
    if office == COUNTY:
        county = Organisation.objects.filter(region_id=case.region_id, kind__in=GOVERNS, parent=None).first()
        if county is None:
            raise NoCounty
        return county
    return find_organisation(office)

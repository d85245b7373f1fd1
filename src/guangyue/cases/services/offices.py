"""经办机构: which organisation has a case at a step."""

from guangyue.cases.flow import COUNTY, Actor, Step
from guangyue.cases.models import Case
from guangyue.cases.services.powers import unit_at
from guangyue.organisations.models import Organisation
from guangyue.organisations.services.register import find_organisation

GOVERNS = (Organisation.Kind.COUNTY, Organisation.Kind.ZONE)


def desk_of(*, case: Case, step: Step) -> Organisation | None:
    """Nobody has it while it is the applicant's turn, or once it is closed."""
    if step.phase.closed or step.actor is Actor.APPLICANT:
        return None
    return office_of(case=case, office=step.office) if step.office else unit_at(case, step)


def office_of(*, case: Case, office: str) -> Organisation:
    if not office:
        return case.unit
    if office == COUNTY:
        return Organisation.objects.get(region_id=case.region_id, kind__in=GOVERNS, parent=None)
    return find_organisation(office)

"""移交: what becomes of open cases when the power under which they were handed in is withdrawn."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.cases.services.offices import desk_of
from guangyue.cases.services.transferring import TRANSFER, transfer_case
from guangyue.empowerments.models import Empowerment


def hand_over_cases(*, empowerment: Empowerment, said: str, by: User, at: datetime) -> int:
    """The department that gave the power decides them, at the step where they stand; how many they were."""
    department = empowerment.department
    handed = list(Case.objects.open().filter(empowerment=empowerment).select_related("flow"))
    for case in handed:
        if case.flow.declared.arrow(TRANSFER, since=case.step):
            transfer_case(case=case, to=department, said=said, by=by, at=at)
        else:
            _rebind(case, empowerment)
    return len(handed)


def _rebind(case: Case, empowerment: Empowerment) -> None:
    """Where no transfer is declared, as while the applicant supplements."""
    case.unit, case.empowerment = empowerment.department, None
    case.desk = desk_of(case=case, step=case.at_step)
    case.save(update_fields=["unit", "empowerment", "desk"])

"""移交: what becomes of open cases when the power under which they were handed in is withdrawn."""

from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.models import Case, Move
from guangyue.cases.services.offices import desk_of
from guangyue.empowerments.models import Empowerment


def hand_over_cases(*, empowerment: Empowerment, said: str, by: User | None, at: datetime) -> int:
    """The department that gave the power decides them, at the step where they stand; how many they were."""
    cases = Case.objects.open().filter(empowerment=empowerment).select_for_update(of=("self",))
    handed = list(cases.select_related("flow"))
    for case in handed:
        desk = case.desk
        case.unit, case.empowerment = empowerment.department, None
        case.desk = desk_of(case=case, step=case.at_step)
        case.save()
        Move.objects.create(
            case=case,
            arrow="hand_over",
            title=f"移交{empowerment.department}",
            since=case.step,
            to=case.step,
            by=by,
            desk=desk,
            at=at,
            said=said,
        )
    return len(handed)

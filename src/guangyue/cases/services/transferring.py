"""转办: a case goes to another unit that exercises the same matter, at the step where it stands."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, Move
from guangyue.cases.refusals import MovedOnAlready, NotElsewhere
from guangyue.cases.services.moving import hold, move_case, refuse_own
from guangyue.empowerments.holding import refuse_without_power
from guangyue.organisations.models import Organisation

TRANSFER = "transfer"  # the arrow, in every flow that lets a case be transferred


@transaction.atomic
def transfer_case(*, case: Case, to: Organisation, said: str, by: User, at: datetime) -> Move:
    """The clock runs on; whoever had it said why, and the other unit must hold the power."""
    case = hold(case)
    if case.flow.declared.arrow(TRANSFER, since=case.step) is None:
        raise MovedOnAlready
    if to.pk == case.unit_id:
        raise NotElsewhere
    refuse_own(case, by)
    refuse_without_power(matter=case.version.matter_id, unit=to.pk, at=at, part=case.situation.title)
    case.unit, case.empowerment = to, None
    case.save(update_fields=["unit", "empowerment"])
    return move_case(case=case, arrow=TRANSFER, by=by, actor=Actor.SYSTEM, at=at, said=said)

"""The case as it is now, and the row that says what was done with it."""

from datetime import datetime

from guangyue.accountability.models import CaseMove, StepCase
from guangyue.accountability.refusals import MovedOnAlready
from guangyue.accounts.models import User

LONGEST_NOTE = 500


def hold(case: StepCase, *states: str) -> StepCase:
    """Held until this is over, in one of these states."""
    held = StepCase.objects.select_for_update(of=("self",)).select_related("unit").get(pk=case.pk)
    if states and held.state not in states:
        raise MovedOnAlready
    return held


def note(case: StepCase, what: str, said: str = "", *, by: User | None, at: datetime) -> None:
    CaseMove.objects.create(case=case, what=what, by=by, at=at, said=said[:LONGEST_NOTE])

"""流转: an empowerment comes to another state, from a day on; of two people at once one wins."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.empowerments.models import Empowerment, EmpowermentMove, State
from guangyue.empowerments.refusals import BeforeLastMove, NotFromHere


def hold(empowerment: Empowerment) -> Empowerment:
    """As it is now, held until this is over."""
    rows = Empowerment.objects.with_pieces().select_for_update(of=("self",))
    return rows.get(pk=empowerment.pk)


@transaction.atomic
def move(
    *, empowerment: Empowerment, to: State, on: date, by: User | None, at: datetime, said: str = ""
) -> EmpowermentMove:
    """Only along what is declared, and never to a day before the last move."""
    if not empowerment.may(to):
        raise NotFromHere(State(empowerment.state), to)
    last = empowerment.moves.order_by("-on").values_list("on", flat=True).first()
    if last and on < last:
        raise BeforeLastMove(last)
    empowerment.state = to
    empowerment.save()
    return empowerment.moves.create(to=to, on=on, by=by, at=at, said=said)

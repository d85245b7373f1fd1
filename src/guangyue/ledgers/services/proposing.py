"""采用建议: what the clauses ask of a problem becomes lines of its lists, to be checked and completed."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.ledgers.flow import WRITABLE
from guangyue.ledgers.models import Problem
from guangyue.ledgers.services.listing import MeasureSaid, add_deadline, add_measure
from guangyue.ledgers.services.moving import hold
from guangyue.ledgers.services.registering import proposal_of

STANDARD = "{}到位，现场核验没有反弹"
FINAL = "整改到位"


@transaction.atomic
def take_proposal(*, problem: Problem, by: User, at: datetime) -> int:
    """How many lines came to the lists; what stands there already is left alone."""
    held = hold(problem, *WRITABLE)
    proposal = proposal_of(held)
    measures, deadlines = (
        set(rows.filter(round=held.round).values_list(field, flat=True))
        for rows, field in ((held.measures, "kind"), (held.deadlines, "milestone"))
    )
    new = [kind for kind in proposal.measures if kind not in measures]
    for kind in new:
        said = MeasureSaid(kind, f"{held.subject}：{kind}", STANDARD.format(kind))
        add_measure(problem=held, said=said, by=by, at=at)
    days = {stop.what: stop.on for stop in proposal.milestones}
    if held.latest:
        days[FINAL] = held.latest
    dated = {what: on for what, on in days.items() if what not in deadlines and on >= local_day(at)}
    for what, on in dated.items():
        add_deadline(problem=held, milestone=what, due=on, by=by, at=at)
    return len(new) + len(dated)

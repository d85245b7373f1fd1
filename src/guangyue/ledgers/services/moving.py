"""办理一步: a problem is held, moved along its arrows, every step written down with what stood before."""

from collections.abc import Sequence
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.ledgers.flow import State
from guangyue.ledgers.models import Change, Problem
from guangyue.ledgers.refusals import NotTheLead, SameHand, WrongStep

Changed = tuple[str, str, str]  # what, before, after


def hold(problem: Problem, *states: State) -> Problem:
    """As it is now, held until this is over; in one of these states, where any are named."""
    rows = Problem.objects.select_for_update(of=("self",))
    held = rows.select_related("campaign", "region", "organisation").get(pk=problem.pk)
    if states and held.in_state not in states:
        raise WrongStep
    return held


def move(problem: Problem, to: State, *, what: str, by: User | None, at: datetime, said: str = "") -> Problem:
    """The database knows the arrows too."""
    before = problem.in_state
    problem.state = to.name
    problem.save()
    note(problem, what, by=by, at=at, said=said, changes=[("状态", before.value, to.value)])
    return problem


def note(
    problem: Problem,
    what: str,
    *,
    by: User | None,
    at: datetime,
    said: str = "",
    changes: Sequence[Changed] = (),
) -> None:
    Change.objects.create(
        problem=problem,
        round=problem.round,
        what=what,
        state=problem.state,
        said=said,
        changes=[list(one) for one in changes],
        by=by,
        at=at,
    )


def refuse_other_than_lead(problem: Problem, by: User) -> None:
    """The departments that lead the campaign, and nobody else."""
    if by.organisation_id not in problem.campaign.leads.values_list("pk", flat=True):
        raise NotTheLead


def refuse_same_hand(problem: Problem, by: User) -> None:
    """Whoever asked does not answer."""
    if problem.applied_by_id == by.pk:
        raise SameHand

"""责任倒查 of a case: read from its moves, pauses and opinions, and confirmed by a supervisor."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.lateness import Stretch, TimeUsed, time_used
from guangyue.cases.models import Case, LateFinding
from guangyue.cases.reasons import reason_in
from guangyue.cases.refusals import ConfirmedAlready, NotLate, OwnLateness
from guangyue.cases.services.moving import hold
from guangyue.kit.models import HolidayNotice


def trace_time(case: Case, *, at: datetime) -> TimeUsed | None:
    """Who had the case for how long, up to the decision, or to now; None before its clock has started."""
    clock = case.clock
    if clock is None:
        return None
    until = case.stopped_at or at
    return time_used(
        tuple(_steps(case, until)),
        tuple(_opinions(case, until)),
        clock=clock,
        calendar=HolidayNotice.objects.calendar(),
        at=until,
    )


def is_late(case: Case, *, at: datetime) -> bool:
    return bool(case.due and (case.stopped_at or at) > case.due)


@transaction.atomic
def confirm_lateness(*, case: Case, said: str, by: User, at: datetime) -> list[LateFinding]:
    """认定责任: what was worked out is kept as it is now, with the supervisor's word; once."""
    case = hold(case)
    used = trace_time(case, at=at)
    if used is None or not is_late(case, at=at):
        raise NotLate
    if case.late_findings.exists():
        raise ConfirmedAlready
    said = reason_in(said)
    shares = used.answerable()
    if by.pk in {share.person for share in shares}:
        raise OwnLateness
    return LateFinding.objects.bulk_create(
        LateFinding(
            case=case,
            title=share.title,
            organisation_id=share.organisation,
            person_id=share.person,
            days=share.days,
            over=share.over,
            said=said,
            confirmed_by=by,
            confirmed_at=at,
        )
        for share in shares
    )


def _steps(case: Case, until: datetime) -> Iterator[Stretch]:
    """Whoever makes the move out of a step had the case in it; of the step it stands at, its handler."""
    flow = case.flow.declared
    moves = list(case.moves.all())
    for came, went in pairwise(moves):
        step = flow.step(came.to)
        yield Stretch(step.title, went.desk_id or case.unit_id, went.by_id, came.at, went.at, step.limit)
    if moves and moves[-1].at < until:
        last = moves[-1]
        step = flow.step(last.to)
        yield Stretch(step.title, case.desk_id or case.unit_id, case.handler_id, last.at, until, step.limit)


def _opinions(case: Case, until: datetime) -> Iterator[Stretch]:
    for one in case.opinions.filter(asked_at__isnull=False, withdrawn_at=None):
        if one.asked_at is not None:
            answered = one.given_at or until
            yield Stretch(one.title, one.organisation_id, one.given_by_id, one.asked_at, answered, one.limit)

"""催办和督办: a late report is urged by itself on the next working day; a 督办单 is somebody's decision."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.jobs.declarations import job
from guangyue.kit.clocks import Clock, local_day
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.models import HolidayNotice
from guangyue.kit.refusals import Refused
from guangyue.tasks.models import AssignmentUnit, OwedReport, Prod
from guangyue.tasks.refusals import AnsweredAlready
from guangyue.tasks.services.moving import hold
from guangyue.tasks.services.telling import tell_unit
from guangyue.tasks.states import State

URGED = (State.ISSUED, State.ACCEPTED, State.DISPUTED, State.RUNNING, State.CLOSING)
TO_ANSWER = Limit(3, Unit.WORKING_DAY)  # a reminder


@transaction.atomic
def urge_unit(
    *,
    unit: AssignmentUnit,
    kind: Prod.Kind,
    reason: str,
    clause: str,
    answer_by: date,
    by: User,
    at: datetime,
) -> Prod:
    """催办, or 督办 on a clause, of one unit for one assignment."""
    if kind == Prod.Kind.ORDER and not clause.strip():
        raise Refused("督办要写明依据的条款。", field="clause")
    if answer_by < local_day(at):
        raise Refused("答复期限已经过了。", field="answer_by")
    assignment = hold(unit.assignment, *URGED)
    assert unit.organisation is not None
    prod = Prod.objects.create(
        kind=kind,
        assignment=assignment,
        organisation=unit.organisation,
        reason=reason,
        clause=clause,
        answer_by=answer_by,
        by=by,
        at=at,
    )
    _tell(prod, at=at)
    return prod


@transaction.atomic
def answer_prod(*, prod: Prod, answer: str, by: User, at: datetime) -> Prod:
    """答复 what was urged: 件件有回音."""
    if not answer.strip():
        raise Refused("请写明情况：做到哪一步，什么时间完成。", field="answer")
    held = Prod.objects.select_for_update().get(pk=prod.pk)
    if held.answered_at is not None:
        raise AnsweredAlready
    held.answer, held.answered_by, held.answered_at = answer, by, at
    held.save(update_fields=["answer", "answered_by", "answered_at"])
    return held


@job("tasks.chase_reports", title="催报逾期的季报")
@transaction.atomic
def chase_reports(*, at: datetime) -> None:
    """催报: each once, on the first working day after its due day."""
    on, calendar = local_day(at), HolidayNotice.objects.calendar()
    if not calendar.works(on):
        return
    answer_by = local_day(Clock(TO_ANSWER, at).due(calendar, at=at).moment)
    late = OwedReport.objects.late(on).filter(chased_at=None).select_related("document", "organisation")
    for owed in late.select_for_update(of=("self",)).order_by("pk"):
        owed.chased_at = at
        owed.save(update_fields=["chased_at"])
        prod = Prod.objects.create(
            kind=Prod.Kind.REMINDER,
            owed=owed,
            organisation=owed.organisation,
            reason=f"{owed.of_quarter.title}进展应当在 {owed.due_on} 以前报送，至今没有报送",
            answer_by=answer_by,
            at=at,
        )
        _tell(prod, at=at)


def _tell(prod: Prod, *, at: datetime) -> None:
    tell_unit(
        prod.organisation,
        title=f"{prod.get_kind_display()}：{prod.assignment or prod.owed}",
        body=f"{prod.reason}。请在 {prod.answer_by} 以前答复。",
        link="tasks:prod",
        row=prod.pk,
        key=f"tasks.prod.{prod.pk}",
        at=at,
    )

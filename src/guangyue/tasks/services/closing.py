"""办结和核查: closing is asked for with evidence, and granted by somebody else who found it true."""

from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.refusals import Refused
from guangyue.tasks.models import Assignment, AssignmentUnit, Check, Report
from guangyue.tasks.progress import WHOLE
from guangyue.tasks.refusals import CheckedByAnother, MovedOnAlready, NoEvidence, NotDeclared, PartsStillOpen
from guangyue.tasks.services.moving import hold, move
from guangyue.tasks.services.reporting import Said, file_report
from guangyue.tasks.states import OPEN, State


@transaction.atomic
def ask_to_close(
    *, unit: AssignmentUnit, said: Said, declared: bool, by: User | None, at: datetime
) -> Report:
    """申请办结, with evidence and the final figures."""
    if not declared:
        raise NotDeclared(field="declared")
    if not said.evidence and not said.kept:
        raise NoEvidence(field="evidence")
    if said.percent != WHOLE:
        raise Refused("办结的进度应当是 100。", field="percent")
    assignment = hold(unit.assignment, State.RUNNING)
    if assignment.parts.filter(state__in=OPEN).exists():
        raise PartsStillOpen
    report = file_report(assignment=assignment, unit=unit, said=said, kind=Report.Kind.CLOSING, by=by, at=at)
    assignment.refresh_from_db()
    move(assignment, State.CLOSING, by=by, at=at, organisation=unit.organisation)
    return report


@transaction.atomic
def check_closing(
    *, report: Report, kind: Check.Kind, result: Check.Result, said: str, by: User, at: datetime
) -> Assignment:
    """核查办结: what is true is closed; anything else is sent back with the reason."""
    if report.by_id == by.pk:
        raise CheckedByAnother
    assignment = hold(report.assignment, State.CLOSING)
    last = assignment.reports.filter(kind=Report.Kind.CLOSING).order_by("-pk").first()
    if last is None or last.pk != report.pk:
        raise MovedOnAlready
    _note(assignment, report=report, kind=kind, result=result, said=said, by=by, at=at)
    to = State.RUNNING
    if result == Check.Result.TRUE:
        to, assignment.percent = State.CLOSED, WHOLE
        assignment.save(update_fields=["percent"])
    return move(assignment, to, by=by, at=at, said=f"{Check.Result(result).label}：{said}"[:500])


@transaction.atomic
def check_assignment(
    *, assignment: Assignment, kind: Check.Kind, result: Check.Result, said: str, by: User, at: datetime
) -> Check:
    """抽查 or 实地核查 of what is under way, unannounced: it moves nothing, and stands beside the reports."""
    held = hold(assignment, State.ACCEPTED, State.RUNNING, State.CLOSING)
    last = held.reports.order_by("-pk").first()
    if last is not None and last.by_id == by.pk:
        raise CheckedByAnother
    return _note(held, report=None, kind=kind, result=result, said=said, by=by, at=at)


def _note(
    assignment: Assignment,
    *,
    report: Report | None,
    kind: Check.Kind,
    result: Check.Result,
    said: str,
    by: User,
    at: datetime,
) -> Check:
    if not said.strip():
        raise Refused("请写明核查的情况。", field="said")
    return Check.objects.create(
        assignment=assignment, report=report, kind=kind, result=result, said=said, by=by, at=at
    )

"""报送进展: what is owed for a quarter is asked for the day after it; one report of a unit covers all its
assignments of a document; it is read, and taken or sent back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.files.services import keep_file
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.tasks.declared import terms
from guangyue.tasks.models import Assignment, AssignmentUnit, Evidence, OwedReport, Report
from guangyue.tasks.progress import yellow_from
from guangyue.tasks.refusals import HandedInAlready, MovedOnAlready, NotDeclared, NotHandedIn
from guangyue.tasks.services.moving import hold
from guangyue.tasks.services.tallying import tally_document
from guangyue.tasks.states import OPEN, OVER, State

Upload = UploadedFile[Any]
CAN_REPORT = (State.ACCEPTED, State.RUNNING)


@dataclass(frozen=True)
class Said:
    """What is reported of one assignment."""

    text: str
    percent: int
    figures: str = ""
    problems: str = ""
    evidence: tuple["UploadedFile[Any]", ...] = ()
    kept: tuple[File, ...] = ()  # what proves the same elsewhere already


@transaction.atomic
def hand_in_report(
    *,
    owed: OwedReport,
    said: Mapping[Assignment, Said],
    declared: bool,
    by: User | None,
    at: datetime,
) -> OwedReport:
    """报送季报: all that it covers, declared to be true; handed in again once it was sent back."""
    if not declared:
        raise NotDeclared(field="declared")
    held = _hold_owed(owed)
    if held.handed_in_at is not None:
        raise HandedInAlready
    covered = set(covered_by(held))
    if missing := sorted(one.label for one in covered - said.keys()):
        raise Refused(f"第 {'、'.join(missing)} 项还没有填写进展。")
    for assignment in sorted(covered, key=lambda one: one.order):
        _report(assignment, held, said[assignment], kind=Report.Kind.QUARTERLY, owed=held, by=by, at=at)
    held.handed_in_at, held.handed_in_by, held.declared = at, by, True
    held.covers = len(covered)
    held.save(update_fields=["handed_in_at", "handed_in_by", "declared", "covers"])
    tally_document(document=held.document, on=local_day(at))
    return held


@transaction.atomic
def report_progress(*, unit: AssignmentUnit, said: Said, declared: bool, by: User, at: datetime) -> Report:
    """随时报送, beside the quarter's report."""
    if not declared:
        raise NotDeclared(field="declared")
    held = hold(unit.assignment, *CAN_REPORT)
    report = _report(held, unit, said, kind=Report.Kind.AD_HOC, owed=None, by=by, at=at)
    tally_document(document=held.document, on=local_day(at))
    return report


@transaction.atomic
def send_back_report(*, owed: OwedReport, said: str, by: User, at: datetime) -> OwedReport:
    """退回: it is owed once more, and what was reported stays as it was."""
    if not said.strip():
        raise Refused("请写明退回的理由。", field="said")
    held = _hold_owed(owed)
    if held.handed_in_at is None or held.accepted_at is not None:
        raise NotHandedIn
    held.handed_in_at, held.sent_back_at, held.sent_back_for = None, at, said
    held.save(update_fields=["handed_in_at", "sent_back_at", "sent_back_for"])
    return held


@transaction.atomic
def accept_report(*, owed: OwedReport, by: User, at: datetime) -> OwedReport:
    """审阅."""
    held = _hold_owed(owed)
    if held.handed_in_at is None or held.accepted_at is not None:
        raise NotHandedIn
    held.accepted_at, held.accepted_by = at, by
    held.save(update_fields=["accepted_at", "accepted_by"])
    return held


def covered_by(owed: OwedReport) -> Sequence[Assignment]:
    """What the unit answers for and is not over; what it divided further is its own affair."""
    answered = Assignment.objects.printed().answered_by(owed.organisation).filter(document=owed.document)
    return list(answered.filter(state__in=OPEN).order_by("order"))


def _report(
    assignment: Assignment,
    of: OwedReport | AssignmentUnit,
    said: Said,
    *,
    kind: Report.Kind,
    owed: OwedReport | None,
    by: User | None,
    at: datetime,
) -> Report:
    assert of.organisation is not None
    report = Report.objects.create(
        assignment=assignment,
        organisation=of.organisation,
        owed=owed,
        kind=kind,
        text=said.text,
        percent=said.percent,
        figures=said.figures,
        problems=said.problems,
        by=by,
        at=at,
    )
    for upload in said.evidence:
        file = keep_file(upload=upload, by=by, at=at, field="evidence")
        Evidence.objects.create(report=report, file=file)
    for file in said.kept:
        Evidence.objects.create(report=report, file=file)
    _note_progress(report, at=at)
    return report


def file_report(
    *,
    assignment: Assignment,
    unit: AssignmentUnit,
    said: Said,
    kind: Report.Kind,
    by: User | None,
    at: datetime,
) -> Report:
    """A report outside of the quarter's, for an assignment that the caller holds."""
    return _report(assignment, unit, said, kind=kind, owed=None, by=by, at=at)


def _note_progress(report: Report, *, at: datetime) -> None:
    """Where several answer, the assignment is as far as the last of them."""
    assignment = Assignment.objects.select_for_update(of=("self",)).get(pk=report.assignment_id)
    if assignment.state in OVER:
        raise MovedOnAlready
    answering = assignment.units.filter(answers=True)
    answering.filter(organisation=report.organisation).update(percent=report.percent)
    assignment.percent = min(answering.values_list("percent", flat=True), default=report.percent)
    assignment.reported_on = local_day(at)
    assignment.yellow_on = yellow_from(
        since=assignment.document.day, due=assignment.due_on, percent=assignment.percent, terms=terms()
    )
    assignment.save(update_fields=["percent", "reported_on", "yellow_on"])


def _hold_owed(owed: OwedReport) -> OwedReport:
    held = OwedReport.objects.select_for_update(of=("self",)).select_related("document", "organisation")
    return held.get(pk=owed.pk)

"""约谈: planned, held with minutes and promises, and over when every promise is verified."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accountability.declaration import StepKind
from guangyue.accountability.models import Commitment, Interview, TakenStep
from guangyue.accountability.refusals import AnotherVerifies, MovedOnAlready
from guangyue.accountability.services.deciding import carry_out
from guangyue.accountability.services.moving import hold, note
from guangyue.accounts.models import User
from guangyue.files.services import keep_file
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.kit.wording import day


@dataclass(frozen=True)
class Promise:
    """承诺 as it was given: what, until when."""

    said: str
    due_on: date


@transaction.atomic
def plan_interview(
    *, step: TakenStep, on: date, place: str, chair: str, invited: str, by: User, at: datetime
) -> Interview:
    """安排; of a step that is an interview, once."""
    hold(step.case)
    if step.of is not StepKind.INTERVIEW or Interview.objects.filter(step=step).exists():
        raise MovedOnAlready
    if on < step.decided_on:
        raise Refused("约谈在决定以后。", field="on")
    interview = Interview.objects.create(
        step=step, on=on, place=place, chair=chair, invited=invited, planned_by=by, planned_at=at
    )
    note(step.case, "安排约谈", f"{day(on)} {place}", by=by, at=at)
    return interview


@transaction.atomic
def hold_interview(
    *,
    interview: Interview,
    attendees: str,
    questions: str,
    minutes: str,
    promises: Sequence[Promise],
    by: User,
    at: datetime,
) -> Interview:
    """纪要: without a promise there is nothing to follow up, so there is at least one (R7)."""
    interview = _held(interview)
    if interview.held_at is not None:
        raise MovedOnAlready
    if local_day(at) < interview.on:
        raise Refused("还没有到约谈的日期。")
    if not promises:
        raise Refused("至少写一项承诺和期限。", field="promises")
    if any(one.due_on < interview.on for one in promises):
        raise Refused("承诺的期限早于约谈日期。", field="promises")
    interview.attendees, interview.questions, interview.minutes = attendees, questions, minutes
    interview.held_by, interview.held_at = by, at
    interview.save()
    Commitment.objects.bulk_create(
        Commitment(interview=interview, said=one.said, due_on=one.due_on) for one in promises
    )
    note(interview.step.case, "约谈", f"承诺 {len(promises)} 项", by=by, at=at)
    return interview


@transaction.atomic
def report_commitment(
    *, commitment: Commitment, report: str, file: "UploadedFile[Any] | None" = None, by: User, at: datetime
) -> Commitment:
    """报告完成, by the unit that promised."""
    held = _open(commitment)
    if held.reported_at is not None:
        raise MovedOnAlready
    held.report, held.returned = report.strip(), ""
    held.file = keep_file(upload=file, by=by, at=at) if file else held.file
    held.reported_by, held.reported_at = by, at
    held.save()
    return held


@transaction.atomic
def return_commitment(*, commitment: Commitment, why: str, by: User, at: datetime) -> Commitment:
    """退回补办."""
    held = _open(commitment)
    if held.reported_at is None:
        raise MovedOnAlready
    held.reported_at, held.reported_by, held.returned = None, None, why.strip()
    held.save()
    note(held.interview.step.case, "退回承诺", f"{held.said}：{why}", by=by, at=at)
    return held


@transaction.atomic
def verify_commitment(*, commitment: Commitment, by: User, at: datetime) -> Commitment:
    """核实, by another than who reported; with the last one the interview is over."""
    held = _open(commitment)
    if held.reported_at is None:
        raise MovedOnAlready
    if held.reported_by_id == by.pk:
        raise AnotherVerifies
    held.verified_by, held.verified_at = by, at
    held.save(update_fields=["verified_by", "verified_at"])
    interview = _held(held.interview)
    note(interview.step.case, "核实承诺", held.said, by=by, at=at)
    if not interview.commitments.open().exists():
        interview.closed_on = local_day(at)
        interview.save(update_fields=["closed_on"])
        carry_out(step=interview.step, on=local_day(at), said="承诺全部核实", by=by, at=at)
    return held


def _held(interview: Interview) -> Interview:
    rows = Interview.objects.select_for_update(of=("self",)).select_related("step__case")
    return rows.get(pk=interview.pk)


def _open(commitment: Commitment) -> Commitment:
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("interview__step__case")
    held = rows.get(pk=commitment.pk)
    if held.verified_at is not None:
        raise MovedOnAlready
    return held

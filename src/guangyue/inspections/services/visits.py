"""检查: begun by its team, done with its methods; a batch is completed with its last visit."""

from collections.abc import Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q, QuerySet

from guangyue.accounts.models import User
from guangyue.files.services import keep_file
from guangyue.inspections.deadlines import publish_by
from guangyue.inspections.kinds import Method
from guangyue.inspections.models import (
    Batch,
    Clue,
    CommissionedReport,
    Evidence,
    Inspector,
    Item,
    Member,
    SpecialField,
    Subject,
    Visit,
)
from guangyue.inspections.refusals import BadTerms, CertificateExpired, NoGround, NotOfTheTeam, WrongStep
from guangyue.inspections.services.batches import LEAST_OFFICERS, move
from guangyue.inspections.services.handing import hand_over
from guangyue.inspections.services.joining import lapse_offers
from guangyue.inspections.states import State
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@transaction.atomic
def open_visit(
    *,
    subject: Subject,
    organisation: Organisation,
    items: Sequence[Item],
    team: Sequence[Inspector],
    at: datetime,
    clue: Clue | None = None,
    special_field: SpecialField | None = None,
) -> Visit:
    """Outside of a draw: for a clue or in a special field, and for nothing else (R1)."""
    if (clue is None) == (special_field is None):
        raise NoGround
    if len({one.pk for one in team}) < LEAST_OFFICERS:
        raise BadTerms("R12", "检查组至少两名执法人员。", field="team")
    if not all(one.is_able(local_day(at)) for one in team):
        raise CertificateExpired
    visit = Visit.objects.create(
        number=next_number("JC", "inspections_visit_number", at=at),
        clue=clue,
        special_field=special_field,
        subject=subject,
        organisation=organisation,
        assigned_at=at,
    )
    visit.items.set(items)
    Member.objects.bulk_create(Member(visit=visit, inspector=one) for one in team)
    return visit


@transaction.atomic
def start_visit(*, visit: Visit, by: User, at: datetime) -> Visit:
    """开始: by one of the team, whose certificate is valid on that very day."""
    visit = hold_visit(visit, Visit.State.PLANNED)
    if not member_of(visit, by).is_able(local_day(at)):
        raise CertificateExpired
    visit.state, visit.started_at = Visit.State.UNDERWAY, at
    visit.save()
    lapse_offers(visit, at=at)
    for batch in _batches_of(visit):
        if batch.in_state is State.ASSIGNED:
            move(batch, State.VISITING, by=by, at=at)
    return visit


@transaction.atomic
def finish_visit(*, visit: Visit, methods: Sequence[Method], by: User, at: datetime) -> Visit:
    """完成: how it was done; what was commissioned has its report."""
    visit = hold_visit(visit, Visit.State.UNDERWAY)
    member_of(visit, by)
    if not methods:
        raise Refused("至少选一种检查方式。", field="methods")
    if Method.COMMISSIONED in methods and not visit.reports.exists():
        raise Refused("委托检查的，先登记委托报告。", field="methods")
    visit.methods = [method.name for method in methods]
    visit.state, visit.done_at = Visit.State.DONE, at
    visit.save()
    settle_visit(visit, by=by, at=at)
    return visit


@transaction.atomic
def add_evidence(
    *, visit: Visit, upload: "UploadedFile[bytes]", kind: Evidence.Kind, by: User, at: datetime
) -> Evidence:
    """留证: pictures lose their hidden data, and stand under their fingerprint."""
    member_of(hold_visit(visit, *Visit.OPEN), by)
    file = keep_file(upload=upload, by=by, at=at, field="file")
    return Evidence.objects.create(visit=visit, kind=kind, file=file, by=by, at=at)


@transaction.atomic
def note_report(
    *, visit: Visit, institution: str, licence: str, signer: str, conclusion: str, by: User, at: datetime
) -> CommissionedReport:
    """登记委托报告: of whom, under which licence, signed by whom (R13)."""
    member_of(hold_visit(visit, *Visit.OPEN), by)
    return CommissionedReport.objects.create(
        visit=visit,
        institution=institution,
        licence=licence,
        signer=signer,
        conclusion=conclusion,
        by=by,
        at=at,
    )


def settle_visit(visit: Visit, *, by: User, at: datetime) -> None:
    """A visit that is done and of which everything is found is entered, and so is what had joined it; a batch
    goes on when it was its last."""
    owed = set(visit.items.values_list("pk", flat=True)) - set(visit.findings.values_list("item", flat=True))
    if visit.state == Visit.State.DONE and not owed and visit.findings.exists():
        visit.state, visit.entered_at = Visit.State.ENTERED, at
        visit.save()
        hand_over(visit=visit, by=by, at=at)
    visit.joined.update(started_at=visit.started_at, done_at=visit.done_at, entered_at=visit.entered_at)
    for batch in _batches_of(visit):
        _settle_batch(batch, by=by, at=at)


def hold_visit(visit: Visit, *states: str) -> Visit:
    rows = Visit.objects.select_for_update(of=("self",)).select_related("batch", "subject")
    held = rows.get(pk=visit.pk)
    if held.state not in states:
        raise WrongStep
    return held


def member_of(visit: Visit, person: User) -> Inspector:
    """Who the person is in the team."""
    member = visit.members.filter(inspector__account=person).select_related("inspector__organisation").first()
    if member is None:
        raise NotOfTheTeam
    return member.inspector


def _settle_batch(batch: Batch, *, by: User, at: datetime) -> None:
    visits = batch.visits.all()
    if batch.in_state is State.VISITING and not visits.filter(done_at=None).exists():
        batch.completed_at = at
        batch.publish_by = publish_by(local_day(at), HolidayNotice.objects.calendar())
        move(batch, State.COMPLETED, by=by, at=at)
    if batch.in_state is State.COMPLETED and not visits.filter(entered_at=None).exists():
        move(batch, State.ENTERED, by=by, at=at)


def _batches_of(visit: Visit) -> QuerySet[Batch]:
    """Its own, and of a joint visit those of the other departments."""
    together = Visit.objects.filter(Q(pk=visit.pk) | Q(joined_into=visit))
    return Batch.objects.select_for_update().filter(pk__in=together.values("batch")).order_by("pk")

"""吐槽: heard with a number, handed to somebody the same day, joined to what is the same, passed on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.cases.models import Case
from guangyue.files.services import keep_file
from guangyue.kit.clocks import local_day
from guangyue.kit.models import HolidayNotice
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region
from guangyue.ratings.handling import Grievance, Source, is_repeat, reply_due
from guangyue.ratings.models import Complaint, ComplaintFile, Hall, Handling, Window
from guangyue.ratings.refusals import AboutYourself, DoneAlready, NotTheSameCause, NotYours
from guangyue.ratings.services.telling import tell_officer, tell_reporters


@dataclass(frozen=True)
class Raised:
    """What is complained of, and by whom as far as he says."""

    kind: Grievance
    text: str
    hall: Hall | None = None
    window: str = ""
    unit: Organisation | None = None
    case: Case | None = None
    name: str = ""
    phone: str = ""
    source: Source = Source.ONLINE
    publication: str = ""


@transaction.atomic
def raise_complaint(
    *,
    raised: Raised,
    evidence: Iterable["UploadedFile[Any]"] = (),
    by: User | None,
    at: datetime,
    taken_by: User | None = None,
) -> Complaint:
    """登记: `by` is whoever complains under an account, `taken_by` who wrote it down for him. With a piece
    of `evidence` that will not do nothing is kept."""
    unit, region = _whose(raised)
    files = [keep_file(upload=one, by=taken_by or by, at=at, field="evidence") for one in evidence]
    complaint = Complaint.objects.create(
        number=next_number("TC", "ratings_complaint_number", at=at),
        source=raised.source.name,
        kind=raised.kind.name,
        text=raised.text,
        publication=raised.publication,
        region=region,
        unit=unit,
        hall=raised.hall,
        window=raised.window,
        accused=_accused(raised),
        case=raised.case,
        by=by,
        name=raised.name,
        phone=raised.phone,
        taken_by=taken_by,
        received_at=at,
        clock_from=at,
        due=reply_due(at, extended=False, calendar=HolidayNotice.objects.calendar()).moment,
    )
    ComplaintFile.objects.bulk_create(ComplaintFile(complaint=complaint, file=file) for file in files)
    note(complaint, "登记", by=taken_by, at=at)
    return complaint


@transaction.atomic
def assign_complaint(*, complaint: Complaint, officer: User, by: User, at: datetime) -> Complaint:
    """派办: to somebody whom it is not about; the second time to another than the first."""
    complaint = hold(complaint)
    if not complaint.is_open:
        raise DoneAlready
    if not Complaint.objects.apart_from(officer).filter(pk=complaint.pk).exists():
        raise Refused("这件吐槽涉及他本人，请派给其他人。", field="officer")
    if complaint.state == Complaint.State.AGAIN and complaint.replied_by_id == officer.pk:
        raise NotYours("重新办理要换一个人，请派给其他人。", field="officer")
    complaint.officer, complaint.assigned_at = officer, at
    if complaint.state == Complaint.State.RECEIVED:
        complaint.state = Complaint.State.ASSIGNED
    complaint.save()
    note(complaint, "派办", f"派给{officer.name}", by=by, at=at)
    tell_officer(complaint, title=f"吐槽 {complaint.number} 派给您办理", key="assigned", at=at)
    return complaint


@transaction.atomic
def merge_complaint(*, complaint: Complaint, into: Complaint, by: User, at: datetime) -> Complaint:
    """合并: one problem, all its reporters kept; they hear what the first one hears."""
    held = _hold_both(complaint, into)
    complaint, into = held[complaint.pk], held[into.pk]
    if not (complaint.is_open and into.is_open):
        raise DoneAlready
    same = (complaint.unit_id, complaint.kind) == (into.unit_id, into.kind)
    in_time = is_repeat(local_day(complaint.received_at), local_day(into.received_at))
    if complaint == into or not same or not in_time:
        raise NotTheSameCause
    complaint.state, complaint.merged_into = Complaint.State.MERGED, into
    complaint.save()
    Complaint.objects.filter(merged_into=complaint).update(merged_into=into)
    note(complaint, "合并", f"并入 {into.number}", by=by, at=at)
    note(into, "合并", f"{complaint.number} 并入", by=by, at=at)
    return complaint


@transaction.atomic
def pass_on(*, complaint: Complaint, receipt: str, reply: str, by: User, at: datetime) -> Complaint:
    """转 12345: what is no matter of a hall; with a receipt, and the person is told."""
    complaint = hold(complaint)
    if not complaint.is_open:
        raise DoneAlready
    complaint.state, complaint.hotline_receipt, complaint.reply = (
        Complaint.State.PASSED_ON,
        receipt,
        reply,
    )
    complaint.replied_by, complaint.replied_at = by, at
    complaint.save()
    note(complaint, "转 12345", f"回执 {receipt}", by=by, at=at)
    tell_reporters(complaint, title=f"吐槽 {complaint.number} 已转 12345 市民热线", key="passed", at=at)
    return complaint


def hold(complaint: Complaint) -> Complaint:
    """As it is now, held until this is over."""
    return Complaint.objects.select_for_update().get(pk=complaint.pk)


def _hold_both(*complaints: Complaint) -> dict[int, Complaint]:
    """By their keys and in the order of those, for all who hold more than one: nobody waits crosswise."""
    rows = Complaint.objects.filter(pk__in=[one.pk for one in complaints]).order_by("pk")
    return {one.pk: one for one in rows.select_for_update()}


def refuse_accused(complaint: Complaint, by: User) -> None:
    if not Complaint.objects.apart_from(by).filter(pk=complaint.pk).exists():
        raise AboutYourself


def note(complaint: Complaint, what: str, said: str = "", *, by: User | None, at: datetime) -> None:
    Handling.objects.create(complaint=complaint, what=what, said=said, by=by, at=at)


def _whose(raised: Raised) -> tuple[Organisation, Region]:
    """Of the case the unit that decides, else the one named, else whoever runs the hall."""
    if raised.case is not None:
        return raised.case.unit, raised.case.region
    if raised.unit is not None:
        return raised.unit, raised.unit.region
    if raised.hall is None:
        raise Refused("请选一个大厅或者部门。", field="hall")
    return raised.hall.organisation, raised.hall.region


def _accused(raised: Raised) -> User | None:
    if raised.case is not None:
        return raised.case.received_by
    window = Window.objects.filter(hall=raised.hall, number=raised.window).select_related("person").first()
    return window.person if window and raised.window else None

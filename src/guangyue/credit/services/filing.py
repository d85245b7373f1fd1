"""登记 and 核实: filed by the unit it arose in, verified by another person, public where it must be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.credit.checking import check_document, check_found
from guangyue.credit.declaration import Disclosed, Found, Scale
from guangyue.credit.identifying import read_identifier
from guangyue.credit.models import Category, CreditRecord, CreditSubject, RecordFile, RecordMove, ScaleVersion
from guangyue.credit.refusals import NotYourself
from guangyue.credit.services.moving import hold, move_record
from guangyue.credit.services.points import review_points
from guangyue.credit.services.subjects import account_of, enter_subject
from guangyue.credit.states import State
from guangyue.files.models import File
from guangyue.kit.clocks import local_day
from guangyue.kit.limits import valid_through
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.notifications.services import notify
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class Filed:
    """What a unit says happened, of whom, and by which document."""

    category: Category
    name: str
    fact: str
    document: str
    document_on: date
    fact_on: date
    id_number: str = ""
    credit_code: str = ""
    found: Found | None = None
    conduct: str = ""
    effective_on: date | None = None
    corrects: CreditRecord | None = None


@transaction.atomic
def file_record(
    *, filed: Filed, unit: Organisation, files: Iterable[File] = (), by: User, at: datetime
) -> CreditRecord:
    """登记; nothing follows from it before another person has verified it."""
    today = local_day(at)
    identifier = read_identifier(id_number=filed.id_number, credit_code=filed.credit_code, on=today)
    document = check_document(filed.document)
    check_found(filed.category.declaration, filed.found)
    _check_days(filed, today)
    subject = enter_subject(identifier=identifier, name=filed.name)
    record = CreditRecord.objects.create(
        number=next_number("XY", "credit_record_number", at=at),
        subject=subject,
        category=filed.category,
        unit=unit,
        fact=filed.fact,
        document=document,
        document_on=filed.document_on,
        fact_on=filed.fact_on,
        effective_on=filed.effective_on or filed.document_on,
        expires_on=_through(filed.document_on, filed.category.declaration.lasts_months),
        public_until=_through(filed.document_on, filed.category.declaration.public_months),
        found=filed.found.name if filed.found else "",
        conduct=filed.conduct,
        points=_points(filed),
        corrects=filed.corrects,
        filed_by=by,
        filed_at=at,
    )
    RecordFile.objects.bulk_create(RecordFile(record=record, file=file) for file in files)
    RecordMove.objects.create(record=record, to=State.DRAFTED.name, by=by, at=at)
    return record


@transaction.atomic
def verify_record(*, record: CreditRecord, by: User, at: datetime) -> CreditRecord:
    """核实: from now on it counts; it is published where its kind is, and its subject is told."""
    record = hold(record)
    if record.filed_by_id == by.pk:
        raise NotYourself
    record.verified_by, record.verified_at = by, at
    if may_be_published(record, on=local_day(at)):
        record.published_at = at
    record = move_record(record=record, to=State.VALID, by=by, at=at)
    review_points(record=record, at=at)
    _tell(record.subject, record, at=at)
    return record


@transaction.atomic
def return_record(*, record: CreditRecord, said: str, by: User, at: datetime) -> CreditRecord:
    """退回: what cannot be verified is never in effect."""
    return move_record(record=hold(record), to=State.RETURNED, said=said, by=by, at=at)


def may_be_published(record: CreditRecord, *, on: date) -> bool:
    """What its kind lets be seen, and never of anybody under age."""
    disclosed = record.category.declaration.disclosed
    return disclosed is not Disclosed.NOTHING and not record.subject.is_minor(on=on)


def _check_days(filed: Filed, today: date) -> None:
    if filed.document_on > today:
        raise Refused("文书日期还没有到。", field="document_on")
    if filed.fact_on > filed.document_on:
        raise Refused("事实发生在文书之前，请核对日期。", field="fact_on")


def _through(day: date, months: int | None) -> date | None:
    return valid_through(day, months=months) if months else None


def _points(filed: Filed) -> int | None:
    """By the scale in force; a kind that is scored names its conduct."""
    scales: list[Scale] = [one.declaration for one in ScaleVersion.objects.current()]
    scale = next((one for one in scales if one.scored == filed.category.key), None)
    if scale is None:
        return None
    conduct = scale.conduct(filed.conduct)
    if conduct is None:
        raise Refused(f"请按《{scale.title}》选择行为。", field="conduct")
    return conduct.points


def _tell(subject: CreditSubject, record: CreditRecord, *, at: datetime) -> None:
    if (account := account_of(subject)) is not None:
        notify(
            to=account,
            title=f"新增一条信用记录：{record.category}",
            body="有异议的可以在“我的信用”里提出，七个工作日答复。",
            link=reverse("credit:own"),
            key=f"credit.record-{record.pk}",
            at=at,
        )

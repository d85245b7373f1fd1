"""两库: subjects and inspectors as tables and registries bring them, and who keeps out of whose way."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from guangyue.accounts.models import User
from guangyue.inspections.drawing.terms import is_readable
from guangyue.inspections.kinds import OfficerRole
from guangyue.inspections.models import Inspector, Item, Recusal, Subject
from guangyue.kit.masks import find_unmasked
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Firm

# What parts the lines that are hashed stands in no number.
NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{1,29}")
CANCELLED = frozenset({"注销", "吊销", "已注销", "已吊销"})
AT_A_TIME = 2000


@dataclass(frozen=True)
class SubjectSaid:
    """What a row says of a unit."""

    number: str
    name: str
    region: Region
    items: Sequence[Item]
    address: str = ""
    risk_class: str = ""
    credit_class: str = ""
    status: str = Subject.Status.ACTIVE.value


def check_number(number: str, *, on: date) -> None:
    """Numbers are published with the draw: an ID number is none."""
    if not NUMBER.fullmatch(number):
        raise Refused("编号只能有数字、字母和短横线。", field="number")
    if any(find_unmasked(number, on=on)):
        raise Refused("不能用身份证号码作编号，没有信用代码的请另编编号。", field="number")


@transaction.atomic
def enter_subjects(*, rows: Collection[SubjectSaid], at: datetime) -> int:
    """登记: what is there is brought up to date, what is new is added; items are those of the row."""
    for said in rows:
        check_number(said.number, on=at.date())
    under = Subject.items.through.objects
    subjects = [
        Subject(
            number=said.number,
            name=said.name,
            region=said.region,
            address=said.address,
            risk_class=said.risk_class,
            credit_entered=said.credit_class,
            status=said.status,
            updated_at=at,
        )
        for said in rows
    ]
    kept = "name", "region", "address", "risk_class", "credit_entered", "status", "updated_at"
    written = Subject.objects.bulk_create(
        subjects, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["number"], update_fields=kept
    )
    pks = dict(Subject.objects.filter(number__in=[one.number for one in written]).values_list("number", "pk"))
    under.filter(subject__in=pks.values()).delete()
    under.bulk_create(
        (
            Subject.items.through(subject_id=pks[said.number], item_id=item.pk)
            for said in rows
            for item in said.items
        ),
        batch_size=AT_A_TIME,
    )
    return len(subjects)


@transaction.atomic
def take_from_registry(*, firms: QuerySet[Firm], items: Sequence[Item], at: datetime) -> int:
    """由名录库更新: every firm stands in the pool under these items; one struck off is never drawn again."""
    many = 0
    chosen = list(items)
    for firm in firms.select_related("region").iterator(chunk_size=AT_A_TIME):
        status = Subject.Status.CANCELLED if firm.status in CANCELLED else Subject.Status.ACTIVE
        known = {"name": firm.name, "region": firm.region, "status": status, "updated_at": at}
        subject, _ = Subject.objects.update_or_create(
            number=firm.credit_code, defaults={**known, "firm": firm}
        )
        subject.items.add(*chosen)
        many += 1
    return many


@transaction.atomic
def classify_subject(*, subject: Subject, risk_class: str, credit_class: str, at: datetime) -> Subject:
    """定级: what is drawn already is not touched by it."""
    subject.risk_class, subject.credit_entered, subject.updated_at = risk_class, credit_class, at
    subject.save(update_fields=["risk_class", "credit_entered", "updated_at"])
    return subject


@dataclass(frozen=True)
class InspectorSaid:
    """What a row says of an official."""

    number: str
    name: str
    organisation: Organisation
    region: Region
    role: OfficerRole
    qualifications: Sequence[str]
    specialities: Sequence[str] = ()
    certificate_number: str = ""
    valid_until: date | None = None
    max_load: int = 10
    active: bool = True


@transaction.atomic
def enter_inspectors(*, rows: Collection[InspectorSaid], at: datetime) -> int:
    """登记: somebody without a certificate may stand in the pool, and helps only."""
    for said in rows:
        check_number(said.number, on=at.date())
        if not all(map(is_readable, said.qualifications)):
            raise Refused("资质里不能有竖线、分号、全角空格。", field="qualifications")
        if said.max_load < 1:
            raise Refused("每批最多检查的户数不能小于 1。", field="max_load")
        kept = {**vars(said), "role": said.role.name, "updated_at": at}
        kept |= {
            "qualifications": sorted(set(said.qualifications)),
            "specialities": sorted(set(said.specialities)),
        }
        Inspector.objects.update_or_create(number=kept.pop("number"), defaults=kept)
    return len(rows)


@transaction.atomic
def recuse(*, inspector: Inspector, subject: Subject, reason: str, by: User, at: datetime) -> Recusal:
    """回避: from the next batch on; of a batch already committed to, the list stays."""
    if Recusal.objects.standing().filter(inspector=inspector, subject=subject).exists():
        raise Refused("已经登记过回避。", field="subject")
    return Recusal.objects.create(inspector=inspector, subject=subject, reason=reason, by=by, at=at)


@transaction.atomic
def end_recusal(*, recusal: Recusal, by: User, at: datetime) -> Recusal:
    held = Recusal.objects.select_for_update().get(pk=recusal.pk)
    if held.ended_at is None:
        held.ended_by, held.ended_at = by, at
        held.save(update_fields=["ended_by", "ended_at"])
    return held

"""Rows of credit for the table of who may open what (tests/test_access_table.py)."""

from guangyue.accounts.models import Kind
from guangyue.accounts.tests.factories import a_user
from guangyue.credit.appealing import AppealKind
from guangyue.credit.identifying import read_identifier
from guangyue.credit.models import (
    AppealFile,
    Category,
    ListingProposal,
    RecordFile,
)
from guangyue.credit.services.appeals import raise_appeal
from guangyue.credit.services.listing import propose_listing
from guangyue.credit.tests.factories import AT, BLACK, PENALTY, a_draft, a_file, a_record, lay_ground
from guangyue.organisations.models import Organisation, Region


def _grounded(organisation: Organisation) -> Organisation:
    if not Category.objects.filter(key=PENALTY.key).exists():
        organisation.refresh_from_db(fields=["key"])  # rows of funds and grants give it one of the city's
        lay_ground(organisation)
    return organisation


def record(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_draft(_grounded(organisation)).number}


def record_file(*, region: Region, organisation: Organisation) -> dict[str, object]:
    filed = a_draft(_grounded(organisation))
    kept = RecordFile.objects.create(record=filed, file=a_file())
    return {"number": filed.number, "key": kept.file.key}


def standing_record(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_record(_grounded(organisation)).number}


def appeal(*, region: Region, organisation: Organisation) -> dict[str, object]:
    filed = a_record(_grounded(organisation))
    owner = a_user(kind=Kind.ENTERPRISE)
    raised = raise_appeal(record=filed, kind=AppealKind.OBJECTION, reason="不是我们", by=owner, at=AT)
    return {"number": raised.number}


def appeal_file(*, region: Region, organisation: Organisation) -> dict[str, object]:
    filed = a_record(_grounded(organisation))
    owner = a_user(kind=Kind.ENTERPRISE)
    raised = raise_appeal(record=filed, kind=AppealKind.OBJECTION, reason="不是我们", by=owner, at=AT)
    kept = AppealFile.objects.create(appeal=raised, file=a_file())
    return {"number": raised.number, "key": kept.file.key}


def proposal(*, region: Region, organisation: Organisation) -> dict[str, object]:
    filed = a_record(_grounded(organisation))
    category = Category.objects.get(key=BLACK.key)
    ListingProposal.objects.filter(subject=filed.subject).update(state=ListingProposal.State.DROPPED)
    proposed = propose_listing(
        identifier=read_identifier(credit_code=filed.subject.number, on=AT.date()),
        name=filed.subject.name,
        category=category,
        unit=organisation,
        reason="投诉多",
        at=AT,
    )
    return {"pk": proposed.pk}


SAMPLES = {
    "credit:record": record,
    "credit:verification": record,
    "credit:returning": record,
    "credit:revocation": standing_record,
    "credit:record_file": record_file,
    "credit:appeal": appeal,
    "credit:appeal_decision": appeal,
    "credit:appeal_file": appeal_file,
    "credit:proposal": proposal,
    "credit:telling": proposal,
    "credit:listing_decision": proposal,
}
PLACELESS = {
    "credit:asked": "查询只给查询的本人看，十五分钟以内",
    "credit:grading": "按领域全市统一分级，只给看得到全市的人",
}
LISTS = {
    "credit:records": "credit:record",
    "credit:appeals": "credit:appeal",
    "credit:proposals": "credit:proposal",
}

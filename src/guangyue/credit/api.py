"""信用公示 for programs: what is public of an organisation today, by its code."""

from datetime import date

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from guangyue.credit.identifying import SubjectKind, read_identifier
from guangyue.credit.models import CreditRecord
from guangyue.kit.access import open_to_all
from guangyue.systems.today import day_of_the_city

router = Router(tags=["信用公示"], auth=None)


class WhichOrganisation(Schema):
    credit_code: str = Field(min_length=18, max_length=24, description="统一社会信用代码")


class PublicRecord(Schema):
    category: str
    sense: str
    unit: str
    document: str
    document_on: date
    public_until: date | None
    fact: str = Field(description="只公开依法应当公开的内容时为空")
    state: str


@router.get("/credit/records", response=list[PublicRecord], summary="公开的信用记录")
@open_to_all
def public_records(request: HttpRequest, asked: Query[WhichOrganisation]) -> list[PublicRecord]:
    """Persons are not asked for by number."""
    on = day_of_the_city()
    identifier = read_identifier(credit_code=asked.credit_code, on=on)
    records = CreditRecord.objects.public(on).filter(
        subject__number=identifier.number, subject__kind=SubjectKind.ORGANISATION.name
    )
    return [
        PublicRecord(
            category=record.category.title,
            sense=record.category.get_sense_display(),
            unit=record.unit.name,
            document=record.document,
            document_on=record.document_on,
            public_until=record.public_until,
            fact=record.public_fact,
            state=record.get_state_display(),
        )
        for record in records.with_all()
    ]

"""Records: what may be recorded of whom, who makes it effective, what nobody can change any more."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.tests.factories import a_user
from guangyue.credit.declaration import Found
from guangyue.credit.identifying import read_identifier
from guangyue.credit.models import CreditRecord, CreditSubject, RecordMove
from guangyue.credit.refusals import (
    NoLegalDocument,
    NotFound,
    NotOneIdentifier,
    NotThisWay,
    NotYourself,
    WrongName,
)
from guangyue.credit.services.filing import return_record, verify_record
from guangyue.credit.services.subjects import sign_promise
from guangyue.credit.states import State
from guangyue.credit.tests.factories import (
    AT,
    CHILD,
    CODE,
    FRAUD,
    ID_NUMBER,
    SECRET,
    TODAY,
    a_draft,
    a_record,
)
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Firm
from guangyue.registries.tests.factories import a_person


def test_a_wrong_check_digit_is_refused_at_its_field(unit: Organisation) -> None:
    wrong = ID_NUMBER[:17] + ("1" if ID_NUMBER[17] != "1" else "2")

    with pytest.raises(Refused, match="校验码") as refused:
        a_draft(unit, id_number=wrong, name="李某")

    assert refused.value.field == "id_number"


def test_a_record_names_one_identifier_and_only_one(unit: Organisation) -> None:
    with pytest.raises(NotOneIdentifier):
        a_draft(unit, credit_code="")
    with pytest.raises(NotOneIdentifier):
        a_draft(unit, credit_code=CODE, id_number=ID_NUMBER)


def test_without_a_legal_document_nothing_is_recorded(unit: Organisation) -> None:
    with pytest.raises(NoLegalDocument) as refused:
        a_draft(unit, document="  ")

    assert refused.value.field == "document"
    assert not CreditRecord.objects.exists()


def test_the_database_keeps_no_record_without_a_document(unit: Organisation) -> None:
    record = a_draft(unit)
    record.pk, record.number, record.document = None, "XY-copy", ""

    with pytest.raises(IntegrityError), transaction.atomic():
        record.save(force_insert=True)


def test_fraud_is_recorded_only_where_deceit_was_found(unit: Organisation) -> None:
    with pytest.raises(NotFound):
        a_draft(unit, FRAUD, id_number=ID_NUMBER, name="李某")

    assert a_record(unit, FRAUD, id_number=ID_NUMBER, name="李某", found=Found.DECEIT).stands


def test_nothing_follows_before_another_person_has_verified(unit: Organisation) -> None:
    clerk = a_user()
    record = a_draft(unit, by=clerk)

    with pytest.raises(NotYourself):
        verify_record(record=record, by=clerk, at=AT)

    assert not CreditRecord.objects.standing(TODAY).exists()
    assert not record.measures.exists()


def test_a_verified_record_is_in_effect_and_its_subject_is_told(unit: Organisation, firm: Firm) -> None:
    record = a_record(unit)

    assert State[record.state] is State.VALID
    assert record.published_at == AT
    assert Notification.objects.filter(to=firm.account).exists()
    assert list(record.moves.values_list("to", flat=True)) == ["DRAFTED", "VALID"]


def test_a_returned_record_never_comes_into_effect(unit: Organisation) -> None:
    record = return_record(record=a_draft(unit), said="文号不对", by=a_user(), at=AT)

    with pytest.raises(NotThisWay):
        verify_record(record=record, by=a_user(), at=AT)


def test_what_is_recorded_cannot_be_changed_or_deleted(unit: Organisation) -> None:
    record = a_record(unit)

    for change in ({"fact": "别的"}, {"document": "别的"}, {"public_until": TODAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            CreditRecord.objects.filter(pk=record.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        RecordMove.objects.filter(record=record).update(said="别的")
    with pytest.raises(IntegrityError), transaction.atomic():
        RecordMove.objects.filter(record=record).delete()


def test_a_number_that_the_register_knows_by_another_name_is_refused(unit: Organisation) -> None:
    person = a_person(name="李明")

    with pytest.raises(WrongName) as refused:
        a_draft(unit, id_number=person.id_number, name="李敏")

    assert refused.value.field == "name"


def test_whoever_has_the_same_name_is_another_subject(unit: Organisation) -> None:
    one, other = a_person(name="李明"), a_person(name="李明")

    a_record(unit, SECRET, id_number=one.id_number, name="李明")

    assert not CreditSubject.objects.filter(number=other.id_number).exists()
    assert not CreditRecord.objects.filter(subject__number=other.id_number).exists()


def test_of_a_minor_nothing_is_ever_public(unit: Organisation) -> None:
    record = a_record(unit, id_number=CHILD, name="小李")

    assert record.published_at is None
    assert not CreditRecord.objects.public(TODAY).exists()


def test_a_restricted_kind_is_never_public(unit: Organisation) -> None:
    assert a_record(unit, SECRET).published_at is None


def test_a_record_is_public_for_its_period(unit: Organisation) -> None:
    record = a_record(unit)
    assert record.public_until is not None

    assert CreditRecord.objects.public(record.public_until).exists()
    assert not CreditRecord.objects.public(record.public_until + timedelta(days=1)).exists()
    assert CreditRecord.objects.standing(record.public_until + timedelta(days=1)).exists()


def test_a_document_of_tomorrow_is_refused(unit: Organisation) -> None:
    with pytest.raises(Refused) as refused:
        a_draft(unit, document_on=TODAY + timedelta(days=1))

    assert refused.value.field == "document_on"


def test_the_same_promise_is_signed_once(unit: Organisation) -> None:
    who = read_identifier(id_number=ID_NUMBER, on=TODAY)

    for _ in range(2):
        sign_promise(identifier=who, name="李某", matter="低保", version="2020", by=None, at=AT)

    assert CreditSubject.objects.get(number=ID_NUMBER).promises.count() == 1

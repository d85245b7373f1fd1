"""Objections, repairs, queries and what banks are allowed to see."""

from datetime import date, datetime
from typing import Any

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.credit.appealing import AppealKind
from guangyue.credit.dossier import dossier_of
from guangyue.credit.identifying import read_identifier
from guangyue.credit.models import Appeal, CreditQuery, CreditRecord, CreditSubject
from guangyue.credit.refusals import AppealedAlready, NoConsent, NoPurpose, NotYourself, TooEarlyToRepair
from guangyue.credit.services.appeals import decide_appeal, raise_appeal
from guangyue.credit.services.querying import give_consent, query_as_bank, query_credit, withdraw_consent
from guangyue.credit.states import State
from guangyue.credit.statistics import is_late
from guangyue.credit.tests.factories import AT, BANK_CODE, CODE, TODAY, a_file, a_record
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.refusals import Refused
from guangyue.kit.workdays import kept_calendar
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Firm
from guangyue.registries.tests.factories import a_firm

IN_TIME = datetime(2021, 7, 1, 9, tzinfo=SHANGHAI)


@pytest.fixture
def owner(firm: Firm) -> User:
    assert firm.account
    return firm.account


def an_objection(record: CreditRecord, by: User) -> Appeal:
    return raise_appeal(record=record, kind=AppealKind.OBJECTION, reason="不是我们", by=by, at=AT)


def test_an_objection_is_answered_within_seven_working_days(unit: Organisation, owner: User) -> None:
    appeal = an_objection(a_record(unit), owner)

    due = appeal.clock.due(kept_calendar(), at=AT)

    assert local_day(due.moment) == date(2021, 4, 13)  # after 清明
    assert State[CreditRecord.objects.get().state] is State.OBJECTED


def test_an_objection_upheld_revokes_the_record(unit: Organisation, owner: User) -> None:
    appeal = an_objection(a_record(unit), owner)

    decide_appeal(appeal=appeal, upheld=True, said="确属误记", by=a_user(), at=AT)

    assert State[CreditRecord.objects.get().state] is State.REVOKED


def test_an_objection_rejected_leaves_the_record(unit: Organisation, owner: User) -> None:
    appeal = an_objection(a_record(unit), owner)

    decide_appeal(appeal=appeal, upheld=False, said="文书有效", by=a_user(), at=AT)

    assert State[CreditRecord.objects.get().state] is State.VALID


def test_nobody_decides_about_what_he_filed(unit: Organisation, owner: User) -> None:
    clerk = a_user()
    record = a_record(unit, by=clerk)
    appeal = an_objection(record, owner)

    with pytest.raises(NotYourself):
        decide_appeal(appeal=appeal, upheld=False, said="维持", by=clerk, at=AT)


def test_there_is_one_appeal_at_a_time(unit: Organisation, owner: User) -> None:
    record = a_record(unit)
    raise_appeal(record=record, kind=AppealKind.REPAIR, reason="改了", files=[a_file()], by=owner, at=IN_TIME)

    with pytest.raises(AppealedAlready):
        raise_appeal(record=record, kind=AppealKind.OBJECTION, reason="不是我们", by=owner, at=IN_TIME)


def test_a_repair_needs_its_time_and_its_proof(unit: Organisation, owner: User) -> None:
    record = a_record(unit)

    with pytest.raises(TooEarlyToRepair):
        raise_appeal(record=record, kind=AppealKind.REPAIR, reason="改了", files=[a_file()], by=owner, at=AT)
    with pytest.raises(Refused) as refused:
        raise_appeal(record=record, kind=AppealKind.REPAIR, reason="改了", by=owner, at=IN_TIME)

    assert refused.value.field == "evidence"


def test_a_repaired_record_leaves_public_view_and_stays_on_file(unit: Organisation, owner: User) -> None:
    record = a_record(unit)
    appeal = raise_appeal(
        record=record, kind=AppealKind.REPAIR, reason="已缴纳", files=[a_file()], by=owner, at=IN_TIME
    )

    decide_appeal(appeal=appeal, upheld=True, said="已经改正", by=a_user(), at=IN_TIME)

    kept = CreditRecord.objects.get()
    assert State[kept.state] is State.REPAIRED
    assert kept.fact == record.fact
    assert not CreditRecord.objects.public(local_day(IN_TIME)).exists()
    assert dossier_of(kept.subject, on=local_day(IN_TIME)).records == [kept]


def test_a_query_without_a_purpose_is_refused_and_kept(unit: Organisation, keeper: User) -> None:
    who = read_identifier(credit_code=CODE, on=TODAY)
    a_record(unit)

    for purpose, reason in (("", "看看"), ("support", " "), ("nonsense", "审核项目申报")):
        with pytest.raises(NoPurpose):
            query_credit(identifier=who, purpose=purpose, reason=reason, by=keeper, at=AT)

    assert CreditQuery.objects.filter(by=keeper, answered=False).count() == 3


def test_a_query_with_a_purpose_is_answered_and_kept(unit: Organisation, keeper: User) -> None:
    a_record(unit)

    query = query_credit(
        identifier=read_identifier(credit_code=CODE, on=TODAY),
        purpose=CreditQuery.Purpose.SUPPORT,
        reason="审核项目申报",
        by=keeper,
        at=AT,
    )

    assert (query.answered, query.unit, query.result) == (True, unit, "1 条有效记录")


def test_a_bank_sees_nothing_without_the_firms_authorisation(unit: Organisation, owner: User) -> None:
    bank = a_firm(credit_code=BANK_CODE, name="东湖银行")
    a_record(unit)
    asked: dict[str, Any] = {"code": CODE, "reason": "授信审查", "bank": bank, "by": owner, "at": AT}

    with pytest.raises(NoConsent):
        query_as_bank(**asked)
    consent = give_consent(
        subject=CreditSubject.objects.get(),
        bank=BANK_CODE,
        bank_name="东湖银行",
        contents=["records"],
        until=TODAY,
        by=owner,
        at=AT,
    )
    query, given = query_as_bank(**asked)
    withdraw_consent(consent=consent, at=AT)
    with pytest.raises(NoConsent):
        query_as_bank(**asked)

    assert given == consent
    assert query.answered
    assert CreditQuery.objects.filter(answered=False).count() == 2


def test_points_of_a_reward_system_are_no_part_of_what_is_known(unit: Organisation) -> None:
    shown = dossier_of(a_record(unit).subject, on=TODAY)

    assert set(vars(shown)) == {
        "subject",
        "on",
        "records",
        "classes",
        "measures",
        "scores",
        "promises",
        "listed",
    }


def test_a_report_is_late_after_seven_working_days() -> None:
    calendar = kept_calendar()

    assert not is_late(TODAY, datetime(2021, 4, 13, 23, tzinfo=SHANGHAI), calendar)
    assert is_late(TODAY, datetime(2021, 4, 14, 0, tzinfo=SHANGHAI), calendar)

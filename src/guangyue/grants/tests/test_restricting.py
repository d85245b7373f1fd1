"""信用限制: what credit has against a payee refuses public money, and nothing else of credit does."""

from dataclasses import replace
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user as an_account
from guangyue.credit.appealing import AppealKind
from guangyue.credit.declaration import PUBLIC_MONEY, Basis, Rank
from guangyue.credit.models import CreditRecord, Measure
from guangyue.credit.refusals import NoLegalBasis
from guangyue.credit.services.appeals import decide_appeal, raise_appeal, revoke_record
from guangyue.credit.services.declaring import switch_on_measure
from guangyue.credit.tests.factories import AT as RECORDED_AT
from guangyue.credit.tests.factories import CLAUSE, a_file, a_measure_fact, a_record, lay_ground
from guangyue.grants.models import Decision
from guangyue.grants.notices import notice_of
from guangyue.grants.refusals import RestrictionDoubted
from guangyue.grants.restricting import BY_CREDIT, restrictions_on
from guangyue.grants.services.decisions import correct_decision
from guangyue.grants.services.replay import replay_decision
from guangyue.grants.tests.factories import AT, ON, TOLD, a_decision, an_application, offer
from guangyue.grants.tests.test_rosters import GOOD, bring_in, number_of
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.tests.reading import text_of
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import a_person
from guangyue.rules.symbols import yuan

pytestmark = pytest.mark.django_db

TITLE, LAW = "限制申请财政性资金项目", Basis(Rank.NATIONAL, "失信惩戒措施清单", "第五项")
REPAIRED_AT = datetime(2021, 7, 5, 9, tzinfo=SHANGHAI)


@pytest.fixture
def office(country: dict[str, Organisation]) -> Organisation:
    """A city in which penalties close public money."""
    office = country["human-resources"]
    lay_ground(office)
    closes = a_measure_fact(office, key="no-public-money", title=TITLE, basis=LAW, service=PUBLIC_MONEY)
    switch_on_measure(fact=closes, cites=CLAUSE)
    return office


@pytest.fixture
def record(office: Organisation, trainee: Person) -> CreditRecord:
    return a_record(office, id_number=trainee.id_number, name=trainee.name)


def test_whoever_is_restricted_is_refused_by_name_of_the_measure_its_law_and_the_record(
    record: CreditRecord, trainee: Person, reviewer: User
) -> None:
    decision = a_decision(trainee, by=reviewer)
    decision.refresh_from_db()

    assert decision.outcome == Decision.Outcome.REFUSED
    assert (decision.amount, decision.cites, decision.reason) == (None, str(LAW), BY_CREDIT)
    (kept,) = decision.restrictions
    assert (kept["measure"], kept["basis"]) == (TITLE, str(LAW))
    assert (kept["record"], kept["document"]) == (record.number, record.document)
    told = "".join(str(part) for part in notice_of(decision).body)
    assert TITLE in told
    assert record.number in told


def test_without_a_record_nothing_is_refused(office: Organisation, trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)

    assert decision.granted
    assert decision.restrictions == []
    assert "restrictions" not in decision.content


def test_what_it_was_refused_on_stays_with_the_decision(
    record: CreditRecord, trainee: Person, reviewer: User
) -> None:
    decision = a_decision(trainee, by=reviewer)

    revoke_record(record=record, said="处罚决定被撤销", by=an_account(), at=RECORDED_AT)

    decision.refresh_from_db()
    assert decision.restrictions[0]["record"] == record.number
    assert decision.intact
    assert replay_decision(decision).same
    decision.restrictions = []
    assert not decision.intact


def test_a_decision_on_a_record_that_was_revoked_can_be_corrected(
    record: CreditRecord, trainee: Person, reviewer: User
) -> None:
    decision = a_decision(trainee, by=reviewer)
    revoke_record(record=record, said="处罚决定被撤销", by=an_account(), at=RECORDED_AT)

    corrected = correct_decision(
        decision=decision, established=[{}], granted=None, reason="信用记录已经撤销", by=reviewer, at=AT
    )

    assert corrected.granted
    assert corrected.amount == yuan(500)


def test_a_repaired_record_refuses_nothing(
    record: CreditRecord, trainee: Person, reviewer: User, settings: Settings
) -> None:
    assert trainee.account
    settings.GUANGYUE_DAY = REPAIRED_AT.date()
    appeal = raise_appeal(
        record=record,
        kind=AppealKind.REPAIR,
        reason="已缴纳罚款",
        files=[a_file()],
        by=trainee.account,
        at=REPAIRED_AT,
    )
    assert restrictions_on(offered=offer("training"), payee=trainee, on=REPAIRED_AT.date())

    decide_appeal(appeal=appeal, upheld=True, said="已经改正", by=an_account(), at=REPAIRED_AT)

    assert a_decision(trainee, by=reviewer).granted


def test_on_a_record_under_objection_nobody_is_refused_before_the_answer(
    record: CreditRecord, trainee: Person, reviewer: User
) -> None:
    assert trainee.account
    raise_appeal(
        record=record, kind=AppealKind.OBJECTION, reason="不是我", by=trainee.account, at=RECORDED_AT
    )

    with pytest.raises(RestrictionDoubted):
        a_decision(trainee, by=reviewer)

    assert not Decision.objects.exists()


def test_a_measure_without_a_law_of_its_own_refuses_nothing(
    country: dict[str, Organisation], trainee: Person, reviewer: User
) -> None:
    office = country["human-resources"]
    lay_ground(office)
    lawless = a_measure_fact(office, key="called-for", title=TITLE, basis=None, service=PUBLIC_MONEY)
    with pytest.raises(NoLegalBasis):
        switch_on_measure(fact=lawless, cites=CLAUSE)
    a_record(office, id_number=trainee.id_number, name=trainee.name)

    assert not Measure.objects.filter(key="called-for").exists()
    assert a_decision(trainee, by=reviewer).granted


def test_a_measure_about_another_service_refuses_nothing(
    country: dict[str, Organisation], trainee: Person, reviewer: User
) -> None:
    lay_ground(country["human-resources"])  # procurement is closed, and nothing else
    a_record(country["human-resources"], id_number=trainee.id_number, name=trainee.name)

    assert a_decision(trainee, by=reviewer).granted


def test_whoever_only_has_the_same_name_is_not_refused(
    record: CreditRecord, trainee: Person, office: Organisation
) -> None:
    namesake = a_person(name=trainee.name)

    assert restrictions_on(offered=offer("training"), payee=trainee, on=ON)
    assert not restrictions_on(offered=offer("training"), payee=namesake, on=ON)


def test_relief_is_closed_by_no_record(record: CreditRecord, trainee: Person) -> None:
    offered = offer("training")
    relief = replace(offered, offer=replace(offered.offer, relief=True))

    assert not restrictions_on(offered=relief, payee=trainee, on=ON)


def test_whoever_the_rule_refuses_is_refused_by_the_rule(
    record: CreditRecord, trainee: Person, reviewer: User
) -> None:
    decision = a_decision(trainee, by=reviewer, said={**TOLD, "passed": False})

    assert decision.cites == "东财社〔2019〕1号 第五条"
    assert decision.restrictions[0]["measure"] == TITLE


def test_in_a_roster_the_row_is_held_up_and_no_other(office: Organisation, reviewer: User) -> None:
    one, other = number_of(1), number_of(2)
    record = a_record(office, id_number=one, name="王一")

    roster = bring_in(reviewer, f"王一,{one},,{GOOD}", f"王二,{other},,{GOOD}")

    held, judged = roster.lines.order_by("number")
    assert held.status == ""
    assert TITLE in held.said
    assert record.number in held.said
    assert judged.status == "ELIGIBLE"


def test_the_applicant_reads_it_before_applying_and_the_official_before_deciding(
    record: CreditRecord, trainee: Person, reviewer: User
) -> None:
    def signed_in(user: User | None) -> Client:
        client = Client(headers={"accept": "text/html"})
        assert user
        client.force_login(user)
        return client

    applicant, official = signed_in(trainee.account), signed_in(reviewer)
    before = text_of(applicant.get("/applications/new/S20.training/"))
    application = an_application(trainee)

    judged = text_of(official.get(application.get_absolute_url()))
    decided = text_of(official.post(application.get_absolute_url(), {"do": "decide"}, follow=True))
    told = text_of(applicant.get(reverse("grants:own_application", args=[application.key])))

    for page in (before, judged, decided, told):
        assert TITLE in page
        assert str(LAW) in page
        assert record.number in page
    assert "不予发放" in decided

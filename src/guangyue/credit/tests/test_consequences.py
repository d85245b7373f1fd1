"""What follows from records, upon whom, for how long; classes, lists and points."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.tests.factories import a_user
from guangyue.credit import standing
from guangyue.credit.appealing import AppealKind
from guangyue.credit.declaration import CreditClass
from guangyue.credit.models import CreditRecord, ListingProposal, Measure, ModelVersion, RiskClass
from guangyue.credit.refusals import DecidedAlready, HearingFirst, NoLegalBasis, NotYourself
from guangyue.credit.services.appeals import raise_appeal, revoke_record
from guangyue.credit.services.classes import grade_sector
from guangyue.credit.services.declaring import switch_on_measure
from guangyue.credit.services.listing import decide_listing, state_case, tell_subject
from guangyue.credit.services.moving import hold, move_record
from guangyue.credit.services.nightly import end_what_ran_out
from guangyue.credit.states import State
from guangyue.credit.tests.factories import (
    AT,
    CLAUSE,
    CODE,
    HONOUR,
    LATER,
    MISCONDUCT,
    TODAY,
    a_measure_fact,
    a_record,
)
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Firm
from guangyue.registries.tests.factories import a_firm


def classes_now() -> None:
    version = ModelVersion.objects.current().get()
    grade_sector(version=version, on=TODAY, by=None, at=AT)


def test_a_measure_without_its_own_law_cannot_be_switched_on(unit: Organisation) -> None:
    fact = a_measure_fact(unit, key="school", title="限制子女就读", basis=None)

    with pytest.raises(NoLegalBasis):
        switch_on_measure(fact=fact, cites=CLAUSE)

    assert not Measure.objects.filter(key="school").exists()


def test_the_database_keeps_no_measure_without_its_law(unit: Organisation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.update(basis="")


def test_a_measure_reaches_the_subject_of_the_record_alone(unit: Organisation, firm: Firm) -> None:
    namesake = a_firm(name=firm.name)
    a_record(unit)

    assert standing.is_restricted(CODE, "no-procurement", TODAY)
    assert standing.measures_against(CODE, "政府采购", TODAY)
    assert not standing.measures_against(CODE, "公交卡", TODAY)
    assert not standing.is_restricted(namesake.credit_code, "no-procurement", TODAY)


def test_while_an_objection_is_open_no_new_measure_starts(unit: Organisation, firm: Firm) -> None:
    record = a_record(unit, HONOUR)
    assert firm.account
    raise_appeal(record=record, kind=AppealKind.OBJECTION, reason="不是我们", by=firm.account, at=AT)

    switch_on_measure(fact=a_measure_fact(unit, key="late", follows=("honour",)), cites=CLAUSE)

    assert not standing.is_restricted(CODE, "late", TODAY)
    assert record.get_state_display() != ""


def test_measures_end_with_their_record(unit: Organisation) -> None:
    record = a_record(unit)

    revoke_record(record=record, said="处罚决定已撤销", by=a_user(), at=LATER)

    assert standing.is_restricted(CODE, "no-procurement", TODAY)
    assert not standing.is_restricted(CODE, "no-procurement", LATER.date())


def test_a_record_runs_out_and_its_measures_with_it(unit: Organisation) -> None:
    record = a_record(unit)
    assert record.expires_on

    end_what_ran_out(at=datetime(2024, 4, 1, 1, tzinfo=SHANGHAI))

    record.refresh_from_db()
    assert State[record.state] is State.EXPIRED
    assert not standing.measures_on(CODE, date(2024, 4, 1))


def test_a_class_keeps_what_it_was_computed_from(unit: Organisation) -> None:
    a_record(unit)

    classes_now()

    kept = RiskClass.objects.get()
    assert standing.class_of(CODE, "market", TODAY) is CreditClass.C
    assert kept.inputs == {"records": {"penalty": 1}, "model": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        RiskClass.objects.update(letter="A")


def test_a_class_changes_with_the_next_run_and_not_before(unit: Organisation) -> None:
    a_record(unit)
    classes_now()

    a_record(unit, HONOUR, document="表彰〔2021〕1号")
    assert standing.class_of(CODE, "market", TODAY) is CreditClass.C
    classes_now()

    assert standing.class_of(CODE, "market", TODAY) is CreditClass.B
    assert standing.classes_on("market", TODAY) == {CODE: CreditClass.B}
    assert standing.worst_classes_on(TODAY) == {CODE: CreditClass.B}


def test_of_whom_nothing_is_recorded_there_is_no_class(unit: Organisation) -> None:
    classes_now()

    assert standing.class_of(CODE, "market", TODAY) is None


def points(unit: Organisation, *conducts: str) -> list[CreditRecord]:
    return [
        a_record(unit, MISCONDUCT, conduct=conduct, document=f"卫医记〔2021〕{number}号")
        for number, conduct in enumerate(conducts, start=1)
    ]


def test_below_the_limit_nobody_is_proposed(unit: Organisation) -> None:
    points(unit, "a", "b")

    assert not ListingProposal.objects.exists()


def test_at_the_limit_a_proposal_is_made_and_nobody_is_listed(unit: Organisation) -> None:
    points(unit, "a", "a")

    proposal = ListingProposal.objects.get()
    assert proposal.state == ListingProposal.State.PROPOSED
    assert proposal.inputs["points"] == 12
    assert not standing.listed_on(CODE, TODAY).key_supervision


def test_a_cancelled_penalty_takes_its_points_and_the_proposal_away(unit: Organisation) -> None:
    first, _ = points(unit, "a", "a")

    revoke_record(record=first, said="决定被撤销", by=a_user(), at=LATER)

    assert ListingProposal.objects.get().state == ListingProposal.State.WITHDRAWN


def test_points_that_no_longer_count_withdraw_the_proposal(unit: Organisation) -> None:
    points(unit, "a", "a")

    end_what_ran_out(at=datetime(2022, 4, 1, 1, tzinfo=SHANGHAI))

    assert ListingProposal.objects.get().state == ListingProposal.State.WITHDRAWN


def decide(proposal: ListingProposal, **said: object) -> ListingProposal:
    usual = {
        "enters": True,
        "said": "事实清楚",
        "document": "卫决〔2021〕1号",
        "document_on": TODAY,
        "at": AT,
    }
    return decide_listing(proposal=proposal, **{"by": a_user(), **usual, **said})  # type: ignore[arg-type]


def test_nobody_is_listed_without_having_been_told(unit: Organisation) -> None:
    points(unit, "a", "a")

    with pytest.raises(HearingFirst):
        decide(ListingProposal.objects.get())


def test_a_list_is_entered_by_the_decision_of_another_person(unit: Organisation) -> None:
    points(unit, "a", "a")
    teller = a_user()
    proposal = tell_subject(proposal=ListingProposal.objects.get(), by=teller, at=AT)
    state_case(proposal=proposal, statement="已经整改")

    with pytest.raises(NotYourself):
        decide(proposal, by=teller)
    decided = decide(proposal)

    assert decided.record is not None
    assert decided.statement == "已经整改"
    assert decided.record.published_at
    listed = standing.listed_on(CODE, TODAY)
    assert (listed.key_supervision, listed.frequency, listed.published) == (True, 2, True)
    assert standing.frequencies_on(TODAY) == {CODE: 2}
    assert standing.worst_classes_on(TODAY) == {CODE: CreditClass.D}
    with pytest.raises(DecidedAlready):
        decide(proposal)


def test_who_was_not_listed_is_not_proposed_again_for_the_same(unit: Organisation) -> None:
    points(unit, "a", "a")
    proposal = tell_subject(proposal=ListingProposal.objects.get(), by=a_user(), at=AT)
    decide(proposal, enters=False)

    end_what_ran_out(at=LATER)

    assert ListingProposal.objects.count() == 1


def test_a_record_only_goes_where_an_arrow_leads(unit: Organisation) -> None:
    record = a_record(unit)
    revoke_record(record=record, said="撤销", by=a_user(), at=AT)

    with pytest.raises(Exception, match="不能这样办理"):
        move_record(record=hold(record), to=State.VALID, by=None, at=AT)

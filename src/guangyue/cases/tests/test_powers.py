"""A case in a zone: who receives, reviews and decides it, what blocks it, and what a withdrawal does."""

from datetime import timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.refusals import SayWhy
from guangyue.cases.services.opening import hand_in
from guangyue.cases.services.papers import hand_in_paper
from guangyue.cases.tests.factories import a_case, a_draft, go
from guangyue.empowerments.models import Empowerment, GrantingDocument
from guangyue.empowerments.modes import Mode
from guangyue.empowerments.refusals import CannotAct
from guangyue.empowerments.services.papers import end_paper
from guangyue.empowerments.services.withdrawing import withdraw_power
from guangyue.empowerments.tests.factories import (
    AT,
    SIGNED,
    a_document,
    a_power,
    a_zone,
    an_undertaken_power,
)
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation

TOMORROW = AT + timedelta(days=1)


@pytest.fixture
def zone(matter: Matter) -> Organisation:
    return a_zone(under=matter.owner.region)


@pytest.fixture
def document(zone: Organisation) -> GrantingDocument:
    return a_document(zone)


def granted(document: GrantingDocument, zone: Organisation, matter: Matter, mode: Mode) -> Empowerment:
    return an_undertaken_power(document, body=zone, department=matter.owner, mode=mode, code=matter.code)


def test_a_delegated_case_is_decided_in_the_zone_in_the_name_of_the_department(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    granted(document, zone, matter, Mode.DELEGATED)

    case = a_case(matter, by=clerk, region=zone.region, at=AT)
    desks = [case.desk]
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)
    desks.append(case.desk)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, at=AT, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT)

    assert desks == [zone, zone]
    assert case.unit == zone
    assert case.in_the_name_of == matter.owner
    assert case.outcome == "GRANTED"


def test_where_the_zone_reviews_the_city_decides(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User, reviewer: User
) -> None:
    granted(document, zone, matter, Mode.REVIEW)
    case = a_case(matter, by=clerk, region=zone.region, at=AT)
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)
    reviewing = case.desk

    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, at=AT, said="符合条件")

    assert (reviewing, case.desk, case.unit) == (zone, matter.owner, matter.owner)


def test_whoever_signs_follows_the_review_or_says_why_not(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    granted(document, zone, matter, Mode.REVIEW)
    case = a_case(matter, by=clerk, region=zone.region, at=AT)
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)
    go(case, "propose_refusal", actor=Actor.REVIEWER, by=reviewer, at=AT, said="场所不符合要求")

    with pytest.raises(SayWhy):
        go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT)
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT, said="复核以后场所符合要求")

    assert case.outcome == "GRANTED"
    assert case.moves.get(arrow="grant").said == "复核以后场所符合要求"


def test_where_the_zone_only_receives_the_city_reviews(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User
) -> None:
    granted(document, zone, matter, Mode.INTAKE)
    case = a_case(matter, by=clerk, region=zone.region, at=AT)
    receiving = case.desk

    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)

    assert (receiving, case.desk) == (zone, matter.owner)
    assert (case.manner, case.channel) == (Case.Manner.DELEGATED, Case.Channel.TAKEN_IN)


def test_what_came_online_stays_so_where_the_zone_only_receives(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User
) -> None:
    granted(document, zone, matter, Mode.INTAKE)

    case = a_case(matter, by=clerk, region=zone.region, at=AT, channel=Case.Channel.ONLINE)

    assert (case.manner, case.channel) == (Case.Manner.DELEGATED, Case.Channel.ONLINE)


def test_a_decision_without_the_seal_is_blocked_and_the_seal_is_named(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    power = granted(document, zone, matter, Mode.DELEGATED)
    case = a_case(matter, by=clerk, region=zone.region, at=AT)
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, at=AT, said="符合条件")
    end_paper(paper=power.seals.get(), on=SIGNED, because="遗失", by=None, at=AT)

    with pytest.raises(CannotAct, match="二号章"):
        go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT)


def test_a_withdrawal_stops_new_cases_the_same_day_and_lets_the_zone_finish_the_open_ones(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    power = granted(document, zone, matter, Mode.DELEGATED)
    case = a_case(matter, by=clerk, region=zone.region, at=AT)
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)
    withdrawn_on = SIGNED + timedelta(days=1)
    withdraw_power(empowerment=power, on=withdrawn_on, said="收回", open_cases="finish", by=None, at=TOMORROW)

    new = a_case(matter, by=clerk, region=zone.region, at=TOMORROW)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, at=TOMORROW, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=TOMORROW)

    assert new.unit == matter.owner
    assert (case.unit, case.outcome) == (zone, "GRANTED")


def test_a_withdrawal_hands_the_open_cases_over_where_the_decision_says_so(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User, decider: User
) -> None:
    power = granted(document, zone, matter, Mode.DELEGATED)
    case = a_case(matter, by=clerk, region=zone.region, at=AT)
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)

    handed = withdraw_power(
        empowerment=power, on=SIGNED, said="收回市级", open_cases="hand_over", by=decider, at=AT
    )

    case.refresh_from_db()
    assert handed == 1
    assert (case.unit, case.desk, case.empowerment) == (matter.owner, matter.owner, None)
    last = case.moves.order_by("-pk")[0]
    assert (last.title, last.said, last.desk) == ("转办", "收回市级", zone)


def test_a_draft_goes_to_whoever_holds_the_power_when_it_is_handed_in(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User
) -> None:
    power = granted(document, zone, matter, Mode.DELEGATED)
    case = a_draft(matter, region=zone.region, at=AT)
    for paper in case.papers.missing():
        hand_in_paper(paper=paper, files=(), at=AT, on_paper=True)
    withdraw_power(empowerment=power, on=SIGNED, said="收回", open_cases="finish", by=None, at=AT)

    hand_in(case=case, consent=True, by=clerk, actor=Actor.CLERK, at=TOMORROW)

    case.refresh_from_db()
    assert (case.unit, case.empowerment) == (matter.owner, None)


def test_what_was_exercised_before_is_decided_in_ones_own_name(
    document: GrantingDocument, zone: Organisation, matter: Matter, clerk: User, reviewer: User, decider: User
) -> None:
    a_power(document, body=zone, department=matter.owner, mode=Mode.DIRECT, code=matter.code)
    case = a_case(matter, by=clerk, region=zone.region, at=AT)

    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, at=AT, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT)

    assert case.unit == case.in_the_name_of == zone

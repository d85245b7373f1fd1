"""From a fact to a decision and what follows: proposed, heard, decided, carried out, over."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from guangyue.accountability.counting import figures_of
from guangyue.accountability.models import Circular, Restriction, StepCase, TakenStep, Transfer
from guangyue.accountability.services.chasing import chase_steps
from guangyue.accountability.services.circulating import amend_circular, issue_circular, recounted
from guangyue.accountability.services.deciding import (
    decide_steps,
    exempt_case,
    finish_case,
    outstanding,
    record_statement,
    refuse_steps,
)
from guangyue.accountability.services.interviewing import report_commitment, verify_commitment
from guangyue.accountability.services.ranking import (
    Placed,
    enter_ranking,
    propose_last,
    settle_tie,
    unsettled,
)
from guangyue.accountability.services.restricting import (
    answer_transfer,
    lift_unit_restriction,
    restrict_unit,
)
from guangyue.accountability.tests.factories import (
    DAY,
    MONDAY,
    TUESDAY,
    a_circular,
    a_fact,
    a_step_case,
    a_transfer,
    a_unit_restriction,
    an_interview,
    decided,
    promises,
)
from guangyue.accountability.tests.small_city import EXEMPTED, LADDER, LAND, LAST, LATE, NO_CAUSE
from guangyue.accounts.tests.factories import a_grant, a_region, a_user, an_organisation
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation, Person, Post, Tenure

CRITICISM, INTERVIEW, _ = (step.title for step in LADDER)
WEEK = timedelta(days=7)


def test_the_same_fact_is_decided_once_under_a_trigger_and_once_under_another(unit: Organisation) -> None:
    fact = a_fact()

    a_step_case(unit, LATE, facts=(fact,))
    other = a_step_case(unit, LAND, facts=(fact,))

    assert other.facts.get().record == fact.record
    with pytest.raises(Refused, match="只决定一次"):
        a_step_case(unit, LATE, facts=(fact,))
    with pytest.raises(Refused, match="没有事实"):
        a_step_case(unit, LATE, facts=())
    with pytest.raises(IntegrityError), transaction.atomic():
        other.facts.update(title="另外一件")


def test_the_party_is_heard_before_it_is_decided_by_another_than_who_proposed(unit: Organisation) -> None:
    proposer, decider = a_user(), a_user()
    case = a_step_case(unit, LATE, by=proposer)

    with pytest.raises(Refused, match="提议的人"):
        decide_steps(case=case, steps=[CRITICISM], by=proposer, at=TUESDAY)
    with pytest.raises(Refused, match="陈述"):
        decide_steps(case=case, steps=[CRITICISM], by=decider, at=TUESDAY)
    with pytest.raises(Refused, match="还没有到"):
        decide_steps(case=case, steps=[CRITICISM], unheard="silent", by=decider, at=TUESDAY)
    record_statement(case=case, said="雨季停工", by=a_user(), at=TUESDAY)
    case = decide_steps(case=case, steps=[CRITICISM], by=decider, at=TUESDAY)

    assert (case.state, case.steps.get().title) == (StepCase.State.DECIDED, CRITICISM)
    assert case.statements.filter(at__lte=TUESDAY).exists()
    with pytest.raises(Refused, match="状态已经变了"):
        record_statement(case=case, said="补充", by=a_user(), at=TUESDAY)


def test_refusals_and_exemptions_close_a_case_with_their_reason(unit: Organisation) -> None:
    refused = refuse_steps(case=a_step_case(unit, LATE), reason="工期顺延", by=a_user(), at=TUESDAY)
    listed = a_step_case(unit, EXEMPTED, exemption=NO_CAUSE)
    tolerated = exempt_case(case=a_step_case(unit, LATE), exemption="reform", by=a_user(), at=TUESDAY)

    assert (refused.state, refused.reason) == (StepCase.State.REFUSED, "工期顺延")
    assert (listed.state, listed.closed_at) == (StepCase.State.EXEMPT, MONDAY)
    assert "没有因果" in listed.reason
    assert "改革失误" in tolerated.reason
    with pytest.raises(Refused, match="没有列出"):
        exempt_case(case=a_step_case(unit, LATE), exemption="no-cause", by=a_user(), at=TUESDAY)


def test_an_interview_is_open_until_its_last_commitment_is_verified_by_another(unit: Organisation) -> None:
    (step,) = decided(a_step_case(unit, LATE), INTERVIEW, reason="第三次逾期")
    interview = an_interview(step)
    first, second = promises(interview, "补齐手续", "完成验收")
    reporter, verifier = a_user(), a_user()

    for one in (first, second):
        report_commitment(commitment=one, report="完成", by=reporter, at=TUESDAY)
    with pytest.raises(Refused, match="核实自己"):
        verify_commitment(commitment=first, by=reporter, at=TUESDAY)
    verify_commitment(commitment=first, by=verifier, at=TUESDAY)
    interview.refresh_from_db()
    assert interview.closed_on is None
    with pytest.raises(Refused, match="没有落实"):
        finish_case(case=step.case, result="完成", by=verifier, at=TUESDAY)
    verify_commitment(commitment=second, by=verifier, at=TUESDAY)

    interview.refresh_from_db()
    assert interview.closed_on == TUESDAY.date()
    finished = finish_case(case=step.case, result="整改完成", by=verifier, at=TUESDAY)
    assert finished.state == StepCase.State.FINISHED


def test_restrictions_hold_on_their_days_and_a_case_waits_for_them_and_for_transfers(
    unit: Organisation,
) -> None:
    case = a_step_case(unit, LAND, steps=("通报", "限批"))
    step = next(one for one in decided(case) if one.title == "限批")

    with pytest.raises(Refused, match="哪些事项"):
        a_unit_restriction(step)
    with pytest.raises(Refused, match="早于起期"):
        restrict_unit(
            step=step, since=date(2020, 7, 1), until=date(2020, 6, 1), effect="停", by=a_user(), at=TUESDAY
        )
    TakenStep.objects.filter(pk=step.pk).update(kind="DEDUCTION")
    step.refresh_from_db()
    holding = a_unit_restriction(step)
    transfer = a_transfer(case)

    for on, holds in ((date(2020, 6, 1), False), (date(2020, 6, 2), True), (date(2020, 6, 30), True)):
        assert Restriction.objects.in_force(unit, on).exists() is holds
    assert not Restriction.objects.in_force(unit, date(2020, 7, 1)).exists()
    assert len(outstanding(case, on=TUESDAY.date())) == 3
    lift_unit_restriction(restriction=holding, why="整改完成", by=a_user(), at=TUESDAY + WEEK)
    assert not Restriction.objects.in_force(unit, (TUESDAY + WEEK).date()).exists()
    answer_transfer(transfer=transfer, result="立案", on=TUESDAY.date(), by=a_user(), at=TUESDAY)
    assert outstanding(case, on=(TUESDAY + WEEK).date()) == ["通报还没有落实"]
    with pytest.raises(Refused, match="没有规定移送公安"):
        a_transfer(a_step_case(unit, LATE), Transfer.Organ.POLICE)


def test_a_circular_is_written_from_the_figures_and_issued_by_another(unit: Organisation) -> None:
    drafter, chief = a_user(), a_user()
    (step,) = decided(a_step_case(unit, LATE))
    circular = a_circular(step, by=drafter, audience=Circular.Audience.PUBLIC)

    assert f"1. {unit.name}。任务逾期" in circular.text
    assert "采取措施的 1 件" in circular.text
    said = {name: getattr(circular, name) for name in ("title", "audience", "issuer", "addressed_to")}
    amend_circular(circular=circular, said={**said, "text": "改过的正文"}, by=drafter, at=TUESDAY)
    with pytest.raises(Refused, match="起草的人"):
        issue_circular(circular=circular, number="1号", dated=TUESDAY.date(), by=drafter, at=TUESDAY)
    issued = issue_circular(circular=circular, number="1号", dated=TUESDAY.date(), by=chief, at=TUESDAY)

    step.refresh_from_db()
    assert (issued.text, step.carried_on) == ("改过的正文", TUESDAY.date())
    head = Tenure.objects.create(
        person=Person.objects.create(name="王小明"),
        post=Post.objects.create(organisation=unit, title="县长", chief=True),
        source=Tenure.Source.NOTICE,
    )
    StepCase.objects.filter(pk=step.case_id).update(head=head)
    assert issued.masked("县长王小明") == "县长王**"
    kept, now = recounted(issued)
    assert kept == now == figures_of(date(2020, 6, 1), date(2020, 6, 30), scope=EVERYWHERE)
    assert list(Circular.objects.public()) == [issued]
    with pytest.raises(Refused, match="已经发出"):
        amend_circular(circular=issued, said={**said, "text": "又改"}, by=chief, at=TUESDAY)


def test_the_last_of_a_ranking_are_taken_by_post_and_a_tie_by_a_person(unit: Organisation) -> None:
    others = (an_organisation(f"unit{one}", region=a_region(f"99020{one}")) for one in (1, 2))
    units = [unit, *others]
    tenure = Tenure.objects.create(
        person=Person.objects.create(name="王小明"),
        post=Post.objects.create(organisation=units[2], title="局长", chief=True),
        source=Tenure.Source.NOTICE,
        since=date(2020, 1, 1),
    )
    placed = [Placed(one, "部门", place) for one, place in zip(units, (1, 1, 3), strict=True)]
    ranking = enter_ranking(
        trigger=LAST, title="考核", year=2019, source="测试", placed=placed, by=a_user(), at=MONDAY
    )

    (found,) = unsettled(ranking).values()
    assert (len(found.certain), len(found.tied), found.wanted) == (1, 2, 1)
    with pytest.raises(Refused, match="并列"):
        propose_last(ranking=ranking, by=a_user(), at=MONDAY)
    tied = ranking.places.filter(place=1)
    with pytest.raises(Refused, match="不多不少"):
        settle_tie(ranking=ranking, chosen=list(tied), said="理由", by=a_user(), at=MONDAY)
    ranking = settle_tie(ranking=ranking, chosen=[tied[0]], said="看进步", by=a_user(), at=MONDAY)
    cases = propose_last(ranking=ranking, by=a_user(), at=MONDAY)

    assert {case.unit_id for case in cases} == {units[0].pk, units[2].pk}
    assert {case.head for case in cases} == {None, tenure}


def test_whoever_may_decide_is_told_once_of_what_is_late(unit: Organisation) -> None:
    a_grant(a_user(), "chief", since=DAY)
    case = a_step_case(unit, LATE)

    for at in (case.due - timedelta(hours=1), case.due + timedelta(hours=1), case.due + WEEK):
        chase_steps.run(at=at)

    assert Notification.objects.filter(key=f"accountability.late-{case.pk}").count() == 1

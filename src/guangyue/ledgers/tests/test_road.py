"""From registration to clearing and back: what is refused by the services is refused by the database too."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.kit.refusals import Refused
from guangyue.ledgers.flow import ARROWS, Ground, Side, State
from guangyue.ledgers.models import AcceptanceMember, Change, Measure, Problem, Sampled, Sampling, SignOff
from guangyue.ledgers.refusals import (
    AfterTheLongStop,
    AlreadyListed,
    FoundAgain,
    ListsMissing,
    NoAcceptance,
    NotTheLead,
    SameHand,
    WrongStep,
)
from guangyue.ledgers.services.accepting import MemberSaid, accept_problem, sign_off
from guangyue.ledgers.services.listing import (
    add_deadline,
    approve_lists,
    drop_line,
    move_deadline,
    send_back_lists,
    submit_lists,
)
from guangyue.ledgers.services.proposing import take_proposal
from guangyue.ledgers.services.registering import correct_problem, merge_problem, register_problem
from guangyue.ledgers.services.watching import open_sampling, record_sample, reopen_problem
from guangyue.ledgers.services.working import (
    apply_for_acceptance,
    start_work,
    transfer_to_judiciary,
)
from guangyue.ledgers.statistics import counts_by_region, together
from guangyue.ledgers.tests.factories import (
    AT,
    DAY,
    DUE,
    a_campaign,
    a_problem,
    a_problem_said,
    clear,
    fill_lists,
    hand_in,
    list_up,
    seen_on_site,
)
from guangyue.ledgers.tests.small_city import STOP

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def again(problem: Problem) -> Problem:
    return Problem.objects.get(pk=problem.pk)


def refused_by_database(problem: Problem, **fields: object) -> bool:
    try:
        with transaction.atomic():
            Problem.objects.filter(pk=problem.pk).update(**fields)
    except IntegrityError:
        return True
    return False


def test_a_problem_goes_from_its_registration_to_its_clearing(
    problem: Problem, county: User, lead: User
) -> None:
    cleared = clear(problem, by=county, lead=lead)

    assert cleared.in_state is State.SIGNED_OFF
    assert cleared.sign_offs.get().number.startswith("XH")
    assert cleared.measure_kinds == ["拆除", "恢复"]
    told = list(cleared.changes.values_list("what", flat=True))
    assert told[0] == "登记"
    assert told[-2:] == ["验收通过", "销号"]


def test_the_missing_list_is_named_and_nothing_starts(problem: Problem, county: User, lead: User) -> None:
    fill_lists(problem, by=county)
    for line in problem.responsibilities.all():
        drop_line(line=line, by=county, at=AT)

    with pytest.raises(ListsMissing, match="责任清单"):
        submit_lists(problem=problem, by=county, at=AT)
    assert refused_by_database(problem, state=State.DRAWN_UP.name)
    assert refused_by_database(problem, state=State.IN_WORK.name)


def test_no_deadline_is_later_than_the_long_stop(problem: Problem, county: User, lead: User) -> None:
    assert (problem.long_stop, problem.latest, problem.due) == (STOP, STOP, STOP)

    with pytest.raises(AfterTheLongStop):
        add_deadline(problem=problem, milestone="拆完", due=STOP + timedelta(days=1), by=county, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        problem.deadlines.create(round=1, milestone="拆完", due=STOP + timedelta(days=1))
    listed = list_up(problem, by=county, lead=lead)
    assert again(listed).due == DUE
    with pytest.raises(AfterTheLongStop):
        move_deadline(deadline=listed.deadlines.get(), due=date(2027, 1, 1), said="来不及", by=lead, at=AT)
    move_deadline(deadline=listed.deadlines.get(), due=STOP, said="汛期", by=lead, at=AT)
    assert again(listed).due == STOP


def test_what_is_found_after_the_long_stop_has_thirty_days(county: User, lead: User) -> None:
    assert county.organisation is not None
    at = AT.replace(year=2027)

    late = a_problem(county.organisation.region, county.organisation, at=at, found_on=at.date())

    assert (late.long_stop, late.latest) == (STOP, at.date() + timedelta(days=30))


def test_the_lists_are_approved_by_the_lead_and_by_another_hand(
    problem: Problem, county: User, lead: User
) -> None:
    fill_lists(problem, by=county)
    submit_lists(problem=problem, by=lead, at=AT)

    with pytest.raises(NotTheLead):
        approve_lists(problem=problem, by=county, at=AT)
    with pytest.raises(SameHand):
        approve_lists(problem=problem, by=lead, at=AT)
    sent_back = send_back_lists(problem=problem, said="写清楚标准", by=lead, at=AT)
    assert sent_back.in_state is State.REGISTERED


def test_lists_that_are_drawn_up_stand(problem: Problem, county: User, lead: User) -> None:
    listed = list_up(problem, by=county, lead=lead)

    with pytest.raises(WrongStep):
        take_proposal(problem=listed, by=county, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.filter(problem=listed).delete()


def test_the_proposal_becomes_lines_once(problem: Problem, county: User) -> None:
    assert take_proposal(problem=problem, by=county, at=AT) == 4
    assert take_proposal(problem=problem, by=county, at=AT) == 0
    assert set(problem.deadlines.values_list("milestone", flat=True)) == {"断电", "整改到位"}


def test_acceptance_is_asked_for_when_every_measure_is_done_and_seen(
    problem: Problem, county: User, lead: User
) -> None:
    started = start_work(problem=list_up(problem, by=county, lead=lead), by=county, at=AT)

    with pytest.raises(Refused, match="还有措施没有完成：拆除、恢复"):
        apply_for_acceptance(problem=started, said="好了", by=county, at=AT)
    started.measures.update(done_on=DAY)
    with pytest.raises(Refused, match="照片"):
        apply_for_acceptance(problem=started, said="好了", by=county, at=AT)


def test_acceptance_is_joint_on_the_spot_and_not_by_who_did_the_work(
    problem: Problem, county: User, lead: User
) -> None:
    handed_in = hand_in(problem, by=county, lead=lead)
    there = seen_on_site(handed_in, lead)
    lead_alone = {"members": there.members[:1]}
    doer = {"members": [*there.members, MemberSaid(Side.OTHER, "别的单位", "李某")]}

    for said in (lead_alone, {"members": there.members[1:]}, {"on_site": False}, doer):
        with pytest.raises(NoAcceptance):
            accept_problem(problem=handed_in, said=seen_on_site(handed_in, lead, **said), by=lead, at=AT)
    with pytest.raises(Refused, match="公示"):
        accept_problem(problem=handed_in, said=seen_on_site(handed_in, lead, checks=()), by=lead, at=AT)
    acceptance = accept_problem(problem=handed_in, said=there, by=lead, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        AcceptanceMember.objects.create(
            acceptance=acceptance, side="OTHER", unit="拆迁队", person="赵某", signs=True
        )


def test_one_measure_short_of_its_standard_and_nothing_is_cleared(
    problem: Problem, county: User, lead: User
) -> None:
    handed_in = hand_in(problem, by=county, lead=lead)
    first, second = handed_in.measures.all()

    said = seen_on_site(handed_in, lead, results={first: (True, ""), second: (False, "有残留")})
    accept_problem(problem=handed_in, said=said, by=lead, at=AT)

    held = again(handed_in)
    assert held.in_state is State.IN_WORK
    assert list(held.measures.filter(done_on=None)) == [second]
    with pytest.raises(WrongStep):
        sign_off(problem=held, by=lead, at=AT)
    assert refused_by_database(held, state=State.SIGNED_OFF.name, signed_off_on=DAY)


def test_problems_are_cleared_one_by_one_even_behind_the_services(
    problem: Problem, county: User, lead: User
) -> None:
    assert county.organisation is not None
    other = a_problem(county.organisation.region, county.organisation, by=county)
    for one in (problem, other):
        handed_in = hand_in(one, by=county, lead=lead)
        accept_problem(problem=handed_in, said=seen_on_site(handed_in, lead), by=lead, at=AT)
    orders = [
        SignOff(problem=one, round=1, number=f"XH{one.pk}", on=DAY, by=lead, at=AT)
        for one in (problem, other)
    ]

    with pytest.raises(IntegrityError, match="one by one"), transaction.atomic():
        SignOff.objects.bulk_create(orders)
    Problem.objects.filter(pk=other.pk).update(applied_by=lead)
    with pytest.raises(SameHand):
        sign_off(problem=other, by=lead, at=AT)


def test_a_failed_sample_reopens_with_its_history_and_counts_against_the_rate(
    problem: Problem, county: User, lead: User
) -> None:
    cleared = clear(problem, by=county, lead=lead)
    inspector = a_user()
    sampling = open_sampling(
        campaign=a_campaign(),
        kind=Sampling.Kind.SAMPLE,
        title="三月抽查",
        problems=[cleared],
        by=inspector,
        at=LATER,
    )

    record_sample(
        sampled=sampling.sampled.get(),
        result=Sampled.Result.FAILED,
        said="又搭起来了",
        checked_on=LATER.date(),
        by=inspector,
        at=LATER,
    )

    held = again(cleared)
    assert (held.in_state, held.round, held.signed_off_on) == (State.REOPENED, 2, None)
    assert held.measures.filter(round=1).count() == 2
    assert held.acceptances.get().is_overturned
    assert held in Problem.objects.reopened()
    whole = together(counts_by_region(Problem.objects.all(), on=DAY))
    assert (whole.registered, whole.signed_off, whole.reopened, whole.rate) == (1, 0, 1, 0)
    again_cleared = clear(held, by=county, lead=lead, at=LATER)
    assert again_cleared.sign_offs.count() == 2
    assert again_cleared not in Problem.objects.reopened()


def test_what_was_cleared_and_is_found_again_is_not_listed_twice(
    problem: Problem, county: User, lead: User
) -> None:
    assert county.organisation is not None
    same = a_problem_said(
        county.organisation.region, county.organisation, subject=problem.subject, place=problem.place
    )

    with pytest.raises(AlreadyListed):
        register_problem(campaign=a_campaign(), said=same, by=county, at=AT)
    clear(problem, by=county, lead=lead)
    with pytest.raises(FoundAgain, match=problem.number):
        register_problem(campaign=a_campaign(), said=same, by=county, at=LATER)
    reopen_problem(problem=problem, ground=Ground.FOUND_AGAIN, reason="又有了", by=lead, at=LATER)
    with pytest.raises(WrongStep):
        reopen_problem(problem=problem, ground=Ground.FOUND_AGAIN, reason="又有了", by=lead, at=LATER)


def test_a_correction_is_kept_with_what_stood_before(problem: Problem, county: User) -> None:
    said = a_problem_said(
        problem.region, problem.organisation, subject=problem.subject, zone="西", facts={"owner": "另一人"}
    )

    correct_problem(problem=problem, said=said, by=county, at=AT)

    change = problem.changes.latest("pk")
    assert ["分区", "东", "西"] in change.changes
    assert ["业主", "某某", "另一人"] in change.changes
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.filter(pk=change.pk).update(said="没有改过")


def test_a_double_is_merged_and_no_longer_counted(problem: Problem, county: User, lead: User) -> None:
    assert county.organisation is not None
    double = a_problem(county.organisation.region, county.organisation, by=county)

    merge_problem(problem=double, into=problem, said="同一处", by=lead, at=AT)

    whole = together(counts_by_region(Problem.objects.all(), on=DAY))
    assert (whole.registered, whole.merged, whole.rate) == (2, 1, 0)
    assert double not in Problem.objects.open()


def test_it_is_overdue_from_the_day_after_until_it_is_handed_in(
    problem: Problem, county: User, lead: User
) -> None:
    listed = list_up(problem, by=county, lead=lead)

    assert listed not in Problem.objects.overdue(DUE)
    assert listed in Problem.objects.overdue(DUE + timedelta(days=1))
    Problem.objects.filter(pk=listed.pk).update(state=State.IN_WORK.name)
    Problem.objects.filter(pk=listed.pk).update(state=State.APPLIED.name)
    assert listed not in Problem.objects.overdue(DUE + timedelta(days=1))


def test_a_crime_goes_to_the_judiciary_and_the_problem_stays(problem: Problem, lead: User) -> None:
    transfer_to_judiciary(problem=problem, on=DAY, authority="公安局", receipt="回执1", by=lead, at=AT)

    assert again(problem).transferred_on == DAY
    assert problem in Problem.objects.open()


def test_the_database_knows_no_other_ways_and_no_deletion(problem: Problem) -> None:
    ways = {to for one, to in ARROWS if one is State.REGISTERED}

    assert all(
        refused_by_database(problem, state=to.name) for to in State if to not in (*ways, State.REGISTERED)
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.filter(problem=problem).delete()

"""The clocks of a case: what makes them longer, what lets them stand, whom they warn and whom they chase."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, DutyAfter, OpinionAsked, Phase
from guangyue.cases.models import Case, Duty, Opinion
from guangyue.cases.refusals import ConfirmedAlready, MovedOnAlready, NotLate, NotYet, OwnLateness
from guangyue.cases.services.duties import do_duty
from guangyue.cases.services.lateness import confirm_lateness, trace_time
from guangyue.cases.services.nightly import run_clocks
from guangyue.cases.services.opinions import give_opinion
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.cases.services.refusing import ask_to_refuse
from guangyue.cases.tests.factories import AT, CLAUSE, ORDINARY, a_case, a_matter, go
from guangyue.cases.usual import ONE_DAY, Beside, usual_flow
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.holidays import Announcement, NamedDay
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.services.notices import enter_notice, rehearse_notice
from guangyue.matters.models import Matter
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import an_official

LATE = AT + timedelta(days=9)
THIRD = datetime(2020, 6, 3, 23, 59, 59, tzinfo=SHANGHAI)


def night(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), SHANGHAI) + timedelta(minutes=20)


def due_day(case: Case) -> date | None:
    case.refresh_from_db()
    return case.due and local_day(case.due)


@pytest.fixture
def case(matter: Matter, clerk: User) -> Case:
    """Accepted on Monday the first; five working days end on the next Monday."""
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    return case


# 延期、中止


def test_a_limit_is_extended_once_by_a_decider_and_the_applicant_is_told(case: Case, decider: User) -> None:
    go(case, "extend", actor=Actor.DECIDER, by=decider, said="案情复杂")

    assert due_day(case) == date(2020, 6, 22)
    assert case.letters.latest("pk").get_kind_display() == "延期告知书"
    with pytest.raises(NotYet, match="只能延期一次"):
        go(case, "extend", actor=Actor.DECIDER, by=decider, said="还是复杂")


def test_what_is_late_already_is_not_extended(case: Case, decider: User) -> None:
    with pytest.raises(NotYet, match="到期以前"):
        go(case, "extend", actor=Actor.DECIDER, by=decider, said="案情复杂", at=AT + timedelta(days=8))


def test_a_pause_says_its_ground_and_the_paper_it_rests_on(case: Case, reviewer: User) -> None:
    go(case, "begin_hearing", actor=Actor.REVIEWER, by=reviewer, said="听证通知书〔2020〕3号", at=AT)
    pause = case.pauses.get()
    assert (pause.ground, pause.paper) == ("听证", "听证通知书〔2020〕3号")

    go(case, "end_special", actor=Actor.REVIEWER, by=reviewer, said="听证笔录", at=AT + timedelta(days=3))

    assert due_day(case) == date(2020, 6, 10)


def test_a_case_sent_back_to_the_window_keeps_the_time_it_has(
    case: Case, clerk: User, reviewer: User
) -> None:
    go(case, "return_to_front", actor=Actor.REVIEWER, by=reviewer, said="登记的地址有误", at=AT)
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT + timedelta(days=2))

    assert due_day(case) == date(2020, 6, 8)


def test_a_holiday_notice_moves_the_days_of_open_cases(case: Case, decider: User) -> None:
    storm = Announcement(2020, "关于停工的通知", "", False, (NamedDay(date(2020, 6, 3), False, "停工"),))

    rehearsed = rehearse_notice(storm)
    assert [one.title for one in rehearsed.moved] == [f"办件 {case.number}：{case.title}"]
    assert due_day(case) == date(2020, 6, 8)
    enter_notice(announcement=storm, by=decider, at=AT)

    assert due_day(case) == date(2020, 6, 9)


def test_a_holiday_notice_moves_what_an_applicant_and_a_decider_have_to_answer(
    matter: Matter, clerk: User, decider: User
) -> None:
    told = a_case(matter, papers=False, by=clerk)
    go(told, "tell_missing", actor=Actor.CLERK, by=clerk, said="缺申请表、平面图", at=AT)
    veto = ask_to_refuse(
        case=a_case(matter, by=clerk), reason="不在受理范围", by=clerk, at=AT + timedelta(days=1)
    )
    assert told.step_due is not None
    last, answered = local_day(told.step_due), local_day(veto.due)
    storm = Announcement(2020, "关于停工的通知", "", False, (NamedDay(date(2020, 6, 3), False, "停工"),))

    enter_notice(announcement=storm, by=decider, at=AT)

    told.refresh_from_db()
    veto.refresh_from_db()
    assert (last, local_day(told.step_due)) == (date(2020, 6, 22), date(2020, 6, 23))
    assert (answered, local_day(veto.due)) == (date(2020, 6, 3), date(2020, 6, 4))


def test_a_holiday_notice_moves_opinions_and_duties_too(
    departments: dict[str, Organisation], clerk: User, reviewer: User, decider: User
) -> None:
    owner, second, *_ = departments.values()
    beside = Beside(
        opinions=(OpinionAsked("fire", "消防意见", second.key, Limit(2, Unit.WORKING_DAY)),),
        duties=(DutyAfter("file", "报送备案", Limit(2, Unit.WORKING_DAY)),),
    )
    case = a_case(
        a_matter(owner, flow=usual_flow("joint", "并联流程", cites=CLAUSE, beside=beside)), by=clerk
    )
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    duty = Duty.objects.create(
        case=case,
        key="file",
        title="报送备案",
        limit_amount=2,
        limit_unit="WORKING_DAY",
        started_at=AT,
        due=THIRD,
    )
    storm = Announcement(2020, "关于停工的通知", "", False, (NamedDay(date(2020, 6, 3), False, "停工"),))

    enter_notice(announcement=storm, by=decider, at=AT)

    duty.refresh_from_db()
    assert [local_day(due) for due in (duty.due, case.opinions.get().due) if due] == [date(2020, 6, 4)] * 2


# 预警、催办


def told(user: User) -> list[str]:
    return list(Notification.objects.filter(to=user).order_by("pk").values_list("title", flat=True))


def test_whoever_has_the_case_is_warned_at_half_and_at_four_fifths_once_each(
    case: Case, reviewer: User
) -> None:
    Case.objects.filter(pk=case.pk).update(handler=reviewer)

    for day in ("2020-06-02", "2020-06-03", "2020-06-04", "2020-06-04", "2020-06-05", "2020-06-05"):
        run_clocks.run(at=night(day))

    assert told(reviewer) == [f"办件 {case.number} 的时限已经用去 {level}%" for level in (50, 80)]


def test_a_late_case_is_chased_higher_the_later_it_is(case: Case, reviewer: User, matter: Matter) -> None:
    Case.objects.filter(pk=case.pk).update(handler=reviewer, warned=80)
    own = an_official("chief", organisation=matter.owner)
    city = an_official("chief", region="990100")

    for day in ("2020-06-09", "2020-06-09", "2020-06-11", "2020-06-15", "2020-06-16"):
        run_clocks.run(at=night(day))

    case.refresh_from_db()
    assert case.chased == 3
    assert told(reviewer) == [
        f"办件 {case.number} 超期 {late} 个工作日，第 {level} 次催办"
        for level, late in ((1, 1), (2, 3), (3, 5))
    ]
    assert told(own) == told(reviewer)[1:]
    assert told(city) == told(reviewer)[2:]


def test_supervisors_hear_once_how_many_cases_end_today(case: Case, matter: Matter) -> None:
    chief = an_official("chief", organisation=matter.owner)
    Case.objects.filter(pk=case.pk).update(warned=80)

    run_clocks.run(at=night("2020-06-08"))
    run_clocks.run(at=night("2020-06-08"))

    assert told(chief) == ["今天有 1 件办件到期"]


def test_whoever_has_a_case_beyond_the_limit_of_its_step_hears_of_it_once(
    departments: dict[str, Organisation], clerk: User, reviewer: User, decider: User
) -> None:
    owner = next(iter(departments.values()))
    limited = tuple(replace(one, limit=ONE_DAY) if one.key == "review" else one for one in ORDINARY.steps)
    case = a_case(a_matter(owner, flow=replace(ORDINARY, key="limited", steps=limited)), by=clerk)
    window, bureau = an_official("clerk"), an_official("reviewer", organisation=owner)

    run_clocks.run(at=night("2020-06-02"))
    run_clocks.run(at=night("2020-06-02"))
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT + timedelta(days=1))
    run_clocks.run(at=night("2020-06-04"))
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件", at=AT + timedelta(days=3))
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT + timedelta(days=3))
    run_clocks.run(at=night("2020-06-06"))

    def late(at: User) -> list[str]:
        return [title for title in told(at) if title.endswith("已经超时")]

    assert late(window) == [f"办件 {case.number} 在“{step}”环节已经超时" for step in ("收件", "出件")]
    assert late(bureau) == [f"办件 {case.number} 在“审查”环节已经超时"]
    assert told(decider) == []


def test_a_department_that_does_not_answer_is_late_itself_and_has_not_agreed(
    departments: dict[str, Organisation], clerk: User, reviewer: User
) -> None:
    first, second, *_ = departments.values()
    asked = OpinionAsked("fire", "消防意见", second.key, Limit(2, Unit.WORKING_DAY))
    flow = usual_flow("joint", "并联流程", cites=CLAUSE, beside=Beside(opinions=(asked,)))
    case = a_case(a_matter(first, flow=flow), by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    answering = an_official("reviewer", organisation=second)

    run_clocks.run(at=night("2020-06-04"))
    run_clocks.run(at=night("2020-06-04"))

    assert told(answering) == [f"办件 {case.number}：“消防意见”逾期没有答复"]
    with pytest.raises(NotYet, match="消防意见"):
        go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")
    give_opinion(
        opinion=case.opinions.get(),
        outcome=Opinion.Said.AGREES,
        said="",
        by=answering,
        at=LATE,
    )
    used = trace_time(case, at=LATE)
    assert used is not None
    assert [(share.organisation, share.over) for share in used.answerable()] == [(second.pk, 5)]


def test_what_a_closed_case_no_longer_needs_is_neither_answered_nor_chased(
    departments: dict[str, Organisation], clerk: User
) -> None:
    first, second, *_ = departments.values()
    asked = OpinionAsked("fire", "消防意见", second.key, Limit(2, Unit.WORKING_DAY))
    flow = usual_flow("joint", "并联流程", cites=CLAUSE, beside=Beside(opinions=(asked,)))
    case = a_case(a_matter(first, flow=flow), by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    answering = an_official("reviewer", organisation=second)

    go(case, "withdraw", actor=Actor.APPLICANT, at=AT + timedelta(days=1))
    run_clocks.run(at=LATE)

    opinion = case.opinions.get()
    assert opinion.withdrawn_at == AT + timedelta(days=1)
    assert told(answering) == []
    with pytest.raises(MovedOnAlready):
        give_opinion(opinion=opinion, outcome=Opinion.Said.AGREES, said="", by=answering, at=LATE)


def test_a_duty_that_nobody_has_done_by_its_day_is_chased_once(
    departments: dict[str, Organisation], clerk: User, reviewer: User, decider: User
) -> None:
    owner, second, *_ = departments.values()
    filing = DutyAfter("file", "报送备案", Limit(2, Unit.WORKING_DAY), office=second.key)
    flow = usual_flow("dutiful", "备案流程", cites=CLAUSE, beside=Beside(duties=(filing,)))
    case = a_case(a_matter(owner, flow=flow), by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider)
    doing = an_official("reviewer", organisation=second)
    elsewhere = an_official("reviewer", organisation=owner)

    run_clocks.run(at=night("2020-06-03"))
    assert told(doing) == []
    run_clocks.run(at=night("2020-06-04"))
    run_clocks.run(at=night("2020-06-05"))
    assert told(doing) == [f"办件 {case.number}：“报送备案”已经逾期"]
    assert told(elsewhere) == []

    do_duty(duty=case.duties.get(), said="已经报送", by=doing, at=LATE)
    an_official("reviewer", organisation=second)
    run_clocks.run(at=LATE)
    assert Notification.objects.filter(title__contains="报送备案").count() == 1


# 逾期退件


def test_what_is_owed_beyond_its_day_sends_the_case_back(matter: Matter, clerk: User) -> None:
    case = a_case(matter, papers=False, by=clerk)
    hand_in_paper(paper=case.papers.get(code="form"), files=(), at=AT, on_paper=True)
    promise_papers(case=case, codes=["plan"], on=local_day(AT))
    go(case, "accept_deferred", actor=Actor.CLERK, by=clerk)

    run_clocks.run(at=night("2020-06-11"))
    case.refresh_from_db()
    assert case.phase == Phase.UNDER_WAY.name
    run_clocks.run(at=night("2020-06-12"))
    run_clocks.run(at=night("2020-06-12"))

    case.refresh_from_db()
    assert case.phase == Phase.RETURNED.name
    assert case.stopped_at == night("2020-06-12")
    assert "场所平面图" in case.moves.latest("pk").said


def test_an_applicant_who_never_answers_the_notice_gets_the_case_back(case: Case, reviewer: User) -> None:
    go(case, "ask_supplement", actor=Actor.REVIEWER, by=reviewer, said="平面图缺比例尺")
    assert case.step_due is not None
    last = local_day(case.step_due)

    run_clocks.run(at=night(last.isoformat()))
    case.refresh_from_db()
    assert case.phase == Phase.SUPPLEMENT.name
    run_clocks.run(at=night((last + timedelta(days=1)).isoformat()))

    case.refresh_from_db()
    assert case.phase == Phase.RETURNED.name


# 责任倒查


def test_of_a_late_case_each_step_and_person_has_the_days_they_used(
    case: Case, reviewer: User, decider: User
) -> None:
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件", at=LATE)
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT + timedelta(days=10))

    used = trace_time(case, at=AT + timedelta(days=30))

    assert used is not None
    assert [(share.title, share.person, share.days) for share in used.steps] == [
        ("审查", reviewer.pk, 7),
        ("决定", decider.pk, 1),
    ]
    assert sum(share.days for share in used.steps) == used.days == case.used_days
    assert [share.person for share in used.answerable()] == [reviewer.pk]


def test_a_supervisor_who_had_no_part_in_it_confirms_the_lateness_once(
    case: Case, reviewer: User, decider: User
) -> None:
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件", at=LATE)
    at = AT + timedelta(days=12)
    chief = an_official("chief")

    with pytest.raises(OwnLateness):
        confirm_lateness(case=case, said="情况属实", by=reviewer, at=at)
    (finding,) = confirm_lateness(case=case, said="情况属实", by=chief, at=at)
    with pytest.raises(ConfirmedAlready):
        confirm_lateness(case=case, said="情况属实", by=chief, at=at)

    assert (finding.person_id, finding.days, finding.organisation_id) == (reviewer.pk, 7, case.unit_id)


def test_what_is_in_time_has_nobody_to_answer_for_it(case: Case) -> None:
    with pytest.raises(NotLate):
        confirm_lateness(case=case, said="情况属实", by=an_official("chief"), at=AT + timedelta(days=1))

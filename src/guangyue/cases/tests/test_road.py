"""The road of a case: what it passed, where it is with which clock, what lies ahead."""

from datetime import timedelta

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case
from guangyue.cases.pictures import WITH_ROAD, road_of_case, road_of_flow
from guangyue.cases.road import Stage, Stop, narrowed
from guangyue.cases.tests.factories import AT, ORDINARY, a_case, go
from guangyue.kit.clocks import Light
from guangyue.matters.models import Matter


def stops_of(case: Case, *, days: int = 0) -> tuple[Stop, ...]:
    case = Case.objects.select_related("flow", "desk").prefetch_related(*WITH_ROAD).get(pk=case.pk)
    return road_of_case(case, at=AT + timedelta(days=days))


def test_the_road_leads_from_the_draft_through_where_it_is_to_the_end(matter: Matter, clerk: User) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT + timedelta(days=1))

    stops = stops_of(case, days=2)

    assert [(stop.title, stop.stage) for stop in stops] == [
        ("填写", Stage.DONE),
        ("收件", Stage.DONE),
        ("审查", Stage.NOW),
        ("决定", Stage.AHEAD),
        ("出件", Stage.AHEAD),
        ("办结", Stage.AHEAD),
    ]
    assert stops[1].days == 1
    assert stops[2].reading
    assert stops[2].reading.words == "还剩 4 个工作日"
    assert stops[3].expected == "最迟 6 月 9 日"


def test_while_the_applicant_supplements_the_light_is_grey(
    matter: Matter, clerk: User, reviewer: User
) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "ask_supplement", actor=Actor.REVIEWER, by=reviewer, said="平面图缺比例尺")

    here = next(stop for stop in stops_of(case, days=1) if stop.stage is Stage.NOW)

    assert here.title == "补正"
    assert here.who == "申请人"
    assert here.reading
    assert here.reading.light is Light.GREY


def test_what_moved_the_case_nowhere_is_told_beside_the_stop_where_it_happened(
    matter: Matter, clerk: User, decider: User
) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "extend", actor=Actor.DECIDER, by=decider, said="案情复杂")

    here = next(stop for stop in stops_of(case) if stop.stage is Stage.NOW)

    assert [(deed.title, deed.said) for deed in here.beside] == [("延长期限", "案情复杂")]


def test_a_case_that_was_withdrawn_has_nothing_ahead(matter: Matter, clerk: User) -> None:
    case = a_case(matter, by=clerk)
    go(case, "withdraw", actor=Actor.APPLICANT)

    stops = stops_of(case)

    assert stops[-1].stage is Stage.BAD
    assert stops[-1].title == "撤回"


def test_a_stop_passed_twice_has_one_dot_on_the_line(matter: Matter, clerk: User, reviewer: User) -> None:
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "return_to_front", actor=Actor.REVIEWER, by=reviewer, said="要点二没有写")

    titles = [stop.title for stop in narrowed(stops_of(case))]

    assert sorted(titles) == sorted(set(titles))
    assert len(stops_of(case)) > len(titles)


def test_a_flow_on_which_nothing_travels_is_drawn_too(matter: Matter) -> None:
    assert [stop.title for stop in road_of_flow(ORDINARY)] == ["填写", "收件", "审查", "决定", "出件", "办结"]

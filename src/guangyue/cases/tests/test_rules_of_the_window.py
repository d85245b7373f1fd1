"""The window: nothing is refused by it alone or asked for twice; what data prove is decided at once."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Veto
from guangyue.cases.refusals import AskedAlready, MovedOnAlready, MustReceive, NotElsewhere, NotYet, SayWhy
from guangyue.cases.services.lapsing import lapse_vetoes
from guangyue.cases.services.opening import hand_in
from guangyue.cases.services.papers import hand_in_paper, promise_papers
from guangyue.cases.services.refusing import ask_to_refuse, decide_veto
from guangyue.cases.services.transferring import transfer_case
from guangyue.cases.tests.factories import AT, SHOP, a_case, a_draft, a_matter, go
from guangyue.empowerments.holding import NobodyHoldsIt
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.matters.declaration import Flag, Level
from guangyue.matters.models import Exercise, Matter
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import an_official

EVENING = datetime(2020, 6, 5, 20, tzinfo=SHANGHAI)  # a Friday
MONDAY = date(2020, 6, 8)


# 无权否决


def test_a_refusal_is_the_decider_s_and_shows_his_reason(matter: Matter, clerk: User, decider: User) -> None:
    case = a_case(matter, by=clerk)
    veto = ask_to_refuse(case=case, reason="不在受理范围", by=clerk, at=AT)

    decide_veto(veto=veto, refuse=True, said="不属于本级权限", by=decider, at=AT + timedelta(hours=2))

    case.refresh_from_db()
    assert case.stands_in is Phase.NOT_ACCEPTED
    refused = case.moves.latest("pk")
    assert (refused.by, refused.said) == (decider, "不属于本级权限")
    assert case.letters.get().get_kind_display() == "不予受理决定书"


def test_nobody_answers_his_own_wish_to_refuse(matter: Matter, clerk: User) -> None:
    veto = ask_to_refuse(case=a_case(matter, by=clerk), reason="不在受理范围", by=clerk, at=AT)

    with pytest.raises(NotYet, match="收件的人"):
        decide_veto(veto=veto, refuse=True, said="同意", by=clerk, at=AT)


def test_a_wish_to_refuse_is_asked_once_and_with_a_reason(matter: Matter, clerk: User) -> None:
    case = a_case(matter, by=clerk)

    with pytest.raises(SayWhy):
        ask_to_refuse(case=case, reason=" ", by=clerk, at=AT)
    ask_to_refuse(case=case, reason="不在受理范围", by=clerk, at=AT)
    with pytest.raises(AskedAlready):
        ask_to_refuse(case=case, reason="不在受理范围", by=clerk, at=AT)


def test_without_an_answer_in_a_working_day_the_case_is_to_be_received(
    matter: Matter, clerk: User, decider: User
) -> None:
    case = a_case(matter, by=clerk)
    veto = ask_to_refuse(case=case, reason="不在受理范围", by=clerk, at=AT)

    lapse_vetoes(at=datetime(2020, 6, 2, 23, 59, tzinfo=SHANGHAI))
    veto.refresh_from_db()
    assert veto.ruling == ""
    lapse_vetoes(at=datetime(2020, 6, 3, 0, 20, tzinfo=SHANGHAI))

    veto.refresh_from_db()
    assert veto.ruling == Veto.Ruling.LAPSED
    assert Notification.objects.get(to=clerk).title.endswith("应当受理")
    with pytest.raises(MovedOnAlready):
        decide_veto(veto=veto, refuse=True, said="不属于本级权限", by=decider, at=AT + timedelta(days=3))
    with pytest.raises(MustReceive):
        ask_to_refuse(case=case, reason="还是不行", by=clerk, at=AT + timedelta(days=3))
    go(case, "accept", actor=Actor.CLERK, by=clerk, at=AT + timedelta(days=3))


def test_those_who_may_answer_hear_of_it(matter: Matter, clerk: User) -> None:
    answering = an_official("decider", organisation=matter.owner)
    elsewhere = an_official("decider", organisation=Organisation.objects.exclude(pk=matter.owner_id)[0])

    ask_to_refuse(case=a_case(matter, by=clerk), reason="不在受理范围", by=clerk, at=AT)

    assert Notification.objects.filter(to=answering).count() == 1
    assert not Notification.objects.filter(to=elsewhere).exists()


# 一次性告知、容缺


def test_a_second_notice_needs_data_of_the_applicant_that_have_changed(matter: Matter, clerk: User) -> None:
    case = a_case(matter, papers=False, by=clerk)
    go(case, "tell_missing", actor=Actor.CLERK, by=clerk, said="缺申请表、平面图")
    go(case, "complete", actor=Actor.APPLICANT)

    with pytest.raises(NotYet, match="信息没有变化"):
        go(case, "tell_missing", actor=Actor.CLERK, by=clerk, said="还缺租赁合同")
    Case.objects.filter(pk=case.pk).update(answers={"area": 80})
    go(case, "tell_missing", actor=Actor.CLERK, by=clerk, said="面积变了，平面图要重画")


def test_a_firm_that_promises_what_can_be_owed_is_accepted(matter: Matter, clerk: User) -> None:
    case = a_case(matter, papers=False, by=clerk)
    hand_in_paper(paper=case.papers.get(code="form"), files=(), at=AT, on_paper=True)
    promise_papers(case=case, codes=["plan"], on=local_day(AT))

    with pytest.raises(NotYet, match="应当容缺受理"):
        go(case, "tell_missing", actor=Actor.CLERK, by=clerk, said="缺平面图")
    go(case, "accept_deferred", actor=Actor.CLERK, by=clerk)

    assert case.papers.get(code="plan").supply_by == date(2020, 6, 11)


# 收件日


def test_what_comes_in_after_hours_is_received_on_the_next_working_day(matter: Matter) -> None:
    case = a_draft(matter, at=EVENING)
    go_online(case)

    assert case.received_on == MONDAY
    assert case.step_due is not None
    assert local_day(case.step_due) == MONDAY


def test_where_the_applicant_waits_the_window_takes_it_the_same_evening(matter: Matter, clerk: User) -> None:
    case = a_case(matter, by=clerk, at=EVENING)

    assert case.received_on == date(2020, 6, 5)


# 秒批


def an_instant_matter(matter: Matter, *, papers: tuple[str, ...]) -> Matter:
    new = replace(SHOP.variants[0], materials=papers)
    needed = tuple(one for one in SHOP.materials if one.code != "plan")
    declared = replace(SHOP, code="000102", materials=needed, variants=(new, *SHOP.variants[1:]))
    return a_matter(matter.owner, declaration=declared, flags=(*SHOP.flags, Flag.INSTANT))


def go_online(case: Case) -> None:
    hand_in(case=case, consent=True, by=None, actor=Actor.APPLICANT, at=case.opened_at)
    case.refresh_from_db()


def test_what_the_city_can_prove_itself_is_decided_on_the_spot(matter: Matter) -> None:
    case = a_draft(an_instant_matter(matter, papers=("licence",)))

    go_online(case)

    assert (case.outcome, case.manner, case.used_days) == ("GRANTED", Case.Manner.INSTANT, 0)
    assert case.stands_in is Phase.DECIDED


def test_what_a_person_has_to_read_goes_the_ordinary_road_with_the_reason(matter: Matter) -> None:
    case = a_draft(an_instant_matter(matter, papers=("licence", "form")))
    hand_in_paper(paper=case.papers.get(code="form"), files=(), at=AT)

    go_online(case)

    assert case.stands_in is Phase.RECEIVED
    assert case.manner == Case.Manner.ORDINARY
    assert case.moves.latest("pk").said == "没有秒批：要由人员核对：申请表"


def test_what_is_not_on_the_list_is_never_decided_at_once(matter: Matter) -> None:
    case = a_case(matter)

    with pytest.raises(NotYet, match="秒批秒办清单"):
        go(case, "decide_at_once", actor=Actor.SYSTEM)
    assert not case.moves.filter(arrow="turn_ordinary").exists()


# 转办


def test_a_case_is_transferred_to_another_unit_that_holds_the_power(
    matter: Matter, clerk: User, reviewer: User
) -> None:
    other = Organisation.objects.exclude(pk=matter.owner_id).first()
    assert other is not None
    case = a_case(matter, by=clerk)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    due = case.due

    with pytest.raises(NobodyHoldsIt):
        transfer_case(case=case, to=other, said="属于对方", by=reviewer, at=AT)
    with pytest.raises(NotElsewhere):
        transfer_case(case=case, to=matter.owner, said="属于对方", by=reviewer, at=AT)
    Exercise.objects.create(matter=matter, unit=other, region=other.region, level=Level.CITY.name)
    transfer_case(case=case, to=other, said="属于对方", by=reviewer, at=AT)

    case.refresh_from_db()
    assert (case.unit, case.desk, case.step, case.due) == (other, other, "review", due)

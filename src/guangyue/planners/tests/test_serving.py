"""Groups, visits and advice, from the contract to the report."""

from datetime import date, datetime, timedelta

import pytest

from guangyue.accounts.tests.factories import a_grant, a_region, a_user, an_organisation
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.limits import month_end
from guangyue.kit.money import Money
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.organisations.models import Organisation
from guangyue.planners.figures import figures_of
from guangyue.planners.models import Advice, Group
from guangyue.planners.owing import owing
from guangyue.planners.papers import kept_figures, report_paper
from guangyue.planners.pilot import Home
from guangyue.planners.refusals import (
    CheckedByAnother,
    NamesSomebody,
    NotChecked,
    NotQualified,
    NotYourGroup,
    OutsideThePilot,
    SeatedElsewhere,
    YearNotOver,
)
from guangyue.planners.services.advising import (
    answer_advice,
    carry_out_advice,
    publish_advice,
    report_advice,
    send_advice,
)
from guangyue.planners.services.keeping import send_report, settle_deduction
from guangyue.planners.services.nightly import remind
from guangyue.planners.services.people import check_planner, enter_planner, is_complete, seat_planner
from guangyue.planners.services.visiting import record_visit, withdraw_visit
from guangyue.planners.serving import served_year
from guangyue.planners.tests.factories import (
    AT,
    FIRST,
    a_contract,
    a_group,
    a_planner,
    a_visit,
    advice_given,
    described,
    seated,
    served,
)

pytestmark = pytest.mark.django_db
HALF_YEARLY = "committee"
DONE_AT = datetime(2021, 9, 17, 10, tzinfo=SHANGHAI)


@pytest.fixture
def office() -> Organisation:
    return an_organisation("district", region=a_region("990201", parent=a_region("990200")))


@pytest.fixture
def group(office: Organisation) -> Group:
    return a_group(office)


def test_nobody_sits_in_a_group_unqualified_unchecked_or_twice(group: Group) -> None:
    keeper = a_user()
    with pytest.raises(NotQualified):
        enter_planner(contract=group.contract, described=described(qualifications=[]), by=keeper, at=AT)
    planner = enter_planner(contract=group.contract, described=described(), by=keeper, at=AT)
    with pytest.raises(NotChecked):
        seat_planner(group=group, planner=planner, since=FIRST, by=keeper)
    with pytest.raises(CheckedByAnother):
        check_planner(planner=planner, by=keeper, at=AT)

    check_planner(planner=planner, by=a_user(), at=AT)
    seat_planner(group=group, planner=planner, since=FIRST, by=keeper)
    assert not is_complete(group)
    local = a_planner(group.contract, home=Home.LOCAL)
    seat_planner(group=group, planner=local, since=FIRST, by=keeper)

    assert is_complete(group)
    with pytest.raises(SeatedElsewhere):
        seat_planner(group=group, planner=planner, since=FIRST, by=keeper)


def test_visits_are_of_the_pilot_and_of_ones_own_group(group: Group) -> None:
    planner, after = seated(group), datetime(2023, 6, 2, 10, tzinfo=SHANGHAI)
    with pytest.raises(OutsideThePilot):
        record_visit(group=group, served=served(date(2023, 6, 1)), by=planner, at=after)
    with pytest.raises(NotYourGroup):
        record_visit(group=group, served=served(date(2021, 9, 14)), by=a_user(), at=AT)

    assert record_visit(group=group, served=served(date(2023, 5, 31)), by=planner, at=after).is_made


def test_what_is_settled_is_what_the_visits_still_say(group: Group) -> None:
    planner, closing = seated(group), datetime(2022, 1, 5, 10, tzinfo=SHANGHAI)
    with pytest.raises(YearNotOver):
        settle_deduction(group=group, year=2021, by=None, at=AT)
    for month in (6, 7, 8, 9, 10, 11):
        for day in (4, 11, 18):
            record_visit(group=group, served=served(date(2021, month, day)), by=planner, at=closing)

    settled = settle_deduction(group=group, year=2021, by=None, at=closing)

    assert (settled.months, settled.missed, settled.days) == (7, 1, 18)
    assert settled.fee == Money.yuan(70_000)
    assert settled.amount == Money.yuan(10_000)  # one month of seven
    assert served_year(group, 2021, on=closing.date()).agrees
    first = group.visits.earliest("day")
    for visit in group.visits.between(first.day, month_end(first.day)):
        withdraw_visit(visit=visit, because="登记有误", by=planner)
    assert not served_year(group, 2021, on=closing.date()).agrees


def test_advice_goes_its_whole_way_and_is_chased_and_made_public(group: Group, office: Organisation) -> None:
    contact, keeper = a_user(), a_user()
    a_grant(contact, "task-contact", organisation=office, region=office.region, since=FIRST)
    advice = send_advice(advice=advice_given(group), said="请答复", by=keeper, at=AT)
    assert advice.answer_due is not None
    remind.run(at=datetime.combine(advice.answer_due + timedelta(days=1), AT.timetz()))
    told = set(Notification.objects.filter(to=contact).values_list("title", flat=True))

    with pytest.raises(Refused):
        carry_out_advice(advice=advice, result="做好了", by=contact, at=AT)
    advice = answer_advice(advice=advice, accepted=True, answer="采纳", by=contact, at=DONE_AT)
    assert figures_of(Group.objects.all(), FIRST, date(2021, 12, 31), on=DONE_AT.date()).open
    advice = carry_out_advice(advice=advice, result="已放置座椅", by=contact, at=DONE_AT)
    advice = report_advice(advice=advice, said="", by=keeper, at=DONE_AT)
    with pytest.raises(NamesSomebody):
        publish_advice(advice=advice, public_words="请电 371502199001011234", by=keeper, at=DONE_AT)
    publish_advice(advice=advice, public_words="已放置座椅", by=keeper, at=DONE_AT)

    assert told == {"意见建议待答复：增加座椅", "意见建议超期未答复：增加座椅"}
    assert advice.state == Advice.State.REPORTED
    assert not figures_of(Group.objects.all(), FIRST, date(2021, 12, 31), on=DONE_AT.date()).open
    assert Advice.objects.published().count() == 1


def test_the_half_year_report_lists_what_is_open_and_stays_as_it_was(group: Group) -> None:
    a_visit(group)
    advice = send_advice(advice=advice_given(group), said="", by=None, at=AT)
    on = date(2021, 12, 31)
    owed = next(one for one in owing(on) if one.owed.term.key == HALF_YEARLY)

    report = send_report(owed=owed.owed, words="一切正常", by=None, at=datetime.combine(on, AT.timetz()))
    answer_advice(advice=advice, accepted=False, answer="没有条件", by=None, at=AT + timedelta(days=200))

    (line,) = kept_figures(report).open
    assert (line.number, line.late) == (advice.number, True)
    assert advice.number in str(report_paper(report).body)


def test_a_contract_is_renewed_only_after_it_was_assessed_well() -> None:
    contract = a_contract()

    assert contract.until == date(2024, 5, 31)
    assert contract.state == contract.State.ACTIVE

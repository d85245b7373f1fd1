"""减排指令: who is told what, once; what changes while it runs; how it goes out."""

from datetime import date, timedelta

import pytest

from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.models import Dispatch, Order, Source
from guangyue.alerts.reduction.guarantees import Task
from guangyue.alerts.reduction.instructions import Instruction
from guangyue.alerts.services import sending
from guangyue.alerts.services.guaranteeing import end_guarantee, expire_guarantees, guarantee_source
from guangyue.alerts.services.ordering import end_orders, tell_the_end
from guangyue.alerts.services.receiving_orders import chase_orders, receive_order
from guangyue.alerts.tests.ordering_factories import (
    AT,
    COUNTY,
    LATER,
    a_source,
    a_warning,
    an_order,
    ordered,
    saving,
)
from guangyue.jobs.models import State
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification
from guangyue.notifications.outcomes import Outcome, Result
from guangyue.organisations.models import Region
from guangyue.registries.tests.factories import a_country

HEAT = ["POWER_AND_HEAT"]


@pytest.fixture
def region(db: None) -> Region:
    a_country()
    return Region.objects.get(code=COUNTY)


def measures_of(source: Source, **of: object) -> dict[str, Instruction]:
    return {one.code: one for one in Order.objects.get(source=source, **of).instructions}


def test_everybody_is_told_what_is_theirs_alone_and_by_which_clause(region: Region) -> None:
    best = saving(a_source(region, grade="A"), "orange", text="关停二号烘干线")
    worst = a_source(region, grade="D")
    feed = a_source(region, industry="饲料", grade="UNRATED")
    feed.lines.create(name="一", share=50)
    feed.lines.create(name="二", share=50)
    site = a_source(region, kind="SITE", guaranteed=True)
    digging = a_source(region, kind="SITE")
    school = a_source(region, kind="SCHOOL")
    bus = a_source(region, kind="PUBLIC_TRANSPORT")

    work = ordered(a_warning("orange"))

    assert (work.state, work.done, work.total) == (State.DONE, 7, 7)
    assert measures_of(best)["E1"].does == "关停二号烘干线"
    assert measures_of(best)["E1"].course == "自主采取减排措施"
    assert "技术指南" in measures_of(worst)["E1"].does
    assert "运行 3 小时" in measures_of(worst)["E1"].remark
    assert (measures_of(feed)["G5"].lines, measures_of(feed)["G5"].of_lines) == (1, 2)
    assert measures_of(feed)["G5"].cites == "聊政办字〔2020〕49号 4.4.3.4（2）③"
    assert "D2" not in measures_of(site)
    assert "D2" in measures_of(digging)
    assert set(measures_of(school)) == {"P3", "P4"}
    assert set(measures_of(bus)) == {"A4"}


def test_a_warning_that_is_raised_replaces_the_orders_of_the_one_before(region: Region) -> None:
    feed = a_source(region, industry="饲料", account=a_user())
    sand = a_source(region, industry="砂石料加工")
    yellow = a_warning("yellow")
    exercise = a_warning("red", exercise=True)
    ordered(yellow)
    ordered(exercise)

    red = a_warning("red", follows=yellow)
    ordered(red, at=LATER)
    again = ordered(red, at=LATER)

    assert again.message == "已下达 0 份指令"
    assert Order.objects.of(red).count() == 2
    assert not Order.objects.of(yellow).open().exists()
    assert Order.objects.of(exercise).open().count() == 2
    assert measures_of(sand, warning=red)["G3"].lines == 1
    tell_the_end.run(warning=yellow.pk, at=LATER)
    assert not Dispatch.objects.filter(reason="end").exists()
    end_orders(warning=red, at=LATER)
    tell_the_end.run(warning=red.pk, at=LATER)
    assert Dispatch.objects.filter(reason="end", order__source=feed).count() == 1


def test_who_leaves_the_guaranteed_list_is_told_at_once_to_stop(region: Region) -> None:
    official = a_user()
    plant = a_source(region, industry="饲料", account=a_user())
    guarantee_source(source=plant, tasks=[Task.POWER_AND_HEAT], until=None, by=official, at=AT)
    ordered(a_warning("orange"))
    order = Order.objects.get(source=plant)
    assert measures_of(plant)["G5"].lines is None
    receive_order(order=order, how=Order.How.PAGE, receiver="厂长", by=None, at=AT)

    end_guarantee(source=plant, reason="超出保障任务生产", by=official, at=LATER)

    order.refresh_from_db()
    former = order.former_texts.get()
    assert measures_of(plant)["G5"].lines == 1
    assert (order.version, order.received_at, order.written_at) == (2, None, LATER)
    assert (former.version, former.received_at) == (1, AT)
    assert former.reason == "移出保障类清单：超出保障任务生产"
    assert (
        next(one for one in former.instructions if one.code == "G5").remark
        == "只从事居民供电、供暖，以热定产"
    )
    assert Dispatch.objects.filter(order=order, reason="change", version=2, way="page").exists()
    with pytest.raises(Refused, match="不在保障类清单"):
        end_guarantee(source=plant, reason="再来一次", by=official, at=LATER)


def test_a_guarantee_that_is_over_ends_by_itself(region: Region) -> None:
    plant = a_source(region, industry="饲料", guaranteed=True, tasks=HEAT, guarantee_ends=date(2025, 12, 8))
    ordered(a_warning("orange"))

    expire_guarantees.run(at=AT)
    assert Order.objects.get(source=plant).version == 1
    expire_guarantees.run(at=AT + timedelta(days=1))

    assert Order.objects.get(source=plant).version == 2
    assert not Source.objects.get(pk=plant.pk).guaranteed


def test_a_guarantee_is_given_to_those_alone_who_may_have_one(region: Region) -> None:
    official = a_user()
    cement = a_source(region, industry="水泥", grade="C")
    dusty = a_source(region, kind="SITE", dust_measures_met=False)

    with pytest.raises(Refused, match="B 级以上"):
        guarantee_source(source=cement, tasks=[Task.CO_DISPOSAL], until=None, by=official, at=AT)
    with pytest.raises(Refused, match="扬尘"):
        guarantee_source(source=dusty, tasks=[], until=None, by=official, at=AT)
    with pytest.raises(Refused, match="保障任务"):
        guarantee_source(source=cement, tasks=[], until=None, by=official, at=AT)


def test_an_order_is_received_once_and_asked_for_once_more_if_it_is_not(region: Region) -> None:
    order = an_order(region, account=a_user())
    hour = timedelta(hours=1)

    assert chase_orders(at=AT + hour - timedelta(seconds=1)) == 0
    assert chase_orders(at=AT + hour) == 1
    assert chase_orders(at=AT + 2 * hour) == 0
    receive_order(order=order, how=Order.How.CARD, receiver="王厂长", by=None, at=LATER)

    assert Order.objects.received().get().receiver == "王厂长"
    with pytest.raises(Refused, match="已经签收"):
        receive_order(order=order, how=Order.How.CARD, receiver="王厂长", by=None, at=LATER)
    end_orders(warning=order.warning, at=LATER)
    with pytest.raises(Refused, match="已经终止"):
        receive_order(order=order, how=Order.How.CARD, receiver="王厂长", by=None, at=LATER)


def test_a_message_goes_out_once_and_an_uncertain_one_waits_for_a_person(region: Region) -> None:
    holder = a_user()
    order = an_order(region, account=holder)
    dispatch = Dispatch.objects.get(order=order)

    sending.send_dispatches.run(at=AT)
    sending.send_dispatches.run(at=AT)

    told = Notification.objects.get(to=holder)
    assert (told.title, told.link) == ("橙色预警减排指令", f"/air/orders/{order.code}/")
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.attempts) == ("sent", 1)
    Dispatch.objects.update(state="sending", taken_at=AT)
    sending.settle_lost_dispatches(at=AT + timedelta(minutes=6))
    assert Dispatch.objects.get().state == "unknown"
    sending.send_again(dispatch=dispatch, by=a_user(), at=LATER)
    taken = sending.take_dispatch(at=LATER)
    assert taken is not None
    assert sending.take_dispatch(at=LATER) is None
    sending.settle(dispatch=taken, outcome=Outcome(Result.POSTPONED, "503"), at=LATER)
    taken.refresh_from_db()
    assert (taken.state, taken.due_at) == ("waiting", LATER + sending.WAITS[1])

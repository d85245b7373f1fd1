"""响应: who must have done what by when, how it ends, what follows; and a drill beside it that is none."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from guangyue.alerts.models import CountyReport, Publicity, Receipt, RevisionTrigger, Warning
from guangyue.alerts.services.chasing import watch_warnings
from guangyue.alerts.services.drafting import draft_sheet
from guangyue.alerts.services.preparing import end_drill, name_commander, note_revision
from guangyue.alerts.services.receiving import note_publicity, notify_departments, receive_warning
from guangyue.alerts.services.reporting import ReportSaid, enter_evaluation, send_report
from guangyue.alerts.services.signing import submit_sheet
from guangyue.alerts.tests.test_cap import faults
from guangyue.alerts.tests.test_cap import read as read_message
from guangyue.alerts.tests.warned import (
    AT,
    CLEAN,
    DIRTY,
    Hands,
    a_drill,
    a_forecast,
    a_lifting,
    a_warning,
    lifted,
    some_hands,
)
from guangyue.alerts.warning_deadlines import county_deadline, media_deadline, report_deadline
from guangyue.alerts.warning_messages import lifting_message_of, message_of
from guangyue.alerts.warning_refusals import NotInForce, NotReady, NotReceivedYet
from guangyue.kit.clocks import HOUR, SHANGHAI
from guangyue.kit.refusals import Refused
from guangyue.notifications.models import Notification

SECOND = timedelta(seconds=1)
SAID = ReportSaid("停产限产", "峰值下降", "个别企业迟缓", "加密巡查")


@pytest.fixture
def hands(db: None) -> Hands:
    return some_hands()


def test_a_county_signs_tells_its_departments_and_is_late_after_three_hours(hands: Hands) -> None:
    warning = a_warning(hands)
    east, west = Receipt.objects.filter(warning=warning).order_by("region")
    assert Notification.objects.filter(to=hands.county, link=east.get_absolute_url()).count() == 1
    with pytest.raises(NotReceivedYet):
        notify_departments(receipt=east, departments=["教育"], by=hands.county, at=AT)

    receive_warning(receipt=east, by=hands.county, at=AT + HOUR)
    told = notify_departments(receipt=east, departments=["教育"], by=hands.county, at=AT + 3 * HOUR)
    watch_warnings.run(at=AT + 3 * HOUR + SECOND)
    watch_warnings.run(at=AT + 3 * HOUR + 2 * SECOND)

    assert not county_deadline(told).late(at=AT + 4 * HOUR)
    assert not county_deadline(west).late(at=AT + 3 * HOUR)
    assert county_deadline(west).late(at=AT + 3 * HOUR + SECOND)
    named = Notification.objects.filter(to=hands.officer, title__contains=str(west.region))
    assert named.count() == 1
    receive_warning(receipt=west, by=hands.county, at=AT + 5 * HOUR)
    west.refresh_from_db()
    assert county_deadline(west).late(at=AT + 5 * HOUR)  # whoever signs late has not got longer


def test_the_media_have_two_hours(hands: Hands) -> None:
    warning = a_warning(hands)
    note = partial(
        note_publicity,
        warning=warning,
        channel=Publicity.Channel.RADIO,
        outlet="电台",
        text="预警",
        by=hands.officer,
    )

    watch_warnings.run(at=AT + 2 * HOUR + SECOND)
    assert media_deadline(warning).late(at=AT + 2 * HOUR + SECOND)
    assert Notification.objects.filter(to=hands.officer, title__contains="向社会公布").exists()
    with pytest.raises(Refused, match="公布时间"):
        note(published_at=AT - HOUR, at=AT + HOUR)
    note(published_at=AT + 2 * HOUR, at=AT + 3 * HOUR)

    assert not media_deadline(Warning.objects.get()).late(at=AT + 3 * HOUR)


def test_nothing_is_lifted_without_a_day_and_a_half_of_clean_air(hands: Hands) -> None:
    warning = a_warning(hands)
    ends, at = AT + 48 * HOUR, AT + 40 * HOUR

    def submit(lifts_at: datetime) -> object:
        sheet = a_lifting(warning, hands, lifts_at=lifts_at, at=at)
        return submit_sheet(sheet=sheet, by=hands.officer, at=at)

    for hours in ([], [DIRTY] * 8 + [CLEAN] * 35, [DIRTY] * 8 + [150] * 35 + [151], [None] * 60):
        if hours:
            a_forecast(hours, at=at - timedelta(minutes=len(hours)))
        with pytest.raises(NotReady, match="不能解除"):
            submit(ends)
    a_forecast([DIRTY] * 8 + [150] * 36, at=at)
    with pytest.raises(NotReady, match="不能解除"):
        submit(ends - HOUR)
    with pytest.raises(NotReady, match="已经过了"):
        submit(at - HOUR)

    submit(ends)


def test_a_lifting_is_announced_ahead_and_ends_the_response_at_its_time(hands: Hands) -> None:
    warning, friday = a_warning(hands), datetime(2026, 12, 11, 10, tzinfo=SHANGHAI)
    a_forecast([CLEAN] * 60, at=friday)
    ends = friday + 8 * HOUR

    warning = lifted(warning, hands, lifts_at=ends, at=friday)
    watch_warnings.run(at=ends - SECOND)
    assert Warning.objects.in_force().get().ends_at == ends
    watch_warnings.run(at=ends)

    warning.refresh_from_db()
    report = CountyReport.objects.filter(warning=warning)[0]
    assert (warning.state, warning.ended_at) == ("lifted", ends)
    assert CountyReport.objects.owed().count() == 2
    assert report_deadline(report).due.date() == datetime(2026, 12, 16, tzinfo=SHANGHAI).date()
    with pytest.raises(NotInForce):
        a_lifting(warning, hands, lifts_at=ends, at=ends)
    sent = send_report(report=report, said=SAID, by=hands.county, at=ends + HOUR)
    with pytest.raises(Refused, match="已经报送"):
        send_report(report=sent, said=SAID, by=hands.county, at=ends + HOUR)
    entered = enter_evaluation(
        warning=warning, evaluator="第三方", said=SAID, by=hands.officer, at=ends + 2 * HOUR
    )
    assert [tally["done"] for tally in entered.figures["tallies"]] == [0, 0, 0, 0, 0, 1]


def test_an_announced_lifting_is_withheld_when_a_later_forecast_turns_worse(hands: Hands) -> None:
    warning = a_warning(hands)
    a_forecast([CLEAN] * 60, at=AT + HOUR)
    lifted(warning, hands, lifts_at=AT + 8 * HOUR, at=AT + HOUR)
    a_forecast([DIRTY] * 60, at=AT + 7 * HOUR)

    watch_warnings.run(at=AT + 8 * HOUR)

    kept = Warning.objects.in_force().get()
    assert (kept.ends_at, kept.lifted_by) == (None, None)
    assert Notification.objects.filter(to=hands.officer, title__contains="暂缓解除").exists()


def test_a_drill_goes_the_whole_road_beside_what_is_real(hands: Hands, client: Client) -> None:
    real, drill = a_warning(hands), a_drill(hands)

    played = a_warning(hands, "orange", drill=drill)
    a_forecast([CLEAN] * 60, at=AT + HOUR, exercise=True)
    message = read(client, "warning_message", played)
    with pytest.raises(Refused, match="还没有解除"):
        end_drill(
            drill=drill, findings="好", improvements="", filed_to="", revise="", by=hands.officer, at=AT
        )
    lifted(played, hands, lifts_at=AT + 2 * HOUR, at=AT + HOUR)
    watch_warnings.run(at=AT + 2 * HOUR)
    ended = end_drill(
        drill=drill,
        findings="签收慢",
        improvements="加短信",
        filed_to="",
        revise="联系人变了",
        by=hands.officer,
        at=AT + 3 * HOUR,
    )

    real.refresh_from_db()
    played.refresh_from_db()
    assert (real.state, played.state) == ("in_force", "lifted")
    assert (real.number[:4].isalpha(), played.number.startswith("YJYL")) == (False, True)
    assert ">Exercise<" in message
    assert lifting_message_of(played).status.value == "Exercise"
    assert message_of(real).status.value == "Actual"
    for sent in (message_of(real), message_of(played), lifting_message_of(played)):
        assert faults(read_message(sent)) == []
    assert played.number not in read(client, "warning_feed") + read(client, "public_air")
    assert real.number in read(client, "warning_feed")
    assert "不是真实的预警" in read(client, "public_warning", played)
    assert all(one.title.startswith("【演练】") for one in Notification.objects.filter(body__contains="YJYL"))
    assert RevisionTrigger.objects.get().drill == ended
    with pytest.raises(NotInForce):
        draft_sheet(kind="lift", said=None, warning=played, by=hands.officer, at=AT)  # type: ignore[arg-type]


def test_the_public_page_says_what_to_do_or_that_all_is_well(hands: Hands, client: Client) -> None:
    calm = read(client, "public_air")
    a_warning(hands, "orange")
    warned = read(client, "public_air")

    assert "没有预警" in calm
    assert "橙色预警" in warned
    for group in ("公众", "学校", "医疗卫生机构", "12345"):
        assert group in warned


def test_a_reason_to_revise_is_red_after_thirty_days(hands: Hands) -> None:
    noted = note_revision(kind=RevisionTrigger.Kind.LAW, text="新标准", by=hands.officer, at=AT)

    assert not RevisionTrigger.objects.overdue(AT + timedelta(days=30)).exists()
    assert RevisionTrigger.objects.overdue(AT + timedelta(days=30) + SECOND).get() == noted


def test_nobody_names_himself_commander(hands: Hands) -> None:
    with pytest.raises(Refused, match="自己"):
        name_commander(
            account=hands.officer, post="指挥长", since=AT.date(), ground="自荐", by=hands.officer, at=AT
        )


def read(client: Client, name: str, warning: Warning | None = None) -> str:
    address = reverse(f"alerts:{name}", args=[warning.number] if warning else [])
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()

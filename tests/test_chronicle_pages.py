"""The pages of the chronicle, as visitors and editors open them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from guangyue.accounts.tests.factories import a_grant, a_region, a_user, an_organisation
from guangyue.chronicle.models import Event, Link, Month, Proposal
from guangyue.chronicle.services import take_in_edition
from guangyue.chronicle.tests.chronicles import EVENTS, an_edition_with
from guangyue.gazette.tests.factories import IMPORTED_AT, a_document
from guangyue.organisations.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def march() -> Month:
    (month,) = take_in_edition(edition=an_edition_with(), by=None, at=IMPORTED_AT)
    return month


@pytest.fixture
def desk(client: Client) -> Client:
    editor = a_user()
    a_grant(editor, "chronicler")
    a_grant(editor, "reviewer")
    client.force_login(editor)
    return client


def page(client: Client, view: str, /, *arguments: object, **asked: str) -> str:
    response = client.get(reverse(f"chronicle:{view}", args=arguments), asked)
    assert response.status_code == 200, response.status_code
    return "".join(part.decode() for part in response) if response.streaming else response.content.decode()


@pytest.mark.usefixtures("march")
def test_the_timeline_shows_the_year_as_a_picture_and_every_event(client: Client) -> None:
    shown = page(client, "timeline")

    assert f"共 {EVENTS} 条" in shown
    assert "2 件" in shown
    assert reverse("chronicle:day", args=[2026, 3, 30]) in shown


@pytest.mark.usefixtures("march")
@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({"q": "荷花"}, 1),
        ({"name": "孙立"}, 5),
        ({"name": "孙"}, 0),
        ({"kind": "MEETING"}, 2),
        ({"series": "市政府常务会议"}, 1),
        ({"month": "2026-03-01"}, EVENTS),
        ({"on_from": "2026-03-04", "on_to": "2026-03-04"}, 3),
    ],
)
def test_events_are_found_by_words_name_kind_meeting_month_and_day(
    client: Client, asked: dict[str, str], many: int
) -> None:
    assert page(client, "timeline", **asked).count('data-title="种类"') == many


@pytest.mark.usefixtures("march")
def test_a_month_stands_as_it_is_printed(client: Client) -> None:
    shown = page(client, "month", 2026, 3)

    assert "东湖市人民政府大事记" in shown
    assert '<span class="opening">3-4日，</span>' in shown
    assert shown.count('<span class="opening">△</span>') == 1


@pytest.mark.usefixtures("march")
def test_a_day_shows_what_lasts_over_it(client: Client) -> None:
    shown = page(client, "day", 2026, 3, 31)

    assert "荷花节" in shown
    assert "2026年3月30日至31日" in shown


@pytest.mark.parametrize("day", [(2026, 2, 30), (2026, 13, 1), (0, 0, 0), (99999, 1, 1)])
def test_a_day_that_is_none_is_not_found(client: Client, day: tuple[int, int, int]) -> None:
    assert client.get(reverse("chronicle:day", args=day)).status_code == 404


@pytest.mark.usefixtures("march")
def test_a_name_leads_to_all_that_is_said_under_it(client: Client) -> None:
    shown = page(client, "name", "孙立")

    assert "5 件写到这个姓名" in shown
    assert "登记册里没有的人" in shown


@pytest.mark.usefixtures("march")
def test_meetings_are_listed_with_their_topics(client: Client) -> None:
    shown = page(client, "meetings")

    assert "渔业加快发展；校园食堂管理" in shown


@pytest.mark.usefixtures("march")
def test_what_is_not_printed_is_not_shown_to_the_public(client: Client) -> None:
    Month.objects.update(state=Month.State.DRAFT)

    assert "共 0 条" in page(client, "timeline")
    assert client.get(reverse("chronicle:month", args=[2026, 3])).status_code == 404
    assert "还没有编号的例会" in page(client, "meetings")


def test_an_editor_writes_a_month_from_the_first_event_to_print(desk: Client, client: Client) -> None:
    Region.objects.create(code="990000", name="东湖市", kind=Region.Kind.CITY, standard="测试")
    desk.post(reverse("chronicle:opening"), {"first": "2026-04-15", "closes_on": "2026-05-05"})
    place = [2026, 4]
    written = {"days": "3日", "text": "市长李文博主持召开市政府第13次常务会议，研究渔业"}
    desk.post(reverse("chronicle:writing", args=place), written)
    refused = desk.post(reverse("chronicle:writing", args=place), {"days": "31日", "text": "我市召开会议"})

    assert refused.status_code == 422
    assert "没有31日" in refused.content.decode()

    event = Event.objects.get()
    assert (event.start, event.text[-1]) == (date(2026, 4, 3), "。")
    assert "清单上没有要处理的" in page(desk, "desk_month", *place)
    desk.post(reverse("chronicle:submission", args=place))
    reviewer = a_user()
    a_grant(reviewer, "chronicle-reviewer")
    other = Client()
    other.force_login(reviewer)
    other.post(reverse("chronicle:approval", args=place))
    desk.post(reverse("chronicle:printing", args=place), {"year": 2026, "number": 5})

    assert Month.objects.get().is_printed
    assert "3日，市长李文博" in page(desk, "text", *place)
    assert desk.get(reverse("chronicle:paper", args=place))["Content-Type"] == "application/pdf"
    assert "更正" in page(desk, "desk_month", *place)


def test_an_editor_settles_what_the_reading_left_open(desk: Client, march: Month) -> None:
    event = march.events.get(doubtful=True)
    attendance = march.events.get(order=2).attendances.first()
    assert attendance
    assert "是单独一条" in page(desk, "desk_month", 2026, 3)

    desk.post(reverse("chronicle:keeping", args=[event.pk]))
    desk.post(reverse("chronicle:kind", args=[event.pk]), {"kind": "OTHER"})
    desk.post(reverse("chronicle:settling", args=[attendance.pk]), {"person": "", "reason": "外地同名"})

    event.refresh_from_db()
    attendance.refresh_from_db()
    assert (event.doubtful, event.kind) == (False, "OTHER")
    assert attendance.settled_for == "外地同名"
    assert "李文博" in page(desk, "names")


def test_a_proposed_link_is_confirmed_or_declined_by_a_person(desk: Client, march: Month) -> None:
    a_document(number="东政发〔2026〕9号", title="关于加快渔业发展的意见", day=date(2026, 3, 20))
    take_in_edition(edition=an_edition_with(number=5), by=None, at=IMPORTED_AT)
    link = Link.objects.get()
    assert "渔业" in page(desk, "links")
    assert "待人工确认" in page(desk, "month", 2026, 3)

    desk.post(reverse("chronicle:linking", args=[link.pk]), {"kind": "discussed"})

    link.refresh_from_db()
    assert (link.state, link.kind) == (Link.State.CONFIRMED, Link.Kind.DISCUSSED)


def test_a_department_proposes_and_the_editor_takes_it(desk: Client) -> None:
    bureau = an_organisation("bureau", region=a_region("990201"))
    said = {"organisation": bureau.pk, "start": "2026-04-09", "end": "", "text": "市水利局举行开放日活动"}
    assert desk.post(reverse("chronicle:proposing"), said).status_code == 302
    desk.post(reverse("chronicle:opening"), {"first": "2026-04-01"})
    assert "市水利局举行开放日活动" in page(desk, "desk_month", 2026, 4)

    desk.post(reverse("chronicle:taking", args=[Proposal.objects.get().pk]))

    assert Event.objects.get().text == "市水利局举行开放日活动。"
    assert "已采用" in page(desk, "proposals")

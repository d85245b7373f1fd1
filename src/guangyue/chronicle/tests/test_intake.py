"""Taking in the chronicle of an edition, again, and anew."""

from datetime import date, timedelta

import pytest

from guangyue.chronicle.models import Attendance, Event, Link, Month, SeriesMeeting
from guangyue.chronicle.services import take_in_edition
from guangyue.chronicle.services.people import settle_person
from guangyue.chronicle.services.writing import join_to_previous, set_kind
from guangyue.chronicle.tests.chronicles import EVENTS, MARCH, an_edition_with
from guangyue.gazette.models import Doubt, Edition
from guangyue.gazette.tests.factories import IMPORTED_AT, a_document, an_edition
from guangyue.organisations.models import Organisation, Person, Region, Tenure
from guangyue.organisations.services.register import enter_organisation, find_post
from guangyue.organisations.services.tenures import begin_tenure

pytestmark = pytest.mark.django_db


def taken_in(edition: Edition) -> Month:
    (month,) = take_in_edition(edition=edition, by=None, at=IMPORTED_AT)
    return month


@pytest.fixture
def government() -> Organisation:
    city = Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")
    return enter_organisation(
        key="government",
        name="东湖市人民政府",
        kind=Organisation.Kind.GOVERNMENT,
        region=city,
        parent=None,
        since=None,
        cites=None,
    )


def an_official(name: str, government: Organisation, title: str = "副市长") -> Person:
    person = Person.objects.create(name=name)
    post = find_post(organisation=government, title=title)
    begin_tenure(person=person, post=post, since=date(2026, 1, 1), source=Tenure.Source.REPORT)
    return person


def test_a_released_chronicle_is_printed_in_its_issue() -> None:
    month = taken_in(an_edition_with())

    assert (month.state, str(month.issue), month.city) == (Month.State.PRINTED, "2026年第4期", "东湖")
    assert month.events.count() == EVENTS
    assert [event.text[:4] for event in month.events.filter(doubtful=True)] == ["全市春耕"]


def test_taking_it_in_again_changes_nothing() -> None:
    edition = an_edition_with()
    taken_in(edition)
    before = [list(model.objects.order_by("pk").values()) for model in (Event, SeriesMeeting, Link, Month)]

    taken_in(edition)

    after = [list(model.objects.order_by("pk").values()) for model in (Event, SeriesMeeting, Link, Month)]
    assert before == after


def test_a_new_edition_replaces_what_nobody_touched_and_keeps_what_somebody_said() -> None:
    month = taken_in(an_edition_with())
    kept = month.events.get(order=6)
    set_kind(event=kept, kind="OTHER", by=None, at=IMPORTED_AT)
    again = MARCH.replace("水库除险情况", "水库加固情况").replace("荷花节", "莲花节")

    taken_in(an_edition_with(again))

    texts = list(month.events.order_by("order").values_list("text", flat=True))
    assert "水库加固情况" in texts[0]
    assert not any("水库除险情况" in text for text in texts)
    kept.refresh_from_db()
    assert (kept.kind, kept.doubtful) == ("OTHER", True)
    assert any("莲花节" in text for text in texts)


def test_what_is_joined_by_hand_stays_joined() -> None:
    edition = an_edition_with()
    month = taken_in(edition)
    join_to_previous(event=month.events.get(doubtful=True), by=None, at=IMPORTED_AT)

    taken_in(edition)

    assert "调度会召开" in month.events.get(order=3).text
    assert month.events.count() == EVENTS - 1


def test_a_chronicle_of_no_month_is_doubted_and_not_kept() -> None:
    edition = an_edition_with("东湖市人民政府大事记\n2日，我市召开会议。", title="大事记")

    assert take_in_edition(edition=edition, by=None, at=IMPORTED_AT) == []
    assert Doubt.objects.get().key == "chronicle-without-month"


def test_the_gazette_of_another_city_does_not_come_into_ours(government: Organisation) -> None:
    edition = an_edition_with()
    edition.title = "西山市人民政府公报"
    edition.save()

    assert take_in_edition(edition=edition, by=None, at=IMPORTED_AT) == []


def test_a_number_that_falls_is_listed_and_the_event_stays() -> None:
    SeriesMeeting.objects.create(series="市政府常务会议", number=30, on=date(2026, 2, 1))

    month = taken_in(an_edition_with())

    assert month.events.count() == EVENTS
    assert "不能是第12次" in month.problems[0]["sentence"]


def test_the_meeting_that_adopted_a_document_has_its_number_too() -> None:
    edition = an_edition(title="东湖市人民政府公报")
    a_document(edition=edition, adopted="市人民政府第 9 次常务会议", adopted_on=date(2025, 12, 1))

    take_in_edition(edition=edition, by=None, at=IMPORTED_AT)

    meeting = SeriesMeeting.objects.get()
    assert (str(meeting), meeting.event) == ("市政府常务会议第9次", None)


def test_a_document_on_a_topic_within_ninety_days_is_proposed_and_not_confirmed() -> None:
    held = date(2026, 3, 2)
    for days, number in ((18, "一"), (91, "二"), (-40, "三")):
        day = held + timedelta(days=days)
        a_document(
            number=f"东政发〔2026〕{days + 50}号", title=f"关于加快渔业发展的意见（{number}）", day=day
        )

    taken_in(an_edition_with())

    link = Link.objects.get()
    assert (link.target, link.kind, link.state) == ("东政发〔2026〕68号", "inferred", "proposed")


def test_a_name_is_recognised_by_the_post_of_its_day(government: Organisation) -> None:
    official = an_official("孙立", government)

    taken_in(an_edition_with())

    assert {one.person for one in Attendance.objects.filter(name="孙立")} == {official}
    assert Attendance.objects.get(name="钱一鸣").person is None


def test_two_of_one_name_are_not_taken_for_one(government: Organisation) -> None:
    mayor = an_official("孙立", government)
    an_official("孙立", government, title="调研员")

    taken_in(an_edition_with())

    known = {(one.title, one.person) for one in Attendance.objects.filter(name="孙立")}
    assert ("副市长", mayor) in known
    assert ("", None) in known


def test_whom_a_person_settled_stays_settled(government: Organisation) -> None:
    edition = an_edition_with()
    month = taken_in(edition)
    stranger = Person.objects.create(name="孙立")
    attendance = Attendance.objects.filter(event__month=month, name="孙立").first()
    assert attendance
    settle_person(attendance=attendance, person=stranger, reason="本人说明", by=None)
    an_official("孙立", government)

    taken_in(edition)

    attendance.refresh_from_db()
    assert attendance.person == stranger

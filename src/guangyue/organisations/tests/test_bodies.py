"""议事协调机构: who sits in it today, and what happens when an office changes hands."""

from datetime import date

import pytest

from guangyue.gazette.document import Clause
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Body, LocalRequirement, Organisation, Person, Region, Seat
from guangyue.organisations.refusals import BodyWithoutDocument, ReasonMissing
from guangyue.organisations.resolution import resolve
from guangyue.organisations.seating import Filling, Seating, seatings, stale_seatings, vacant_seatings
from guangyue.organisations.services.bodies import (
    SeatFact,
    add_seat,
    close_seat,
    confirm_seat,
    end_body,
    form_body,
    rename_body,
)
from guangyue.organisations.services.local_bodies import (
    Fulfilment,
    local_standings,
    report_local_body,
    require_local_body,
)
from guangyue.organisations.services.tenures import report_departure, report_holder
from guangyue.organisations.tests.conftest import CITES, NOON, MakeBody

FORMED, CHANGED = date(2021, 4, 23), date(2021, 9, 1)


def place(body: Body, role: Seat.Role, on: date) -> Seating:
    return next(seated for seated in seatings(body, on) if seated.seat.role == role)


def take_over(body: Body, role: Seat.Role, name: str, on: date) -> Person:
    post = body.seats.get(role=role).post
    assert post
    person = Person.objects.create(name=name)
    report_holder(post=post, person=person, on=on)
    return person


def test_a_body_without_a_document_is_refused(city: Region) -> None:
    with pytest.raises(BodyWithoutDocument):
        form_body(
            key="none",
            name="东湖市无名小组",
            kind=Body.Kind.LEADING_GROUP,
            level=Body.Level.CITY,
            region=city,
            cites=None,
            on=FORMED,
            by=None,
            at=NOON,
        )

    assert not Organisation.objects.exists()


def test_the_successor_sits_in_the_body_the_same_day(body: MakeBody) -> None:
    conference = body(substitutes_by_itself=True)
    take_over(conference, Seat.Role.MEMBER, "甲一", FORMED)

    take_over(conference, Seat.Role.MEMBER, "乙二", CHANGED)

    assert place(conference, Seat.Role.MEMBER, date(2021, 8, 31)).shown == "甲一"
    assert place(conference, Seat.Role.MEMBER, CHANGED).shown == "乙二"
    assert not stale_seatings([conference], CHANGED)


def test_without_such_a_clause_the_successor_waits_for_the_office(body: MakeBody) -> None:
    conference = body()
    take_over(conference, Seat.Role.MEMBER, "甲一", FORMED)

    successor = take_over(conference, Seat.Role.MEMBER, "乙二", CHANGED)

    (waiting,) = stale_seatings([conference], CHANGED)
    assert (waiting.shown, waiting.proposed) == ("甲一", (successor,))
    confirm_seat(seat=waiting.seat, person=successor, on=CHANGED, ground="办公室函", by=None, at=NOON)
    assert place(conference, Seat.Role.MEMBER, CHANGED).shown == "乙二"
    assert place(conference, Seat.Role.MEMBER, date(2021, 8, 31)).shown == "甲一"
    assert not stale_seatings([conference], CHANGED)


def test_a_confirmation_needs_its_ground(body: MakeBody) -> None:
    seat = body().seats.get(role=Seat.Role.MEMBER)

    with pytest.raises(ReasonMissing):
        confirm_seat(seat=seat, person=None, on=CHANGED, ground="", by=None, at=NOON)


@pytest.mark.parametrize("by_itself", [True, False])
def test_the_convenor_changes_with_the_office_in_either_case(body: MakeBody, by_itself: bool) -> None:
    conference = body(substitutes_by_itself=by_itself)
    take_over(conference, Seat.Role.CONVENOR, "甲一", FORMED)

    take_over(conference, Seat.Role.CONVENOR, "乙二", CHANGED)

    assert place(conference, Seat.Role.CONVENOR, CHANGED).shown == "乙二"


def test_a_seat_nobody_ever_held_is_unknown_and_one_that_was_left_is_vacant(body: MakeBody) -> None:
    conference = body(substitutes_by_itself=True)
    assert place(conference, Seat.Role.MEMBER, FORMED).filling is Filling.UNKNOWN
    take_over(conference, Seat.Role.MEMBER, "甲一", FORMED)
    post = conference.seats.get(role=Seat.Role.MEMBER).post
    assert post

    report_departure(post=post, on=CHANGED)

    assert place(conference, Seat.Role.MEMBER, CHANGED).shown == "空缺"
    assert [seated.seat.role for seated in vacant_seatings([conference], CHANGED)] == [Seat.Role.MEMBER]


def test_a_renamed_body_stays_itself(body: MakeBody) -> None:
    conference = body()

    rename_body(body=conference, name="东湖市全民健身联席会议", on=CHANGED, cites=CITES, by=None, at=NOON)

    by_old, by_new = resolve("市健身联席会议", on=CHANGED), resolve("市全民健身联席会议", on=CHANGED)
    assert by_old
    assert by_new
    assert by_old.organisation == by_new.organisation == conference.organisation
    assert (by_old.old_name, by_new.old_name) == (True, False)
    assert [move.kind for move in conference.moves.all()] == ["formed", "renamed"]


def test_a_seat_is_added_and_closed_by_a_clause(body: MakeBody, bureau: Organisation) -> None:
    conference = body()
    member = SeatFact(Seat.Role.MEMBER, "市档案局", organisation=bureau)

    add_seat(body=conference, seat=member, on=CHANGED, cites=Clause("东政办字〔2021〕9号"), by=None, at=NOON)

    assert len(seatings(conference, date(2021, 8, 31))) == 2
    assert len(seatings(conference, CHANGED)) == 3
    added = conference.seats.get(organisation=bureau)
    close_seat(seat=added, on=date(2021, 10, 1), cites=CITES, by=None, at=NOON)
    assert len(seatings(conference, date(2021, 10, 1))) == 2
    with pytest.raises(BodyWithoutDocument):
        add_seat(body=conference, seat=member, on=CHANGED, cites=None, by=None, at=NOON)


def test_a_task_force_closes_with_its_seats(body: MakeBody) -> None:
    conference = body(ends_with_its_work=True)

    end_body(body=conference, on=CHANGED, cites=CITES, by=None, at=NOON)

    assert conference in Body.objects.on(date(2021, 8, 31))
    assert conference not in Body.objects.on(CHANGED)
    assert seatings(conference, CHANGED) == []
    with pytest.raises(Refused, match="不存在"):
        end_body(body=conference, on=CHANGED, cites=CITES, by=None, at=NOON)


def require(body: Body, level: LocalRequirement.Level) -> LocalRequirement:
    return require_local_body(body=body, short_name="健身", level=level, led_by="", cites=CITES, since=FORMED)


@pytest.mark.parametrize(
    ("level", "asked"),
    [
        (LocalRequirement.Level.COUNTY, {"district"}),
        (LocalRequirement.Level.COUNTY_AND_ZONE, {"district", "zone"}),
        (LocalRequirement.Level.COUNTY_AND_TOWNSHIP, {"district", "town"}),
    ],
)
def test_a_clause_asks_only_those_it_names(
    body: MakeBody, counties: dict[str, Region], level: LocalRequirement.Level, asked: set[str]
) -> None:
    requirement = require(body(), level)

    standings = local_standings([requirement], Region.objects.all())

    assert {standing.region for standing in standings} == {counties[name] for name in asked}
    assert {standing.fulfilment for standing in standings} == {Fulfilment.MISSING}


def test_a_county_group_is_red_until_it_has_a_document(body: MakeBody, counties: dict[str, Region]) -> None:
    requirement, county = require(body(), LocalRequirement.Level.COUNTY), counties["district"]
    seen = []

    for document in ("", "荷政办〔2021〕2号"):
        report_local_body(
            requirement=requirement,
            region=county,
            name="荷花区健身领导小组",
            document=document,
            head="区长",
            on=CHANGED,
            by=None,
            at=NOON,
        )
        seen += [standing.fulfilment for standing in local_standings([requirement], [county])]

    assert seen == [Fulfilment.WITHOUT_DOCUMENT, Fulfilment.FORMED]


def test_a_region_nobody_asked_reports_nothing(body: MakeBody, counties: dict[str, Region]) -> None:
    requirement = require(body(), LocalRequirement.Level.COUNTY)

    with pytest.raises(Refused, match="没有要求"):
        report_local_body(
            requirement=requirement,
            region=counties["zone"],
            name="开发区小组",
            document="",
            head="",
            on=CHANGED,
            by=None,
            at=NOON,
        )

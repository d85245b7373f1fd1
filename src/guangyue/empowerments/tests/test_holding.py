"""谁有权: by the day, the way and the remark, and what is refused with the missing piece named."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from guangyue.empowerments.holding import NobodyHoldsIt, body_for, refuse_without_power
from guangyue.empowerments.models import Empowerment, GrantingDocument, State
from guangyue.empowerments.modes import Act, Mode, Piece
from guangyue.empowerments.refusals import CannotAct, OutsideNote, StoppedHere
from guangyue.empowerments.services.papers import end_paper
from guangyue.empowerments.services.stopping import Stopped, stop_powers
from guangyue.empowerments.services.withdrawing import suspend_power, withdraw_power
from guangyue.empowerments.tests.factories import (
    AT,
    ISSUED,
    SIGNED,
    a_power,
    an_undertaken_power,
    give,
)
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.declaration import Level
from guangyue.matters.models import Exercise, Matter
from guangyue.organisations.models import Organisation, Region

LATER = SIGNED + timedelta(days=10)
DAY_BEFORE = SIGNED - timedelta(days=1)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=SHANGHAI)


def undertaken(
    document: GrantingDocument, zone: Organisation, department: Organisation, **said: Any
) -> Empowerment:
    return an_undertaken_power(document, body=zone, department=department, **said)


def test_from_the_day_it_undertakes_the_zone_decides_in_the_name_of_the_department(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    undertaken(document, zone, department)

    before = body_for(matter=matter, region=zone.region, on=DAY_BEFORE)
    then = body_for(matter=matter, region=zone.region, on=SIGNED)

    assert (before.unit, before.empowerment) == (department, None)
    assert (then.unit, then.in_the_name_of) == (zone, department)


def test_where_only_the_review_was_handed_down_the_city_signs(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    undertaken(document, zone, department, mode=Mode.REVIEW)

    holding = body_for(matter=matter, region=zone.region, on=SIGNED)

    assert holding.unit == holding.in_the_name_of == department
    assert [holding.acting(act) for act in Act] == [zone, zone, department]


def test_whoever_receives_for_the_city_receives_and_nothing_else(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    undertaken(document, zone, department, mode=Mode.INTAKE)

    holding = body_for(matter=matter, region=zone.region, on=SIGNED)

    assert [holding.acting(act) for act in Act] == [zone, department, department]


def test_what_was_exercised_before_is_exercised_in_ones_own_name_from_the_day_of_the_document(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    a_power(document, body=zone, department=department, mode=Mode.DIRECT)

    holding = body_for(matter=matter, region=zone.region, on=ISSUED)

    assert holding.unit == holding.in_the_name_of == zone


def test_elsewhere_the_grant_changes_nothing(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter, city: Region
) -> None:
    undertaken(document, zone, department)

    assert body_for(matter=matter, region=city, on=LATER).unit == department


def test_a_township_that_a_zone_runs_goes_to_the_zone(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter, city: Region
) -> None:
    undertaken(document, zone, department)
    street = Region.objects.create(
        code="990101009",
        name="东湖街道",
        kind=Region.Kind.STREET,
        parent=city,
        managed_by=zone.region,
        standard="测试",
    )

    assert body_for(matter=matter, region=street, on=LATER).unit == zone


def test_while_a_grant_is_being_made_ready_the_department_goes_on(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    Exercise.objects.create(matter=matter, unit=zone, region=zone.region, level=Level.COUNTY.name)
    a_power(document, body=zone, department=department)

    assert body_for(matter=matter, region=zone.region, on=LATER).unit == department


def test_a_part_that_the_remark_leaves_out_stays_with_the_department(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    power = undertaken(document, zone, department, remark="总平面图审查除外")

    assert body_for(matter=matter, region=zone.region, on=LATER, part="总平面图审查").unit == department
    assert body_for(matter=matter, region=zone.region, on=LATER, part="核发许可证").unit == zone
    with pytest.raises(OutsideNote, match="总平面图审查"):
        refuse_without_power(
            matter=matter.pk, unit=zone.pk, at=at(LATER), empowerment=power.pk, part="总平面图审查"
        )


def test_a_zone_without_its_seal_decides_nothing_and_the_refusal_names_it(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    power = undertaken(document, zone, department)
    end_paper(paper=power.seals.get(), on=LATER, because="印章遗失", by=None, at=AT)

    assert body_for(matter=matter, region=zone.region, on=LATER).unit == department
    with pytest.raises(CannotAct, match=r"停用.*二号章"):
        refuse_without_power(matter=matter.pk, unit=zone.pk, at=at(LATER), empowerment=power.pk)


@pytest.mark.parametrize("lost", [Piece.AGREEMENT, Piece.SEAL, Piece.ANNOUNCEMENT])
def test_each_missing_piece_is_named(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter, lost: Piece
) -> None:
    power = a_power(document, body=zone, department=department)
    give(power, [piece for piece in power.way.needs if piece is not lost])

    with pytest.raises(CannotAct, match=lost.value):
        refuse_without_power(matter=matter.pk, unit=zone.pk, at=at(LATER), empowerment=power.pk)


def test_when_its_agreement_ends_the_power_ends(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    power = undertaken(document, zone, department)
    power.agreements.update(until=LATER)

    assert body_for(matter=matter, region=zone.region, on=LATER - timedelta(days=1)).unit == zone
    assert body_for(matter=matter, region=zone.region, on=LATER).unit == department


def test_what_is_taken_back_stops_the_same_day(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    power = undertaken(document, zone, department)
    withdraw_power(empowerment=power, on=LATER, said="收回", open_cases="finish", by=None, at=AT)

    assert body_for(matter=matter, region=zone.region, on=LATER).unit == department
    refuse_without_power(
        matter=matter.pk, unit=zone.pk, at=at(LATER), accepted_at=at(DAY_BEFORE), empowerment=power.pk
    )
    with pytest.raises(CannotAct, match="已收回"):
        refuse_without_power(
            matter=matter.pk, unit=zone.pk, at=at(LATER), accepted_at=at(LATER), empowerment=power.pk
        )


def test_the_city_signs_although_the_zone_was_suspended_after_its_review(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    power = undertaken(document, zone, department, mode=Mode.REVIEW)
    suspend_power(empowerment=power, on=LATER, said="平台检修", by=None, at=AT)
    asked: dict[str, Any] = {
        "matter": matter.pk,
        "unit": department.pk,
        "at": at(LATER),
        "empowerment": power.pk,
    }

    refuse_without_power(**asked, act=Act.DECIDE)
    with pytest.raises(CannotAct, match="停用"):
        refuse_without_power(**asked, act=Act.REVIEW)


def test_what_a_zone_no_longer_does_goes_to_the_district(
    document: GrantingDocument, zone: Organisation, matter: Matter, city: Region
) -> None:
    kind = Organisation.Kind.COUNTY
    district = Organisation.objects.create(key="east", name="东湖区人民政府", kind=kind, region=city)
    Exercise.objects.create(matter=matter, unit=zone, region=zone.region, level=Level.COUNTY.name)
    line = Stopped(matter.code, matter.name, zone, district, ISSUED)
    stop_powers(document=document, stopped=[line], by=None, at=AT)

    assert body_for(matter=matter, region=zone.region, on=ISSUED - timedelta(days=1)).unit == zone
    assert body_for(matter=matter, region=zone.region, on=ISSUED).unit == district
    refuse_without_power(matter=matter.pk, unit=district.pk, at=at(ISSUED))
    refuse_without_power(
        matter=matter.pk, unit=zone.pk, at=at(LATER), accepted_at=at(ISSUED - timedelta(days=5))
    )
    with pytest.raises(StoppedHere, match="不再办理"):
        refuse_without_power(matter=matter.pk, unit=zone.pk, at=at(LATER), accepted_at=at(ISSUED))


def test_where_nobody_exercises_it_nobody_holds_it(matter: Matter, zone: Organisation) -> None:
    with pytest.raises(NobodyHoldsIt):
        refuse_without_power(matter=matter.pk, unit=zone.pk, at=at(LATER))


def test_an_old_day_is_asked_about_as_it_was(
    document: GrantingDocument, zone: Organisation, department: Organisation, matter: Matter
) -> None:
    power = undertaken(document, zone, department)
    withdraw_power(empowerment=power, on=LATER, said="收回", open_cases="finish", by=None, at=AT)

    power.refresh_from_db()
    assert power.state == State.WITHDRAWN
    assert body_for(matter=matter, region=zone.region, on=SIGNED).unit == zone

"""Stating facts: one owner for each, and nothing is ever overwritten."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from guangyue.kit.access import EVERYWHERE
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.registries.dossier import lines_of
from guangyue.registries.facts import UNKNOWN, About, FactKind, kind_of
from guangyue.registries.models import Fact, Person
from guangyue.registries.refusals import NotTheOwner
from guangyue.registries.services.recording import record_fact, withdraw_fact
from guangyue.registries.shapes import Plain
from guangyue.registries.tests.factories import (
    DAY,
    DISABILITY,
    EDUCATION,
    IN_THE_EAST,
    LAST_YEAR,
    NAME,
    NOON,
    WAGE,
    WEST,
    a_fact,
    a_firm,
    a_household,
    a_person,
    a_place,
    a_user,
    scope_of,
)

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
TODAY = NOON.date()


def record(person: Person, kind: FactKind, value: Plain, *, owner: str = "", since: date = DAY) -> Fact:
    return record_fact(
        subject=person,
        kind=kind,
        value=value,
        since=since,
        source="测试",
        by=a_user(),
        scope=scope_of(owner or kind.owner),
        at=NOON,
    )


def value_of(person: Person, kind: FactKind, *, on: date = TODAY) -> object:
    [line] = lines_of(person, among=[kind], on=on, known_at=NOON)
    return line.value


def test_the_owner_states_a_fact(country: Country) -> None:
    person = a_person()

    record(person, WAGE, 350_000)

    assert value_of(person, WAGE) == 350_000


def test_another_department_cannot_overwrite_a_fact(country: Country) -> None:
    person = a_person()
    a_fact(person, WAGE, 350_000)

    with pytest.raises(NotTheOwner, match="“月工资”由机构human-resources负责登记，其他部门不能改动"):
        record(person, WAGE, 1, owner="civil-affairs")

    assert value_of(person, WAGE) == 350_000


def test_the_owner_s_people_of_one_district_cannot_state_a_fact_of_another(country: Country) -> None:
    person = a_person(WEST)

    with pytest.raises(NotTheOwner):
        record_fact(
            subject=person,
            kind=WAGE,
            value=1,
            since=DAY,
            source="测试",
            by=a_user(),
            scope=IN_THE_EAST,
            at=NOON,
        )


def test_who_may_do_everything_everywhere_speaks_for_no_department(country: Country) -> None:
    with pytest.raises(NotTheOwner):
        record_fact(
            subject=a_person(),
            kind=WAGE,
            value=1,
            since=DAY,
            source="测试",
            by=a_user(),
            scope=EVERYWHERE,
            at=NOON,
        )


def test_what_was_stated_before_stays(country: Country) -> None:
    person = a_person()
    a_fact(person, EDUCATION, "初中")

    record(person, EDUCATION, "大学专科", since=DAY + timedelta(days=30))

    assert value_of(person, EDUCATION) == "大学专科"
    assert value_of(person, EDUCATION, on=DAY) == "初中"
    assert person.facts.count() == 2


def test_what_was_known_then_can_still_be_asked(country: Country) -> None:
    person = a_person()
    a_fact(person, EDUCATION, "初中")

    record(person, EDUCATION, "高中或中专")

    [now] = lines_of(person, among=[EDUCATION], on=DAY, known_at=NOON)
    [then] = lines_of(person, among=[EDUCATION], on=DAY, known_at=LAST_YEAR)
    assert (now.value, then.value) == ("高中或中专", "初中")


def test_a_fact_that_was_withdrawn_gives_way_to_the_one_before(country: Country) -> None:
    person = a_person()
    a_fact(person, EDUCATION, "初中")
    wrong = a_fact(person, EDUCATION, "研究生", since=DAY + timedelta(days=30))

    withdraw_fact(fact=wrong, source="测试", by=a_user(), scope=scope_of(EDUCATION.owner), at=NOON)

    assert value_of(person, EDUCATION) == "初中"


def test_a_register_s_silence_means_what_its_kind_says(country: Country) -> None:
    person = a_person()

    assert value_of(person, DISABILITY) == "无"
    assert value_of(person, WAGE) is UNKNOWN


def test_what_the_owner_does_not_know_is_not_what_it_has_nothing_of(country: Country) -> None:
    person = a_person()

    a_fact(person, DISABILITY, None)

    assert value_of(person, DISABILITY) is UNKNOWN


@pytest.mark.parametrize("change", ["UPDATE registries_fact SET value = '1'", "DELETE FROM registries_fact"])
def test_the_database_refuses_to_edit_history(country: Country, change: str) -> None:
    a_fact(a_person(), WAGE, 350_000)

    with (
        pytest.raises(IntegrityError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


def test_a_fact_about_two_things_is_refused_by_the_database(country: Country) -> None:
    with pytest.raises(IntegrityError, match="fact_about_one_thing"), transaction.atomic():
        Fact.objects.create(
            person=a_person(),
            firm=a_firm(),
            kind="name",
            value="甲",
            since=DAY,
            recorded_at=NOON,
            source="测试",
        )


def test_nothing_begins_tomorrow(country: Country) -> None:
    with pytest.raises(Refused, match="不能晚于今天") as refused:
        record(a_person(), WAGE, 1, since=TODAY + timedelta(days=1))

    assert refused.value.field == "since"


def test_the_list_shows_what_is_so_today(country: Country) -> None:
    person = a_person(name="李旧名")
    a_fact(person, NAME, "李旧名")

    record(person, NAME, "李新名", since=DAY + timedelta(days=1))

    person.refresh_from_db()
    assert person.name == "李新名"


def test_a_former_name_that_arrives_late_does_not_become_the_present_one(country: Country) -> None:
    person = a_person(name="李今名")
    a_fact(person, NAME, "李今名", since=DAY)

    record(person, NAME, "李小名", since=DAY - timedelta(days=3650))

    person.refresh_from_db()
    assert person.name == "李今名"


def test_whoever_moves_belongs_to_the_other_district_at_once(country: Country) -> None:
    person = a_person()

    record(person, kind_of(About.PERSON, "township"), WEST)

    person.refresh_from_db()
    assert not Person.objects.within(IN_THE_EAST).exists()
    assert person.region_id == WEST


def test_a_household_is_one_that_exists(country: Country) -> None:
    person, household = a_person(), a_household()
    kind = kind_of(About.PERSON, "household")

    record(person, kind, household.number)
    with pytest.raises(Refused, match="没有这个户号") as refused:
        record(person, kind, "H0")

    person.refresh_from_db()
    assert person.household == household
    assert refused.value.field == "value"


def test_a_firm_is_led_by_somebody_of_the_register(country: Country) -> None:
    firm, person = a_firm(), a_person()
    kind = kind_of(About.FIRM, "legal_representative")

    a_fact(firm, kind, person.id_number)

    firm.refresh_from_db()
    assert firm.legal_representative == person


def test_a_place_lies_where_its_owner_says(country: Country) -> None:
    place = a_place()

    a_fact(place, kind_of(About.PLACE, "position"), [116.0, 36.6])

    place.refresh_from_db()
    assert (place.longitude, place.latitude) == (116.0, 36.6)


def test_records_come_from_their_system_and_not_from_a_form(country: Country) -> None:
    with pytest.raises(Refused, match="由主管部门的业务系统登记"):
        record(a_person(), kind_of(About.PERSON, "certificate"), {"kind": "职业资格证书"})

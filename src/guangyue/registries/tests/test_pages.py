"""The pages: what officials see of persons and firms, what those concerned see, what is refused to whom."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from guangyue.accounts.models import Kind, User
from guangyue.kit.identities import make_id_number
from guangyue.kit.tests.reading import text_of
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Correction, Lookup, Objection, Person
from guangyue.registries.services.corrections import raise_correction
from guangyue.registries.services.lookups import object_to_lookup
from guangyue.registries.tests.factories import (
    DAY,
    EDUCATION,
    WAGE,
    WEST,
    a_fact,
    a_firm,
    a_household,
    a_person,
    a_place,
    a_user,
    an_official,
)

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
Page = Any  # a response of the test client, which is several types at once
PURPOSE = {"purpose": "case", "case_number": "2026-1", "kinds": ["person.wage"]}


def signed_in(user: User) -> Client:
    client = Client(headers={"accept": "text/html"})
    client.force_login(user)
    return client


@pytest.fixture
def clerk(country: Country) -> User:
    """Somebody at a window of the eastern district."""
    return an_official("clerk", region="990101")


@pytest.fixture
def reviewer(country: Country) -> User:
    """Somebody of the department that owns wages."""
    return an_official("reviewer", organisation=country[WAGE.owner])


def look(client: Client, person: Person, **changes: object) -> Page:
    return client.post(person.get_absolute_url(), {**PURPOSE, **changes}, follow=True)


def test_the_list_of_persons_hides_names_and_numbers(clerk: User) -> None:
    person = a_person(name="欧阳晓明")

    page = text_of(signed_in(clerk).get("/desk/persons/"))

    assert "欧阳**" in page
    assert "晓明" not in page
    assert person.id_number not in page


def test_what_is_exported_hides_them_too(clerk: User) -> None:
    person = a_person(name="王晓明")

    response = signed_in(clerk).get("/desk/persons/?export=csv")
    written = b"".join(response).decode("utf-8-sig")

    assert "王**" in written
    assert person.id_number not in written


def test_a_clerk_lists_the_people_of_the_own_district_only(clerk: User) -> None:
    here, elsewhere = a_person(), a_person(WEST)

    page = signed_in(clerk).get("/desk/persons/").content.decode()

    assert here.get_absolute_url() in page
    assert elsewhere.get_absolute_url() not in page


def test_a_page_of_a_person_asks_what_for_and_shows_nothing_yet(clerk: User) -> None:
    person = a_person(name="王晓明")
    a_fact(person, WAGE, 350_000)

    page = text_of(signed_in(clerk).get(person.get_absolute_url()))

    assert "用途" in page
    assert "晓明" not in page
    assert "3,500" not in page
    assert not Lookup.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"purpose": ""}, "这个字段是必填项"),
        ({"case_number": ""}, "请填写办件编号"),
        ({"kinds": []}, "请至少选择一项"),
        ({"kinds": ["person.disability"]}, "选择"),
    ],
)
def test_without_a_purpose_nothing_is_shown(clerk: User, changes: dict[str, object], sentence: str) -> None:
    person = a_person()
    a_fact(person, WAGE, 350_000)

    response = look(signed_in(clerk), person, **changes)

    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Lookup.objects.exists()


def test_with_a_purpose_the_facts_are_shown_with_owner_source_and_time(clerk: User) -> None:
    person = a_person(name="王晓明")
    a_fact(person, WAGE, 350_000)
    a_fact(person, EDUCATION, "初中")

    page = text_of(look(signed_in(clerk), person))

    assert "王晓明" in page
    assert "¥3,500.00 2020年5月1日起 · 测试" in page
    assert "机构human-resources" in page
    assert "初中" not in page
    assert Lookup.objects.get().by == clerk


def test_a_look_is_written_down_before_and_opened_only_by_who_looked(clerk: User) -> None:
    person = a_person()
    look(signed_in(clerk), person)
    address = Lookup.objects.get().get_absolute_url()

    other = signed_in(an_official("clerk", region="990101"))

    assert other.get(address).status_code == 404


def test_a_look_that_is_over_shows_nothing(clerk: User) -> None:
    person = a_person(name="王晓明")
    lookup = Lookup.objects.create(
        person=person,
        by=clerk,
        at=timezone.now() - timedelta(minutes=16),
        purpose="case",
        case_number="1",
        kinds=["person.wage"],
    )

    response = signed_in(clerk).get(lookup.get_absolute_url())

    assert response.status_code == 403
    assert "晓明" not in text_of(response)


def test_a_person_of_another_district_is_not_found_as_one_that_does_not_exist(clerk: User) -> None:
    client = signed_in(clerk)
    elsewhere = a_person(WEST)

    there = client.get(elsewhere.get_absolute_url())
    nowhere = client.get("/desk/persons/00000000-0000-4000-8000-000000000000/")

    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert without_reference(there) == without_reference(nowhere)


def test_by_number_too(clerk: User) -> None:
    client = signed_in(clerk)
    elsewhere = a_person(WEST).id_number
    nobody = make_id_number(region="390101", born=DAY, sequence=1).text

    there = client.post("/desk/persons/enquiry/", {"id_number": elsewhere})
    nowhere = client.post("/desk/persons/enquiry/", {"id_number": nobody})

    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert without_reference(there) == without_reference(nowhere)


def test_a_number_leads_to_the_person_and_stands_in_no_address(clerk: User) -> None:
    person = a_person()

    response = signed_in(clerk).post("/desk/persons/enquiry/", {"id_number": person.id_number})

    assert response.headers["Location"] == person.get_absolute_url()
    assert person.id_number not in response.headers["Location"]


def test_a_number_that_is_none_is_told_so_at_the_field(clerk: User) -> None:
    response = signed_in(clerk).post("/desk/persons/enquiry/", {"id_number": "390101198001010010"})

    assert response.status_code == 422
    assert "校验码" in text_of(response)


def test_the_person_sees_who_looked_and_objects(clerk: User, country: Country) -> None:
    citizen = a_user(Kind.CITIZEN)
    person = a_person(account=citizen)
    look(signed_in(clerk), person)
    client = signed_in(citizen)

    page = text_of(client.get("/me/lookups/"))
    client.post(f"/me/lookups/{Lookup.objects.get().pk}/objection/", {"reason": "我没有办过这件事"})

    assert clerk.name in page
    assert "办理申请事项，编号 2026-1" in page
    assert "看了月工资" in page
    assert Objection.objects.get().reason == "我没有办过这件事"


def test_nobody_objects_to_a_look_at_somebody_else(clerk: User) -> None:
    look(signed_in(clerk), a_person(account=a_user(Kind.CITIZEN)))
    stranger = a_user(Kind.CITIZEN)
    a_person(account=stranger)

    response = signed_in(stranger).post(
        f"/me/lookups/{Lookup.objects.get().pk}/objection/", {"reason": "不行不行"}
    )

    assert response.status_code == 404
    assert not Objection.objects.exists()


def test_citizens_see_their_own_facts_and_their_household_s(country: Country) -> None:
    citizen, household = a_user(Kind.CITIZEN), a_household()
    person = a_person(account=citizen, household=household)
    a_fact(person, WAGE, 350_000)
    a_fact(household, kind_of(About.HOUSEHOLD, "homes"), 2)
    other = a_person(name="赵外人")
    a_fact(other, WAGE, 990_000)

    page = text_of(signed_in(citizen).get("/me/"))

    assert "¥3,500.00" in page
    assert "2 套" in page
    assert "赵外人" not in page
    assert "¥9,900.00" not in page


def test_whoever_is_not_yet_known_is_asked_to_say_who(country: Country) -> None:
    citizen, person = a_user(Kind.CITIZEN), a_person()
    client = signed_in(citizen)

    before = text_of(client.get("/me/"))
    client.post("/me/identity/", {"name": person.name, "id_number": person.id_number})
    after = text_of(client.get("/me/"))

    assert "还没有实名认证" in before
    assert person.name in after


@pytest.mark.parametrize(
    ("asked", "back"),
    [("/cases/own/?before=3", "/cases/own/?before=3"), ("https://evil.example/", "/me/"), ("//evil", "/me/")],
)
def test_whoever_says_who_he_is_goes_back_to_a_page_of_ours(country: Country, asked: str, back: str) -> None:
    person = a_person()
    said = {"name": person.name, "id_number": person.id_number, "next": asked}

    answer = signed_in(a_user(Kind.CITIZEN)).post("/me/identity/", said)

    assert answer["Location"] == back


def test_a_citizen_asks_for_a_correction_and_the_owner_makes_it(reviewer: User, country: Country) -> None:
    citizen = a_user(Kind.CITIZEN)
    person = a_person(account=citizen)
    a_fact(person, WAGE, 350_000)

    signed_in(citizen).post(
        "/me/facts/person/wage/correction/", {"proposed": "4200", "reason": "三月起涨了工资"}
    )
    correction = Correction.objects.get()
    page = text_of(signed_in(reviewer).get(correction.get_absolute_url()))
    signed_in(reviewer).post(
        correction.get_absolute_url(), {"answer": "corrected", "value": "4200", "said": "已核对工资单"}
    )

    assert "建议更正为 ¥4,200.00" in page
    assert "还剩 10 个工作日" in page
    assert "¥4,200.00" in text_of(signed_in(citizen).get("/me/"))
    assert "登记过 2 次" in text_of(signed_in(citizen).get("/me/"))


def test_a_correction_of_another_department_s_fact_is_not_to_be_found(
    reviewer: User, country: Country
) -> None:
    correction = raise_correction(
        subject=a_person(), kind=EDUCATION, reason="不对不对", by=a_user(), at=timezone.now()
    )

    response = signed_in(reviewer).get(correction.get_absolute_url())

    assert response.status_code == 404


def test_what_is_proposed_must_be_such_a_value(country: Country) -> None:
    citizen = a_user(Kind.CITIZEN)
    a_person(account=citizen)

    response = signed_in(citizen).post(
        "/me/facts/person/wage/correction/", {"proposed": "很多", "reason": "不对不对"}
    )

    assert response.status_code == 422
    assert not Correction.objects.exists()


def test_a_department_records_its_own_fact_of_a_person_it_looks_at(reviewer: User) -> None:
    person = a_person()
    client = signed_in(reviewer)
    look(client, person)

    client.post(
        f"/desk/persons/{person.key}/facts/person/wage/recording/",
        {"value": "4200", "since": "2021-01-01", "source": "工资单"},
    )

    assert person.facts.get().value == 420_000
    assert person.facts.get().recorded_by == reviewer


def test_a_department_cannot_record_a_fact_it_does_not_own(reviewer: User) -> None:
    person = a_person()
    client = signed_in(reviewer)
    look(client, person, kinds=["person.education"])

    response = client.post(
        f"/desk/persons/{person.key}/facts/person/education/recording/",
        {"value": "研究生", "since": "2021-01-01", "source": "猜的"},
    )

    assert response.status_code == 403
    assert "由机构education-and-sports负责登记" in text_of(response)
    assert not person.facts.exists()


def test_a_fact_cannot_be_recorded_without_a_look(reviewer: User) -> None:
    person = a_person()

    response = signed_in(reviewer).get(f"/desk/persons/{person.key}/facts/person/wage/recording/")

    assert response.status_code == 403


def test_the_past_of_a_person_can_be_asked(reviewer: User) -> None:
    person = a_person()
    a_fact(person, WAGE, 350_000)
    a_fact(person, WAGE, 400_000, since=DAY + timedelta(days=100))
    client = signed_in(reviewer)
    look(client, person)

    page = text_of(client.get(f"{Lookup.objects.get().get_absolute_url()}?on=2020-06-01"))

    assert "¥3,500.00 2020年5月1日起" in page
    assert "2020年6月1日 的情况" in page


def test_the_household_of_a_person_is_masked(clerk: User) -> None:
    household = a_household()
    a_person(name="王晓明", household=household)

    page = text_of(signed_in(clerk).get(household.get_absolute_url()))
    listed = text_of(signed_in(clerk).get("/desk/households/"))

    assert "王**" in page
    assert "晓明" not in page
    assert household.number in listed


def test_firms_and_places_are_listed_mapped_and_shown(clerk: User) -> None:
    place = a_place()
    firm = a_firm(place=place)
    a_fact(firm, kind_of(About.FIRM, "staff"), 12)
    client = signed_in(clerk)

    assert firm.name in text_of(client.get("/desk/firms/"))
    assert "12 人" in text_of(client.get(firm.get_absolute_url()))
    assert place.title in text_of(client.get("/desk/places/"))
    assert firm.name in text_of(client.get(place.get_absolute_url()))
    assert "data-points" in client.get("/desk/places/map/").content.decode()


def test_a_firm_sees_itself(country: Country) -> None:
    user = a_user(Kind.ENTERPRISE)
    firm = a_firm(account=user)
    a_fact(firm, kind_of(About.FIRM, "staff"), 12)

    page = text_of(signed_in(user).get("/firm/"))

    assert firm.credit_code in page
    assert "12 人" in page


def test_looks_and_objections_are_seen_by_who_oversees_them_and_answered_by_who_may(
    clerk: User, country: Country
) -> None:
    look(signed_in(clerk), a_person())
    objection = object_to_lookup(lookup=Lookup.objects.get(), reason="为什么查我", at=timezone.now())
    auditor = signed_in(an_official("auditor"))
    answer = {"improper": "yes", "said": "没有对应的办件"}

    seen = text_of(auditor.get("/desk/lookups/"))
    refused = auditor.post(f"/desk/objections/{objection.pk}/answer/", answer)
    chief = signed_in(an_official("chief"))
    chief.post(f"/desk/objections/{objection.pk}/answer/", answer)

    objection.refresh_from_db()
    assert clerk.name in seen
    assert refused.status_code == 403
    assert objection.improper is True


def test_a_visitor_sees_nothing_of_it(country: Country) -> None:
    person = a_person()
    visitor = Client(headers={"accept": "text/html"})

    for address in ("/desk/persons/", person.get_absolute_url(), "/me/", "/firm/", "/desk/firms/"):
        assert visitor.get(address).status_code == 302


def test_a_citizen_sees_nothing_of_the_desk(country: Country) -> None:
    client = signed_in(a_user(Kind.CITIZEN))

    for address in ("/desk/persons/", a_person().get_absolute_url(), "/desk/firms/", "/desk/lookups/"):
        assert client.get(address).status_code == 403


def without_reference(response: Page) -> str:
    """The page but for the number of the request, and of the form's token."""
    page = response.content.decode().replace(response.headers["X-Request-Id"], "")
    return re.sub(r"[0-9A-Za-z]{64}", "", page)

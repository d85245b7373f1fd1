"""Which organisation a printed name means."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from guangyue.organisations.models import Body, Name, Organisation
from guangyue.organisations.resolution import NameIndex, resolve
from guangyue.organisations.services.register import add_name, rename_organisation
from guangyue.organisations.tests.conftest import MakeBody, MakeOrganisation

TODAY = date(2021, 4, 19)
RENAMED = date(2020, 3, 30)


def found(printed: str, on: date = TODAY) -> str:
    resolution = resolve(printed, on=on)
    return resolution.name if resolution else ""


@pytest.mark.parametrize("printed", ["东湖市档案局", "市档案局", "档案局", "市 档案局"])
def test_the_name_of_the_city_may_be_short_or_left_out(bureau: Organisation, printed: str) -> None:
    assert found(printed) == "东湖市档案局"


def test_brackets_of_either_width_are_the_same(organisation: MakeOrganisation) -> None:
    organisation("东湖市宣传部（文明办）")

    assert found("市宣传部(文明办)") == "东湖市宣传部（文明办）"


def test_a_name_nobody_has_means_nobody(bureau: Organisation) -> None:
    assert resolve("市气象站", on=TODAY) is None


def test_a_name_two_organisations_have_means_neither(
    bureau: Organisation, organisation: MakeOrganisation
) -> None:
    other = organisation("东湖市档案馆")
    add_name(organisation=bureau, text="档案处", kind=Name.Kind.SHORT)
    add_name(organisation=other, text="档案处", kind=Name.Kind.SHORT)

    assert resolve("档案处", on=TODAY) is None


def test_a_renamed_organisation_is_found_under_both_names_on_every_day(bureau: Organisation) -> None:
    rename_organisation(organisation=bureau, name="东湖市档案馆", on=RENAMED, cites=None)

    for printed in ("市档案局", "市档案馆"):
        for day in (date(2019, 1, 1), RENAMED, TODAY):
            resolution = resolve(printed, on=day)
            assert resolution
            assert (resolution.organisation, resolution.printed) == (bureau, printed)


def test_a_name_is_old_from_the_day_it_was_given_up(bureau: Organisation) -> None:
    rename_organisation(organisation=bureau, name="东湖市档案馆", on=RENAMED, cites=None)

    before, after = resolve("市档案局", on=date(2020, 3, 29)), resolve("市档案局", on=RENAMED)

    assert before
    assert not before.old_name
    assert after
    assert after.old_name
    assert bureau.name_on(date(2020, 3, 29)) == "东湖市档案局"
    assert bureau.name_on(RENAMED) == "东湖市档案馆"


def test_a_name_in_use_goes_before_one_that_was_given_up(
    bureau: Organisation, organisation: MakeOrganisation
) -> None:
    rename_organisation(organisation=bureau, name="东湖市档案馆", on=RENAMED, cites=None)
    add_name(organisation=organisation("东湖市史志局"), text="市档案局", kind=Name.Kind.SHORT, since=RENAMED)

    assert found("市档案局") == "东湖市史志局"


def test_a_suspected_misprint_says_so(bureau: Organisation) -> None:
    add_name(organisation=bureau, text="市挡案局", kind=Name.Kind.MISPRINT)

    resolution = resolve("市挡案局", on=TODAY)

    assert resolution
    assert resolution.suspect


def test_the_office_of_a_body_leads_to_the_body_and_the_office_of_a_bureau_does_not(
    body: MakeBody, bureau: Organisation
) -> None:
    conference: Body = body()

    resolution = resolve("市健身联席会议办公室", on=TODAY)

    assert resolution
    assert resolution.office
    assert resolution.organisation == conference.organisation
    assert resolve("市档案局办公室", on=TODAY) is None


def test_ten_thousand_names_take_no_more_questions_than_one(
    bureau: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        names = NameIndex.load()
        resolved = [names.resolve("市档案局", TODAY) for _ in range(10_000)]

    assert all(resolved)

"""效能报表, the public list, and what each tells of how long cases took."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, Tally
from guangyue.cases.reports import percentile, records, together
from guangyue.cases.services.tallying import first_of, tally_month, tally_nightly
from guangyue.cases.tests.factories import AT, a_case, go
from guangyue.kit.clocks import local_day
from guangyue.kit.tests.reading import text_of
from guangyue.matters.models import Matter
from guangyue.registries.tests.factories import a_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_second_factor")]
JUNE = first_of(local_day(AT))


def a_decided_case(matter: Matter, *, days: int, at: datetime = AT, **fields: Any) -> Case:
    case = a_case(matter, at=at, **fields)
    go(case, "accept", actor=Actor.CLERK, at=at)
    go(case, "propose", actor=Actor.REVIEWER, said="符合条件", at=at)
    go(case, "grant", actor=Actor.DECIDER, at=at + timedelta(days=days))
    return case


def test_a_month_is_counted_with_its_median_and_its_ninetieth(matter: Matter) -> None:
    for days in (1, 2, 3, 9):  # a Monday: 1, 2, 3 and 7 working days, the last beyond the five promised
        a_decided_case(matter, days=days)

    tally_month(month=JUNE)

    (record,) = records(Tally.objects.all(), by="unit_id", title="unit__name")
    assert (record.closed, record.late, record.in_time) == (4, 1, 75.0)
    assert (record.median, record.ninetieth) == (2.5, 5.8)
    assert (record.mean_promised, record.mean_used) == (5.0, 3.2)


def test_counting_again_counts_nothing_twice(matter: Matter) -> None:
    a_decided_case(matter, days=1)

    tally_nightly.run(at=AT + timedelta(days=20))
    tally_nightly.run(at=AT + timedelta(days=21))

    assert together(records(Tally.objects.all(), by="unit_id", title="unit__name")).closed == 1


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.sampled_from([0.5, 0.9]))
def test_the_percentile_of_what_was_counted_is_that_of_the_rows(values: list[int], at: float) -> None:
    counted = {value: values.count(value) for value in values}

    with connection.cursor() as cursor:
        cursor.execute(
            "select percentile_cont(%s) within group (order by value) from unnest(%s::int[]) value",
            [at, values],
        )
        ((expected,),) = cursor.fetchall()

    assert percentile(counted, at) == pytest.approx(expected, abs=0.051)


def test_the_report_tells_what_is_in_hand_and_what_was_closed_and_is_taken_along(
    matter: Matter, chief: Client
) -> None:
    now = timezone.now()
    late = a_case(matter, at=now - timedelta(days=40))
    go(late, "accept", actor=Actor.CLERK, at=now - timedelta(days=40))
    a_decided_case(matter, days=0, at=now)
    tally_nightly.run(at=now)

    page = text_of(chief.get(reverse("cases:reports")))
    assert "超期 1 件" in page
    assert "本月办结 1 件" in page
    assert late.number in text_of(chief.get(reverse("cases:waiting", args=["overdue"])))
    assert chief.get(reverse("cases:reports"), {"export": "xlsx"}).status_code == 200
    assert chief.get(reverse("cases:report_paper"))["Content-Type"] == "application/pdf"
    assert "各部门在办" in text_of(chief.get(reverse("cases:screen")))


def test_a_month_without_cases_says_so(chief: Client) -> None:
    page = text_of(chief.get(reverse("cases:reports"), {"month": "2019-13"}))

    assert "这个月还没有办结的办件" in page


def test_in_public_stand_results_without_names_in_full_or_any_number(matter: Matter, client: Client) -> None:
    person = a_person(name="王小明")
    decided = a_decided_case(matter, days=1, applicant=person)
    open_case = a_case(matter)

    page = text_of(client.get(reverse("cases:public")))

    assert decided.number in page
    assert "王**" in page
    assert not any(told in page for told in ("王小明", person.id_number, open_case.number))

"""The public's page of the calendar, and what programs are told."""

from datetime import date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils.timezone import localdate
from ninja import NinjaAPI
from ninja.testing import TestClient

from guangyue.kit.api import router
from guangyue.kit.calendar.year import picture
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.holidays import Announcement, NamedDay
from guangyue.kit.services.notices import enter_notice
from guangyue.kit.workdays import kept_calendar

pytestmark = pytest.mark.django_db

PAGE = "/working-days/"

api = NinjaAPI(urls_namespace="calendar-tests")
api.add_router("", router)


def page(visitor: Client, status: int = 200, **asked: str) -> str:
    response = visitor.get(PAGE, asked)
    assert response.status_code == status
    return response.content.decode()


def test_a_year_has_twelve_months_of_whole_weeks() -> None:
    year = picture(kept_calendar(), 2026)

    days = [day.date for month in year.months for week in month.weeks for day in week if day]
    assert days == sorted(days)
    assert len(days) == 365
    assert all(len(week) == 7 for month in year.months for week in month.weeks)
    assert sum(month.working_days for month in year.months) == year.working_days


def test_holidays_are_told_with_the_weekends_worked_for_them() -> None:
    holidays = {holiday.name: holiday for holiday in picture(kept_calendar(), 2026).holidays}

    assert holidays["春节"].off == ((date(2026, 2, 15), date(2026, 2, 23)),)
    assert [first for first, _ in holidays["春节"].worked] == [date(2026, 2, 14), date(2026, 2, 28)]
    assert holidays["春节"].days_off == 9


def test_the_page_opens_on_this_year_and_says_who_says_so(client: Client) -> None:
    shown = page(client)

    assert f"{localdate().year}年" in shown
    assert "依据：国务院办公厅" in shown


def test_a_year_whose_notice_is_not_out_is_marked_provisional(client: Client) -> None:
    assert "暂定" in page(client, year="2027")
    assert "暂定" not in page(client, year="2021")


@pytest.mark.parametrize("year", ["1999", "2999", "next", "-1", "２０２６９"])
def test_a_year_that_nobody_knows_is_not_found(client: Client, year: str) -> None:
    page(client, status=404, year=year)


def test_the_last_day_is_told_with_every_day_on_the_way(client: Client) -> None:
    shown = page(client, start="2021-04-29", amount="5", unit="WORKING_DAY")

    assert "2021年5月10日" in shown
    assert "不计：劳动节放假" in shown
    assert "第 5 日" in shown
    assert "暂定的" not in shown


def test_a_last_day_in_a_provisional_year_is_marked(client: Client) -> None:
    assert "这个日期是暂定的" in page(client, start="2026-12-25", amount="10", unit="WORKING_DAY")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"start": "2021-02-30"}, "输入一个有效的日期。"),
        ({"start": ""}, "这个字段是必填项。"),
        ({"start": "1990-01-01"}, "日期应当在 2004 年至 2099 年之间。"),
        ({"amount": "0"}, "时限应当大于零。"),
        ({"amount": "5000"}, "确保该值小于或等于366。"),
        ({"amount": "many"}, "输入整数。"),
        ({"unit": "FORTNIGHT"}, "选择一个有效的选项"),
    ],
)
def test_what_cannot_be_counted_is_said_at_the_field(
    client: Client, asked: dict[str, str], sentence: str
) -> None:
    shown = page(client, status=422, **{"start": "2021-04-29", "amount": "5", "unit": "WORKING_DAY", **asked})

    assert sentence in shown


def test_a_program_is_told_the_days_that_differ_from_the_week() -> None:
    answer = TestClient(api).get("/working-days/2021").json()

    assert (answer["provisional"], answer["working_days"]) == (False, 250)
    told = {day["date"]: (day["works"], day["name"]) for day in answer["exceptions"]}
    assert told["2021-05-05"] == (False, "劳动节")
    assert told["2021-05-08"] == (True, "劳动节")
    assert "2021-05-06" not in told


def test_a_program_is_told_the_last_day_and_how_it_was_reached() -> None:
    answer = TestClient(api).get("/deadline?start=2021-04-30&amount=1&unit=working_day").json()

    assert (answer["due"], answer["limit"], answer["provisional"]) == ("2021-05-06", "1 个工作日", False)
    assert answer["days"][-1] == {"date": "2021-05-06", "number": 1, "why_not": ""}
    assert answer["days"][0] == {"date": "2021-05-01", "number": None, "why_not": "劳动节放假"}


def test_a_program_follows_the_notices_too() -> None:
    official = get_user_model()._default_manager.create(
        username="official", opened_at=datetime(2026, 1, 1, tzinfo=SHANGHAI)
    )
    notice = Announcement(2027, "通知", "", True, (NamedDay(date(2027, 1, 1), False, "元旦"),))
    enter_notice(announcement=notice, by=official, at=datetime(2026, 11, 21, tzinfo=SHANGHAI))

    answer = TestClient(api).get("/working-days/2027").json()

    assert (answer["provisional"], answer["source"]) == (False, "通知")
    assert [day["date"] for day in answer["exceptions"]] == ["2027-01-01"]


@pytest.mark.parametrize(
    "asked", ["start=2021-04-30&amount=-1", "start=soon&amount=1", "start=1990-01-01&amount=1"]
)
def test_a_program_that_asks_nonsense_is_refused(asked: str) -> None:
    assert TestClient(api).get(f"/deadline?{asked}").status_code == 422

"""Officials and the calendar: a notice is rehearsed, entered, and moves what they keep an eye on."""

from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.calendar.own_limits import limits_to_keep
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.models import HolidayNotice, RunningLimit
from guangyue.kit.services.limits import start_limit

pytestmark = pytest.mark.django_db

PAGE = {"Accept": "text/html"}
TEXT = """元旦：1月1日（周五）至3日（周日）放假。
春节：2月5日至13日放假，2月20日、28日上班。
值班安排另行通知。"""
NOTICE = {"year": "2027", "kind": "year", "title": "2027年放假安排", "number": "", "text": TEXT}


@pytest.fixture
def keeper(settings: Settings) -> User:
    """Whoever keeps the calendar; in a demonstration no second factor is asked."""
    settings.DEMO = True
    user = a_user("keeper")
    a_grant(user, "administrator", since=date(2020, 1, 1))
    return user


@pytest.fixture
def official() -> User:
    return a_user("official")


def browser_of(user: User) -> Client:
    browser = Client(headers=PAGE)
    browser.force_login(user)
    return browser


def limit_of(user: User, start: str = "2026-12-25") -> RunningLimit:
    started = timezone.make_aware(datetime.fromisoformat(start))
    return start_limit(title="答复来信", limit=Limit(10, Unit.WORKING_DAY), started=started, responsible=user)


# Entering a notice.


def test_a_notice_is_rehearsed_before_it_is_entered(keeper: User, official: User) -> None:
    limit_of(official)

    page = browser_of(keeper).post("/desk/calendar/rehearsal/", NOTICE).content.decode()

    assert "2027年2月20日" in page
    assert "由暂定变为确定" in page
    assert "1 个时限移动到期日" in page
    assert "值班安排另行通知。" in page
    assert not HolidayNotice.objects.exists()


def test_an_entered_notice_stands_in_the_calendar_with_who_entered_it(keeper: User) -> None:
    browser = browser_of(keeper)

    page = browser.post("/desk/calendar/entry/", NOTICE, follow=True).content.decode()

    assert "已录入“2027年放假安排”" in page
    assert keeper.name in page
    assert "暂定" not in browser.get("/working-days/?year=2027").content.decode()


def test_an_entered_notice_moves_what_officials_keep_an_eye_on(keeper: User, official: User) -> None:
    limit_of(official)

    browser_of(keeper).post("/desk/calendar/entry/", NOTICE)

    page = browser_of(official).get("/desk/limits/").content.decode()
    assert "2027年1月11日到期" in page
    assert "暂定" not in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": "值班安排另行通知。"}, "没有读到日期"),
        ({"text": "元旦：1月1日（周四）放假。"}, "第 1 行：1月1日是周五，不是周四。"),
        ({"text": "元旦：1月4日上班。"}, "1月4日是周一，不用写上班。"),
        ({"year": "1999"}, "确保该值大于或等于2004。"),
        ({"title": ""}, "这个字段是必填项。"),
        ({"kind": "century"}, "选择一个有效的选项"),
    ],
)
@pytest.mark.parametrize("step", ["rehearsal", "entry"])
def test_what_is_wrong_with_a_notice_is_said_at_the_field_and_nothing_is_written(
    keeper: User, step: str, changed: dict[str, str], sentence: str
) -> None:
    answer = browser_of(keeper).post(f"/desk/calendar/{step}/", {**NOTICE, **changed})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not HolidayNotice.objects.exists()


def test_a_single_day_can_be_changed_on_a_weekday(keeper: User) -> None:
    storm = {**NOTICE, "year": "2026", "kind": "days", "title": "停工通知", "text": "停工：6月3日放假。"}

    browser_of(keeper).post("/desk/calendar/entry/", storm)

    assert not HolidayNotice.objects.calendar().works(date(2026, 6, 3))


def test_what_was_filled_in_is_there_when_one_goes_back(keeper: User) -> None:
    page = browser_of(keeper).post("/desk/calendar/draft/", NOTICE).content.decode()

    assert "2027年放假安排" in page
    assert "2月20日、28日上班" in page


def test_a_table_becomes_the_text_of_a_notice(keeper: User) -> None:
    rows = "日期,安排,节日\n2027-02-05,放假,春节\n2027-02-06,放假,春节\n2027-02-20,上班,春节\n".encode()
    browser = browser_of(keeper)

    rehearsed = browser.post(
        "/desk/calendar/table/", {"step": "check", "file": SimpleUploadedFile("2027.csv", rows)}
    ).content.decode()
    taken = browser.post(
        "/desk/calendar/table/",
        {"step": "take", "checked": sha256(rows).hexdigest(), "file": SimpleUploadedFile("2027.csv", rows)},
    ).content.decode()

    assert "共 3 行，全部合格" in rehearsed
    assert "春节：2月5日至2月6日放假，2月20日上班。" in taken
    assert not HolidayNotice.objects.exists()


def test_an_official_sees_the_calendar_and_only_its_keeper_changes_it(official: User) -> None:
    browser = browser_of(official)

    assert "录入放假通知" not in browser.get("/desk/calendar/").content.decode()
    assert browser.get("/desk/calendar/draft/").status_code == 403
    assert browser.post("/desk/calendar/entry/", NOTICE).status_code == 403
    assert not HolidayNotice.objects.exists()


# Limits of one's own.


def test_a_limit_of_ones_own_stands_among_the_todos(official: User) -> None:
    today = timezone.localdate()
    new = {"title": "答复来信", "start": str(today), "amount": "10", "unit": "WORKING_DAY"}

    browser_of(official).post("/desk/limits/", new)

    (todo,) = limits_to_keep(user=official, scope=EVERYWHERE, at=timezone.now())
    assert (todo.title, todo.detail) == ("答复来信", "10 个工作日")
    assert todo.clock is not None
    assert todo.clock.words == "还剩 10 个工作日"


def test_a_limit_is_not_started_in_the_future(official: User) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    new = {"title": "答复来信", "start": str(tomorrow), "amount": "10", "unit": "WORKING_DAY"}

    answer = browser_of(official).post("/desk/limits/", new)

    assert answer.status_code == 422
    assert "起算日不能晚于今天。" in answer.content.decode()
    assert not RunningLimit.objects.exists()


def test_a_limit_stands_goes_on_and_ends(official: User) -> None:
    running, browser = limit_of(official, str(timezone.localdate())), browser_of(official)

    page = browser.post(f"/desk/limits/{running.pk}/pause/", {"ground": "补正材料"}, follow=True)
    assert "暂停中（补正材料）" in page.content.decode()

    page = browser.post(f"/desk/limits/{running.pk}/resumption/", follow=True)
    assert "暂停中" not in page.content.decode()

    page = browser.post(f"/desk/limits/{running.pk}/ending/", follow=True)
    assert "没有未办结的时限" in page.content.decode()


def test_a_limit_stands_only_on_a_ground(official: User) -> None:
    running = limit_of(official)

    answer = browser_of(official).post(f"/desk/limits/{running.pk}/pause/", {"ground": " "})

    assert answer.status_code == 422
    assert "请填写暂停原因" in answer.content.decode()


@pytest.mark.parametrize("step", ["pause", "resumption", "ending"])
def test_nobody_touches_the_limit_of_another(official: User, step: str) -> None:
    running = limit_of(official)

    answer = browser_of(a_user()).post(f"/desk/limits/{running.pk}/{step}/", {"ground": "好奇"})

    assert answer.status_code == 404
    running.refresh_from_db()
    assert running.ended is None


def test_a_citizen_has_no_business_at_the_desk() -> None:
    citizen = a_user("citizen", kind=Kind.CITIZEN)

    assert browser_of(citizen).get("/desk/limits/").status_code == 403

"""The pages of the desk and of the public: what stands there, and what must never."""

from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_browser, a_grant, a_user
from guangyue.cases.models import Case
from guangyue.cases.tests.factories import AT
from guangyue.files.models import File
from guangyue.files.tests.factories import a_kept_photo, a_photo, uploaded
from guangyue.organisations.models import Organisation
from guangyue.ratings.models import Check, Complaint, ComplaintFile, Hall, Invite, WayClosure
from guangyue.ratings.services.places import seat_person
from guangyue.ratings.tests.factories import a_complaint, a_rating

SECRET = "李秘密"
PHONE = "13800001111"


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def keeper(unit: Organisation) -> User:
    official = a_user(organisation=unit)
    a_grant(official, "rating-keeper")
    return official


def test_every_page_of_the_keeper_opens_empty_and_full(keeper: User, case: Case, hall: Hall) -> None:
    browser = a_browser(keeper)
    pages = (
        "/desk/ratings/",
        "/desk/ratings/checks/",
        "/desk/ratings/statistics/",
        "/desk/ratings/statistics/?by=window",
        "/desk/ratings/cards/",
        "/desk/ratings/coverage/",
        "/desk/ratings/coverage/closing/",
        "/desk/ratings/typical/",
        "/desk/halls/",
        f"/desk/halls/{hall.key}/",
        f"/desk/halls/{hall.key}/poster/",
        "/desk/complaints/",
        "/desk/complaints/new/",
        "/desk/complaints/violations/",
        "/scores/",
        f"/scores/halls/{hall.key}/",
        "/complaints/",
        "/complaints/new/",
    )

    empty = {page: browser.get(page).status_code for page in pages}
    for level in (1, 5):
        a_rating(case, level, at=AT + timedelta(days=3 + level), changes=True)
    a_complaint(hall.organisation, hall=hall)
    full = {page: browser.get(page).status_code for page in pages}

    assert set(empty.values()) == set(full.values()) == {HTTPStatus.OK}


def test_the_list_of_ratings_says_nothing_of_whoever_gave_them(
    keeper: User, case: Case, citizen: User
) -> None:
    a_rating(case, 2, by=citizen)

    for ask in ("", "?export=csv"):
        answer = a_browser(keeper).get(f"/desk/ratings/{ask}")
        page = answer.getvalue().decode()
        assert "不满意" in page
        assert citizen.name not in page
        assert case.applicant_name not in page
        assert case.number not in page


def test_whoever_was_rated_reads_neither_the_rating_nor_its_check(
    unit: Organisation, case: Case, clerk: User
) -> None:
    a_grant(clerk, "rating-keeper")
    rating = a_rating(case, 1)
    check = Check.objects.get(rating=rating)

    assert "非常不满意</td>" not in a_browser(clerk).get("/desk/ratings/").content.decode()
    assert a_browser(clerk).get(f"/desk/ratings/checks/{check.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_a_check_is_called_and_settled(keeper: User, case: Case) -> None:
    check = Check.objects.get(rating=a_rating(case, 1))
    address = f"/desk/ratings/checks/{check.pk}/"
    browser = a_browser(keeper)

    browser.post(f"{address}call/")
    lacking = browser.post(f"{address}result/", {"true": "yes", "said": "属实", "reply": "抱歉"})
    browser.post(f"{address}result/", {"true": "yes", "said": "属实", "correction": "培训", "reply": "抱歉"})

    assert lacking.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    check.refresh_from_db()
    assert (check.finding, bool(check.called_at)) == ("true", True)


def test_a_complaint_is_raised_without_a_name_and_followed_by_its_code(hall: Hall) -> None:
    answer = a_browser().post(
        "/complaints/new/", {"kind": "ATTITUDE", "hall": hall.pk, "text": "态度不好，问了不答。"}
    )

    complaint = Complaint.objects.get()
    assert answer["Location"] == f"/complaints/{complaint.number}/{complaint.code}/"
    assert complaint.is_anonymous
    assert complaint.code in a_browser().get(answer["Location"]).content.decode()
    wrong = a_browser().get(f"/complaints/{complaint.number}/AAAAAAAA/")
    assert wrong.status_code == HTTPStatus.NOT_FOUND


def test_whoever_guesses_codes_is_made_to_wait_even_with_the_right_one(unit: Organisation) -> None:
    complaint = a_complaint(unit)

    for nth in range(20):
        a_browser().get(f"/complaints/{complaint.number}/GUESS{nth}/")

    right = a_browser().get(f"/complaints/{complaint.number}/{complaint.code}/")
    assert right.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_a_complaint_without_hall_and_unit_is_asked_where(db: None) -> None:
    answer = a_browser().post("/complaints/new/", {"kind": "SPEED", "text": "等了半天没有人"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "请选一个大厅或者部门" in answer.content.decode()


def test_the_newest_stand_first_by_the_time_they_came_in(unit: Organisation, keeper: User) -> None:
    newer, older = a_complaint(unit), a_complaint(unit, at=AT - timedelta(days=3))

    page = a_browser(keeper).get("/desk/complaints/").content.decode()

    assert page.index(newer.number) < page.index(older.number)


def test_evidence_that_will_not_do_is_refused_at_its_field_and_nothing_is_kept(
    hall: Hall, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    evidence = [uploaded(a_photo(), "照片.jpg"), uploaded(b"MZ", "程序.exe")]
    said = {"kind": "ATTITUDE", "hall": hall.pk, "text": "态度不好，问了不答。", "evidence": evidence}

    answer = a_browser().post("/complaints/new/", said)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'id="id_evidence_error"' in answer.content.decode()
    assert not Complaint.objects.exists()
    assert not File.objects.exists()


def test_reporters_stand_neither_before_the_accused_nor_on_public_pages(
    hall: Hall, unit: Organisation, keeper: User, case: Case
) -> None:
    accused = a_user(organisation=unit)
    a_grant(accused, "reviewer", organisation=unit)
    seat_person(hall=hall, number="3", person=accused)
    complaint = a_complaint(unit, hall=hall, window="3", name=SECRET, phone=PHONE)
    kept = ComplaintFile.objects.create(complaint=complaint, file=a_kept_photo(at=AT))

    assert SECRET in a_browser(keeper).get(complaint.get_absolute_url()).content.decode()
    file = f"/desk/complaints/{complaint.number}/files/{kept.file.key}/"
    for address in (complaint.get_absolute_url(), file):
        assert a_browser(accused).get(address).status_code == HTTPStatus.NOT_FOUND
    assert complaint.number not in a_browser(accused).get("/desk/complaints/").content.decode()
    for address in ("/scores/", f"/scores/halls/{hall.key}/", "/complaints/"):
        page = Client().get(address).content.decode()
        assert SECRET not in page
        assert PHONE not in page


def test_a_stranger_does_not_open_the_complaint_of_an_account(unit: Organisation) -> None:
    reporter, stranger = a_user(kind=Kind.CITIZEN), a_user(kind=Kind.CITIZEN)
    complaint = a_complaint(unit, by=reporter)

    assert a_browser(reporter).get(f"/complaints/{complaint.number}/").status_code == HTTPStatus.OK
    assert a_browser(stranger).get(f"/complaints/{complaint.number}/").status_code == HTTPStatus.NOT_FOUND


def test_a_way_is_closed_and_opened_again_on_the_page(keeper: User, case: Case) -> None:
    code = case.version.matter.code
    browser = a_browser(keeper)

    browser.post("/desk/ratings/coverage/closing/", {"code": code, "way": "DEVICE", "reason": "送修"})
    closure = WayClosure.objects.get()
    assert "送修" in browser.get("/desk/ratings/coverage/").content.decode()
    browser.post(f"/desk/ratings/coverage/{closure.pk}/reopening/")

    assert not WayClosure.objects.standing().exists()


def test_a_card_with_its_code_is_printed_for_a_finished_case(unit: Organisation, case: Case) -> None:
    official = a_user(organisation=unit)
    a_grant(official, "clerk", organisation=unit)

    Invite.objects.filter(case=case).update(expires_at=timezone.now() + timedelta(days=7))

    page = a_browser(official).get(f"/desk/ratings/cards/{case.number}/").content.decode()

    assert "<svg role=" in page
    assert case.number in page


def test_the_report_and_the_feeds_come_as_files(keeper: User, case: Case) -> None:
    a_rating(case, 5, at=timezone.now())
    browser = a_browser(keeper)

    report = browser.get("/desk/ratings/statistics/report/")
    assert report["Content-Type"] == "application/pdf"
    for key in ("appraisal", "late", "to-simplify", "staff"):
        answer = browser.get(f"/desk/ratings/statistics/feeds/{key}/?as=csv")
        assert answer.status_code == HTTPStatus.OK


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2021-02-30", "昨天"])
def test_a_period_that_cannot_be_is_left_out(db: None, day: str) -> None:
    assert a_browser().get("/scores/", {"since": day, "until": day}).status_code == HTTPStatus.OK

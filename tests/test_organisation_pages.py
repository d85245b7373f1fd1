"""The register of organisations through its pages: what anyone reads, what its keepers do."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.gazette.document import Clause
from guangyue.organisations.models import (
    Body,
    Meeting,
    Notice,
    NoticeLine,
    Organisation,
    Person,
    Region,
    Tenure,
)
from guangyue.organisations.services.bodies import SeatFact, form_body
from guangyue.organisations.services.effect import put_into_effect
from guangyue.organisations.services.notices import LineFact, check_notice, enter_notice, record_lines
from guangyue.organisations.services.register import add_name, enter_organisation, find_post
from guangyue.organisations.services.tenures import report_holder

pytestmark = pytest.mark.django_db

CITES = Clause("东政办字〔2021〕7号", "二")
ISSUED = date(2021, 4, 13)
NOTICE = """东湖市人民政府关于任免王一等工作人员职务的通知
东政任〔2021〕8号
市人民政府决定，任命：
王一为东湖市档案局副局长（试用期一年）；
李二为东湖市{unit}副局长。
免去：
孔三的东湖市档案局局长职务。
东湖市人民政府
2021年5月6日"""


@pytest.fixture(autouse=True)
def city() -> Region:
    """东湖市: an archive bureau with its chief, a sports bureau, and a conference the deputy mayor
    convenes."""
    region = Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")
    government, archive, sports = (
        enter_organisation(
            key=key,
            name=name,
            kind=Organisation.Kind.GOVERNMENT,
            region=region,
            parent=None,
            since=None,
            cites=None,
        )
        for key, name in (
            ("government", "东湖市人民政府"),
            ("archive", "东湖市档案局"),
            ("sports", "东湖市体育局"),
        )
    )
    add_name(organisation=archive, text="市档案馆", kind="short")
    now = timezone.now()
    notice = enter_notice(
        number="东政任〔2021〕5号", title="关于任命孔三职务的通知", issued_on=ISSUED, text="", by=None, at=now
    )
    chief = LineFact(1, NoticeLine.Action.APPOINT, "孔三", "东湖市档案局", "局长", probation_months=12)
    record_lines(notice=notice, facts=[chief], at=now)
    check_notice(notice=notice, by=None, at=now)
    put_into_effect(notice=notice, by=None, at=now)
    convenor = find_post(organisation=government, title="副市长", charge="体育")
    report_holder(post=convenor, person=Person(name="马四"), on=ISSUED)
    form_body(
        key="fitness",
        name="东湖市健身联席会议",
        kind=Body.Kind.JOINT_CONFERENCE,
        level=Body.Level.CITY,
        region=region,
        cites=CITES,
        on=ISSUED,
        seats=[
            SeatFact("convenor", "分管副市长", convenor),
            SeatFact("member", "市体育局", organisation=sports),
        ],
        office=sports,
        by=None,
        at=now,
    )
    return region


def browser_of(role: str) -> Client:
    user: User = a_user(f"the-{role}")
    a_grant(user, role)
    browser = Client(headers={"Accept": "text/html"})
    browser.force_login(user)
    return browser


def read(address: str, browser: Client | None = None) -> str:
    answer = (browser or Client(headers={"Accept": "text/html"})).get(address)
    assert answer.status_code == HTTPStatus.OK, address
    return answer.content.decode()


def test_anyone_finds_an_organisation_by_a_name_it_goes_by() -> None:
    assert "东湖市档案局" in read("/organisations/?q=档案馆")
    assert "没有找到这个机构" in read("/organisations/?q=气象站")


def test_an_organisation_says_who_is_in_charge_on_the_day_asked_about() -> None:
    before, after = (read(f"/organisations/archive/?on={day}") for day in ("2021-04-12", "2021-04-13"))

    assert "孔三" not in before
    assert "孔三" in after
    assert "东政任〔2021〕5号 第1项" in after


def test_the_regions_say_whose_their_codes_are(city: Region) -> None:
    zone = Region.objects.create(
        code="9901Z1", name="东湖开发区", kind=Region.Kind.ZONE, parent=city, standard="自编"
    )
    district = Region.objects.create(
        code="990102", name="荷花区", kind=Region.Kind.DISTRICT, parent=city, standard="GB/T 2260"
    )
    Region.objects.create(
        code="990102101",
        name="柳林镇",
        kind=Region.Kind.TOWN,
        parent=district,
        managed_by=zone,
        standard="统计用区划代码",
    )

    page = read("/organisations/regions/")

    assert "自编" in page
    assert "由东湖开发区托管" in page


@pytest.mark.parametrize("asked", ["2021-13-45", "0001-01-01", "昨天", ""])
def test_a_day_that_makes_no_sense_shows_today(asked: str) -> None:
    assert "孔三" in read(f"/organisations/archive/?on={asked}")


def test_the_public_reads_people_notices_and_bodies() -> None:
    person, notice = Person.objects.get(name="孔三"), Notice.objects.get()

    assert "试用期至2022年4月12日" in read(f"/organisations/people/{person.pk}/")
    assert "东政任〔2021〕5号" in read("/appointments/")
    assert "孔三" in read(f"/appointments/{notice.pk}/")
    assert "东湖市健身联席会议" in read("/bodies/")
    assert "马四" in read("/bodies/fitness/?on=2021-05-01")


def test_a_notice_goes_from_paste_to_effect() -> None:
    keeper = browser_of("personnel")
    text = NOTICE.format(unit="体育局")

    pasted = keeper.post("/desk/appointments/entering/", {"text": text}, follow=True)

    notice = Notice.objects.get(number="东政任〔2021〕8号")
    assert notice.state == Notice.State.CHECKED
    assert "生效" in pasted.content.decode()
    asked = keeper.post(f"/desk/appointments/{notice.pk}/effect/")
    assert "以后只能用新的通知改变" in asked.content.decode()
    keeper.post(f"/desk/appointments/{notice.pk}/effect/", {"confirmed": "yes"})
    notice.refresh_from_db()
    assert notice.state == Notice.State.EFFECTIVE
    assert not Tenure.objects.on(date(2021, 5, 6)).filter(person__name="孔三").exists()
    assert Tenure.objects.get(person__name="王一").probation_until == date(2022, 5, 5)
    paper = keeper.get(f"/desk/appointments/{notice.pk}/paper/")
    assert paper["Content-Type"] == "application/pdf"


def test_an_unknown_organisation_is_shown_with_its_line_and_corrected() -> None:
    keeper = browser_of("personnel")

    pasted = keeper.post(
        "/desk/appointments/entering/", {"text": NOTICE.format(unit="气象局")}, follow=True
    ).content.decode()

    assert "第5行（第2项）：登记册里没有“东湖市气象局”。" in pasted
    line = NoticeLine.objects.get(problem=NoticeLine.Problem.UNKNOWN_ORGANISATION)
    corrected = {"person": "李二", "organisation": "东湖市体育局", "title": "副局长"}
    keeper.post(f"/desk/appointments/lines/{line.pk}/correction/", corrected)
    keeper.post(f"/desk/appointments/{line.notice_id}/check/")
    assert Notice.objects.get(pk=line.notice_id).state == Notice.State.CHECKED


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "这个字段是必填项"),
        ("请假通知", "没有认出文号"),
        ("任命：张三为东湖市档案局副局长。", "没有认出文号"),
    ],
)
def test_a_text_that_is_no_notice_is_answered_at_the_field(pasted: str, said: str) -> None:
    answer = browser_of("personnel").post("/desk/appointments/entering/", {"text": pasted})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    assert Notice.objects.count() == 1


def test_a_notice_without_clauses_keeps_nothing_half_written() -> None:
    text = "东政任〔2021〕9号\n没有条目\n东湖市人民政府\n2021年5月7日"

    answer = browser_of("personnel").post(
        "/desk/appointments/entering/", {"text": text, "issued_on": "2021-05-07"}
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "没有读出任免条目" in answer.content.decode()
    assert Notice.objects.count() == 1


def test_a_trial_waits_among_the_todos_until_it_is_confirmed() -> None:
    keeper, tenure = browser_of("personnel"), Tenure.objects.get(person__name="孔三")
    assert "孔三" in read("/desk/", keeper)

    keeper.post(f"/desk/tenures/{tenure.pk}/confirmation/", {"on": "2022-04-13", "ground": "考核合格"})

    assert "孔三" not in read("/desk/", keeper)
    assert tenure.pk not in [one.pk for one in Tenure.objects.on_probation()]


def test_an_office_changes_hands_and_the_convenor_with_it() -> None:
    post = Body.objects.get().seats.get(role="convenor").post
    assert post

    browser_of("personnel").post(f"/desk/posts/{post.pk}/holder/", {"name": "牛五", "on": "2021-09-01"})

    assert "牛五" in read("/bodies/fitness/?on=2021-09-01")
    assert "牛五" not in read("/bodies/fitness/?on=2021-08-31")


def test_a_meeting_goes_from_its_agenda_to_its_minutes() -> None:
    office, convenor = browser_of("coordinator"), Person.objects.get(name="马四")
    agenda = {"kind": "regular", "planned_on": "2021-12-20", "agenda": "全年工作\n明年安排"}
    office.post("/desk/bodies/fitness/meetings/", agenda)
    meeting = Meeting.objects.get()
    address = f"/desk/meetings/{meeting.pk}"

    refused = office.post(
        f"{address}/approval/", {"approver": Person.objects.get(name="孔三").pk, "on": "2021-12-10"}
    )
    office.post(f"{address}/approval/", {"approver": convenor.pk, "on": "2021-12-10"})
    seats = [seat.pk for seat in meeting.body.seats.all()]
    office.post(f"{address}/holding/", {"on": "2021-12-20", "present": seats})
    office.post(
        f"{address}/minutes/",
        {
            "number": "〔2021〕1号",
            "on": "2021-12-21",
            "text": "会议议定。",
            "decisions-TOTAL_FORMS": "3",
            "decisions-INITIAL_FORMS": "0",
            "decisions-0-text": "开放场馆",
            "decisions-0-owner": Organisation.objects.get(key="sports").pk,
            "decisions-0-due": "2022-01-31",
        },
    )

    assert "不是召集人" in refused.content.decode()
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.FOLLOWED
    assert "逾期" in read(f"{address}/", office)
    assert office.get(f"{address}/paper/")["Content-Type"] == "application/pdf"
    closing = office.post(f"{address}/closing/")
    assert closing.status_code == HTTPStatus.CONFLICT
    decision = meeting.decisions.get()
    office.post(f"/desk/meetings/decisions/{decision.pk}/end/", {"on": "2022-01-20", "evidence": "已开放"})
    office.post(f"{address}/closing/")
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.CLOSED


def test_what_waits_about_the_bodies_is_listed_in_one_place() -> None:
    Body.objects.update(cadence="YEAR_END", report_month=12, report_day=25)

    page = read("/desk/bodies/watch/", browser_of("coordinator"))

    assert "年年底" in page
    assert "年度" in page


@pytest.mark.parametrize(
    "address",
    [
        "/desk/appointments/",
        "/desk/appointments/entering/",
        "/desk/tenures/trials/",
        "/desk/organisations/entering/",
        "/desk/bodies/forming/",
        "/desk/meetings/",
    ],
)
def test_only_the_keepers_open_what_changes_the_register(address: str) -> None:
    assert browser_of("clerk").get(address).status_code == HTTPStatus.FORBIDDEN
    assert Client(headers={"Accept": "text/html"}).get(address).status_code == HTTPStatus.FOUND


def test_programs_ask_what_a_name_means_and_who_holds_a_post() -> None:
    programs = Client()

    meant = programs.post(
        "/api/v1/organisations/names",
        {"names": ["市档案馆", "市气象站"], "on": "2021-05-01"},
        content_type="application/json",
    ).json()
    held = programs.get("/api/v1/posts/holders", {"post": "东湖市档案局局长", "on": "2021-05-01"}).json()
    seated = programs.get("/api/v1/bodies/fitness", {"on": "2021-05-01"}).json()
    refused = programs.get("/api/v1/posts/holders", {"post": "东湖市气象站站长"})

    assert [one["key"] for one in meant] == ["archive", None]
    assert [one["name"] for one in held["holders"]] == ["孔三"]
    assert seated["seats"][0]["people"] == ["马四"]
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "登记册里没有" in refused.json()["detail"]

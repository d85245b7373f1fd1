"""The pages of supervision: what stands there, who does what on them, and what is never shown."""

from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.audit.models import Record
from guangyue.kit.identities import make_id_number
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.supervision.declaration import ItemKind, SubjectKind
from guangyue.supervision.models import (
    PermitHandover,
    ProvincialExport,
    RejectedAct,
    SourceSystem,
    SupervisionAct,
    SupervisionItem,
    Training,
)
from guangyue.supervision.services.exporting import export_acts
from guangyue.supervision.services.keeping import connect_system
from guangyue.supervision.tests.factories import AT, CODE, FIRM, an_act, an_item, an_officer, grant, send

PERSON = make_id_number(region="990101", born=date(1980, 3, 1), sequence=8).text
SECRET = "李秘密"


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def keeper(office: Organisation) -> User:
    official = a_user(organisation=office)
    a_grant(official, "supervision-keeper")
    return official


@pytest.fixture
def officer(office: Organisation) -> User:
    return an_officer(office)


def browser_of(user: User | None = None) -> Client:
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client


def said(**fields: object) -> dict[str, object]:
    return {
        "code": "37-NEW-1",
        "name": "新的监管事项",
        "kind": ItemKind.INSPECTION.name,
        "stage": "AFTER",
        "basis": "测试条例第九条",
        "subjects": "经营者",
        "frequency": "每年一次",
        "points": "证照齐全｜查看证照｜照片\n现场清洁",
        **fields,
    }


def test_every_page_opens_empty_and_full(office: Organisation, permit: Matter, keeper: User) -> None:
    officer = an_officer(office)
    of_keeper = [f"systems/{end}" for end in ("", "new/")] + ["people/", "trainings/new/", "exports/"]
    of_officer = [
        "items/",
        "items/new/",
        "acts/",
        "acts/new/",
        "acts/table/",
        "rejections/",
        "subjects/",
        "coverage/",
        "coverage/?month=2020-06",
        "coverage/?month=never",
        "defects/",
        "handovers/",
    ]

    def walk() -> set[int]:
        pages = [(keeper, page) for page in of_keeper] + [(officer, page) for page in of_officer]
        return {browser_of(user).get(f"/desk/supervision/{page}").status_code for user, page in pages} | {
            browser_of().get("/supervision/").status_code
        }

    assert walk() == {HTTPStatus.OK}
    an_item(office, matters=(permit,))
    grant(permit)
    act = an_act(office, project="P-1")
    send(office, "2", item_code="NONE")
    system = connect_system(key="market", title="市场监管", office=office, by=keeper, at=AT)
    export_acts(by=keeper, at=AT)
    assert walk() == {HTTPStatus.OK}
    for row in (act, act.item, RejectedAct.objects.get(), PermitHandover.objects.get()):
        assert browser_of(officer).get(row.get_absolute_url()).status_code == HTTPStatus.OK
    for kept in (system, ProvincialExport.objects.get()):
        assert browser_of(keeper).get(kept.get_absolute_url()).status_code == HTTPStatus.OK
    assert browser_of(officer).get("/desk/supervision/projects/P-1/").status_code == HTTPStatus.OK


def test_an_item_goes_its_road_on_the_pages(office: Organisation, officer: User, keeper: User) -> None:
    browser, other, run = browser_of(officer), browser_of(an_officer(office)), browser_of(keeper)
    browser.post("/desk/supervision/items/new/", said(office=office.pk))
    item = SupervisionItem.objects.get()
    page = item.get_absolute_url()

    assert browser.post(f"{page}check/").status_code == HTTPStatus.CONFLICT
    other.post(f"{page}check/")
    run.post(f"{page}confirmation/")
    run.post(f"{page}publication/")

    item.refresh_from_db()
    assert item.state == SupervisionItem.State.PUBLISHED
    shown = browser_of().get(f"/supervision/{item.pk}/").content.decode()
    assert "现场清洁" in shown
    assert "测试条例第九条" in shown


@pytest.mark.parametrize(
    ("wrong", "field"), [({"basis": ""}, "basis"), ({"points": "｜｜"}, "points"), ({"code": "编码"}, "code")]
)
def test_what_is_missing_of_an_item_is_said_at_the_field(
    office: Organisation, officer: User, wrong: dict[str, str], field: str
) -> None:
    answer = browser_of(officer).post("/desk/supervision/items/new/", said(office=office.pk, **wrong))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not SupervisionItem.objects.exists()


def test_the_public_sees_nothing_that_is_not_published(office: Organisation, item: SupervisionItem) -> None:
    SupervisionItem.objects.update(state="cancelled", ended_on=AT.date())

    assert browser_of().get(f"/supervision/{item.pk}/").status_code == HTTPStatus.NOT_FOUND
    assert item.name not in browser_of().get("/supervision/").content.decode()


def test_an_untrained_officer_may_look_and_nothing_more(office: Organisation, item: SupervisionItem) -> None:
    browser = browser_of(an_officer(office, trained=False))

    assert browser.get("/desk/supervision/acts/").status_code == HTTPStatus.OK
    for page in ("new/", "table/"):
        answer = browser.post(f"/desk/supervision/acts/{page}", {})
        assert answer.status_code == HTTPStatus.CONFLICT
        assert "培训" in answer.content.decode()
    assert not SupervisionAct.objects.exists()


def test_an_act_entered_twice_by_the_same_form_is_one(officer: User, item: SupervisionItem) -> None:
    form = {
        "number": "8c2f6d5e-0f0a-4f57-9c93-3c1f0f9d2a11",
        "item": item.pk,
        "day": "2020-05-29",
        "kind": ItemKind.INSPECTION.name,
        "subject_kind": SubjectKind.FIRM.name,
        "subject": FIRM.lower(),
        "officers": "张某",
        "result": "正常",
        "ground": "投诉举报",
    }

    for _ in range(2):
        answer = browser_of(officer).post("/desk/supervision/acts/new/", form)
        assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()

    assert SupervisionAct.objects.get().subject == FIRM
    refused = browser_of(officer).post("/desk/supervision/acts/new/", {**form, "ground": ""})
    assert 'id="id_ground_error"' in refused.content.decode()


def test_a_person_is_never_shown_whole_and_each_query_is_written_down(
    office: Organisation, officer: User, item: SupervisionItem
) -> None:
    person: dict[str, Any] = {"subject_kind": SubjectKind.PERSON, "subject": PERSON, "subject_name": SECRET}
    act = an_act(office, **person)
    send(office, "2", item_code="NONE", **person)
    browser = browser_of(officer)

    pages = ["/desk/supervision/acts/", "/desk/supervision/rejections/", act.get_absolute_url()]
    pages.append(RejectedAct.objects.get().get_absolute_url())
    shown = "".join(browser.get(page).content.decode() for page in pages)
    found = browser.post("/desk/supervision/subjects/", {"subject": PERSON}).content.decode()

    assert PERSON not in shown
    assert SECRET not in shown + found
    assert item.name in found
    record = Record.objects.get(action="查询监管对象")
    assert record.by_id == officer.pk
    assert PERSON not in str(record.detail)


def test_a_permit_is_received_and_its_first_check_planned(
    office: Organisation, officer: User, permit: Matter
) -> None:
    an_item(office, matters=(permit,))
    handover = PermitHandover.objects.get(case=grant(permit))
    browser, page = browser_of(officer), handover.get_absolute_url()

    assert "当天推送" in browser.get(page).content.decode()
    browser.post(f"{page}receipt/")
    late = browser.post(f"{page}plan/", {"on": "2020-01-01"})
    browser.post(f"{page}plan/", {"on": (timezone.localdate() + timedelta(days=9)).isoformat()})

    assert late.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    handover.refresh_from_db()
    assert handover.state == PermitHandover.State.PLANNED


def test_a_permit_without_an_item_stands_among_the_defects(officer: User, permit: Matter) -> None:
    assert permit.name in browser_of(officer).get("/desk/supervision/defects/").content.decode()

    an_item(permit.owner, matters=(permit,))

    assert permit.name not in browser_of(officer).get("/desk/supervision/defects/").content.decode()


def test_a_secret_is_shown_once(office: Organisation, keeper: User) -> None:
    made = browser_of(keeper).post(
        "/desk/supervision/systems/new/", {"key": "market", "title": "市场监管", "office": office.pk}
    )

    system = SourceSystem.objects.get()
    assert system.secret in made.content.decode()
    assert system.secret not in browser_of(keeper).get(system.get_absolute_url()).content.decode()
    taken = browser_of(keeper).post(
        "/desk/supervision/systems/new/", {"key": "inspections", "title": "冒名", "office": office.pk}
    )
    assert taken.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_training_opens_the_entering_of_acts(
    office: Organisation, keeper: User, item: SupervisionItem
) -> None:
    newcomer = an_officer(office, trained=False)
    to_come = timezone.localdate() + timedelta(days=9)
    browser = browser_of(keeper)

    for on in (to_come, date(2020, 5, 6)):
        browser.post(
            "/desk/supervision/trainings/new/", {"user": newcomer.pk, "on": on, "course": "业务培训"}
        )

    assert list(Training.objects.filter(user=newcomer).values_list("on", flat=True)) == [date(2020, 5, 6)]
    assert browser_of(newcomer).get("/desk/supervision/acts/new/").status_code == HTTPStatus.OK


def test_a_file_for_the_province_carries_its_count_and_hash(
    office: Organisation, keeper: User, item: SupervisionItem
) -> None:
    an_act(office)
    browser = browser_of(keeper)

    browser.post("/desk/supervision/exports/new/")
    batch = ProvincialExport.objects.get()
    file = browser.get(f"{batch.get_absolute_url()}file/")
    content = b"".join(file.streaming_content).decode()  # type: ignore[attr-defined]

    assert file["X-Row-Count"] == str(batch.taken) == "1"
    assert batch.sha256 in content
    assert item.provincial_code in content
    assert Record.objects.filter(action="导出省级报送").exists()


def test_officers_of_another_office_see_none_of_it(
    offices: list[Organisation], item: SupervisionItem
) -> None:
    act = an_act(offices[0])
    stranger = browser_of(an_officer(offices[1]))

    assert stranger.get(act.get_absolute_url()).status_code == HTTPStatus.NOT_FOUND
    assert CODE not in stranger.get("/desk/supervision/items/").content.decode()
    assert act.shown_name not in stranger.get("/desk/supervision/acts/").content.decode()

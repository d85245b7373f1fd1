"""The pages: what officials fill in, what anyone reads, and what nobody reads before its time."""

import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.inspections.kinds import Result
from guangyue.inspections.models import (
    Batch,
    Finding,
    Inspector,
    Item,
    LookAtNames,
    PlanLine,
    PublishedResult,
    Subject,
    Visit,
)
from guangyue.inspections.report_paper import figures_of, paper_of
from guangyue.inspections.services.publishing import publish_batch
from guangyue.inspections.states import State
from guangyue.inspections.tests.factories import (
    AT,
    POINTS,
    QUALIFICATION,
    VALUE,
    VISITED,
    a_batch,
    a_planned_line,
    account_of,
    assigned,
    committed,
    revealed,
    visit_all,
)
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.typesetting import Table
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import EAST, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def keeper(market: Organisation) -> Client:
    return a_browser(an_official("inspection-keeper"))


def a_browser(user: User | None = None) -> Client:
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client


def page(client: Client, name: str, *parts: object) -> str:
    answer = client.get(reverse(f"inspections:{name}", args=parts))
    assert answer.status_code == 200, (name, answer.status_code)
    return str(answer.content.decode())


def post(client: Client, name: str, *parts: object, **said: object) -> int:
    return client.post(reverse(f"inspections:{name}", args=parts), said).status_code


def names_in(text: str) -> list[str]:
    return [name for name in Subject.objects.values_list("name", flat=True) if name in text]


def test_an_official_creates_a_batch_and_commits_to_it(
    keeper: Client, item: Item, subjects: list[Subject], inspectors: list[Inspector]
) -> None:
    year = timezone.localdate().year
    line = a_planned_line([item], since=date(year, 1, 1), until=date(year, 12, 31))
    seat = f"{item.organisation.key}|{QUALIFICATION}"
    weights = {"weight-A": 1, "weight-B": 2, "weight-C": 4, "weight-D": 8, "weight-": 2}
    due = timezone.localtime() + timedelta(hours=25)

    drafted = {"slot-0": seat, "slot-1": seat, "algorithm": "NOMCOM", **weights}
    assert post(keeper, "batch_draft", line.pk, **drafted) == 302
    batch = Batch.objects.get()
    said = {"source": "开奖号码", "source_at": f"{due - timedelta(hours=2):%Y-%m-%dT%H:%M}"}
    assert post(keeper, "commitment", batch.number, **said) == 422
    assert post(keeper, "commitment", batch.number, **said | {"source_at": f"{due:%Y-%m-%dT%H:%M}"}) == 302
    assert post(keeper, "drawing", batch.number, public_value=VALUE) == 409

    batch.refresh_from_db()
    assert batch.in_state is State.COMMITTED
    assert "RFC 3797" in page(keeper, "batch", batch.number)
    assert "RFC 3797" in page(keeper, "draw", batch.number)


def test_an_official_draws_and_assigns_and_reads_no_name_on_the_way(keeper: Client, line: PlanLine) -> None:
    batch = committed(a_batch(line))

    assert post(keeper, "drawing", batch.number, public_value=VALUE) == 302
    assert not names_in(page(keeper, "batch", batch.number))
    assert post(keeper, "assignment", batch.number) == 302

    batch.refresh_from_db()
    assert batch.in_state is State.ASSIGNED
    assert not names_in(page(keeper, "batch", batch.number))


def test_a_name_is_read_by_a_role_for_a_purpose_and_the_look_is_seen(keeper: Client, line: PlanLine) -> None:
    batch = assigned(a_batch(line))

    assert not names_in(page(keeper, "names", batch.number))
    answer = keeper.post(reverse("inspections:names", args=[batch.number]), {"purpose": "核对检查组"})

    assert len(names_in(answer.content.decode())) == 3
    assert LookAtNames.objects.get().purpose == "核对检查组"
    assert "核对检查组" in page(keeper, "batch", batch.number)


@pytest.mark.parametrize("role", ["inspector", "chief"])
def test_whoever_has_not_the_role_reads_no_name_before_the_reveal(role: str, line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    visit_all(batch)
    reader = a_browser(an_official(role))
    drawn = batch.visits.select_related("subject")

    assert (
        reader.post(reverse("inspections:names", args=[batch.number]), {"purpose": "看"}).status_code == 403
    )
    for address in ("visits", "dashboard", "batches"):
        assert not names_in(page(reader, address))
    for visit in drawn:
        assert reader.get(reverse("inspections:visit", args=[visit.number])).status_code in (403, 404)
        subject = page(reader, "subject", visit.subject.number)
        assert visit.number not in subject


def test_the_public_reads_no_name_and_no_number_before_the_reveal(line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    anyone = a_browser()

    shown = page(anyone, "draws") + page(anyone, "draw", batch.number)
    shown += page(anyone, "draw_notice", batch.number) + page(anyone, "results")

    assert batch.commitment in shown
    assert batch.salt not in shown
    assert not [word for word in ("T001", "T002", "T003", "T004", "T005", "T006") if word in shown]
    assert not names_in(shown)
    assert anyone.get(reverse("inspections:draw_record", args=[batch.number])).status_code == 404


def test_a_batch_that_is_not_committed_to_is_not_there_for_the_public(line: PlanLine) -> None:
    batch = a_batch(line)

    assert a_browser().get(reverse("inspections:draw", args=[batch.number])).status_code == 404


def test_after_the_reveal_anyone_takes_the_record_and_sees_it_checked(line: PlanLine) -> None:
    batch = revealed(a_batch(line))
    anyone = a_browser()

    assert "一致" in page(anyone, "draw", batch.number)
    record = json.loads(page(anyone, "draw_record", batch.number))
    assert record["commitment"] == batch.commitment
    assert record["salt"] == batch.salt
    assert "def differences" in page(anyone, "verifier")


def test_the_page_says_so_when_somebody_with_the_keys_of_the_database_was_at_the_lists(
    line: PlanLine,
) -> None:
    batch = revealed(a_batch(line))
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table inspections_target disable trigger user")
        cursor.execute("update inspections_target set weight = 1 where code = 'T004'")

    shown = page(a_browser(), "draw", batch.number)

    assert "核对不一致" in shown


def test_the_public_finds_a_result_by_name_with_all_departments(line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    visit_all(batch, result=Result.FOUND)
    publish_batch(batch=batch, by=a_user(), at=VISITED)
    result = PublishedResult.objects.all()[0]

    listed = a_browser().get(reverse("inspections:results"), {"q": result.subject_name}).content.decode()

    assert result.subject_name in listed
    assert "未建立进货查验记录" in page(a_browser(), "result", result.pk)


def test_an_inspector_makes_his_visit_point_by_point(line: PlanLine, item: Item) -> None:
    batch = assigned(a_batch(line))
    visit = batch.visits.order_by("pk")[0]
    officer = account_of(visit.members.order_by("pk")[0].inspector)
    officer.grants.create(
        role="inspector", region_id="990100", since=AT.date(), at=AT - timedelta(days=400), ground="测试"
    )
    browser = a_browser(officer)

    assert visit.subject.name in page(browser, "my_visits")
    assert LookAtNames.objects.filter(by=officer, batch=batch).exists()
    assert post(browser, "start", visit.number) == 302
    answers = {f"point-{place}": "合格" for place in range(len(POINTS))}
    assert post(browser, "finding", visit.number, item.pk, result="CLEAN", **answers) == 302
    assert post(browser, "finish", visit.number, methods=["ON_SITE"]) == 302
    assert "未发现问题" in page(browser, "visit", visit.number)

    visit.refresh_from_db()
    assert visit.state == Visit.State.ENTERED
    assert Finding.objects.get().answers == dict.fromkeys(POINTS, "合格")


def test_a_finding_that_says_less_than_it_must_is_sent_back_at_the_field(line: PlanLine, item: Item) -> None:
    batch = assigned(a_batch(line))
    visit = batch.visits.order_by("pk")[0]
    officer = account_of(visit.members.order_by("pk")[0].inspector)
    officer.grants.create(
        role="inspector", region_id="990100", since=AT.date(), at=AT - timedelta(days=400), ground="测试"
    )
    browser = a_browser(officer)
    post(browser, "start", visit.number)
    answers = {f"point-{place}": "不合格" for place in range(len(POINTS))}

    assert post(browser, "finding", visit.number, item.pk, result="FOUND", said="", **answers) == 422
    assert post(browser, "finding", visit.number, item.pk, result="CLEAN", said="", **answers) == 422
    assert not Finding.objects.exists()


def test_a_table_of_subjects_names_every_bad_row_and_takes_none(keeper: Client, item: Item) -> None:
    rows = [
        ["91371502MA3C000001", "一号商行", EAST, item.code, "", "B", "", ""],
        ["11010519491231002X", "二号商行", EAST, item.code, "", "", "", ""],
        ["91371502MA3C000003", "三号商行", "000000", "none", "", "C", "", ""],
    ]
    bad = keeper.post(reverse("inspections:subject_intake"), {"step": "check", "file": a_table(rows)})

    said = bad.content.decode()
    assert "身份证号码" in said
    assert "没有这个地区" in said
    assert "没有这个抽查事项" in said
    assert not Subject.objects.exists()


def a_table(rows: list[list[str]]) -> SimpleUploadedFile:
    header = ["编号", "名称", "地区代码", "抽查事项编码", "地址", "风险等级", "信用等级", "状态"]
    text = "\n".join(",".join(row) for row in [header, *rows])
    return SimpleUploadedFile("两库.csv", text.encode("utf-8-sig"), "text/csv")


def test_the_report_of_a_year_says_what_the_dashboard_says(keeper: Client, line: PlanLine) -> None:
    visit_all(assigned(a_batch(line)), result=Result.FOUND)

    told = figures_of(EVERYWHERE, AT.year, on=VISITED.date())
    paper = paper_of(told, issuer="市场监管局", on=VISITED.date())

    said = "".join(part for part in paper.body if isinstance(part, str))
    tables = [part.rows for part in paper.body if isinstance(part, Table)]
    assert "在库检查对象 6 个，本年检查 3 个，覆盖率 50.0%" in said
    assert [(str(line.plan.organisation), "3", "0", "0", "0")] in tables
    assert ("发现问题", "3") in tables[1]
    answered = keeper.get(reverse("inspections:year_report"), {"year": AT.year})
    assert answered["Content-Type"] == "application/pdf"


def test_the_lists_pages_and_forms_open(keeper: Client, line: PlanLine, inspectors: list[Inspector]) -> None:
    for name in (
        "dashboard",
        "joint_offers",
        "items",
        "item_draft",
        "subjects",
        "subject_intake",
        "registry_intake",
        "inspectors",
        "inspector_intake",
        "plans",
        "plan_draft",
        "batches",
        "visits",
        "public_items",
        "public_plans",
        "draws",
        "results",
    ):
        page(keeper, name)
    batch = committed(a_batch(line))
    item = line.items.get()
    page(keeper, "item", item.pk)
    page(keeper, "public_item", item.pk)
    page(keeper, "procedure", item.pk)
    page(keeper, "plan", line.plan_id)
    page(keeper, "public_plan", line.plan_id)
    page(keeper, "revision", line.plan_id)
    page(keeper, "ending", line.plan_id)
    page(keeper, "batch", batch.number)
    page(keeper, "inspector", inspectors[0].number)

"""The pages: who sees and may do what, a ledger brought in by file, tips whose reporter stays hidden."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_browser, a_grant, a_user
from guangyue.ledgers.flow import State
from guangyue.ledgers.models import Photo, Problem, Tip
from guangyue.ledgers.services.working import add_photos
from guangyue.ledgers.tests.factories import AT, an_upload, clear, fill_lists, hand_in, list_up
from guangyue.ledgers.tests.small_city import PLAN
from guangyue.organisations.models import Organisation

pytestmark = pytest.mark.django_db


def text_of(client: Client, name: str, *arguments: object, **asked: str) -> str:
    answer = client.get(reverse(f"ledgers:{name}", args=arguments), asked)
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


@pytest.fixture
def officer(county: User) -> Client:
    """Of the county, who registers and rectifies."""
    a_grant(county, "task-contact", organisation=county.organisation, region=county.organisation.region)  # type: ignore[union-attr]
    return a_browser(county)


@pytest.fixture
def leading(lead: User) -> Client:
    a_grant(lead, "rectification-lead")
    return a_browser(lead)


@pytest.fixture
def inspecting(db: None) -> Client:
    inspector = a_user(name="督查")
    a_grant(inspector, "supervisor")
    return a_browser(inspector)


def test_every_page_of_the_ledgers_opens_with_a_problem_and_without(
    inspecting: Client, leading: Client, problem: Problem
) -> None:
    for name in ("campaigns", "problems", "acceptances", "samplings", "dispatch", "tips"):
        text_of(inspecting, name)
    for name in ("campaign", "campaign_map"):
        assert "违建整治" in text_of(inspecting, name, PLAN.key)
    assert problem.subject in text_of(leading, "problem", problem.number)
    assert "没有印明的从严" in text_of(leading, "campaign", PLAN.key)
    table = inspecting.get(reverse("ledgers:dispatch"), {"export": "xlsx"})
    assert table["X-Row-Count"] == "2"


def test_the_county_draws_up_the_lists_and_the_lead_approves_them(
    officer: Client, leading: Client, problem: Problem, county: User
) -> None:
    page = text_of(officer, "lists", problem.number)
    assert "整改措施清单未建" in page
    assert "断电" in page
    officer.post(reverse("ledgers:take_proposed", args=[problem.number]))
    too_late = {"milestone": "拆完", "due": "2027-01-01"}
    refused = officer.post(reverse("ledgers:deadline", args=[problem.number]), too_late)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "不能晚于最迟期限" in refused.content.decode()
    missing = officer.post(reverse("ledgers:submission", args=[problem.number]))
    assert missing.status_code == HTTPStatus.CONFLICT
    assert "责任清单" in missing.content.decode()
    person = {"role": "answers", "unit": "区政府", "person": "张某", "post": "区长"}
    officer.post(reverse("ledgers:responsibility", args=[problem.number]), person)
    officer.post(reverse("ledgers:submission", args=[problem.number]))

    leading.post(reverse("ledgers:approval", args=[problem.number]))

    assert Problem.objects.get(pk=problem.pk).in_state is State.LISTED


def test_acceptance_is_filled_in_on_a_telephone_and_clearing_is_asked_about(
    leading: Client, problem: Problem, county: User, lead: User
) -> None:
    handed_in = hand_in(problem, by=county, lead=lead)
    page = reverse("ledgers:acceptance", args=[problem.number])
    Organisation.objects.filter(key="county").update(kind=Organisation.Kind.COUNTY)
    form = {
        "on": AT.date().isoformat(),
        "lead": lead.organisation_id,
        "lead_person": "牵头",
        "local": county.organisation_id,
        "local_person": "王某",
        "doers": "拆迁队 李某",
        "checks": ["公示"],
        "said": "达到标准",
        **{f"reached-{one.pk}": "yes" for one in handed_in.measures.all()},
    }
    Problem.objects.filter(pk=problem.pk).update(applied_at=AT)
    assert 'type="file"' in leading.get(page).content.decode()

    assert "验收要到现场" in leading.post(page, form).content.decode()
    leading.post(page, {**form, "on_site": "on"})
    asked = leading.post(reverse("ledgers:sign_off", args=[problem.number]))
    assert "销号吗" in asked.content.decode()
    assert Problem.objects.get(pk=problem.pk).in_state is State.PASSED
    leading.post(reverse("ledgers:sign_off", args=[problem.number]), {"confirmed": "yes"})

    assert Problem.objects.get(pk=problem.pk).in_state is State.SIGNED_OFF
    assert "到场，不签字" in text_of(leading, "problem", problem.number)


def test_photos_are_cleaned_kept_and_shown_before_and_after(
    officer: Client, problem: Problem, county: User
) -> None:
    (photo,) = add_photos(
        problem=problem, uploads=[an_upload()], moment=Photo.Moment.BEFORE, by=county, at=AT
    )
    address = reverse("ledgers:photo", args=[problem.number, photo.file.key])

    assert address in text_of(officer, "problem", problem.number)
    assert officer.get(address, {"small": ""})["Content-Type"] == "image/jpeg"
    assert a_browser().get(address).status_code != HTTPStatus.OK


def test_the_public_reads_class_place_measure_and_state_and_no_more(
    problem: Problem, county: User, lead: User
) -> None:
    anybody = a_browser()
    Problem.objects.filter(pk=problem.pk).update(longitude="116.123456", latitude="36.654321")
    assert problem.number not in text_of(anybody, "public_problems")
    list_up(problem, by=county, lead=lead)

    page = text_of(anybody, "public_problem", problem.number)

    assert "违建" in text_of(anybody, "public_problems")
    assert "拆除、恢复" in page
    for hidden in ("某某", "116.1234", "张某", problem.description):
        assert hidden not in page
    assert "销号率" in text_of(anybody, "public_campaign", PLAN.key)


def test_who_told_is_known_to_the_inspector_alone(
    inspecting: Client, officer: Client, problem: Problem, county: User
) -> None:
    told = {
        "region": problem.region_id,
        "place": "东湖边",
        "text": "夜里又在搭棚子",
        "reporter": "赵老四",
        "phone": "13800000000",
    }
    Tip.objects.all().delete()
    answer = a_browser().post(reverse("ledgers:tell"), told)
    tip = Tip.objects.get()
    assert answer["Location"] == reverse("ledgers:own_tip", args=[tip.number, tip.code])
    assert "赵老四" in text_of(inspecting, "tip", tip.number)
    assert officer.get(reverse("ledgers:tip", args=[tip.number])).status_code == HTTPStatus.FORBIDDEN

    inspecting.post(reverse("ledgers:tip_problem", args=[tip.number]), {"problem": problem.number})
    inspecting.post(reverse("ledgers:answer", args=[tip.number]), {"answer": "已经核实"})

    page = text_of(officer, "problem", problem.number)
    assert not any(hidden in page for hidden in ("赵老四", "夜里又在搭棚子", tip.number))
    assert "已经核实" in text_of(a_browser(), "own_tip", tip.number, tip.code)
    assert a_browser().get(reverse("ledgers:own_tip", args=[tip.number, "XXXXXXXX"])).status_code == 404


def test_a_ledger_comes_in_by_file_with_every_bad_row_named(
    officer: Client, problem: Problem, county: User
) -> None:
    head = "县（市、区）,整改责任单位,问题名称,地点,发现渠道,发现日期,问题类别,分区,业主,层数"
    place = f"{problem.region},{county.organisation}"
    good = f"{place},棚屋甲,南湖,排查,2026-03-01,违建,东,某某,2"
    double = f"{place},{problem.subject},{problem.place},排查,2026-03-01,违建,东,某某,2"
    bad = f"{place},棚屋乙,南湖,排查,2026-03-01,违建,东,某某,两层"
    page = reverse("ledgers:problem_intake", args=[PLAN.key])

    def brought(*lines: str) -> str:
        file = SimpleUploadedFile("台账.csv", "\n".join((head, *lines)).encode())
        return officer.post(page, {"file": file, "step": "check"}).content.decode()

    found = brought(good, double, bad)
    assert "台账里已有这个问题" in found
    assert "应当是不小于零的数字" in found or "应当是数字" in found
    assert "1" in brought(good)


def test_the_list_is_narrowed_by_its_filters(
    inspecting: Client, problem: Problem, county: User, lead: User
) -> None:
    fill_lists(problem, by=county)
    for asked, shown in (
        ({"kind": ""}, True),
        ({"campaign": PLAN.key, "region": problem.region_id, "kind": "违建", "zone": "东"}, True),
        ({"zone": "西"}, False),
        ({"state": State.SIGNED_OFF.name}, False),
        ({"light": "RED"}, False),
        ({"q": problem.subject[:2]}, True),
    ):
        assert (problem.number in text_of(inspecting, "problems", **asked)) is shown, asked


def test_a_cleared_problem_begun_anew_keeps_its_first_round_on_the_page(
    inspecting: Client, problem: Problem, county: User, lead: User
) -> None:
    clear(problem, by=county, lead=lead)

    inspecting.post(reverse("ledgers:reopening", args=[problem.number]), {"reason": "又搭起来了"})

    page = text_of(inspecting, "problem", problem.number)
    assert "后来复发" in page
    assert "通过，后被推翻" in page

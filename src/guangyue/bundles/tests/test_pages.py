"""The pages, as people and officials open them; what was not meant to be sent is refused, never an error."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.bundles.models import BundleCase, Theme, Wish
from guangyue.bundles.services.themes import latest_version
from guangyue.bundles.tests.factories import a_bundle, a_draft, a_theme, case_of, departments_of
from guangyue.files.tests.factories import a_pdf
from guangyue.organisations.models import Region
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import EAST, a_person


@pytest.fixture(autouse=True)
def quick(settings: Settings, tmp_path: Any) -> None:
    settings.DEMO = True  # no second factor
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def person(city: Region) -> Person:
    return a_person(EAST, account=a_user("citizen", kind=Kind.CITIZEN))


def browser_of(user: User | None) -> Client:
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client


@pytest.fixture
def citizen(person: Person) -> Client:
    return browser_of(person.account)


@pytest.fixture
def designer(city: Region) -> Client:
    return a_designer("designer")


def a_designer(name: str) -> Client:
    user = a_user(name)
    for role in ("theme-designer", "clerk"):
        a_grant(user, role)
    return browser_of(user)


def page(client: Client, name: str, *arguments: object, **asked: str) -> str:
    answer = client.get(reverse(name, args=arguments), asked)
    assert answer.status_code == 200, (name, answer.status_code)
    return str(answer.content.decode())


def test_anyone_finds_a_theme_and_what_it_combines(theme: Theme) -> None:
    visitor = browser_of(None)

    assert "开餐馆" in page(visitor, "bundles:catalogue")
    guide = page(visitor, "bundles:theme", theme.key)

    assert "食品许可" in guide
    assert "由“设立登记”办出，不用交" in guide
    assert "7 个工作日" in guide


def test_the_guide_says_under_which_conditions_the_theme_is_used(city: Region) -> None:
    theme = a_theme(city, conditions="店面不超过两百平方米")

    assert "店面不超过两百平方米" in page(browser_of(None), "bundles:theme", theme.key)


def test_by_the_answers_a_matter_drops_out_of_the_guide(theme: Theme) -> None:
    guide = page(browser_of(None), "bundles:theme", theme.key, **{"q-cooks": "不供应"})

    assert "食品许可" not in guide
    assert "招牌设置" in guide


def test_an_answer_that_is_none_is_taken_as_the_first(theme: Theme) -> None:
    assert "食品许可" in page(browser_of(None), "bundles:theme", theme.key, **{"q-cooks": "<script>"})


def test_a_theme_in_design_is_nobodys_guide(city: Region) -> None:
    theme = a_theme(city, released=False)

    assert browser_of(None).get(reverse("bundles:theme", args=[theme.key])).status_code == 404


def test_from_the_guide_to_the_receipt(theme: Theme, citizen: Client, person: Person) -> None:
    begun = citizen.post(
        reverse("bundles:begin", args=[theme.key]), {"q-cooks": "供应", "region": theme.lead.region_id}
    )
    bundle = BundleCase.objects.get()
    assert begun.url == reverse("bundles:own_fill", args=[bundle.key])  # type: ignore[attr-defined]
    half = citizen.post(begun.url, {"do": "next", "phone": "13800000000"})  # type: ignore[attr-defined]
    assert half.status_code == 422
    filled = {"do": "next", "phone": "13800000000", "answer-name": "湖畔小馆", "answer-seats": "20"}
    citizen.post(begun.url, filled)  # type: ignore[attr-defined]
    papers = reverse("bundles:own_papers", args=[bundle.key])
    for paper in bundle.papers.exclude(code="lease"):
        upload = SimpleUploadedFile("材料.pdf", a_pdf(), content_type="application/pdf")
        sent = citizen.post(
            reverse("bundles:own_paper", args=[bundle.key, paper.pk]), {"do": "upload", "files": upload}
        )
        assert sent.status_code == 302, sent.content.decode()
    assert citizen.post(papers, {"promised": "lease"}).status_code == 422  # without a yes

    citizen.post(papers, {"promised": "lease", "consent": "yes"})

    bundle.refresh_from_db()
    assert bundle.number
    assert bundle.number in page(citizen, "bundles:own_bundle", bundle.key)
    assert "开餐馆" in page(citizen, "bundles:own_bundles")
    receipt = citizen.get(reverse("bundles:own_receipt", args=[bundle.key]))
    assert receipt["Content-Type"] == "application/pdf"
    assert case_of(bundle, "A1").papers.get(code="articles").files.exists()


def test_what_is_no_file_is_said_at_its_material(theme: Theme, citizen: Client, person: Person) -> None:
    bundle = a_draft(theme, applicant=person, lacking=["articles"])
    paper = bundle.papers.get(code="articles")
    upload = SimpleUploadedFile("材料.pdf", b"MZ this is a programme", content_type="application/pdf")

    answer = citizen.post(reverse("bundles:own_paper", args=[bundle.key, paper.pk]), {"files": upload})

    assert answer.status_code == 422
    paper.refresh_from_db()
    assert paper.supplied_at is None


def test_nobody_sees_what_another_applied_for(theme: Theme, person: Person) -> None:
    bundle = a_bundle(theme, applicant=person)
    stranger = browser_of(a_person(EAST, account=a_user("stranger", kind=Kind.CITIZEN)).account)

    for name in ("own_bundle", "own_fill", "own_papers", "own_receipt", "own_decision"):
        assert stranger.get(reverse(f"bundles:{name}", args=[bundle.key])).status_code == 404, name
    assert stranger.post(reverse("bundles:own_withdrawal", args=[bundle.key])).status_code == 404
    assert stranger.get(reverse("bundles:own_bundle", args=[uuid4()])).status_code == 404


def test_whoever_works_for_the_city_does_not_apply_for_himself(theme: Theme, designer: Client) -> None:
    assert designer.post(reverse("bundles:begin", args=[theme.key])).status_code == 409


def test_a_window_accepts_once_and_the_second_is_told(theme: Theme, designer: Client) -> None:
    bundle = a_bundle(theme)
    address = reverse("bundles:acceptance", args=[bundle.number])

    first, second = designer.post(address), designer.post(address)

    assert (first.status_code, second.status_code) == (302, 409)
    assert "办理中" in page(designer, "bundles:desk_bundle", bundle.number)


def test_on_the_desk_the_name_of_a_person_is_masked(theme: Theme, designer: Client, person: Person) -> None:
    bundle = a_bundle(theme, applicant=person)

    assert person.name not in page(designer, "bundles:desk_bundles")
    assert person.name not in page(designer, "bundles:desk_bundle", bundle.number)


def test_a_theme_is_put_together_on_its_page(city: Region, designer: Client) -> None:
    theme = a_theme(city, released=False)
    page(designer, "bundles:designing", theme.key)

    change(designer, theme, do="remove-part:C1")
    change(designer, theme, do="add-question", title="装招牌吗？", answers="装\n不装")
    change(designer, theme, do="add-part", situation="C1/new", when="q1=装", after=["A1"])

    design = latest_version(theme).designed
    sign = next(part for part in design.parts if part.matter == "C1")
    assert sign.after == ("A1",)
    assert sign.choices[0].when[0].answer == "装"
    assert "招牌设置" in page(designer, "bundles:designing", theme.key)


def change(designer: Client, theme: Theme, **said: Any) -> int:
    """A button of the designing page, as it is seen now."""
    seen = latest_version(theme).fingerprint
    answer = designer.post(reverse("bundles:designing", args=[theme.key]), {"seen": seen, **said})
    return answer.status_code


def test_matters_are_moved_and_their_order_is_changed_in_place(theme: Theme, designer: Client) -> None:
    designer.post(reverse("bundles:change", args=[theme.key]))
    released = theme.current

    change(designer, theme, do="up:C1")
    change(designer, theme, do="order:C1", after=["A1"])
    change(designer, theme, do="down:A1")

    design = latest_version(theme).designed
    assert design.matters == ("C1", "A1", "B1")
    assert design.parts[0].after == ("A1",)
    theme.refresh_from_db()
    assert theme.current == released  # until it is released, people go by what was agreed


def test_departments_are_changed_in_place(theme: Theme, designer: Client) -> None:
    designer.post(reverse("bundles:change", args=[theme.key]))
    lead, other = departments_of(theme.lead.region)

    change(designer, theme, do="departments", lead=other.pk, cooperating=[lead.pk], conditions="有场所")

    design = latest_version(theme).designed
    assert (design.lead, design.cooperating, design.conditions) == (other.key, (lead.key,), "有场所")


def test_whoever_saw_an_older_design_is_told(city: Region, designer: Client) -> None:
    theme = a_theme(city, released=False)
    said = {"do": "remove-part:C1", "seen": "0" * 64}

    assert designer.post(reverse("bundles:designing", args=[theme.key]), said).status_code == 409
    assert "C1" in latest_version(theme).designed.matters


@pytest.mark.parametrize(
    "said",
    [
        {"do": "add-part", "situation": "Z9/none"},
        {"do": "add-part", "situation": "A1"},
        {"do": "add-part", "situation": "C1/new", "when": "nothing=here"},
        {"do": "add-question", "title": "问", "answers": "只有一个"},
        {"do": "add-question", "title": "", "answers": ""},
    ],
)
def test_what_the_design_does_not_know_is_refused(
    city: Region, designer: Client, said: dict[str, str]
) -> None:
    theme = a_theme(city, released=False)
    before = latest_version(theme).design

    assert designer.post(reverse("bundles:designing", args=[theme.key]), said).status_code == 422
    assert latest_version(theme).design == before


def test_a_theme_goes_from_its_page_to_release(city: Region, designer: Client) -> None:
    theme = a_theme(city, released=False)
    designer.post(reverse("bundles:sending_to_review", args=[theme.key]))
    other = a_designer("other")
    for agreement in latest_version(theme).agreements.all():
        address = reverse("bundles:reviewing", args=[agreement.pk])
        assert designer.post(address, {"agrees": "yes"}).status_code == 409
        other.post(address, {"agrees": "yes"})
    assert "发布" in page(designer, "bundles:desk_theme", theme.key)

    designer.post(reverse("bundles:release", args=[theme.key]))

    theme.refresh_from_db()
    assert theme.offered


def test_anyone_proposes_and_finds_the_answer(city: Region, designer: Client) -> None:
    visitor = browser_of(None)
    visitor.post(reverse("bundles:proposing"), {"title": "退休", "text": "要跑三个部门盖章"})
    proposal = Wish.objects.get()

    answer = {"decision": "not_listed", "reason": "已经可以网上办理"}
    designer.post(reverse("bundles:answering", args=[proposal.pk]), answer)

    assert "已经可以网上办理" in page(visitor, "bundles:proposal", proposal.code)
    found = visitor.get(reverse("bundles:asking"), {"code": proposal.code.lower()})
    assert found.status_code == 302
    assert visitor.get(reverse("bundles:asking"), {"code": "NOSUCHCODE"}).status_code == 422


def test_a_proposal_that_says_nothing_is_asked_again(city: Region) -> None:
    assert browser_of(None).post(reverse("bundles:proposing"), {"title": ""}).status_code == 422


def test_every_page_of_the_desk_opens_with_and_without_rows(city: Region, designer: Client) -> None:
    names = (
        "desk_themes",
        "desk_bundles",
        "desk_proposals",
        "compliance",
        "data_demands",
        "new_theme",
        "reports",
    )
    for name in names:
        page(designer, f"bundles:{name}")
    theme = a_theme(city)
    a_bundle(theme)
    for name in names:
        page(designer, f"bundles:{name}")
    page(designer, "bundles:desk_theme", theme.key)

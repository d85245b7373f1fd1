"""The pages of matters, the public's and the officials', and what is tried against them."""

from hashlib import sha256
from http import HTTPStatus
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.kit.sheets import write_table
from guangyue.matters.compliance import compared
from guangyue.matters.declaration import Explanation, Variant
from guangyue.matters.elements import Element, said_of
from guangyue.matters.guide import Guide
from guangyue.matters.models import Matter, MatterVersion
from guangyue.matters.part_forms import Rows
from guangyue.matters.part_sheets import DECLARATION, lines_of
from guangyue.matters.parts import ELEMENTS, MATERIALS, Part
from guangyue.matters.report_sheets import REPORTS
from guangyue.matters.tests.factories import AT, SHOP, a_change, a_matter, released
from guangyue.organisations.models import Organisation

SCRIPT = "<script>alert(1)</script>"


def as_(user: User) -> Client:
    client = Client(headers={"accept": "text/html"})
    client.force_login(user)
    return client


def workbook(headers: list[str], rows: list[tuple[object, ...]], *, title: str) -> SimpleUploadedFile:
    file = BytesIO()
    write_table(file, title, headers, rows, as_="xlsx")  # type: ignore[arg-type]
    return SimpleUploadedFile("table.xlsx", file.getvalue())


def brought_in(client: Client, address: str, content: bytes) -> int:
    """Looked through first, then taken: what the page answers in the end."""
    checked = sha256(content).hexdigest()
    for step in ("check", "take"):
        file = SimpleUploadedFile("t.xlsx", content)
        answer = client.post(address, {"step": step, "checked": checked, "file": file})
    return answer.status_code


def filled_in(part: Part) -> dict[str, object]:
    """The form of a part as it is sent back unchanged."""
    forms = Rows(part, SHOP, None).forms
    said = {f"{form.prefix}-{name}": form[name].value() or "" for form in forms for name in form.fields}
    return {**said, "rows": str(len(forms))}


@pytest.mark.parametrize("words", ["小店", "开小店", "小店许可", "990101", "延续"])
def test_a_matter_is_found_by_name_alias_code_and_situation(
    client: Client, matter: Matter, words: str
) -> None:
    page = client.get(reverse("matters:catalogue"), {"q": words})

    assert matter.name in page.content.decode()


def test_the_likeliest_stands_first(client: Client, bureau: Organisation) -> None:
    a_matter(bureau, code="1", name="住房公积金提取审核")
    a_matter(bureau, code="2", name="公积金提取")

    page = client.get(reverse("matters:catalogue"), {"q": "公积金提取"})

    text = page.content.decode()
    assert text.index("<b>公积金提取</b>") < text.index("<b>住房公积金提取审核</b>")


@pytest.mark.parametrize("words", ["'", "%", "\x00", "a" * 50, "（）", SCRIPT])
def test_whatever_is_looked_for_the_page_answers(client: Client, matter: Matter, words: str) -> None:
    page = client.get(reverse("matters:catalogue"), {"q": words})

    assert page.status_code in (HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert SCRIPT not in page.content.decode()


def test_the_questions_lead_to_the_guide_of_a_situation(client: Client, matter: Matter) -> None:
    address = matter.get_absolute_url()
    assert "有没有许可证？" in client.get(address).content.decode()

    page = client.get(address, {"q-have_one": "没有"}).content.decode()

    for part in ("受理条件", "申报材料", "示范文本", "审查要点", "常见问题", "场所平面图"):
        assert part in page


def test_a_guide_follows_its_situation(
    client: Client, matter: Matter, keeper: User, checker: User, releaser: User
) -> None:
    new = Variant(
        "new", "新办", materials=("licence", "form", "plan"), faqs=(Explanation("换了？", "换了。"),)
    )
    version = a_change(matter, by=keeper, variants=(new, SHOP.variants[1]))
    released(version, checker=checker, releaser=releaser, since=AT.date(), at=AT)

    page = client.get(reverse("matters:guide", args=[matter.code, "new"])).content.decode()
    before = client.get(reverse("matters:guide", args=[matter.code, "new"]), {"version": "1"})

    assert "换了？" in page
    assert "换了？" not in before.content.decode()


def test_the_applicant_is_not_asked_for_what_the_city_fetches() -> None:
    guide = Guide(SHOP, SHOP.variant("new"))

    assert [one.material.code for one in guide.asked_for] == ["form", "plan"]
    assert [one.material.code for one in guide.fetched] == ["licence"]


def test_a_guide_is_printed(client: Client, matter: Matter) -> None:
    answer = client.get(reverse("matters:guide_paper", args=[matter.code, "new"]))

    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer).startswith(b"%PDF")


def test_no_name_brings_a_script_onto_a_page(client: Client, bureau: Organisation) -> None:
    shown = a_matter(bureau, name=SCRIPT, aliases=(SCRIPT,), conditions=SCRIPT)

    for address in (reverse("matters:catalogue") + "?q=script", shown.get_absolute_url()):
        assert SCRIPT not in client.get(address).content.decode()


def test_a_change_goes_from_a_form_to_release(
    matter: Matter, keeper: User, checker: User, releaser: User
) -> None:
    as_(keeper).post(reverse("matters:change", args=[matter.code]), {"reason": "压缩时限"})
    version = matter.versions.under_way().get()
    address = reverse("matters:part", args=[matter.code, 2, "matter"])
    assert SHOP.conditions in as_(keeper).get(address).content.decode()
    saved = as_(keeper).post(address, {**filled_in(ELEMENTS), "0-promised_days": "4"})
    assert saved.status_code == HTTPStatus.FOUND

    as_(keeper).post(reverse("matters:submission", args=[matter.code, 2]))
    as_(checker).post(reverse("matters:basis", args=[matter.code, 2]))
    as_(releaser).post(
        reverse("matters:release", args=[matter.code, 2]), {"since": "2027-01-04", "confirmed": "yes"}
    )

    version.refresh_from_db()
    assert version.state == MatterVersion.State.RELEASED
    assert version.declared.promised_days == 4
    assert version.declared.variants == SHOP.variants


def test_a_main_paper_is_not_marked_as_deferrable(matter: Matter, keeper: User) -> None:
    a_change(matter, by=keeper)
    address = reverse("matters:part", args=[matter.code, 2, "materials"])

    page = as_(keeper).post(address, {**filled_in(MATERIALS), "1-grade": "主要", "1-deferrable": "是"})

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "主要材料不可缺" in page.content.decode()


def test_a_keeper_changes_only_the_matters_of_his_office(keeper: User, bureau: Organisation) -> None:
    other = Organisation.objects.create(
        key="other", name="别的局", kind=Organisation.Kind.GOVERNMENT, region=bureau.region
    )
    theirs = a_matter(other, code="2")

    page = as_(keeper).get(reverse("matters:change", args=[theirs.code]))

    assert page.status_code == HTTPStatus.NOT_FOUND


def test_a_whole_matter_goes_out_as_a_table_and_comes_in_again(matter: Matter, keeper: User) -> None:
    version = a_change(matter, by=keeper)
    lines = [
        (part, row, title, "6" if title == "承诺时限（工作日）" and part == "事项" else text)
        for part, row, title, text in lines_of(SHOP)
    ]
    headers = [column.header for column in DECLARATION.columns]
    file = BytesIO()
    write_table(file, DECLARATION.title, headers, lines, as_="xlsx")

    taken = brought_in(as_(keeper), reverse("matters:sheet", args=[matter.code, 2]), file.getvalue())

    assert taken == HTTPStatus.FOUND
    version.refresh_from_db()
    assert version.declared.promised_days == 6
    assert version.declared.questions == SHOP.questions
    assert version.declared.materials == SHOP.materials
    assert version.declared.variants == SHOP.variants


def test_every_bad_line_of_a_table_is_named(matter: Matter, keeper: User) -> None:
    a_change(matter, by=keeper)
    headers = [column.header for column in DECLARATION.columns]
    bad = [("申请材料", "1", "颜色", "红"), ("事项", "", "类型", "行政合同")]
    upload = workbook(headers, bad, title=DECLARATION.title)  # type: ignore[arg-type]

    page = (
        as_(keeper)
        .post(reverse("matters:sheet", args=[matter.code, 2]), {"step": "check", "file": upload})
        .content.decode()
    )

    assert "没有“颜色”这一项" in page
    assert "行政合同" in page


def test_a_county_reports_its_elements_and_a_difference_is_shown(matter: Matter, keeper: User) -> None:
    said = {**said_of(SHOP), Element.LIMIT: 12}
    cells = ["；".join(value) if isinstance(value, list) else value for value in said.values()]
    headers = [column.header for column in REPORTS.columns]
    file = BytesIO()
    region = matter.exercises.get().region.name
    write_table(file, REPORTS.title, headers, [(region, *cells)], as_="xlsx")

    assert brought_in(as_(keeper), reverse("matters:reporting"), file.getvalue()) == HTTPStatus.FOUND
    page = as_(keeper).get(reverse("matters:comparison")).content.decode()

    assert "1 个事项有不一致的要素" in page
    (compared_matter,) = compared()
    assert [one.element for one in compared_matter.violations] == [Element.LIMIT]


def test_a_matter_that_is_not_there_is_named_in_the_table(matter: Matter, keeper: User) -> None:
    said = {**said_of(SHOP), Element.CODE: "000000"}
    cells = ["；".join(value) if isinstance(value, list) else value for value in said.values()]
    headers = [column.header for column in REPORTS.columns]
    upload = workbook(headers, [("区划990201", *cells)], title=REPORTS.title)

    page = as_(keeper).post(reverse("matters:reporting"), {"step": "check", "file": upload})

    assert "没有这个编码的事项" in page.content.decode()


def test_a_file_that_is_too_large_is_refused(keeper: User) -> None:
    huge = SimpleUploadedFile("huge.csv", b"a,b\n" * 6_000_000)

    page = as_(keeper).post(reverse("matters:reporting"), {"step": "check", "file": huge})

    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "MB" in page.content.decode()


@pytest.mark.parametrize(
    "name", ["desk_matters", "comparison", "compliance", "reductions", "new_matter", "whole"]
)
def test_the_pages_of_the_desk_open(matter: Matter, keeper: User, name: str) -> None:
    assert as_(keeper).get(reverse(f"matters:{name}")).status_code == HTTPStatus.OK


def test_the_desk_shows_a_matter_and_its_versions(matter: Matter, keeper: User) -> None:
    version = a_change(matter, by=keeper, promised_days=4)

    for address in (matter.get_desk_url(), version.get_absolute_url()):
        page = as_(keeper).get(address)
        assert page.status_code == HTTPStatus.OK
        assert matter.name in page.content.decode()


def test_programs_find_and_choose(client: Client, matter: Matter) -> None:
    listed = client.get("/api/v1/matters", {"q": "小店"}).json()
    asked = client.get(f"/api/v1/matters/{matter.code}/next").json()
    found = client.get(f"/api/v1/matters/{matter.code}/next", {"answer": "have_one:没有"}).json()

    assert [one["code"] for one in listed] == [matter.code]
    assert asked["key"] == "have_one"
    assert found["situation"]["key"] == "new"
    assert client.get(f"/api/v1/matters/{matter.code}").json()["bases"] == ["《测试条例》第三条"]

"""An applicant on the portal: begins, fills in, hands in, supplements, withdraws; and sees nobody else's."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from guangyue.accounts.models import Kind, User
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Paper, PaperFile
from guangyue.cases.services.moving import move_case
from guangyue.cases.tests.factories import SHOP, a_case, a_matter
from guangyue.files.tests.factories import a_pdf, a_photo, uploaded
from guangyue.kit.tests.reading import run_on
from guangyue.matters.declaration import Audience, Entry, FormField, Material, Variant
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import DAY, NAME, a_fact, a_person, a_user

FIELDS = (
    FormField("owner", "经营者姓名", known_as="name"),
    FormField("seats", "座位数", Entry.NUMBER),
    FormField("night", "是否夜间营业", Entry.YES_NO, required=False),
)
VARIANTS = (
    Variant("new", "新办", materials=("licence", "form", "plan"), fields=("owner", "seats", "night")),
    Variant("renewal", "延续", materials=("licence", "form"), fields=("owner",), promised_days=3),
)
GRAND_TOUR = {"answer-seats": "24", "phone": "13800000000"}
YES = {"delivery": "electronic", "consent": "on"}


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def shop(departments: dict[str, Organisation]) -> Matter:
    return a_matter(next(iter(departments.values())), fields=FIELDS, variants=VARIANTS)


@pytest.fixture
def citizen(departments: dict[str, Organisation]) -> Person:
    person = a_person(account=a_user(Kind.CITIZEN), name="王小明")
    a_fact(person, NAME, "王小明", since=DAY)
    return person


@pytest.fixture
def visitor(client: Client, citizen: Person) -> Client:
    assert citizen.account
    client.force_login(citizen.account)
    return client


def begin(client: Client, matter: Matter, *, answer: str = "没有") -> Case:
    said = {"region": "990101", "q-have_one": answer}
    answered = client.post(reverse("cases:begin", args=[matter.code]), said)
    assert answered.status_code == 302, answered.content.decode()
    return Case.objects.latest("pk")


def bring(client: Client, case: Case, code: str, *contents: bytes) -> Any:
    paper = case.papers.get(code=code)
    files = [uploaded(content, f"{number}.jpg") for number, content in enumerate(contents or [a_photo()])]
    return client.post(reverse("cases:own_paper", args=[case.key, paper.pk]), {"files": files})


def do(client: Client, case: Case, code: str, does: str) -> Any:
    paper = case.papers.get(code=code)
    return client.post(reverse("cases:own_paper", args=[case.key, paper.pk]), {"do": does})


def fill(client: Client, case: Case, does: str = "next", **said: str) -> Any:
    return client.post(reverse("cases:fill", args=[case.key]), {**GRAND_TOUR, **said, "do": does})


def hand_in(client: Client, case: Case, **said: str) -> Any:
    return client.post(reverse("cases:fill_review", args=[case.key]), {**YES, **said})


def handed_in(client: Client, matter: Matter) -> Case:
    case = begin(client, matter)
    fill(client, case)
    bring(client, case, "form")
    bring(client, case, "plan", a_pdf())
    assert hand_in(client, case).status_code == 302
    case.refresh_from_db()
    return case


def test_questions_lead_one_by_one_to_what_is_needed(client: Client, shop: Matter) -> None:
    asked = client.get(reverse("cases:begin", args=[shop.code])).content.decode()
    told = client.get(
        reverse("cases:begin", args=[shop.code]), {"q-have_one": "有，快到期了"}
    ).content.decode()

    assert "有没有食品经营许可证" in asked
    assert "申请表" in told
    assert "场所平面图" not in told
    assert "政府自己查" in told
    assert "登录" in told
    assert not Case.objects.exists()


def test_whoever_must_say_who_he_is_comes_back_with_his_choices(client: Client, shop: Matter) -> None:
    account = a_user(Kind.CITIZEN)
    client.force_login(account)
    person, address = a_person(), reverse("cases:begin", args=[shop.code])
    chosen = {"region": "990101", "q-have_one": "没有"}

    sent = client.post(address, chosen)["Location"]
    assert f"{reverse('registries:my_identity')}?next=" in client.get(address, chosen).content.decode()
    back = parse_qs(urlsplit(sent).query)["next"][0]
    assert escape(back) in client.get(sent).content.decode()
    said = {"name": person.name, "id_number": person.id_number, "next": back}
    answer = client.post(reverse("registries:my_identity"), said)

    assert answer["Location"] == back
    assert "开始填写" in client.get(back).content.decode()


def test_what_the_registers_know_is_shown_and_not_asked(visitor: Client, shop: Matter) -> None:
    case = begin(visitor, shop)

    page = visitor.get(reverse("cases:fill", args=[case.key])).content.decode()

    assert "王小明" in page
    assert "人口信息系统" in page
    assert 'name="answer-owner"' not in page
    assert 'name="answer-seats"' in page


def test_what_is_still_to_be_filled_in_is_counted_as_the_form_will_ask_it(
    visitor: Client, shop: Matter, settings: Any
) -> None:
    settings.GUANGYUE_DAY = DAY - timedelta(days=1)  # when the registers did not know the name yet
    chosen = {"region": "990101", "q-have_one": "有，快到期了"}

    told = run_on(visitor.get(reverse("cases:begin", args=[shop.code]), chosen))
    case = begin(visitor, shop, answer="有，快到期了")

    assert "还要填1项" in told
    assert 'name="answer-owner"' in visitor.get(reverse("cases:fill", args=[case.key])).content.decode()


def test_a_draft_is_left_and_taken_up_again_where_it_was(visitor: Client, shop: Matter) -> None:
    case = begin(visitor, shop)
    visitor.post(reverse("cases:fill", args=[case.key]), {"answer-seats": "24", "do": "keep"})

    again = begin(visitor, shop)

    assert again == case
    assert 'value="24"' in visitor.get(reverse("cases:fill", args=[case.key])).content.decode()
    assert "接着填" in visitor.get(reverse("cases:own_cases")).content.decode()


def test_an_error_stands_at_its_field_and_nothing_else_is_lost(visitor: Client, shop: Matter) -> None:
    case = begin(visitor, shop)

    answer = fill(visitor, case, **{"answer-seats": "很多", "phone": "13800000000"})

    case.refresh_from_db()
    assert answer.status_code == 422
    assert "很多" in answer.content.decode()
    assert 'id="id_answer-seats_error"' in answer.content.decode()
    assert case.phone == "13800000000"


def test_a_case_goes_from_the_draft_to_its_receipt(visitor: Client, shop: Matter, citizen: Person) -> None:
    case = handed_in(visitor, shop)

    receipt = visitor.get(reverse("cases:own_receipt", args=[case.key])).content.decode()

    assert case.stands_in is Phase.RECEIVED
    assert case.person == citizen
    assert case.answers == {"owner": "王小明", "seats": 24}
    assert case.sources["owner"].endswith("人口信息系统")
    assert case.number in receipt
    assert case.check_code in receipt
    assert "<svg" in receipt


def test_sent_twice_it_is_one_case(visitor: Client, shop: Matter) -> None:
    case = handed_in(visitor, shop)

    answer = hand_in(visitor, case)

    assert answer.status_code == 302
    assert answer.url == reverse("cases:own_receipt", args=[case.key])
    assert case.moves.count() == 1
    assert Case.objects.count() == 1


def test_without_consent_a_form_or_an_essential_paper_nothing_is_handed_in(
    visitor: Client, shop: Matter
) -> None:
    case = begin(visitor, shop)

    unfinished = hand_in(visitor, case)
    fill(visitor, case)
    lacking = hand_in(visitor, case)
    bring(visitor, case, "form")
    do(visitor, case, "plan", "promise")
    silent = hand_in(visitor, case, consent="")

    assert [each.status_code for each in (unfinished, lacking, silent)] == [422, 422, 422]
    assert "表单还没有填完" in unfinished.content.decode()
    assert "还缺材料：申请表" in lacking.content.decode()
    assert "没有申请人的同意" in silent.content.decode()
    assert hand_in(visitor, case).status_code == 302


def test_who_wants_it_by_post_says_where_to(visitor: Client, shop: Matter) -> None:
    case = begin(visitor, shop)

    assert "请填写邮寄地址" in hand_in(visitor, case, delivery="post").content.decode()


def test_a_deferrable_paper_is_promised_and_an_essential_one_is_not(visitor: Client, shop: Matter) -> None:
    case = begin(visitor, shop)

    do(visitor, case, "plan", "promise")
    refused = do(visitor, case, "form", "promise")

    assert case.papers.get(code="plan").promised_on
    assert refused.status_code == 409
    assert case.papers.get(code="form").promised_on is None


def test_a_file_can_be_taken_out_before_it_is_handed_in_and_not_after(visitor: Client, shop: Matter) -> None:
    case = begin(visitor, shop)
    bring(visitor, case, "form", a_photo(), a_pdf())
    first = PaperFile.objects.earliest("pk")

    do(visitor, case, "form", f"remove:{first.pk}")
    assert case.papers.get(code="form").files.count() == 1

    fill(visitor, case)
    bring(visitor, case, "plan")
    hand_in(visitor, case)
    last = PaperFile.objects.earliest("pk")
    assert do(visitor, case, "form", f"remove:{last.pk}").status_code == 409
    assert PaperFile.objects.filter(pk=last.pk).exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00 not a picture",
        b"<svg onload=alert(1)>",
        a_pdf(catalog=b"/OpenAction << /S /JavaScript /JS (x) >>"),
    ],
)
def test_what_is_no_paper_is_refused_at_its_field_by_name(
    visitor: Client, shop: Matter, content: bytes
) -> None:
    case = begin(visitor, shop)

    answer = bring(visitor, case, "form", a_photo(), content)

    assert answer.status_code == 422
    assert "没有收下" in answer.content.decode()
    assert not PaperFile.objects.exists()


def test_papers_handed_in_before_are_used_again(visitor: Client, shop: Matter) -> None:
    before = handed_in(visitor, shop)
    again = begin(visitor, shop, answer="有，快到期了")

    page = visitor.get(reverse("cases:fill_papers", args=[again.key])).content.decode()
    do(visitor, again, "form", "reuse")

    paper = again.papers.get(code="form")
    assert before.number in page
    assert paper.state == Paper.State.REUSED
    assert paper.files.count() == 1


def test_what_was_told_once_is_supplied_and_the_case_goes_on(
    visitor: Client, shop: Matter, clerk: User
) -> None:
    case = handed_in(visitor, shop)
    move_case(
        case=case, arrow="tell_missing", by=clerk, actor=Actor.CLERK, at=timezone.now(), said="申请表没有签字"
    )

    page = visitor.get(reverse("cases:own_case", args=[case.key])).content.decode()
    bring(visitor, case, "form")
    answer = visitor.post(reverse("cases:own_move", args=[case.key, "complete"]), {"since": "to_complete"})

    case.refresh_from_db()
    assert "申请表没有签字" in page
    assert answer.status_code == 302
    assert case.stands_in is Phase.RECEIVED
    assert case.papers.get(code="form").files.count() == 2


def test_withdrawing_is_asked_about_once_more(visitor: Client, shop: Matter) -> None:
    case = handed_in(visitor, shop)
    address = reverse("cases:own_move", args=[case.key, "withdraw"])

    asked = visitor.post(address)
    case.refresh_from_db()
    assert "撤回以后不能恢复" in asked.content.decode()
    assert case.phase == "RECEIVED"

    visitor.post(address, {"confirmed": "yes"})
    case.refresh_from_db()
    assert case.phase == "WITHDRAWN"


def test_what_is_an_officials_move_is_none_of_an_applicants(visitor: Client, shop: Matter) -> None:
    case = handed_in(visitor, shop)

    assert visitor.post(reverse("cases:own_move", args=[case.key, "accept"])).status_code == 404


def test_nobody_sees_another_ones_case_draft_or_file(visitor: Client, shop: Matter) -> None:
    case = handed_in(visitor, shop)
    draft = begin(visitor, shop, answer="有，快到期了")
    file = PaperFile.objects.earliest("pk").file
    stranger = Client()
    stranger.force_login(a_person(account=a_user(Kind.CITIZEN)).account)  # type: ignore[arg-type]
    official = Client()
    official.force_login(a_user())

    pages = [reverse("cases:own_file", args=[file.key])]
    for name in ("fill", "fill_papers", "fill_review", "own_case", "own_receipt"):
        pages += [reverse(f"cases:{name}", args=[one.key]) for one in (case, draft)]

    assert visitor.get(pages[0]).status_code == 200
    for other in (stranger, official):
        assert {other.get(page).status_code for page in pages} == {404}
        assert other.get(reverse("cases:own_case", args=[UUID(int=0)])).status_code == 404


def test_a_draft_is_deleted_with_its_files_only_after_a_yes(visitor: Client, shop: Matter) -> None:
    case = begin(visitor, shop)
    bring(visitor, case, "form")
    address = reverse("cases:discard", args=[case.key])

    visitor.post(address)
    assert Case.objects.exists()
    visitor.post(address, {"confirmed": "yes"})
    assert not Case.objects.exists()
    assert not PaperFile.objects.exists()


def test_a_matter_for_firms_is_not_begun_by_a_person(
    visitor: Client, departments: dict[str, Organisation]
) -> None:
    matter = a_matter(next(iter(departments.values())), audience=Audience.FIRM)

    answer = visitor.post(
        reverse("cases:begin", args=[matter.code]), {"region": "990101", "q-have_one": "没有"}
    )

    assert answer.status_code == 409
    assert not Case.objects.exists()


def test_the_list_shows_what_waits_for_the_applicant(visitor: Client, shop: Matter, citizen: Person) -> None:
    handed_in(visitor, shop)
    a_case(shop)  # another one's

    page = visitor.get(reverse("cases:own_cases")).content.decode()

    assert page.count("road-line") == 1
    assert SHOP.name in page


@pytest.fixture
def thousand(departments: dict[str, Organisation]) -> Matter:
    """A matter that asks for a thousand materials."""
    materials = tuple(Material(f"m{nth:04}", f"材料{nth:04}") for nth in range(1_000))
    variants = tuple(replace(one, materials=tuple(each.code for each in materials)) for one in VARIANTS)
    owner = next(iter(departments.values()))
    return a_matter(owner, fields=FIELDS, variants=variants, materials=materials)


def test_a_thousand_papers_are_brought_page_by_page(visitor: Client, thousand: Matter) -> None:
    case = begin(visitor, thousand)
    papers, review = (reverse(f"cases:{name}", args=[case.key]) for name in ("fill_papers", "fill_review"))

    first, second = (visitor.get(papers, {"papers": page}).content.decode() for page in ("1", "2"))
    brought, wrong = bring(visitor, case, "m0999"), bring(visitor, case, "m0998", b"MZ").content.decode()

    assert first.count("data-upload") == second.count("data-upload") == 20
    assert "材料0020" not in first
    assert "材料0020" in second
    assert f"{papers}?papers=50#paper-" in brought["Location"]
    assert "材料0998" in wrong
    assert "没有收下" in wrong
    assert visitor.get(review).content.decode().count("<b>材料") == 20


def test_a_case_with_a_thousand_papers_is_shown_as_cheaply_as_one_with_two(
    visitor: Client, shop: Matter, citizen: Person
) -> None:
    case = a_case(shop, applicant=citizen)
    pages = [reverse(f"cases:{name}", args=[case.key]) for name in ("own_case", "own_receipt")]

    def asked() -> list[int]:
        counts = []
        for page in [*pages, reverse("cases:own_cases")]:
            with CaptureQueriesContext(connection) as captured:
                assert visitor.get(page).status_code == 200
            counts.append(len(captured))
        return counts

    asked()
    few = asked()
    Paper.objects.bulk_create(
        Paper(case=case, code=f"more{nth}", title=f"更多{nth}", state=Paper.State.HANDED_IN)
        for nth in range(1_000)
    )

    assert [many - before for many, before in zip(asked(), few, strict=True)] == [0, 0, 0]
    page = visitor.get(pages[0], {"kept": "2"}).content.decode()
    assert page.count("<b>更多") == 20
    assert 'id="kept" open' in page

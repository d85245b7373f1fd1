"""The desk pages of issues: handed in, watched, reviewed, corrected, released."""

from http import HTTPStatus
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.gazette.models import Edition, HandCorrection, PrintedClause
from guangyue.jobs.models import State, Work
from guangyue.jobs.works import take_step
from guangyue.library.services.releasing import check_edition
from guangyue.library.tests.printed import NOON, an_issue, bring_in, line_of, released

pytestmark = pytest.mark.django_db

HTML = {"Accept": "text/html"}


@pytest.fixture
def librarian() -> User:
    user = a_user(name="政策库管理员")
    a_grant(user, role="librarian")
    return user


@pytest.fixture
def desk(librarian: User) -> Client:
    client = Client(headers=HTML)
    client.force_login(librarian)
    return client


@pytest.fixture(autouse=True)
def files_of_our_own(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def hand_in(desk: Client, *files: tuple[str, bytes]) -> Work:
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    answer = desk.post(reverse("library:uploading"), {"files": sent})
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    return Work.objects.get()


def finish(work: Work) -> Work:
    while take_step(pk=work.pk, at=NOON):
        pass
    work.refresh_from_db()
    return work


def page(client: Client, edition: Edition, asked: str = "") -> str:
    return client.get(reverse("library:edition", args=[edition.pk]) + asked).content.decode()


def post(client: Client, name: str, *arguments: object, **data: object) -> int:
    return client.post(reverse(f"library:{name}", args=arguments), data).status_code


def test_several_files_are_handed_in_and_each_says_what_became_of_it(desk: Client, librarian: User) -> None:
    work = finish(
        hand_in(desk, ("二月.txt", an_issue().encode()), ("照片.png", b"\x89PNG\r\n"), ("空.txt", b""))
    )

    shown = desk.get(reverse("library:upload", args=[work.pk])).content.decode()
    assert work.state == State.DONE
    assert work.message == "1 个文件已经导入，2 个没有导入。"
    assert "导入：2026年第2期（第1版），待校" in shown
    assert "文字识别" in shown
    assert "文件是空的。" in shown
    assert Edition.objects.get().imported_by == librarian


def test_a_file_too_large_is_refused_at_the_field(desk: Client, settings: Settings) -> None:
    large = SimpleUploadedFile("大.txt", b"a" * (21 * 1024 * 1024))

    answer = desk.post(reverse("library:uploading"), {"files": [large]})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "大.txt 有 21 MB，超过 20 MB" in answer.content.decode()
    assert not Work.objects.exists()


def test_nothing_handed_in_is_asked_for(desk: Client) -> None:
    answer = desk.post(reverse("library:uploading"))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "请选择要导入的文件" in answer.content.decode()


def test_the_list_says_where_to_begin_when_there_is_nothing(desk: Client) -> None:
    assert "还没有公报" in desk.get(reverse("library:editions")).content.decode()


def test_the_review_shows_lines_documents_and_clauses(desk: Client) -> None:
    edition = bring_in(an_issue()).edition

    shown = page(desk, edition)

    assert f'id="line-{line_of(edition, "宽三米")}"' in shown
    assert "关于建设湖滨步道的意见" in shown
    assert "<b>一（一）</b>" in shown
    assert "全部对上" in shown


def test_a_doubt_is_confirmed_and_the_next_one_is_led_to(desk: Client, librarian: User) -> None:
    edition = bring_in(an_issue().replace("东政办字〔2026〕3号", "东政发〔2026〕3号")).edition
    doubt = edition.doubts.filter(blocks=True).first()
    assert doubt is not None

    assert post(desk, "confirmation", doubt.pk) == HTTPStatus.FOUND

    assert not edition.doubts.filter(key=doubt.key, line_first=doubt.line_first).exists()
    assert HandCorrection.objects.get().by == librarian
    assert "存疑已确认无误" in page(desk, edition)


def test_a_line_is_corrected_and_the_correction_withdrawn(desk: Client) -> None:
    edition = bring_in(an_issue()).edition
    line = line_of(edition, "宽三米")
    opened = desk.get(reverse("library:line", args=[edition.pk, line]), headers={"HX-Request": "true"})
    assert "宽三米" in opened.content.decode()

    post(desk, "correcting", edition.pk, line, "text", **{"text-after": "（一）步道环湖而建，宽五米。"})

    assert "宽五米" in page(desk, edition)
    assert "宽五米" in PrintedClause.objects.get(document__order=1, path="一（一）").text
    again = desk.get(reverse("library:line", args=[edition.pk, line])).content.decode()
    assert again.count("宽三米") == 1  # as the file has it, above the words that may be changed again
    post(desk, "correction_withdrawal", edition.pk, HandCorrection.objects.get().pk)
    assert "宽三米" in PrintedClause.objects.get(document__order=1, path="一（一）").text


def test_the_panel_of_a_line_is_a_page_where_scripts_do_not_run(desk: Client) -> None:
    edition = bring_in(an_issue()).edition
    head, other = line_of(edition, "# 东湖市人民政府文件"), line_of(edition, "宽三米")

    pages = [desk.get(reverse("library:line", args=[edition.pk, line])) for line in (head, other)]

    shown = [page.content.decode() for page in pages]
    assert "更正题录" in shown[0]
    assert "另起一份公文" in shown[1]
    assert desk.get(reverse("library:line", args=[edition.pk, 99_999])).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("kind", "data", "said"),
    [
        ("level", {"level-level": "on"}, "接着上一行"),
        ("level", {"level-level": "NUMBER"}, "层次是 1."),
        ("head", {"head-title": "关于修建步道的意见", "head-day": "2026-02-08"}, "标题 关于修建步道的意见"),
    ],
)
def test_levels_and_heads_are_corrected(desk: Client, kind: str, data: dict[str, str], said: str) -> None:
    edition = bring_in(an_issue()).edition
    words = "# 东湖市人民政府文件" if kind == "head" else "（二）两年建成"

    assert post(desk, "correcting", edition.pk, line_of(edition, words), kind, **data) == HTTPStatus.FOUND

    assert said in page(desk, edition)


def test_lines_are_given_to_another_document(desk: Client) -> None:
    edition = bring_in(an_issue()).edition
    line = line_of(edition, "二、栽种柳树")
    head = edition.documents.order_by("order")[0].pieces[0]["first"]

    post(desk, "correcting", edition.pk, line, "belonging", **{"belonging-last": line, "belonging-to": head})

    pieces = edition.documents.order_by("order")[0].pieces
    assert any(piece["first"] <= line <= piece["last"] for piece in pieces)


def test_a_line_beyond_the_end_is_refused_at_the_field(desk: Client) -> None:
    edition = bring_in(an_issue()).edition

    answer = desk.post(
        reverse("library:correcting", args=[edition.pk, 20, "belonging"]),
        {"belonging-last": 99_999, "belonging-to": 0},
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "文件里没有这一行。" in answer.content.decode()


def test_an_edition_is_checked_asked_about_and_released(desk: Client) -> None:
    edition = bring_in(an_issue()).edition

    assert post(desk, "edition_check", edition.pk) == HTTPStatus.FOUND
    question = desk.post(reverse("library:edition_release", args=[edition.pk])).content.decode()
    assert "发布2026年第2期（第1版）？" in question
    assert post(desk, "edition_release", edition.pk, confirmed="yes") == HTTPStatus.FOUND

    edition.refresh_from_db()
    assert edition.state == Edition.State.RELEASED
    assert "重新校对" in page(desk, edition)


def test_a_second_release_is_refused_with_a_sentence(desk: Client) -> None:
    edition = released(an_issue())

    assert post(desk, "edition_release", edition.pk, confirmed="yes") == HTTPStatus.CONFLICT


def test_an_edition_in_doubt_is_not_checked(desk: Client) -> None:
    edition = bring_in("春眠不觉晓\n处处闻啼鸟").edition

    assert post(desk, "edition_check", edition.pk) == HTTPStatus.CONFLICT


def test_a_released_edition_is_revised_and_the_revision_withdrawn(desk: Client) -> None:
    edition = released(an_issue())

    post(desk, "edition_revision", edition.pk)
    revised = Edition.objects.get(version=2)
    post(desk, "edition_withdrawal", revised.pk, confirmed="yes")

    revised.refresh_from_db()
    edition.refresh_from_db()
    assert (revised.state, edition.state) == (Edition.State.WITHDRAWN, Edition.State.RELEASED)


def test_a_long_text_is_shown_a_window_at_a_time(desk: Client) -> None:
    edition = bring_in("\n".join(f"第{number}句话说完了。" for number in range(1, 4501))).edition

    first, middle = page(desk, edition), page(desk, edition, "?line=2500")

    assert 'id="line-2000"' in first
    assert 'id="line-2001"' not in first
    assert 'id="line-2500"' in middle
    assert "?line=4001" in middle


def test_the_review_asks_the_database_the_same_however_long_the_issue(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    edition = bring_in(an_issue()).edition

    with django_assert_max_num_queries(30):
        page(desk, edition)


def test_issues_to_check_wait_on_the_desk_and_are_found_by_their_key(desk: Client) -> None:
    edition = bring_in(an_issue()).edition

    assert f"{edition}待校" in desk.get(reverse("desk:home")).content.decode()
    assert str(edition) in desk.get(reverse("desk:search"), {"q": "2026-02"}).content.decode()

    check_edition(edition=edition, by=None, at=NOON)
    assert f"{edition}已校" in desk.get(reverse("desk:home")).content.decode()


def test_whoever_is_no_librarian_sees_nothing_of_it() -> None:
    client = Client(headers=HTML)
    client.force_login(a_user())

    assert client.get(reverse("library:editions")).status_code == HTTPStatus.FORBIDDEN

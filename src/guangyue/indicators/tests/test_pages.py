"""The pages of indicators: what stands there, and who does what on them."""

from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.files.tests.factories import a_photo
from guangyue.indicators.comparing.comparators import Comparator
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.declaration import LinkFact
from guangyue.indicators.models import Figure, Target
from guangyue.indicators.services.setting import link_targets
from guangyue.indicators.tests.factories import AT, a_target, a_verified_figure, split
from guangyue.organisations.models import Organisation

EMPTY = ("", "leagues/", "to-judge/")
PAGES = ("targets/", "figures/", "leagues/", "links/", "gaps/", "to-judge/", "evaluation/", "?by=county")
ONE_TARGET = ("T1/", "T2/", "T1/parts/", "T2/judgement/")
TABLE = "目标编号,承担单位,截至日期,实际数,单位,基期数,来源文件\nT1,,2020-12-31,{value},个,否,统计月报\n"


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True
    settings.GUANGYUE_DAY = AT.date()


def browser_of(user: User | None = None) -> Client:
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client


def somebody(role: str, *, organisation: Organisation | None = None) -> Client:
    official = a_user(organisation=organisation)
    a_grant(official, role, organisation=organisation)
    return browser_of(official)


def text_of(client: Client, address: str) -> str:
    answer: Any = client.get(address)
    assert answer.status_code == HTTPStatus.OK, address
    return str(answer.content.decode())


def test_every_page_opens_empty_and_full(offices: list[Organisation]) -> None:
    supervisor = somebody("supervisor")
    for page in EMPTY:
        text_of(supervisor, f"/desk/indicators/{page}")
    one, other = offices[:2]
    target = a_target("T1", owner=one)
    split(target, **{one.key: 60, other.key: 40})
    a_verified_figure(target, 30, office=other, organisation=other)
    a_target("T2", owner=one, comparator=Comparator.ABOUT, nature=Nature.RATE, unit="%", value=Decimal(7))
    a_verified_figure(Target.objects.get(code="T2"), 6, office=one)
    link_targets(links=[LinkFact("T1", "T2", "similar", "口径不同")])

    for page in (*PAGES, *(f"targets/{end}" for end in ONE_TARGET)):
        text_of(supervisor, f"/desk/indicators/{page}")
    answer: Any = supervisor.post("/desk/indicators/gaps/new/", {"year": 2021, "quarter": 1}, follow=True)
    assert "T1" in answer.content.decode()
    public = text_of(browser_of(), "/indicators/T1/")
    assert "口径不同" in public
    assert "T2" in text_of(browser_of(), "/indicators/")
    assert browser_of().get("/api/v1/indicators/targets/T2").json()["result"] == "待判"


def test_a_figure_goes_from_form_to_conclusion(office: Organisation) -> None:
    a_target("T1", owner=office)
    contact, verifier = somebody("task-contact", organisation=office), somebody("verifier")
    address = "/desk/indicators/targets/T1/figures/new/"
    said = {"part": "", "on": "2020-12-31", "value": "120", "unit": "个", "source": "统计月报"}

    refused: Any = contact.post(address, said)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    proof = SimpleUploadedFile("月报.jpg", a_photo())
    contact.post(address, {**said, "evidence": proof})
    figure = Figure.objects.get()
    verifier.post(f"/desk/indicators/figures/{figure.pk}/verification/")

    assert "120%" in text_of(contact, "/desk/indicators/targets/T1/").replace(".0", "")
    assert contact.get(f"/desk/indicators/figures/{figure.pk}/evidence/file/").status_code == HTTPStatus.OK


def test_every_bad_row_of_a_table_is_named_and_a_good_one_is_a_draft(office: Organisation) -> None:
    a_target("T1", owner=office)
    contact = somebody("task-contact", organisation=office)
    address = "/desk/indicators/figures/table/"

    def send(value: str, step: str, **more: str) -> str:
        file = SimpleUploadedFile("表.csv", TABLE.format(value=value).encode("utf-8-sig"))
        answer: Any = contact.post(address, {"file": file, "step": step, **more})
        return str(answer.content.decode())

    assert "数量不能是负数" in send("-5", "check")
    checked = send("5", "check").partition('name="checked" value="')[2].partition('"')[0]
    send("5", "take", checked=checked)

    assert list(Figure.objects.without_evidence().values_list("value", flat=True)) == [Decimal(5)]

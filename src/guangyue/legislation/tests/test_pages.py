"""The pages of the desk and of the public: what stands there, and what must never."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_browser, a_grant
from guangyue.legislation.kinds import Audience, Secrecy, Uptake
from guangyue.legislation.models import Comment, LegislativePlan, PublicConsultation
from guangyue.legislation.services.answering import Answer, Group, answer_group
from guangyue.legislation.services.consulting import (
    Withholding,
    close_consultation,
    open_consultation,
    prepare_consultation,
)
from guangyue.legislation.tests.factories import a_drafted, a_project, some_terms
from guangyue.organisations.models import Name, Organisation

SECRET = "李秘密"
PHONE = "13800001111"
CATALOGUE = "一、市政府规章项目（1 件）\n（一）年内完成的重点立法项目（1 件）\n《新办法》（市城管局起草）"


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def consultation(unit: Organisation, drafter: User) -> PublicConsultation:
    """Open today, with its second article withheld."""
    at = timezone.now()
    some_terms()
    prepared = prepare_consultation(
        project=a_drafted(unit, drafter),
        audiences=[Audience.PUBLIC],
        channels="来信",
        withholding=Withholding(Secrecy.PARTS, ("第二条",), "依法", "秘书长"),
        by=drafter,
        at=at,
    )
    today = timezone.localdate()
    closes = today + timedelta(days=30)
    return open_consultation(consultation=prepared, opens=today, closes=closes, by=drafter, at=at)


def test_anybody_comments_on_articles_and_finds_the_answer_by_the_receipt(
    consultation: PublicConsultation,
) -> None:
    page, browser = consultation.get_absolute_url(), a_browser()
    first, second, _ = consultation.draft.articles.all()  # type: ignore[union-attr]
    shown = browser.get(page).content.decode()
    assert "还有 30 天" in shown
    assert second.text not in shown
    assert "本条依法不公开" in shown

    said: dict[str, Any] = {"speaker": "person", "name": SECRET, "phone": PHONE}
    empty = browser.post(page, said)
    said |= {f"article-{first.pk}": "写明期限", "whole": f"电话{PHONE}"}
    taken = browser.post(page, {**said, f"article-{second.pk}": "看不到的"})

    assert (empty.status_code, taken.status_code) == (422, 302)
    assert Comment.objects.count() == 2
    receipt = browser.get(taken["Location"]).content.decode()
    assert "正在办理" in receipt
    one = Comment.objects.filter(article=first).get()
    asked = browser.get("/legislation/receipts/", {"receipt": one.receipt, "code": one.code.lower()})
    wrong = browser.get("/legislation/receipts/", {"receipt": one.receipt, "code": "22222222"})
    assert (asked["Location"], wrong.status_code) == (taken["Location"], 422)
    assert consultation.title in browser.get("/legislation/consultations/feed/").content.decode()
    assert "正在征求" in browser.get("/legislation/consultations/").content.decode()


def test_strangers_who_write_too_often_are_asked_to_wait(consultation: PublicConsultation) -> None:
    answers = {a_browser().post(consultation.get_absolute_url()).status_code for _ in range(21)}

    assert answers == {HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS}


def test_replies_are_public_without_names_once_it_is_closed(
    consultation: PublicConsultation, drafter: User
) -> None:
    said = Comment(consultation=consultation, stance="amend", text="写明期限", speaker="person", name=SECRET)
    said.source, said.receipt, said.received_at = "online", "HZ1", timezone.now()
    said.save()
    page = f"{consultation.get_absolute_url()}replies/"
    assert a_browser().get(page).status_code == HTTPStatus.NOT_FOUND

    after = timezone.now() + timedelta(days=32)
    answer = Answer(Uptake.TAKEN, "已写明三十日", "写明期限")
    given: dict[str, Any] = {"consultation": consultation, "by": drafter, "at": after}
    answer_group(group=Group(None), answer=answer, **given)
    close_consultation(**given)

    shown = a_browser().get(page).content.decode()
    assert "已写明三十日" in shown
    assert SECRET not in shown
    assert a_browser().get(f"{page}paper/").getvalue().startswith(b"%PDF")


def test_every_page_of_the_desk_opens(
    consultation: PublicConsultation, unit: Organisation, drafter: User, overseer: User
) -> None:
    for person, role in ((drafter, "rule-drafter"), (overseer, "legislator"), (overseer, "chief")):
        a_grant(person, role, organisation=unit if person == drafter else None)
    project, desk = consultation.project, consultation.desk_address
    assert project is not None
    own = project.get_absolute_url()
    writing = a_project(unit, state="drafting").get_absolute_url()
    shared = ["/desk/legislation/", "/desk/legislation/years/2020/", "/desk/legislation/projects/", own]
    shared += ["/desk/legislation/consultations/", "/desk/legislation/terms/", desk, f"{desk}comments/"]
    shared += [f"{own}drafts/1/", f"{desk}notice/", f"{desk}replies/?as=docx"]
    shared += ["/legislation/", "/legislation/2020/"]
    drafting = [f"{own}impacts/new/", f"{own}experts/new/", f"{own}departments/new/", f"{own}drafting/argue/"]
    drafting += [f"{writing}drafts/new/", f"{writing}powers/new/", f"{writing}consultations/new/"]
    drafting += ["/desk/legislation/matters/new/", f"{desk}opening/", f"{desk}comments/new/"]
    drafting += [f"{desk}comments/import/", f"{desk}groups/whole/"]
    overseeing = ["/desk/legislation/urging/", "/desk/legislation/appraisal/", "/desk/legislation/new/"]
    overseeing += ["/desk/legislation/terms/new/", f"{own}impacts/correction/", f"{own}carrying-over/"]
    overseeing += [f"{own}postponement/", f"{own}cancellation/", "/desk/legislation/projects/new/?name=x"]

    opened = {
        page: a_browser(person).get(page).status_code
        for person, pages in ((drafter, shared + drafting), (overseer, shared + overseeing))
        for page in pages
    }

    assert {page: status for page, status in opened.items() if status != HTTPStatus.OK} == {}
    feed = a_browser(overseer).get("/desk/legislation/appraisal/?export=xlsx")
    assert feed["X-Row-Count"] == "2"


def test_a_plan_is_pasted_and_a_wrong_count_is_said_at_the_field(unit: Organisation, overseer: User) -> None:
    a_grant(overseer, "legislator")
    Name.objects.create(organisation=unit, text="市城管局", kind=Name.Kind.SHORT)
    browser: Client = a_browser(overseer)
    page = "/desk/legislation/new/"
    given: dict[str, Any] = {
        "year": "2021",
        "number": "示例〔2021〕1号",
        "title": "计划",
        "adopted_on": "2021-03-01",
    }

    wrong = browser.post(page, {**given, "catalogue": CATALOGUE.replace("（1 件）", "（2 件）")})
    right = browser.post(page, {**given, "catalogue": CATALOGUE})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "写的是 2 件，列出的是 1 件" in wrong.content.decode()
    assert LegislativePlan.objects.get(year=2021).entries.get().project.unit == unit

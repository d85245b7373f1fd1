"""The pages of the list and of orders: for officials, for whoever must act, and for everybody."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_browser, a_user
from guangyue.alerts.glances.orders import (
    checks_to_hand_over,
    dispatches_in_trouble,
    orders_to_call_about,
)
from guangyue.alerts.models import Dispatch, Order, OrderCheck, Source
from guangyue.alerts.tests.ordering_factories import AT, COUNTY, an_order, saving
from guangyue.kit.access import EVERYWHERE
from guangyue.organisations.models import Region
from guangyue.registries.tests.factories import a_country, an_official

PHONE = "13800000001"


@pytest.fixture(autouse=True)
def no_second_factor(settings: Settings) -> None:
    settings.DEMO = True


@pytest.fixture
def holder(db: None) -> User:
    return a_user(kind="enterprise", name="东湖铸造厂")


@pytest.fixture
def order(holder: User) -> Order:
    a_country()
    order = an_order(
        Region.objects.get(code=COUNTY), name="东湖铸造厂", account=holder, phone=PHONE, contact="王工"
    )
    saving(order.source, "yellow", pm=10)
    return order


def page(client: Client, name: str, *parts: object) -> str:
    answer = client.get(reverse(f"alerts:{name}", args=parts))
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def post(client: Client, address: str, /, *parts: object, **said: object) -> int:
    return client.post(reverse(f"alerts:{address}", args=parts), said).status_code


def a_picture() -> BytesIO:
    content = BytesIO()
    Image.new("RGB", (40, 30), "white").save(content, "JPEG")
    content.name = "现场.jpg"
    content.seek(0)
    return content


def test_whoever_must_act_receives_with_one_tap_and_shows_what_was_done(order: Order, holder: User) -> None:
    own = a_browser(holder)
    assert "还没有签收" in page(own, "my_orders")
    shown = page(own, "card", order.code)
    assert "橙色预警，现在执行" in shown
    assert "运行 3 小时以上" in shown
    assert 'name="receiver"' not in shown

    assert post(own, "card_receipt", order.code) == 302
    assert post(own, "card_picture", order.code, picture=a_picture(), said="二号线停机") == 302
    reading = {"emitted": "PM", "concentration": "6.2", "measured_at": "2025-12-09T10:00"}
    assert post(own, "card_reading", order.code, **reading) == 302

    order.refresh_from_db()
    assert (order.received_how, order.receiver) == ("page", "东湖铸造厂")
    assert order.proofs.count() == 2
    assert "6.20 毫克/立方米" in page(own, "card", order.code)
    paper = own.get(reverse("alerts:card_paper", args=[order.code]))
    assert paper.getvalue().startswith(b"%PDF-")
    assert post(own, "card_receipt", order.code) == 409


def test_the_card_alone_is_enough_and_tells_no_telephone(order: Order) -> None:
    anyone = a_browser()
    shown = page(anyone, "card", order.code.lower())
    assert PHONE not in shown
    assert post(anyone, "card_receipt", order.code) == 422

    assert post(anyone, "card_receipt", order.code, receiver="王厂长") == 302
    wrong = {"emitted": "PM", "concentration": "-1", "measured_at": "2999-01-01T10:00"}
    assert post(anyone, "card_reading", order.code, **wrong) == 422
    assert post(anyone, "card_picture", order.code, picture=BytesIO(b"text")) == 422

    order.refresh_from_db()
    assert (order.received_how, order.receiver, order.proofs.count()) == ("card", "王厂长", 0)
    assert anyone.get("/air/orders/NOSUCHCODE22/").status_code == 404


def test_the_public_reads_the_list_without_telephones(order: Order) -> None:
    anyone = a_browser()

    listed, one = page(anyone, "public_sources"), page(anyone, "public_source", order.source.code)

    assert "东湖铸造厂" in listed
    assert "停一条线" in one
    for said in (listed, one):
        assert PHONE not in said
        assert "王工" not in said


def test_officials_call_check_and_hand_on(order: Order) -> None:
    county, office = a_browser(an_official("alert-county")), a_browser(an_official("alert-officer"))
    Order.objects.update(chased_at=AT)
    Dispatch.objects.update(state="dead")
    assert "电话告知" in page(county, "order", order.code)
    page(county, "order_call", order.code)
    page(county, "order_check", order.code)
    told: dict[str, Any] = {"user": a_user(), "scope": EVERYWHERE, "at": timezone.now()}
    assert len([*orders_to_call_about(**told), *dispatches_in_trouble(**told)]) == 2

    assert post(county, "order_call", order.code, receiver="王工") == 302
    seen = {"finding": "not_done", "said": "仍在生产", "checked_at": "2025-12-09T10:00"}
    assert post(county, "order_check", order.code, **{**seen, "said": ""}) == 422
    assert post(county, "order_check", order.code, **seen, photo=a_picture()) == 302
    check = OrderCheck.objects.get()
    assert "仍在生产" in page(office, "checks")
    assert [one.title for one in checks_to_hand_over(**told)] == ["东湖铸造厂：没有落实"]
    assert post(county, "check_handing", check.pk, confirmed="yes") == 403
    assert post(office, "check_handing", check.pk) == 200
    assert post(office, "check_handing", check.pk, confirmed="yes") == 302
    dispatch = Dispatch.objects.get()
    assert post(office, "dispatch_again", dispatch.pk) == 302
    assert "已反馈问责组" in page(office, "order", order.code)
    assert "已签收 1 份" in page(office, "orders")
    assert PHONE not in page(office, "order", order.code)


def test_officials_keep_the_list_by_hand(order: Order) -> None:
    office = a_browser(an_official("alert-officer"))
    code = order.source.code
    for name in ("source", "source_change", "measure_change", "lines_change", "guarantee", "source_striking"):
        assert "东湖铸造厂" in page(office, name, code, *(["red"] if name == "measure_change" else []))
    for name in ("sources", "source_entry", "source_intake", "reduction", "base_entry"):
        page(office, name)

    entered = {
        "code": "NEW-1",
        "kind": "SITE",
        "name": "东湖路工地",
        "region": COUNTY,
        "grade": "UNRATED",
        "dust_measures_met": "on",
        **dict.fromkeys(("so2", "nox", "pm", "vocs", "daily_trips", "dcs_months"), "0"),
    }
    assert post(office, "source_entry", **{**entered, "latitude": "36.4"}) == 422
    assert post(office, "source_entry", **entered) == 302
    assert post(office, "source_entry", **entered) == 422
    measure = {"text": "停二号线", "so2": "0", "nox": "0", "pm": "101", "vocs": "0"}
    assert post(office, "measure_change", code, "orange", **measure) == 422
    assert post(office, "measure_change", code, "orange", **{**measure, "pm": "9.9"}) == 302
    assert post(office, "lines_change", code, lines="一号线 60% 80000\n二号线 50%") == 422
    assert post(office, "lines_change", code, lines="一号线 60% 80000\n二号线 40%") == 302
    assert post(office, "guarantee", code, tasks=["EXPORT"]) == 302
    assert post(office, "guarantee_end", code, reason="超出范围") == 302
    base = {"year": "2025", "so2": "1", "nox": "1", "pm": "1", "vocs": "1", "basis": "排放清单"}
    assert post(office, "base_entry", **base) == 302

    order.refresh_from_db()
    assert "停二号线" in order.instructions[0].does
    assert order.former_texts.count() >= 2
    assert Order.objects.filter(source__code="NEW-1").exists()
    assert "没有达到要求" in page(office, "reduction")
    assert "原指令 第 1 版" in page(office, "order", order.code)
    exported = office.get(reverse("alerts:source_export"))
    assert exported.getvalue()
    assert exported["X-Row-Count"] == "2"
    assert post(office, "source_striking", "NEW-1", reason="完工") == 302
    assert not Source.objects.get(code="NEW-1").in_use

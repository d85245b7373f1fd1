"""The pages of powers: entering, loading a list, taking back, what the public reads, and attacks."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from python_calamine import CalamineWorkbook

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.empowerments.glances import find_powers, powers_to_make_ready, withdrawals_to_announce
from guangyue.empowerments.models import Empowerment, GrantingDocument, State, StoppedPower
from guangyue.empowerments.modes import KitPart, Mode, Piece
from guangyue.empowerments.services.withdrawing import withdraw_power
from guangyue.empowerments.tests.factories import (
    AT,
    ISSUED,
    SIGNED,
    TERMS,
    a_document,
    a_picture,
    a_power,
    a_zone,
    an_undertaken_power,
    give,
)
from guangyue.kit.access import EVERYWHERE
from guangyue.organisations.models import Organisation

NEW = (
    "事项编码,事项名称,权力类型,赋权方式,市级部门,承接主体,备注,"
    "其他方式的说明,法定由市级以上实施,不以委托方式的理由"
)
LATER = SIGNED + timedelta(days=3)


@pytest.fixture
def keeper(db: None, settings: Settings) -> User:
    settings.DEMO = True  # no second factor
    settings.GUANGYUE_DAY = LATER
    user = a_user()
    a_grant(user, "power-keeper")
    return user


@pytest.fixture
def browser(keeper: User) -> Client:
    client = Client(headers={"Accept": "text/html"})
    client.force_login(keeper)
    return client


def said(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def table(*rows: str, header: str = NEW) -> SimpleUploadedFile:
    return SimpleUploadedFile("清单.csv", "\n".join((header, *rows)).encode())


def taken_out(browser: Client, ledger: str, form: str) -> bytes:
    answer: Any = browser.get(ledger, {"export": form})
    return b"".join(answer.streaming_content)


def load(
    browser: Client, document: GrantingDocument, *rows: str, which: str = "new", header: str = NEW
) -> Any:
    """Checked first, then taken, as people do it."""
    address = reverse("empowerments:loading", args=[document.pk, which])
    checked = browser.post(address, {"file": table(*rows, header=header), "step": "check"})
    found = re.search(r'name="checked" value="([0-9a-f]+)"', said(checked))
    assert found, said(checked)
    fingerprint = found[1]
    given = {"file": table(*rows, header=header), "step": "take", "checked": fingerprint}
    return browser.post(address, given)


def page(name: str, power: Empowerment) -> str:
    return reverse(f"empowerments:{name}", args=[power.pk])


def test_a_power_is_made_ready_on_its_pages(
    browser: Client, document: GrantingDocument, zone: Organisation, department: Organisation
) -> None:
    power = a_power(document, body=zone, department=department)
    assert "还缺协议、二号章、公告" in said(browser.get(power.get_absolute_url()))

    terms = {
        "number": "委1号",
        "empowerments": [power.pk],
        "basis": TERMS.basis,
        "matters": TERMS.matters,
        "powers": TERMS.powers,
        "duties": TERMS.duties,
        "signed_on": SIGNED,
        "upload": SimpleUploadedFile("协议.png", a_picture()),
    }
    browser.post(page("agreement", power), terms)
    browser.post(page("seal", power), {"number": "2号", "empowerments": [power.pk], "on": SIGNED})
    told = {"place": "门户网站", "empowerments": [power.pk], "on": SIGNED}
    browser.post(page("announcement", power), told)
    kit = {"part": KitPart.HANDBOOK.name, "empowerments": [power.pk], "on": SIGNED}
    browser.post(page("kit", power), kit)
    browser.post(page("undertaking", power), {"on": LATER})

    power.refresh_from_db()
    agreement = power.agreements.get()
    assert power.state == State.UNDERTAKEN
    assert agreement.file
    read = browser.get(reverse("empowerments:agreement_file", args=[power.pk, agreement.pk]))
    assert read["Content-Type"] == "image/png"


def test_an_agreement_without_a_part_is_refused_at_the_field(
    browser: Client, document: GrantingDocument, zone: Organisation
) -> None:
    power = a_power(document, body=zone)

    answer = browser.post(
        page("agreement", power), {"number": "1", "empowerments": [power.pk], "signed_on": SIGNED}
    )

    assert answer.status_code == 422
    assert not power.agreements.exists()


def test_a_paper_is_not_given_to_the_power_of_another(
    browser: Client, document: GrantingDocument, zone: Organisation, department: Organisation
) -> None:
    power = a_power(document, body=zone, department=department, code="1")
    other = a_power(document, body=zone, department=zone, code="2")

    given = {"number": "2号", "empowerments": [other.pk], "on": SIGNED}
    answer = browser.post(page("seal", power), given)

    assert answer.status_code == 422
    assert not other.seals.exists()


def test_taking_back_is_asked_once_more(
    browser: Client, document: GrantingDocument, zone: Organisation
) -> None:
    power = an_undertaken_power(document, body=zone)
    given = {"on": LATER, "said": "市政府决定", "open_cases": "finish"}

    asked = browser.post(page("withdrawing", power), given)
    power.refresh_from_db()
    assert "不能恢复" in said(asked)
    assert power.state == State.UNDERTAKEN
    browser.post(page("withdrawing", power), {**given, "confirmed": "yes"})

    power.refresh_from_db()
    assert power.state == State.WITHDRAWN
    assert power.until == LATER


def test_a_seal_is_returned_on_a_page_and_the_power_stops(
    browser: Client, document: GrantingDocument, zone: Organisation
) -> None:
    power = an_undertaken_power(document, body=zone)
    address = reverse("empowerments:ending", args=[power.pk, "seal", power.seals.get().pk])

    browser.post(address, {"on": LATER, "because": "印章损坏"})

    power.refresh_from_db()
    assert power.state == State.SUSPENDED
    assert browser.get(address.replace("/seal/", "/agreement/")).status_code == 404


def test_a_list_is_loaded_whole_and_compared_with_the_document(
    browser: Client, document: GrantingDocument, zone: Organisation, department: Organisation
) -> None:
    rows = [f"00{number},事项{number},行政许可,委托下放,{department},{zone},,,," for number in range(3)]

    answer = load(browser, document, *rows)

    assert answer.status_code == 302
    assert Empowerment.objects.filter(state=State.PREPARING).count() == 3
    assert "载入 3 项，文件写的是 2 项" in said(browser.get(reverse("empowerments:powers")))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1,甲,行政收费,委托下放,{department},{zone},,,,", "权力类型"),
        ("1,甲,行政许可,委托下放,没有的局,{zone},,,,", "机构名录里没有这个机构"),
        ("1,甲,行政许可,委托下放,{department},{department},,,,", "不是东政字〔2021〕8号的承接主体"),
        ("1,甲,行政许可,其他方式,{department},{zone},,,,", "写明是什么方式"),
        ("1,甲,行政许可,委托收件,{department},{zone},,,是,", "原则上委托"),
        ("000101,甲,行政许可,委托下放,{department},{zone},,,,", "已经在台账里"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_loaded(
    browser: Client,
    document: GrantingDocument,
    zone: Organisation,
    department: Organisation,
    row: str,
    problem: str,
) -> None:
    a_power(document, body=zone)
    address = reverse("empowerments:loading", args=[document.pk, "new"])
    file = table(row.format(department=department, zone=zone))

    answer = browser.post(address, {"file": file, "step": "check"})

    assert problem in said(answer)
    assert Empowerment.objects.count() == 1


def test_what_was_exercised_before_and_what_is_stopped_are_loaded_too(
    browser: Client, document: GrantingDocument, zone: Organisation, department: Organisation
) -> None:
    direct = "事项编码,事项名称,权力类型,市级部门,承接主体,备注"
    load(browser, document, f"1,甲,行政检查,{department},{zone},", which="direct", header=direct)
    stops = "事项编码,事项名称,不再实施的单位,改由谁办理,自何日起"
    load(browser, document, f"2,乙,{zone},{department},2021-04-15", which="stopped", header=stops)

    assert Empowerment.objects.get().granted_by is Mode.DIRECT
    assert StoppedPower.objects.get().since == ISSUED


def test_whoever_keeps_the_powers_of_one_zone_loads_none_of_another(
    browser: Client, keeper: User, zone: Organisation, department: Organisation
) -> None:
    other = a_zone("other")
    document = a_document(zone, other)
    keeper.grants.update(region=other.region)
    address = reverse("empowerments:loading", args=[document.pk, "new"])

    file = table(f"1,甲,行政许可,委托下放,{department},{zone},,,,")
    answer = browser.post(address, {"file": file, "step": "check"})

    assert "不在您的管辖范围里" in said(answer)


def test_a_proposal_is_entered_and_issued(
    browser: Client, document: GrantingDocument, zone: Organisation, department: Organisation
) -> None:
    given = {
        "document": document.pk,
        "code": "000777",
        "name": "测试事项",
        "kind": "PERMIT",
        "mode": "DELEGATED",
        "department": department.pk,
        "body": zone.pk,
    }

    browser.post(reverse("empowerments:proposing"), given)
    power = Empowerment.objects.get()
    assert power.state == State.PROPOSED
    browser.post(page("issuing", power))
    again = browser.post(reverse("empowerments:proposing"), given)

    power.refresh_from_db()
    assert power.state == State.PREPARING
    assert again.status_code == 422


def test_the_public_reads_what_stands_and_in_whose_name(
    document: GrantingDocument, zone: Organisation, department: Organisation, settings: Settings
) -> None:
    settings.GUANGYUE_DAY = LATER
    an_undertaken_power(document, body=zone, department=department, name="食品经营许可")
    a_power(document, body=zone, department=department, code="2", name="还没有承接的")

    read = said(Client().get(reverse("empowerments:public")))

    assert "食品经营许可" in read
    assert department.name in read
    assert "还没有承接的" not in read


def test_what_is_written_is_never_run(
    browser: Client, document: GrantingDocument, zone: Organisation
) -> None:
    attack = "<script>alert(1)</script>"
    power = a_power(document, body=zone, name=attack, remark=attack)
    give(power, power.way.needs)

    pages = [power.get_absolute_url(), *map(reverse, ("empowerments:powers", "empowerments:watch"))]

    for address in pages:
        assert attack not in said(browser.get(address))


def test_a_formula_in_a_remark_stays_text_in_what_is_taken_out(
    browser: Client, document: GrantingDocument, zone: Organisation
) -> None:
    a_power(document, body=zone, name="=HYPERLINK(1)", remark="+1+1")

    ledger = reverse("empowerments:powers")
    lines = taken_out(browser, ledger, "csv").decode()
    book = taken_out(browser, ledger, "xlsx")

    assert "'=HYPERLINK(1)" in lines
    assert "'+1+1" in lines
    cells = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    assert any("HYPERLINK(1)" in str(cell) for row in cells for cell in row)


def test_an_address_that_runs_a_script_is_refused(
    browser: Client, document: GrantingDocument, zone: Organisation
) -> None:
    power = a_power(document, body=zone)
    given = {"place": "网站", "address": "javascript:alert(1)", "empowerments": [power.pk], "on": SIGNED}

    answer = browser.post(page("announcement", power), given)

    assert answer.status_code == 422


def test_what_waits_stands_among_the_todos_with_its_clock(
    keeper: User, document: GrantingDocument, zone: Organisation
) -> None:
    a_power(document, body=zone, code="1")
    gone = an_undertaken_power(document, body=zone, code="2", name="旅行社设立许可")
    withdraw_power(empowerment=gone, on=LATER, said="收回", open_cases="finish", by=None, at=AT)

    (waiting,) = powers_to_make_ready(user=keeper, scope=EVERYWHERE, at=AT)
    (untold,) = withdrawals_to_announce(user=keeper, scope=EVERYWHERE, at=AT)
    (found,) = find_powers(words="旅行社", scope=EVERYWHERE, most=5)

    assert "还有 1 项" in waiting.title
    assert waiting.clock
    assert waiting.clock.words == "还剩 24 个工作日"
    assert untold.link == found.link == gone.get_absolute_url()


def test_progress_is_shown_piece_by_piece(
    browser: Client, document: GrantingDocument, zone: Organisation
) -> None:
    give(a_power(document, body=zone), [Piece.SEAL])

    read = said(browser.get(reverse("empowerments:progress")))

    assert "2021年5月28日" in read
    assert "1/1" in read
    assert "不用" in read

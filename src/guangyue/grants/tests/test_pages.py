"""The pages: a citizen applies, an official decides, it appears among the own; and what nobody else sees."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guangyue.accounts.models import Kind, User
from guangyue.grants.models import Application, Decision, Roster
from guangyue.grants.tests.factories import a_decision, an_application
from guangyue.kit.identities import make_id_number
from guangyue.kit.tests.reading import text_of
from guangyue.organisations.models import Organisation
from guangyue.registries.identity import identity_address
from guangyue.registries.models import Lookup, Person
from guangyue.registries.tests.factories import WEST, a_firm, a_person, a_user, an_official
from guangyue.rules.symbols import yuan
from guangyue.systems.offered import offered

pytestmark = pytest.mark.django_db
Page = Any

APPLY = "/applications/new/S20.training/"
TOLD = {"case0-passed": "yes", "case0-paid": "500"}
# 就业创业证, contracts, insurance and earlier subsidies are looked up and never asked for (26-36).
FORBIDDEN = ("就业创业证", "劳动合同", "社会保险", "社保缴费", "参保证明", "补贴证明", "失业登记证明")


def signed_in(user: User | None) -> Client:
    client = Client(headers={"accept": "text/html"})
    assert user
    client.force_login(user)
    return client


def test_a_citizen_applies_an_official_decides_and_it_is_among_the_own(
    trainee: Person, reviewer: User
) -> None:
    citizen, official = signed_in(trainee.account), signed_in(reviewer)

    asked = text_of(citizen.get(APPLY))
    assert "就业状态 登记失业" in asked
    assert "就业失业登记系统" in asked
    receipt = citizen.post(APPLY, {**TOLD, "do": "submit", "consent": "on"}, follow=True)
    application = Application.objects.get()
    assert application.number in text_of(receipt)

    listed = official.get("/desk/applications/").content.decode()
    assert application.get_absolute_url() in listed
    official.post(reverse("grants:acceptance", args=[application.number]))
    page = official.get(application.get_absolute_url())
    assert "培训合格" in text_of(page)
    decided = official.post(application.get_absolute_url(), {"do": "decide"}, follow=True)
    assert "¥500.00" in text_of(decided)

    mine = text_of(citizen.get("/applications/"))
    assert "已核定" in mine
    assert "¥500.00" in mine
    own = text_of(citizen.get(reverse("grants:own_application", args=[application.key])))
    assert Decision.objects.get().number in own
    notice = citizen.get(reverse("grants:own_notice", args=[application.key]))
    assert b"".join(notice).startswith(b"%PDF")


def test_only_what_no_register_knows_is_asked(trainee: Person) -> None:
    page = signed_in(trainee.account).get(APPLY).content.decode()

    assert 'name="case0-passed"' in page
    assert 'name="case0-paid"' in page
    assert 'name="case0-employment"' not in page
    assert 'name="case0-birth"' not in page


def test_earlier_subsidies_are_looked_up_by_the_office_and_asked_of_nobody(country: object) -> None:
    stranger = a_person(account=a_user(Kind.CITIZEN))  # of whom the registers say nothing that helps

    page = signed_in(stranger.account).get(APPLY).content.decode()

    assert 'name="case0-employment"' in page
    assert "case0-grants" not in page


def test_without_the_tick_nothing_is_handed_in_and_what_was_told_stays(trainee: Person) -> None:
    response = signed_in(trainee.account).post(APPLY, {**TOLD, "do": "submit"})

    assert response.status_code == 422
    assert "请先勾选同意" in text_of(response)
    assert 'value="500"' in response.content.decode()
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"case0-paid": "-5"}, "金额不能是负数"),
        ({"case0-paid": "五百"}, "请填写金额"),
        ({"case0-paid": "1e9"}, "请填写金额"),
        ({"case0-passed": "maybe"}, "请选是或否"),
    ],
)
def test_what_cannot_be_is_refused_at_the_field(
    trainee: Person, told: dict[str, object], sentence: str
) -> None:
    response = signed_in(trainee.account).post(APPLY, {**TOLD, **told, "do": "submit", "consent": "on"})

    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Application.objects.exists()


def test_a_draft_is_there_at_the_next_visit(trainee: Person) -> None:
    client = signed_in(trainee.account)

    client.post(APPLY, {**TOLD, "do": "save"})

    assert 'value="500.00"' in client.get(APPLY).content.decode()
    assert "接着填" in text_of(client.get("/applications/"))


def test_the_verdict_is_shown_before_anything_is_handed_in(trainee: Person) -> None:
    response = signed_in(trainee.account).post(APPLY, {**TOLD, "do": "look"})

    assert "¥500.00" in text_of(response)
    assert not Application.objects.exists()


def test_the_pages_ask_the_database_as_often_with_more_in_it(trainee: Person, reviewer: User) -> None:
    def asked() -> list[int]:
        counted = []
        for user, address in (
            (trainee.account, "/applications/"),
            (reviewer, "/desk/applications/"),
            (reviewer, "/desk/decisions/"),
        ):
            client = signed_in(user)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counted.append(len(queries))
        return counted

    a_decision(trainee, by=reviewer, said={"passed": False, "paid": yuan(1)})
    few = asked()
    for _ in range(5):
        a_decision(trainee, by=reviewer, said={"passed": False, "paid": yuan(1)})

    assert asked() == few


def test_whoever_has_applied_is_led_to_what_there_is(trainee: Person) -> None:
    application = an_application(trainee)

    response = signed_in(trainee.account).get(APPLY)

    assert response["Location"] == reverse("grants:own_application", args=[application.key])


def test_nobody_applies_before_it_is_known_who_it_is(country: object) -> None:
    response = signed_in(a_user(Kind.CITIZEN)).get(APPLY)

    assert response["Location"] == identity_address(back=APPLY)


@pytest.mark.parametrize("query", ["?on=2030-01-01", "?on=gestern"])
def test_a_day_to_come_is_refused_and_one_that_is_none_is_passed_over(trainee: Person, query: str) -> None:
    response = signed_in(trainee.account).get(APPLY + query)

    assert response.status_code == (422 if "2030" in query else 200)


def test_the_application_of_another_is_not_there(trainee: Person) -> None:
    application = an_application(trainee)
    other = signed_in(a_person(account=a_user(Kind.CITIZEN)).account)

    for name in ("own_application", "own_notice"):
        assert other.get(reverse(f"grants:{name}", args=[application.key])).status_code == 404
    assert other.post(reverse("grants:withdrawal", args=[application.key])).status_code == 404
    application.refresh_from_db()
    assert application.state == Application.State.SUBMITTED


def test_an_official_sees_the_own_district_and_the_own_systems_only(
    trainee: Person, country: dict[str, Organisation]
) -> None:
    elsewhere = a_person(WEST, account=a_user(Kind.CITIZEN))
    near, far = an_application(trainee), an_application(elsewhere)
    district = signed_in(an_official("reviewer", region="990101"))
    other_bureau = signed_in(an_official("reviewer", organisation=country["civil-affairs"]))

    page = district.get("/desk/applications/").content.decode()
    assert near.get_absolute_url() in page
    assert far.get_absolute_url() not in page
    assert district.get(far.get_absolute_url()).status_code == 404
    assert other_bureau.get(near.get_absolute_url()).status_code == 404


def test_a_draft_is_nobody_elses(trainee: Person, reviewer: User) -> None:
    signed_in(trainee.account).post(APPLY, {**TOLD, "do": "save"})

    assert "管辖范围内还没有申请" in text_of(signed_in(reviewer).get("/desk/applications/"))


def test_whoever_opens_an_application_has_looked_and_the_person_can_see_it(
    trainee: Person, reviewer: User
) -> None:
    application = an_application(trainee)
    official = signed_in(reviewer)

    official.get(application.get_absolute_url())
    official.get(application.get_absolute_url())

    looked = Lookup.objects.get()
    assert (looked.person, looked.case_number) == (trainee, application.number)
    assert "person.employment" in looked.kinds


def test_the_page_of_a_decision_replays_it(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    official = signed_in(reviewer)

    assert "东人社〔2019〕2号" in text_of(official.get(decision.get_absolute_url()))
    assert "逐字节相同" in text_of(official.post(decision.get_absolute_url()))
    assert b"".join(official.get(reverse("grants:notice", args=[decision.number]))).startswith(b"%PDF")


def test_a_correction_is_made_on_a_page_with_its_reason(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    official, address = signed_in(reviewer), reverse("grants:correction", args=[decision.number])

    assert official.post(address, {"do": "decide", "case0-paid": "300"}).status_code == 422
    page = official.post(
        address,
        {"do": "decide", "case0-paid": "300", "case0-passed": "yes", "reason": "发票金额看错了"},
        follow=True,
    )

    assert "¥300.00" in text_of(page)
    assert Decision.objects.standing().get().corrects == decision


def test_a_roster_is_brought_in_shown_exported_and_confirmed(reviewer: User) -> None:
    official = signed_in(reviewer)
    number = make_id_number(region="371502", born=date(1990, 1, 1), sequence=7).text
    table = (
        "姓名,公民身份号码,就业状态,人员类别,出生日期,培训合格,以前领取的补贴,培训费\n"
        f"王一,{number},登记失业,登记失业人员,1990-01-01,是,没有,500\n王二,1,,,,,,\n"
    )
    file = BytesIO(table.encode())
    file.name = "四月.csv"

    assert official.get("/desk/rosters/new/").status_code == 200
    page = official.post("/desk/rosters/new/S20.training/", {"on": "2021-04-30", "file": file}, follow=True)
    roster = Roster.objects.get()
    assert "¥500.00" in text_of(page)
    assert "身份证号码应为 18 位" in text_of(page)
    assert number not in text_of(page)
    export = official.get(f"{roster.get_absolute_url()}?export=csv")
    assert export["X-Row-Count"] == "2"
    assert number in b"".join(export).decode()
    official.post(reverse("grants:roster_confirmation", args=[roster.key]))

    assert Decision.objects.get().payee_number == number


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "文件是空的"),
        (b"\x00\x01", "读不懂"),
        ("甲,乙\n1,2".encode(), "表头不全"),
        (None, "请选择要上传的名册"),
    ],
)
def test_a_file_that_is_no_roster_is_refused_in_a_sentence(
    reviewer: User, content: bytes | None, sentence: str
) -> None:
    data: dict[str, Any] = {"on": "2021-04-30"}
    if content is not None:
        data["file"] = BytesIO(content)
        data["file"].name = "名册.csv"

    response = signed_in(reviewer).post("/desk/rosters/new/S20.training/", data)

    assert response.status_code == 422
    assert sentence in text_of(response)
    assert not Roster.objects.exists()


def test_a_firm_applies_in_its_own_name(country: object) -> None:
    firm = a_firm(account=a_user(Kind.ENTERPRISE))
    client = signed_in(firm.account)

    client.post(
        "/applications/new/S20.startup/",
        {"case0-registered": "2019-05-01", "case0-pays_insurance": "yes", "do": "submit", "consent": "on"},
    )

    assert Application.objects.get().firm == firm


@pytest.mark.usefixtures("db")
def test_no_offer_of_the_city_demands_a_material_that_is_looked_up() -> None:
    """By the city's own declarations, which the settings name."""
    demanded = [(one.code, material.title) for one in offered() for material in one.offer.materials]

    assert demanded
    assert [pair for pair in demanded if any(word in pair[1] for word in FORBIDDEN)] == []

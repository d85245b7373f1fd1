"""帮办代办: a helper sees and does what one applicant authorised, and nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guangyue.accounts.models import Kind
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Mandate
from guangyue.cases.refusals import NotYet
from guangyue.cases.services.helping import end_mandate, give_mandate
from guangyue.cases.services.refusing import ask_to_refuse, decide_veto
from guangyue.cases.tests.factories import SHOP, a_case, a_matter, go
from guangyue.cases.tests.test_own_cases import bring, hand_in
from guangyue.files.tests.factories import a_photo, uploaded
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import FormField
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import a_person, a_user, an_official


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def helper(matter: Matter) -> Client:
    client = Client()
    client.force_login(an_official("clerk"))
    return client


@pytest.fixture
def citizen(matter: Matter) -> Person:
    return a_person(account=a_user(Kind.CITIZEN), name="王小明")


def today() -> date:
    return local_day(timezone.now())


def helper_of(client: Client) -> Any:
    return client.get(reverse("cases:helping")).wsgi_request.user


def mandated(citizen: Person, matter: Matter, client: Client, **changes: Any) -> Mandate:
    return give_mandate(
        **{
            "applicant": citizen,
            "helper": helper_of(client),
            "matter": matter,
            "helps": ["whole_way"],
            "until": today() + timedelta(days=30),
            "at": timezone.now(),
            **changes,
        }
    )


def begun(client: Client, mandate: Mandate) -> Any:
    said = {"region": "990101", "q-have_one": "有，快到期了", "mandate": str(mandate.pk)}
    return client.post(reverse("cases:begin", args=[mandate.matter_code]), said)


def test_an_applicant_authorises_a_helper_and_both_see_it(
    helper: Client, citizen: Person, matter: Matter
) -> None:
    own = Client()
    own.force_login(citizen.account)  # type: ignore[arg-type]
    said = {"helper": helper_of(helper).pk, "helps": ["at_home"], "until": str(today())}

    answer = own.post(reverse("cases:mandate_giving", args=[matter.code]), said)

    assert answer.status_code == 302
    assert "上门" in own.get(reverse("cases:mandates")).content.decode()
    assert "王小明" in helper.get(reverse("cases:helping")).content.decode()


def test_a_helper_fills_in_and_hands_in_and_the_road_says_so(
    helper: Client, citizen: Person, matter: Matter
) -> None:
    mandate = mandated(citizen, matter, helper)
    begun(helper, mandate)
    case = Case.objects.get()
    helper.post(reverse("cases:fill", args=[case.key]), {"phone": "13800000000", "do": "next"})
    bring(helper, case, "form")
    hand_in(helper, case)

    case.refresh_from_db()
    own = Client()
    own.force_login(citizen.account)  # type: ignore[arg-type]
    page = own.get(reverse("cases:own_case", args=[case.key])).content.decode()
    assert case.channel == Case.Channel.AGENCY
    assert case.person == citizen
    assert case.stands_in is Phase.RECEIVED
    assert f"申请人（{helper_of(helper).name}代办）" in page


def test_what_a_helper_filled_in_he_neither_reviews_nor_refuses(
    helper: Client, citizen: Person, matter: Matter
) -> None:
    begun(helper, mandated(citizen, matter, helper))
    case = Case.objects.get()
    helper.post(reverse("cases:fill", args=[case.key]), {"phone": "13800000000", "do": "next"})
    own = Client()
    own.force_login(citizen.account)  # type: ignore[arg-type]
    bring(own, case, "form")
    hand_in(own, case)
    case.refresh_from_db()

    veto = ask_to_refuse(case=case, reason="不在受理范围", by=a_user(), at=timezone.now())
    with pytest.raises(NotYet, match="代办的人"):
        decide_veto(veto=veto, refuse=True, said="同意", by=helper_of(helper), at=timezone.now())
    go(case, "accept", actor=Actor.CLERK, by=a_user(), at=timezone.now())
    with pytest.raises(NotYet, match="代办的人"):
        go(case, "propose", actor=Actor.REVIEWER, by=helper_of(helper), at=timezone.now(), said="符合条件")


def test_a_helper_sees_only_that_case_and_only_while_the_mandate_lasts(
    helper: Client, citizen: Person, matter: Matter
) -> None:
    other = a_case(matter, applicant=citizen)
    mandate = mandated(citizen, matter, helper)
    begun(helper, mandate)
    case = Case.objects.latest("pk")
    page = reverse("cases:fill", args=[case.key])

    assert helper.get(page).status_code == 200
    assert helper.get(reverse("cases:own_case", args=[other.key])).status_code == 404
    end_mandate(mandate=mandate, at=timezone.now())
    assert helper.get(page).status_code == 404
    assert begun(helper, mandate).status_code == 404


def test_a_mandate_of_somebody_else_opens_nothing(helper: Client, citizen: Person, matter: Matter) -> None:
    mandate = mandated(citizen, matter, helper)
    another = Client()
    another.force_login(an_official("clerk"))

    assert begun(another, mandate).status_code == 404
    assert not Case.objects.exists()


def test_a_mandate_makes_one_case_however_often_it_is_begun(
    helper: Client, citizen: Person, matter: Matter
) -> None:
    mandate = mandated(citizen, matter, helper)

    begun(helper, mandate)
    begun(helper, mandate)

    assert Case.objects.count() == 1


@pytest.mark.parametrize("days", [-1, 400])
def test_a_mandate_lasts_from_today_for_a_year_at_most(
    helper: Client, citizen: Person, matter: Matter, days: int
) -> None:
    with pytest.raises(Refused, match="最长一年"):
        mandated(citizen, matter, helper, until=today() + timedelta(days=days))


def test_only_a_helper_is_authorised(helper: Client, citizen: Person, matter: Matter) -> None:
    with pytest.raises(Refused, match="名单"):
        mandated(citizen, matter, helper, helper=a_user())


def test_what_a_helper_sees_of_a_person_stands_among_the_lookups(helper: Client, citizen: Person) -> None:
    fields = (FormField("owner", "经营者姓名", known_as="name"),)
    variants = tuple(replace(one, fields=("owner",)) for one in SHOP.variants)
    owner = Organisation.objects.earliest("pk")
    matter = a_matter(owner, code="000102", fields=fields, variants=variants)

    begun(helper, mandated(citizen, matter, helper))

    look = citizen.lookups.get()
    assert look.by == helper_of(helper)
    assert look.kinds == ["person.name"]
    assert "受委托代办" in look.explanation


def test_an_applicant_ends_a_mandate_after_a_yes(helper: Client, citizen: Person, matter: Matter) -> None:
    mandate = mandated(citizen, matter, helper)
    own = Client()
    own.force_login(citizen.account)  # type: ignore[arg-type]
    address = reverse("cases:mandate_end", args=[mandate.pk])

    own.post(address)
    assert Mandate.objects.live(today()).exists()
    own.post(address, {"confirmed": "yes"})
    assert not Mandate.objects.live(today()).exists()


def signed_paper(client: Client, matter: Matter, **said: object) -> Any:
    filled = {
        "paper": uploaded(a_photo(), "委托书.jpg"),
        "helper": helper_of(client).pk,
        "helps": ["whole_way"],
        "until": str(today()),
        **said,
    }
    return client.post(reverse("cases:paper_mandate", args=[matter.code]), filled)


def test_the_window_registers_a_signed_paper_and_the_applicant_hears_of_it(
    helper: Client, citizen: Person, matter: Matter
) -> None:
    answer = signed_paper(helper, matter, number=citizen.id_number)

    assert answer.status_code == 302, answer.content.decode()
    mandate = Mandate.objects.get()
    assert (mandate.matter_code, bool(mandate.paper)) == (matter.code, True)
    assert citizen.account
    assert citizen.account.notifications.filter(title__contains="窗口登记了您的委托").exists()


def test_the_matter_of_a_signed_paper_is_found_as_at_the_counter(helper: Client, matter: Matter) -> None:
    page = reverse("cases:paper_mandates")
    form = reverse("cases:paper_mandate", args=[matter.code])

    assert helper.get(page, {"q": "spjyxk"})["Location"] == form
    a_matter(matter.owner, code="000103", name="食品小作坊登记")
    assert form in helper.get(page, {"q": "食品"}).content.decode()
    assert "没有这样的事项" in helper.get(page, {"q": "结婚登记"}).content.decode()


def test_a_number_that_nobody_has_is_refused_at_its_field(helper: Client, matter: Matter) -> None:
    answer = signed_paper(helper, matter, number="11010119900307001X")

    assert answer.status_code == 422
    assert 'id="id_number_error"' in answer.content.decode()

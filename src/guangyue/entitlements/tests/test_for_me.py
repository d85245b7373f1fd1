"""The pages of the public: every policy for anybody, and one's own for nobody but oneself."""

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from guangyue.accounts.models import Kind, User
from guangyue.entitlements.cards import Bundle, Card, cards_of, groups_of
from guangyue.entitlements.finding import Found, find_for
from guangyue.grants.tests.factories import AT
from guangyue.kit.tests.reading import run_on
from guangyue.organisations.models import Organisation
from guangyue.registries.loading import load_block
from guangyue.registries.models import Firm, Person
from guangyue.registries.tests.factories import CITY, a_country, a_person, a_user
from guangyue.rules.verdicts import no_parameters

pytestmark = pytest.mark.django_db
Country = dict[str, Organisation]
HOME, MINE = "/policies-for-me/", "/policies-for-me/mine/"
TRAINING = f"{MINE}S20.training/"
ENOUGH_CHOICES = 3


def client_of(user: User | None = None) -> Client:
    client = Client(headers={"accept": "text/html"})
    if user:
        client.force_login(user)
    return client


def title_of(answer: Any) -> str:
    found = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)
    assert found
    return found[1]


def test_the_home_page_lists_every_policy_for_whom_it_is(country: Country) -> None:
    text = run_on(client_of().get(HOME))

    assert text.index("给个人") < text.index("技能培训补贴") < text.index("给企业和个体工商户1项")
    assert "失业人员参加培训合格的，补贴培训费" in text


def test_policies_are_found_by_words_of_their_titles_clauses_and_summaries(country: Country) -> None:
    client = client_of()

    assert "技能培训补贴" not in run_on(client.get(HOME, {"q": "开办"}))
    assert "创业补贴" in run_on(client.get(HOME, {"q": "开办 一年"}))
    assert "技能培训补贴" in run_on(client.get(HOME, {"q": "第三条"}))
    assert "没有查到“流星”" in run_on(client.get(HOME, {"q": "流星"}))


def test_the_search_over_the_whole_city_finds_policies(country: Country) -> None:
    page = client_of().get("/search/", {"q": "开办满一年"})

    assert f'href="{HOME}S20.startup/"' in page.content.decode()
    assert f"{HOME}S20.training/" not in page.content.decode()


def test_a_policy_says_its_conditions_their_clauses_and_the_materials(country: Country) -> None:
    text = run_on(client_of().get(f"{HOME}S20.training/"))

    assert "培训合格东财社〔2019〕1号第五条" in text
    assert "培训费发票" in text
    assert "答几道题，看看是否符合" in text


def test_a_policy_that_is_over_is_told_as_such(country: Country) -> None:
    text = run_on(client_of().get(f"{HOME}S20.training/", {"on": "2025-01-01"}))

    assert "2025年1月1日这项政策已经截止" in text
    assert "答几道题，看看是否符合" not in text


def test_whoever_is_not_signed_in_is_invited(country: Country) -> None:
    text = run_on(client_of().get(MINE))

    assert "登录以后，不用填表就能看" in text


def test_one_who_is_not_identified_yet_is_sent_to_be(country: Country) -> None:
    assert "还没有实名认证" in run_on(client_of(a_user(Kind.CITIZEN)).get(MINE))
    assert "工作人员账户不是个人账户" in run_on(client_of(a_user(Kind.STAFF)).get(MINE))


def test_one_s_own_policies_are_those_that_the_registers_lead_to(trainee: Person) -> None:
    assert trainee.account
    answer = client_of(trainee.account).get(MINE)

    text = run_on(answer)
    assert "还差一些信息1项" in text
    assert "技能培训补贴" in text
    assert "还要知道：培训合格、培训费" in text
    assert f"{TRAINING}" in answer.content.decode()
    assert "/applications/new/S20.training/" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_a_result_says_each_condition_its_facts_and_where_they_come_from(trainee: Person) -> None:
    assert trainee.account
    answer = client_of(trainee.account).get(TRAINING)

    text = run_on(answer)
    assert "就业状态：登记失业（机构" in text
    assert "就业失业登记系统" in text
    assert "出生日期：1990年1月1日" in text
    assert "培训合格：没有登记" in text
    assert "不是审批决定" in text
    assert "培训费发票" in text
    assert "2019年1月1日起，至2024年12月31日" in text


def test_the_title_of_a_result_gives_nothing_sensitive_away(trainee: Person) -> None:
    assert trainee.account
    answer = client_of(trainee.account).get(TRAINING)

    assert "技能培训补贴" not in title_of(answer)
    assert "王小明：技能培训补贴" in run_on(answer)


def test_another_person_s_result_cannot_be_opened(trainee: Person) -> None:
    stranger = a_person(account=a_user(Kind.CITIZEN))
    assert stranger.account
    client = client_of(stranger.account)

    for asked in ({}, {"item": str(trainee.pk)}, {"person": str(trainee.pk)}):
        answer = client.get(TRAINING, asked)
        assert answer.status_code == HTTPStatus.NOT_FOUND
        assert "王小明" not in answer.content.decode()


def test_a_result_that_there_is_not_is_not_found(trainee: Person) -> None:
    assert trainee.account
    client = client_of(trainee.account)

    assert client.get(f"{MINE}S20.nothing/").status_code == HTTPStatus.NOT_FOUND
    assert client.get(TRAINING, {"item": "2020-01"}).status_code == HTTPStatus.NOT_FOUND
    assert client.get(f"{HOME}S20.nothing/").status_code == HTTPStatus.NOT_FOUND


def test_a_day_that_is_none_is_refused(trainee: Person) -> None:
    assert trainee.account
    answer = client_of(trainee.account).get(MINE, {"on": "昨天"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.fixture
def whole_city(db: None) -> None:
    a_country()
    load_block(CITY.block(0), on=CITY.on)


def found_of_firms() -> list[tuple[Firm, list[Found]]]:
    return [(firm, find_for(firm, on=CITY.on, at=AT)) for firm in Firm.objects.order_by("pk")]


def test_a_firm_is_told_of_its_people_in_numbers_only(whole_city: None) -> None:
    firm, found = next((firm, found) for firm, found in found_of_firms() if any(one.item for one in found))
    firm.account = a_user(Kind.ENTERPRISE)
    firm.save()
    client = client_of(firm.account)
    worker = next(one for one in found if one.item)

    overview = run_on(client.get(MINE, {"on": CITY.on.isoformat()}))
    result = run_on(
        client.get(f"{MINE}{worker.offered.code}/", {"item": worker.item, "on": CITY.on.isoformat()})
    )

    assert "人次" in overview
    assert "只列人次，不列各人的情况" in result
    for person in Person.objects.filter(pk__in=[one.item for one in found if one.item.isdecimal()]):
        for page in (overview, result):
            assert person.name not in page
            assert person.id_number not in page


def cards(found: list[Found]) -> list[Card]:
    return cards_of(found, on=CITY.on, lookup=no_parameters, of_firm=False)


def test_each_is_shown_once_and_what_excludes_one_another_together_with_the_best_first(
    whole_city: None,
) -> None:
    choices = 0
    for person in Person.objects.order_by("pk").iterator():
        found = find_for(person, on=CITY.on, at=AT)
        bundles = [bundle for group in groups_of(cards(found)) for bundle in group.bundles]
        shown = [id(card.found) for bundle in bundles for card in bundle.cards]
        assert sorted(shown) == sorted(map(id, found))
        assert all(is_in_order(bundle) for bundle in bundles)
        choices += sum(len(bundle.cards) > 1 for bundle in bundles)
        if choices >= ENOUGH_CHOICES:
            return
    pytest.fail("too few people of this city have a choice")


def is_in_order(bundle: Bundle) -> bool:
    if bundle.choice is None:
        return len(bundle.cards) == 1
    amounts = [card.amount.fen if card.amount else 0 for card in bundle.cards]
    by_amount = not bundle.choice.ordered and not any(card.closing for card in bundle.cards)
    of_one_choice = {card.found.offered.choice for card in bundle.cards} == {bundle.choice}
    return of_one_choice and (not by_amount or amounts == sorted(amounts, reverse=True))

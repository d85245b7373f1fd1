"""秒批: what the registers prove is decided by its rule on the spot, and nothing is refused so."""

from datetime import date, datetime

import pytest
from pytest_django import Settings

from guangyue.accounts.models import Kind
from guangyue.cases.filling import filling_of
from guangyue.cases.flow import Phase
from guangyue.cases.judging import NO_RULE
from guangyue.cases.models import Case
from guangyue.cases.services.drafting import begin_draft, hand_in_draft
from guangyue.cases.tests.factories import a_matter
from guangyue.cases.tests.small_city import HOURS, NOT_EMPLOYED, REGISTERING
from guangyue.kit.clocks import SHANGHAI
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation
from guangyue.registries.facts import About, kind_of
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import DAY, a_fact, a_person, a_user

EMPLOYMENT = kind_of(About.PERSON, "employment")
NOW = datetime(2026, 6, 1, 10, tzinfo=SHANGHAI)  # when the registers know what the facts say
NEXT_YEAR = NOW.replace(year=2027)


@pytest.fixture
def registering(departments: dict[str, Organisation], settings: Settings) -> Matter:
    """On the published list, with a rule to judge it and a road to be decided on."""
    settings.GUANGYUE_CITY = "guangyue.cases.tests.small_city.CITY"
    settings.GUANGYUE_DAY = date(2026, 6, 1)
    return a_matter(next(iter(departments.values())), declaration=REGISTERING)


def a_worker(employment: str) -> Person:
    worker = a_person(account=a_user(Kind.CITIZEN), name="王小明")
    a_fact(worker, EMPLOYMENT, employment, since=DAY)
    return worker


def asked_for(matter: Matter, worker: Person, *, at: datetime = NOW, **answers: object) -> Case:
    """Begun, filled with what the registers know, handed in."""
    draft = begin_draft(
        matter=matter,
        variant="new",
        region=matter.owner.region,
        applicant=worker,
        channel=Case.Channel.ONLINE,
        at=at,
    )
    Case.objects.filter(pk=draft.pk).update(answers=answers, phone="13800000000")
    draft = Case.objects.at_hand().get(pk=draft.pk)
    assert worker.account
    hand_in_draft(
        case=draft,
        filled=filling_of(draft, at=at).known_now(),
        delivery=Case.Delivery.PICK_UP,
        post_to="",
        by=worker.account,
        at=at,
    )
    draft.refresh_from_db()
    return draft


def test_what_the_rule_finds_fulfilled_is_granted_on_the_spot_by_nobody(registering: Matter) -> None:
    case = asked_for(registering, a_worker("登记失业"))

    assert case.stands_in is Phase.DECIDED
    assert (case.outcome, case.manner, case.used_days) == ("GRANTED", Case.Manner.INSTANT, 0)
    assert case.decided_by is None
    assert [move.arrow for move in case.moves.all()] == ["hand_in", "decide_at_once"]
    assert case.letters.get().get_kind_display() == "准予决定书"


def test_a_condition_that_fails_makes_it_an_ordinary_case_that_says_which(registering: Matter) -> None:
    case = asked_for(registering, a_worker("单位就业"), hours=20)

    assert case.stands_in is Phase.RECEIVED
    assert (case.outcome, case.manner) == ("", Case.Manner.ORDINARY)
    assert case.moves.latest("pk").said == f"没有秒批：数据核验没有通过：{NOT_EMPLOYED}"
    assert not case.letters.exists()


def test_what_nobody_has_said_is_never_taken_for_fulfilled(registering: Matter) -> None:
    case = asked_for(registering, a_worker("未就业"))

    assert case.stands_in is Phase.RECEIVED
    assert case.moves.latest("pk").said == f"没有秒批：数据核验没有通过：{HOURS}"


def test_what_only_the_applicant_says_is_for_a_person_to_check(registering: Matter) -> None:
    case = asked_for(registering, a_worker("未就业"), hours=20)

    assert case.stands_in is Phase.RECEIVED
    assert case.moves.latest("pk").said == "没有秒批：要由人员核对：每周工作小时"


def test_a_rule_that_has_lapsed_decides_nothing(registering: Matter) -> None:
    case = asked_for(registering, a_worker("登记失业"), at=NEXT_YEAR)

    assert case.stands_in is Phase.RECEIVED
    assert case.moves.latest("pk").said == f"没有秒批：数据核验没有通过：{NO_RULE}"

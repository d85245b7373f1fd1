"""What every system of the city offers: each with its rule, told in one sentence, asking for no paper that an
office can look up, and naming nothing in a title that others should not read over somebody's shoulder."""

from collections import Counter
from datetime import date

import pytest

from guangyue.entitlements.cards import Card, groups_of
from guangyue.entitlements.finding import Found
from guangyue.entitlements.states import State
from guangyue.rules.offers import Audience, Offer
from guangyue.rules.verdicts import judge, no_parameters
from guangyue.systems.offered import offered_as
from guangyue.systems.system import System
from liaocheng.employment_subsidies.checked import CHECKED, checked_in, papers
from liaocheng.systems import CITY

OFFERING = [system for system in CITY.systems if system.offers]
SENSITIVE = ("难", "低保", "残疾", "失业", "刑")  # S29 R12

of_every_system = pytest.mark.parametrize("system", OFFERING, ids=lambda system: system.number)


@of_every_system
def test_every_offer_is_of_a_rule_and_no_rule_is_offered_twice(system: System) -> None:
    offered = Counter(offer.key for offer in system.offers)

    assert [key for key, times in offered.items() if times > 1] == []
    assert [key for key in offered if key not in system.rules] == []


@of_every_system
def test_an_offer_is_told_in_one_sentence(system: System) -> None:
    long = [offer.key for offer in system.offers if len(offer.summary) > 60 or "。" in offer.summary]

    assert long == []


@of_every_system
def test_nobody_is_asked_for_what_the_office_looks_up_itself(system: System) -> None:
    asked = [
        f"{offer.key}: {paper.title}"
        for offer in system.offers
        for paper in offer.materials
        if checked_in(paper.title)
    ]

    assert asked == []


def previewed(system: System, offer: Offer) -> str:
    """The titles; of what is for a person also the sentence."""
    titles = [version.title for version in system.rules.versions(offer.key)]
    return "".join([*titles, offer.summary] if offer.audience is Audience.PERSON else titles)


@of_every_system
def test_what_a_preview_must_not_name_is_said_to_be_sensitive(system: System) -> None:
    plain = {offer.key: previewed(system, offer) for offer in system.offers if not offer.sensitive}

    assert [key for key, text in plain.items() if any(word in text for word in SENSITIVE)] == []


@of_every_system
def test_only_those_are_looked_for_whom_a_register_holds(system: System) -> None:
    assert [offer.key for offer in system.offers if offer.search and offer.audience is Audience.BODY] == []


@of_every_system
def test_a_choice_is_between_several_things_that_are_offered(system: System) -> None:
    offered = {offer.key for offer in system.offers}

    assert [choice.title for choice in system.choices if len(choice.keys) < 2] == []
    assert [key for choice in system.choices for key in choice.keys if key not in offered] == []
    assert [code for choice in system.choices for code in choice.beside if offered_as(code) is None] == []
    assert [choice.title for choice in system.choices if choice.ordered and choice.beside] == []


def test_a_training_is_paid_for_by_the_fund_or_by_the_campaign_and_each_training_by_itself() -> None:
    on = date(2021, 4, 30)

    def card(code: str, item: str) -> Card:
        offered = offered_as(code)
        assert offered is not None
        rule = offered.in_force(on)
        assert rule is not None
        subjects = tuple(kind() for kind in rule.subjects)
        verdict = judge(rule, *subjects, on=on)
        return Card(Found(offered, rule, item, subjects, verdict, State.MAYBE, None, None), on, no_parameters)

    (group,) = groups_of(
        [
            card("S20.training_five", "证甲"),
            card("S22.campaign_training", "证甲"),
            card("S20.training_five", "证乙"),
        ]
    )

    assert sorted(len(bundle.cards) for bundle in group.bundles) == [1, 2]


@pytest.mark.parametrize(
    "paper", ["就业创业证复印件", "劳动合同复印件", "社会保险缴费证明", "社保缴费证明", "已领取补贴的证明"]
)
def test_a_paper_that_proves_what_the_office_knows_cannot_be_declared(paper: str) -> None:
    with pytest.raises(ValueError, match="is not asked for"):
        papers("第三十二条", paper)


def test_what_the_office_checks_is_said_by_clauses_that_exist() -> None:
    assert [CITY.index.problem(one.cites) for one in CHECKED if CITY.index.problem(one.cites)] == []

"""The demonstration's applications: there once, through every step, and the sums agree."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from guangyue.disclosure.models import Notice
from guangyue.entitlements.demo_applications import load
from guangyue.entitlements.models import Match
from guangyue.entitlements.states import State
from guangyue.entitlements.tests.cities import AT, a_run
from guangyue.funds.models import Batch, Payment, YearFund
from guangyue.funds.services.payments import payable
from guangyue.grants.models import Application, Decision
from guangyue.grants.tests.offering import offer_subsidies
from guangyue.kit.access import EVERYWHERE
from guangyue.policies.demo import enter_figures
from guangyue.registries.loading import load_block
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.tests.factories import PLAN, a_country, an_official
from guangyue.rules.parameters import Entry
from guangyue.rules.symbols import percent

pytestmark = pytest.mark.django_db
TOWN = SyntheticCity(PLAN, persons=4000, firms=300)


@pytest.fixture
def town(settings: Settings, tmp_path: Path) -> None:
    """Judged for the first time, with the people who see to applications."""
    settings.MEDIA_ROOT = tmp_path
    settings.GUANGYUE_DAY = TOWN.on
    departments = a_country()
    offer_subsidies()
    load_block(TOWN.block(0), on=TOWN.on)
    an_official("clerk")
    an_official("reviewer", organisation=departments["human-resources"])
    an_official("finance")
    an_official("disclosure-reviewer")
    enter_figures(
        [Entry("county_flex_rate", date(2019, 1, 1), percent(60), "测试")],
        proposer=an_official("reviewer"),
        approver=an_official("policy-approver"),
        at=AT,
    )
    a_run(TOWN.on)


def test_the_demonstration_has_applications_on_every_step_once(town: None) -> None:
    said: list[str] = []
    load(said.append)
    load(said.append)

    assert len(said) == 1
    assert set(Application.objects.values_list("state", flat=True)) >= {
        Application.State.ACCEPTED,
        Application.State.SUPPLEMENT,
        Application.State.APPROVED,
        Application.State.PAID,
    }
    assert set(Batch.objects.values_list("state", flat=True)) == {Batch.State.PAID, Batch.State.PREPARED}
    assert payable(scope=EVERYWHERE).exists()
    assert YearFund.objects.get().services.exists()


def test_what_is_public_paid_and_decided_comes_to_one_sum(town: None) -> None:
    load(lambda sentence: None)

    paid = Batch.objects.get(state=Batch.State.PAID)
    decided = Decision.objects.filter(payments__batch=paid)
    assert Notice.objects.get(state=Notice.State.PUBLISHED).amount == paid.amount
    assert Payment.objects.settled().total() == paid.amount
    assert sum(decision.amount.fen for decision in decided if decision.amount) == paid.amount.fen


def test_whom_a_visitor_steps_in_as_has_asked_for_nothing(town: None) -> None:
    match = Match.objects.filter(code="S20.startup_firm", state=State.ENTITLED).order_by("district_id", "pk")[
        0
    ]
    assert match.firm
    match.firm.account = an_official("inspector")
    match.firm.save(update_fields=["account"])

    load(lambda sentence: None)

    assert not Application.objects.of_payee(match.payee).exists()

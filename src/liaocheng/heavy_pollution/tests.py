"""S42: every worked example, those of the catalogue and our own at the edges; and what is declared."""

import pytest

from guangyue.alerts.plans import ResponsePlan
from guangyue.alerts.reduction.measures import AbatementScheme, Measure, Step
from guangyue.kit.plain import as_plain, from_plain
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.heavy_pollution.examples import answer
from liaocheng.heavy_pollution.plan import HINT, ORANGE, PLAN, RED, YELLOW
from liaocheng.heavy_pollution.scheme import SCHEME

EXAMPLES = examples_beside(__file__, number="S42")
RESPONSES = (YELLOW, ORANGE, RED)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_heavy_pollution_is_weighed_and_answered_as_the_plan_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_industries_are_thirty_nine_and_every_measure_has_its_own_code() -> None:
    codes = [measure.code for measure in SCHEME.measures]

    assert len(set(SCHEME.industries)) == 39
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("measure", SCHEME.measures, ids=lambda measure: measure.code)
def test_no_level_asks_for_less_than_the_one_below(measure: Measure) -> None:
    """Except what is only possible at Ⅲ and compulsory by another measure above."""
    asked: list[Step | None] = [measure.steps.get(level.key) for level in RESPONSES]
    shares = [step.lines or 0 for step in asked if step]

    assert shares == sorted(shares)
    if measure.code != "E2":
        assert asked == sorted(asked, key=lambda step: step is not None)


def test_a_hint_orders_nothing_and_asks_for_no_reduction() -> None:
    assert HINT.reduction is None
    assert not any(HINT.key in measure.steps for measure in SCHEME.measures)


def test_every_level_is_approved_by_a_leader_of_the_plan() -> None:
    assert {level.approver for level in PLAN.levels} <= set(PLAN.leaders)


def test_what_is_declared_can_be_kept_as_a_row_and_read_back() -> None:
    assert from_plain(ResponsePlan, as_plain(PLAN)) == PLAN
    assert from_plain(AbatementScheme, as_plain(SCHEME)) == SCHEME

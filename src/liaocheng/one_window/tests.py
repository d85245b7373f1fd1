"""S11: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.cases.flow import Effect, Flow
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.one_window.examples import answer
from liaocheng.one_window.flows import FORWARDING, ORDINARY

EXAMPLES = examples_beside(__file__, number="S11")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_case_is_received_timed_and_decided(example: Example) -> None:
    assert disagreement(answer, example) == ""


@pytest.mark.parametrize("flow", [ORDINARY, FORWARDING], ids=lambda flow: flow.key)
def test_the_roads_of_the_city_lead_somewhere(flow: Flow) -> None:
    assert list(flow.faults()) == []


def test_no_clock_of_the_city_runs_while_the_province_has_a_case() -> None:
    assert not any(Effect.START_CLOCK in arrow.effects for arrow in FORWARDING.arrows)
    assert str(FORWARDING.step("to_send").limit) == "1 个工作日"

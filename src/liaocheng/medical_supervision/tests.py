"""S31: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.medical_supervision.complaints import FLOW
from liaocheng.medical_supervision.examples import answer
from liaocheng.medical_supervision.scale import SCALE

EXAMPLES = examples_beside(__file__, number="S31")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_the_sector_is_judged_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_road_of_a_complaint_is_a_flow() -> None:
    assert list(FLOW.faults()) == []


def test_no_conduct_costs_more_than_the_limit_and_each_names_its_clause() -> None:
    assert all(0 < one.points <= SCALE.limit and one.cites for one in SCALE.conducts)

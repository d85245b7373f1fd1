"""S30: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.random_inspections.examples import answer

EXAMPLES = examples_beside(__file__, number="S30")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_inspections_are_planned_drawn_and_judged_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""

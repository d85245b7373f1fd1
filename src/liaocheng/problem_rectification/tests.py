"""S04: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.problem_rectification.examples import answer

EXAMPLES = examples_beside(__file__, number="S04")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_problems_are_proposed_for_and_cleared_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""

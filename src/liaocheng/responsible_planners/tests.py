"""S46: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.responsible_planners.examples import answer

EXAMPLES = examples_beside(__file__, number="S46")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_planners_are_hired_reckoned_and_heard_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""

"""S29: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.policy_finding.examples import answer

EXAMPLES = examples_beside(__file__, number="S29")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_somebody_is_told_what_is_owed(example: Example) -> None:
    assert disagreement(answer, example) == ""

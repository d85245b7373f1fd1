"""S22: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.skills_training.examples import answer
from liaocheng.skills_training.rules import RULES

EXAMPLES = examples_beside(__file__, number="S22")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_training_is_decided_as_the_plan_has_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []

"""S23: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.social_assistance.examples import answer
from liaocheng.social_assistance.rules import RULES

EXAMPLES = examples_beside(__file__, number="S23")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_need_is_judged_as_the_opinion_has_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []

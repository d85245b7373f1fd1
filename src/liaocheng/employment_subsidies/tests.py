"""S20: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.examples import answer
from liaocheng.employment_subsidies.rules import RULES

EXAMPLES = examples_beside(__file__, number="S20")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_claim_is_decided_as_the_measures_have_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_every_rule_is_in_force_no_longer_than_the_measures() -> None:
    last = MEASURES.until
    ours = [rule for rule in RULES if rule.cites.number == MEASURES.number]

    assert ours
    assert all(rule.until and last and rule.until <= last for rule in ours)


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []

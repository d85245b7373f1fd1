"""S20: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

from pathlib import Path

import pytest

from guangyue.systems.examples import Example, Given, difference, read_examples
from liaocheng.employment_subsidies.document import MEASURES
from liaocheng.employment_subsidies.examples import answer
from liaocheng.employment_subsidies.rules import RULES

HERE = Path(__file__).parent
CATALOGUE = HERE.parents[3] / "shared" / "catalogue" / "S20-employment-subsidy-fund.md"
EXAMPLES = read_examples(HERE / "S20-further-examples.yaml")
if CATALOGUE.exists():
    EXAMPLES = [*EXAMPLES, *read_examples(CATALOGUE)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_claim_is_decided_as_the_measures_have_it(example: Example) -> None:
    given = Given(example.given)

    assert difference(example, given, answer(given, example.expect.keys())) == ""


def test_every_rule_is_in_force_no_longer_than_the_measures() -> None:
    last = MEASURES.until
    ours = [rule for rule in RULES if rule.cites.number == MEASURES.number]

    assert ours
    assert all(rule.until and last and rule.until <= last for rule in ours)


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []

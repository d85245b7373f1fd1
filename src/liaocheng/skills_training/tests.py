"""S22: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

from pathlib import Path

import pytest

from guangyue.systems.examples import Example, Given, difference, read_examples
from liaocheng.skills_training.examples import answer
from liaocheng.skills_training.rules import RULES

HERE = Path(__file__).parent
CATALOGUE = HERE.parents[3] / "shared" / "catalogue" / "S22-skills-training-campaign.md"
EXAMPLES = read_examples(HERE / "S22-further-examples.yaml")
if CATALOGUE.exists():
    EXAMPLES = [*EXAMPLES, *read_examples(CATALOGUE)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_training_is_decided_as_the_plan_has_it(example: Example) -> None:
    given = Given(example.given)

    assert difference(example, given, answer(given, example.expect.keys())) == ""


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []

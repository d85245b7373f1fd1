"""S08: every worked example, those of the catalogue and our own at the edges; and the table itself."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.circulars_and_interviews.examples import answer
from liaocheng.circulars_and_interviews.triggers import TRIGGERS

EXAMPLES = examples_beside(__file__, number="S08")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_steps_are_allowed_as_the_clause_lists_them(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_table_holds_32_triggers_each_with_its_clause_and_its_lines() -> None:
    assert [trigger.key for trigger in TRIGGERS] == [f"Z{number:02d}" for number in range(1, 33)]
    assert all(trigger.cites.path and trigger.lines and trigger.steps for trigger in TRIGGERS)

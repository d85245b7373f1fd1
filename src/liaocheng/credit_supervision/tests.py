"""S32: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.credit_supervision.examples import answer
from liaocheng.credit_supervision.measures import MEASURES
from liaocheng.credit_supervision.system import RECORDED

EXAMPLES = examples_beside(__file__, number="S32")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_credit_is_judged_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_no_measure_follows_a_record_that_nobody_declared() -> None:
    declared = {kind.key for kind, _ in RECORDED}

    assert {key for measure in MEASURES for key in measure.follows} <= declared


def test_no_measure_rests_on_a_document_of_the_city_alone() -> None:
    assert all(measure.basis and "聊" not in measure.basis.title for measure in MEASURES)

"""S13: every worked example, those of the catalogue and our own at the edges."""

import pytest

from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.service_rating.examples import answer
from liaocheng.service_rating.halls import HALLS

EXAMPLES = examples_beside(__file__, number="S13")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_rating_or_a_complaint_is_judged_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_city_each_county_and_each_zone_has_one_hall() -> None:
    assert len({hall.run_by.region for hall in HALLS}) == len(HALLS) > 10

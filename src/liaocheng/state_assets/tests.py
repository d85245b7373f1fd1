"""S18: every worked example, the list as the scheme prints it, and cases on each way."""

from collections import Counter

import pytest

from guangyue.matters.choosing import tree_faults
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.state_assets.examples import answer
from liaocheng.state_assets.listed import ALL, APPLIED_FOR
from liaocheng.state_assets.ways import FLOWS

EXAMPLES = examples_beside(__file__, number="S18")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_matter_goes_by_the_way_that_the_scheme_says(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_all_that_the_scheme_lists_is_there_with_its_clause() -> None:
    """Four to approve, eight to agree to, seven duties, three before, three groups after."""
    cited = {str(clause) for one in ALL for clause in (one.cites, *(v.cites for v in one.variants)) if clause}
    parts = Counter(path.split(" ")[1][:4] for path in cited if len(path.split(" ")[1]) > 4)

    assert parts == {"二（一）": 4, "二（二）": 8, "二（三）": 7, "二（四）": 3, "二（五）": 3}


def test_every_road_of_questions_ends_in_one_way() -> None:
    assert [fault for one in APPLIED_FOR for fault in tree_faults(one)] == []


def test_every_flow_can_be_walked_to_its_end() -> None:
    assert [fault for flow in FLOWS.values() for fault in flow.faults()] == []

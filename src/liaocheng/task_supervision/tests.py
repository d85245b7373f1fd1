"""S02: the counts of the six documents, and every worked example, those of the catalogue and our own."""

import pytest

from guangyue.gazette.folder import gazette_files
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.task_supervision.examples import answer

pytestmark = pytest.mark.skipif(not gazette_files(), reason="the gazettes are not beside the repository")
EXAMPLES = examples_beside(__file__, number="S02")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_tasks_are_read_as_their_documents_print_them(example: Example) -> None:
    assert disagreement(answer, example) == ""

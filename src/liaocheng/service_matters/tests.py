"""S10: every worked example, those of the catalogue and our own at the edges; and the matters offered."""

import pytest

from guangyue.matters.choosing import tree_faults
from guangyue.matters.declaration import Flag, Source
from guangyue.matters.releasing import faults_of, remarks_of
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.service_matters.baseline import BASELINE
from liaocheng.service_matters.examples import answer
from liaocheng.service_matters.matters import MATTERS
from liaocheng.service_matters.matters.writing import Offered

EXAMPLES = examples_beside(__file__, number="S10")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_the_catalogue_is_kept_as_the_documents_ask(example: Example) -> None:
    assert disagreement(answer, example) == ""


@pytest.mark.parametrize("offered", [*BASELINE, *MATTERS], ids=lambda one: one.declaration.name)
def test_what_is_offered_could_be_released(offered: Offered) -> None:
    assert faults_of(offered.declaration) == []
    assert list(tree_faults(offered.declaration)) == []


@pytest.mark.parametrize("offered", MATTERS, ids=lambda one: one.declaration.name)
def test_every_guide_has_its_five_parts(offered: Offered) -> None:
    assert remarks_of(offered.declaration) == []


def test_a_paper_that_one_matter_fetches_no_matter_asks_for() -> None:
    declared = [one.declaration for one in MATTERS]
    fetched = {
        paper.code for one in declared for paper in one.materials if paper.source is not Source.APPLICANT
    }
    made = {code for one in declared for code in one.produces}

    asked_for = {
        paper.code for one in declared for paper in one.materials if paper.source is Source.APPLICANT
    }

    assert not asked_for & (fetched | made)


def test_a_code_means_the_same_paper_in_every_matter() -> None:
    titles: dict[str, set[str]] = {}
    for one in MATTERS:
        for paper in one.declaration.materials:
            titles.setdefault(paper.code, set()).add(paper.title)

    assert [code for code, said in titles.items() if len(said) > 1] == []


def test_no_code_is_given_twice() -> None:
    codes = [one.declaration.code for one in MATTERS]

    assert len(set(codes)) == len(codes)


def test_some_are_decided_at_once() -> None:
    assert sum(Flag.INSTANT in one.declaration.flags for one in MATTERS) >= 10

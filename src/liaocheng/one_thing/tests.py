"""S12: every worked example, and that the themes of the demonstration are fit to be offered."""

import pytest

from guangyue.bundles.checking import faults, four_ones
from guangyue.bundles.demands import OfferTheme
from guangyue.bundles.merging import apart, merge, together
from guangyue.bundles.pieces import whole
from guangyue.matters.declaration import Declaration
from guangyue.matters.demands import OfferMatter
from guangyue.systems.enactment import declared_city
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.one_thing.data import DATA
from liaocheng.one_thing.examples import answer
from liaocheng.one_thing.requirements import INCLUDED
from liaocheng.one_thing.themes import THEMES

EXAMPLES = examples_beside(__file__, number="S12")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_theme_is_designed_and_carried_as_the_documents_have_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


@pytest.fixture(scope="module")
def declared() -> dict[str, Declaration]:
    """What the city offers."""
    demands = (demand for system in declared_city().systems for demand in system.demands)
    offered = (demand.declaration for demand in demands if isinstance(demand, OfferMatter))
    return {one.code: one for one in offered}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.title)
def test_a_theme_of_the_demonstration_is_fit_to_be_offered(
    theme: OfferTheme, declared: dict[str, Declaration]
) -> None:
    assert [fault.said for fault in faults(theme.design, declared)] == []
    pieces = whole(theme.design, declared)
    merged = merge(pieces)
    assert four_ones(merged).met
    assert together(merged).days <= apart(pieces).days


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.title)
def test_its_first_answers_lead_to_at_least_one_matter(
    theme: OfferTheme, declared: dict[str, Declaration]
) -> None:
    answers = {question.key: question.answers[0] for question in theme.design.questions}

    assert any(part.chosen(answers) for part in theme.design.parts)


def test_what_a_document_wants_combined_is_combined() -> None:
    designs = {theme.key: theme.design for theme in THEMES}

    assert all(not one.missing(designs[one.theme].matters) for one in INCLUDED)
    assert {bundle.theme for bundle in DATA.values()} <= designs.keys()

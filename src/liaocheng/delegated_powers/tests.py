"""S15: every worked example, those of the catalogue and our own at the edges, and what is enacted."""

from datetime import date

import pytest
from django.utils import timezone

from guangyue.empowerments.models import GrantingDocument
from guangyue.kit.workdays import kept_calendar
from guangyue.systems.enactment import enact
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.delegated_powers.examples import answer
from liaocheng.systems import CITY

EXAMPLES = examples_beside(__file__, number="S15")

pytestmark = pytest.mark.usefixtures("enacted_city")


def test_every_worked_example_is_answered() -> None:
    wrong = {example.because: said for example in EXAMPLES if (said := disagreement(answer, example))}

    assert wrong == {}


def test_an_example_that_nobody_knows_is_refused() -> None:
    unknown = Example({"weather": "rain"}, {"decide": True})

    with pytest.raises(ValueError, match="S15"):
        disagreement(answer, unknown)


def test_the_two_zones_are_served_and_no_other() -> None:
    document = GrantingDocument.objects.get(number="聊政字〔2021〕8号")

    assert sorted(document.bodies.values_list("key", flat=True)) == ["economic-zone", "high-tech-zone"]
    assert (document.new_matters, document.direct_matters) == (29, 1794)
    assert document.last_day(kept_calendar()) == date(2021, 5, 28)


def test_enacting_twice_makes_one_document() -> None:
    enact(CITY, at=timezone.now())

    assert GrantingDocument.objects.count() == 1

"""The demonstration leaves something to do for whoever steps in to review or to decide."""

import pytest

from guangyue.cases.demo_waiting import load
from guangyue.cases.models import Case
from guangyue.cases.tests.factories import SHOP, a_matter
from guangyue.organisations.models import Organisation
from guangyue.registries.tests.factories import EAST, a_firm, a_person, an_official


@pytest.mark.django_db
def test_one_case_waits_for_the_unit_of_each(departments: dict[str, Organisation]) -> None:
    reviewing, deciding = list(departments.values())[:2]
    for owner, code in ((reviewing, "000201"), (deciding, "000202")):
        a_matter(owner, declaration=SHOP, code=code)
    a_person(EAST)
    a_firm(EAST)
    an_official("clerk")
    an_official("reviewer", organisation=reviewing)
    an_official("decider", organisation=deciding)

    for _ in range(2):
        load(lambda said: None)

    waiting = set(Case.objects.values_list("desk", "step"))
    assert waiting == {(reviewing.pk, "review"), (deciding.pk, "decision")}
    assert Case.objects.count() == 2

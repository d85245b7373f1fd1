"""S06: every worked example, those of the catalogue and our own at the edges; and the plan as enacted."""

from datetime import date

import pytest
from django.utils import timezone

from guangyue.legislation.models import ConsultedMatter, LawProject, LegislativePlan, LegislativeTerms
from guangyue.organisations.services.register import know_organisations, know_regions
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.legislative_plan.examples import answer
from liaocheng.legislative_plan.system import SYSTEM
from liaocheng.systems import CITY

EXAMPLES = examples_beside(__file__, number="S06")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_rules_are_planned_consulted_on_and_judged_as_the_clause_asks(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_the_plan_of_2020_stands_with_twelve_projects(db: None) -> None:
    know_regions(CITY.regions)
    know_organisations(CITY.organisations, CITY.names)
    for _ in ("once", "and again"):
        for demand in SYSTEM.demands:
            demand.enact(timezone.now())

    plan = LegislativePlan.objects.get(year=2020)
    projects = LawProject.objects.filter(plan=plan)

    assert plan.entries.count() == projects.count() == 12
    assert projects.filter(due=date(2020, 12, 31)).count() == 7
    assert projects.filter(due=None).count() == 5
    waste = projects.get(name="聊城市生活垃圾分类管理办法")
    assert (waste.unit.key, str(waste.serves)) == ("urban-management", "聊政办字〔2020〕13号 四（四）")
    assert ConsultedMatter.objects.get(key="landscape").audiences == ["experts", "public"]
    terms = LegislativeTerms.objects.get()
    assert (terms.min_days, terms.review_days) == (None, 45)

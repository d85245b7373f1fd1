"""What credit knows of a unit raises its chance of being drawn."""

import pytest

from guangyue.credit.tests.factories import AT as RECORDED
from guangyue.credit.tests.factories import BLACK, CODE, a_record, lay_ground
from guangyue.inspections.models import Inspector, Item, Subject
from guangyue.inspections.services.credit import refresh_credit
from guangyue.inspections.services.pools import SubjectSaid, enter_subjects
from guangyue.inspections.tests.factories import AT, a_batch, a_planned_line
from guangyue.organisations.models import Organisation, Region

pytestmark = pytest.mark.django_db


def test_whoever_is_blacklisted_is_drawn_with_the_weight_of_the_worst_class(
    market: Organisation, town: Region, item: Item, inspectors: list[Inspector]
) -> None:
    rows = [SubjectSaid(CODE, "东湖商贸有限公司", town, [item]), SubjectSaid("T002", "商行", town, [item])]
    enter_subjects(rows=rows, at=AT)
    lay_ground(market)
    a_record(market, BLACK)

    refresh_credit.run(at=RECORDED)

    assert dict(Subject.objects.values_list("number", "credit_class")) == {CODE: "D", "T002": ""}
    batch = a_batch(a_planned_line([item]))
    assert dict(batch.targets.values_list("code", "weight")) == {CODE: 8, "T002": 2}

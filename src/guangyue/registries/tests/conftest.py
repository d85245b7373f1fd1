"""A small country of its own for these tests: two districts, five departments, and a city drawn on them."""

from datetime import datetime

import pytest
from django.utils import timezone

from guangyue.organisations.models import Organisation, Region
from guangyue.registries.facts import kinds
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.plan import District, Plan, Township

PLAN = Plan(
    title="东湖",
    districts=(
        District("990101", "01", 600_000, 115.9, 36.5, 0.1, (Township("990101001", "荷花街道", urban=True),)),
        District(
            "990102",
            "02",
            400_000,
            116.2,
            36.6,
            0.1,
            (Township("990102001", "柳林镇", urban=False), Township("990102002", "石桥镇", urban=False)),
        ),
    ),
)
CITY = SyntheticCity(PLAN, persons=600, firms=40)


@pytest.fixture
def at() -> datetime:
    return timezone.now()


@pytest.fixture
def country(db: None) -> dict[str, Organisation]:
    """The regions of the plan and every department that owns a fact, by its key."""
    city = Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")
    for district in PLAN.districts:
        parent = Region.objects.create(
            code=district.code, name=district.code, kind=Region.Kind.DISTRICT, parent=city, standard="测试"
        )
        for town in district.townships:
            Region.objects.create(
                code=town.code, name=town.title, kind=Region.Kind.TOWN, parent=parent, standard="测试"
            )
    owners = dict.fromkeys(kind.owner for kind in kinds().values())
    return {
        key: Organisation.objects.create(key=key, name=key, kind=Organisation.Kind.GOVERNMENT, region=city)
        for key in (*owners, "big-data")
    }

"""Rows of this mechanism for the table of who may open what (tests/test_access_table.py)."""

from guangyue.entitlements.models import Call, Need
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import DAY, a_person


def call(*, region: Region, organisation: Organisation) -> dict[str, object]:
    person = a_person(region.code)
    listed = Call.objects.create(person=person, region=region, why=Call.Why.NO_ACCOUNT, many=1, opened_on=DAY)
    return {"number": listed.pk}


def need(*, region: Region, organisation: Organisation) -> dict[str, object]:
    seen = Need.objects.create(
        person=a_person(region.code), region=region, signals=[], kinds=[], opened_on=DAY, seen_on=DAY
    )
    return {"number": seen.pk}


SAMPLES = {"entitlements:call": call, "entitlements:need": need}
PLACELESS = {"entitlements:run": "运行是全市的，页面上只有校验值和规则版本，没有人的信息"}
LISTS = {"entitlements:calls": "entitlements:call", "entitlements:needs": "entitlements:need"}

"""Rows of matters for the table of who may open what (tests/test_access_table.py)."""

from itertools import count

from guangyue.accounts.tests.factories import a_user
from guangyue.matters.models import Exercise
from guangyue.matters.tests.factories import a_change, a_matter
from guangyue.organisations.models import Organisation, Region

_codes = count(700_001)


def matter(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"code": a_matter(organisation, code=f"99{next(_codes)}").code}


def version(*, region: Region, organisation: Organisation) -> dict[str, object]:
    changed = a_change(a_matter(organisation, code=f"98{next(_codes)}"), by=a_user(), promised_days=4)
    return {"code": changed.matter.code, "number": changed.number}


def part(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {**version(region=region, organisation=organisation), "name": "materials"}


def local(*, region: Region, organisation: Organisation) -> dict[str, object]:
    shown = a_matter(organisation, code=f"97{next(_codes)}")
    exercise = Exercise.objects.get(matter=shown, unit=organisation)
    return {"code": shown.code, "pk": exercise.pk}


CITYWIDE = "核对和发布的人管全市的事项，事项不归哪个地区"

SAMPLES = {
    "matters:change": matter,
    "matters:part": part,
    "matters:sheet": version,
    "matters:submission": version,
    "matters:abandonment": version,
    "matters:local": local,
}
PLACELESS = {
    "matters:basis": CITYWIDE,
    "matters:basis_return": CITYWIDE,
    "matters:standard_return": CITYWIDE,
    "matters:release": CITYWIDE,
    "matters:closing": CITYWIDE,
    "matters:reopening": CITYWIDE,
}

"""Rows of the registries for the table of who may open what (tests/test_access_table.py)."""

from guangyue.organisations.models import Organisation, Region
from guangyue.registries.facts import kinds
from guangyue.registries.models import Correction, Lookup, Objection, Person
from guangyue.registries.tests.factories import NOON, a_firm, a_household, a_person, a_place, a_user


def departments(region: Region) -> None:
    """Every department that answers for a fact: no city is without them."""
    for key in {kind.owner for kind in kinds().values()}:
        Organisation.objects.get_or_create(
            key=key, defaults={"name": f"机构{key}", "kind": Organisation.Kind.GOVERNMENT, "region": region}
        )


def person(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"key": a_person(region.code).key}


def fact_of_a_person(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"key": a_person(region.code).key, "about": "person", "kind": "wage"}


def household(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_household(region.code).number}


def firm(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"code": a_firm(region.code).credit_code}


def fact_of_a_firm(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {**firm(region=region, organisation=organisation), "kind": "township"}


def place(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": a_place(region.code).number}


def fact_of_a_place(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {**place(region=region, organisation=organisation), "kind": "township"}


def correction(*, region: Region, organisation: Organisation) -> dict[str, object]:
    raised = Correction.objects.create(
        firm=a_firm(region.code),
        kind="township",
        region=region,
        owner=organisation,
        reason="已经搬迁",
        raised_by=a_user(),
        raised_at=NOON,
    )
    return {"pk": raised.pk}


def objection(*, region: Region, organisation: Organisation) -> dict[str, object]:
    looked = _lookup(a_person(region.code), organisation)
    return {"pk": Objection.objects.create(lookup=looked, reason="没有办过事", raised_at=NOON).pk}


def _lookup(looked_at: Person, organisation: Organisation) -> Lookup:
    return Lookup.objects.create(
        person=looked_at,
        by=a_user(),
        organisation=organisation,
        at=NOON,
        purpose=Lookup.Purpose.CASE,
        kinds=["person.wage"],
    )


GROUND = {"registries": departments}
SAMPLES = {
    "registries:person": person,
    "registries:person_recording": fact_of_a_person,
    "registries:person_correction": fact_of_a_person,
    "registries:household": household,
    "registries:firm": firm,
    "registries:firm_recording": fact_of_a_firm,
    "registries:firm_correction": fact_of_a_firm,
    "registries:place": place,
    "registries:place_recording": fact_of_a_place,
    "registries:place_correction": fact_of_a_place,
    "registries:correction": correction,
    "registries:objection": objection,
    "registries:objection_answer": objection,
}
PLACELESS = {"registries:lookup": "只有查询人自己能看自己的那一次查询"}
LISTS = {
    "registries:persons": "registries:person",
    "registries:households": "registries:household",
    "registries:firms": "registries:firm",
    "registries:places": "registries:place",
    "registries:corrections": "registries:correction",
    "registries:objections": "registries:objection",
}

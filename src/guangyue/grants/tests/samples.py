"""Rows of grants for the table of who may open what (tests/test_access_table.py)."""

from guangyue.grants.models import Application, Decision, Roster
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import NOON, a_person, a_user
from guangyue.systems.offered import offered

DAY = NOON.date()


def application(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"number": _application(region, organisation).number}


def decision(*, region: Region, organisation: Organisation) -> dict[str, object]:
    asked = _application(region, organisation)
    assert asked.person is not None
    return {"number": _decision(asked, asked.person).number}


def roster(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = Roster.objects.create(
        code=_code_led_by(organisation),
        name="名册.xlsx",
        region=region,
        on=DAY,
        by=a_user(),
        at=NOON,
        known_at=NOON,
    )
    return {"key": made.key}


def _application(region: Region, organisation: Organisation) -> Application:
    person = a_person(region.code)
    return Application.objects.create(
        number=f"SQ{person.pk}",
        code=_code_led_by(organisation),
        person=person,
        region=region,
        on=DAY,
        judged_on=DAY,
        state=Application.State.SUBMITTED,
        consent_at=NOON,
        submitted_at=NOON,
        saved_at=NOON,
    )


def _decision(asked: Application, person: Person) -> Decision:
    return Decision.objects.create(
        number=f"HD{person.pk}",
        application=asked,
        code=asked.code,
        person=person,
        payee_name=person.name,
        payee_number=person.id_number,
        region=asked.region,
        on=DAY,
        known_at=NOON,
        facts=[],
        sources=[],
        figures=[],
        fingerprint="",
        rule_key="",
        verdict={"conditions": [], "remarks": []},
        status="ELIGIBLE",
        outcome=Decision.Outcome.GRANTED,
        cites="",
        decided_by=a_user(),
        decided_at=NOON,
    )


def _code_led_by(organisation: Organisation) -> str:
    """The first who comes leads the system of the first policy."""
    policy = next(offered())
    key = policy.system.led_by[-1].key
    if not Application.objects.exists() and not Roster.objects.exists():
        Organisation.objects.filter(key=key).exclude(pk=organisation.pk).update(key="another-lead")
        Organisation.objects.filter(pk=organisation.pk).update(key=key)
    return policy.code


SAMPLES = {
    "grants:application": application,
    "grants:acceptance": application,
    "grants:supplement": application,
    "grants:decision": decision,
    "grants:notice": decision,
    "grants:correction": decision,
    "grants:roster": roster,
    "grants:roster_confirmation": roster,
}
PLACELESS = {"grants:roster_intake": "政策的名册样式，不属于哪个地方"}
LISTS = {
    "grants:applications": "grants:application",
    "grants:decisions": "grants:decision",
    "grants:rosters": "grants:roster",
}

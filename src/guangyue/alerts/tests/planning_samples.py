"""Rows of plans for the table of who may open what."""

from guangyue.accounts.tests.factories import a_user
from guangyue.alerts.models import AbatementPlan, ReductionBase, Source
from guangyue.alerts.tests.ordering_factories import AT, a_source
from guangyue.organisations.models import Organisation, Region


def a_draft() -> AbatementPlan:
    if kept := AbatementPlan.objects.first():
        return kept
    official = a_user()
    base, _ = ReductionBase.objects.get_or_create(year=2025, defaults={"by": official, "at": AT})
    return AbatementPlan.objects.create(
        title="方案", level_key="orange", on=AT.date(), base=base, made_by=official, made_at=AT
    )


def plan_source(*, region: Region, organisation: Organisation) -> dict[str, object]:
    source = Source.objects.filter(region=region).first() or a_source(region)
    return {"pk": a_draft().pk, "code": source.code}


SAMPLES = dict.fromkeys(("alerts:plan_source", "alerts:plan_hold"), plan_source)
PLACELESS = dict.fromkeys(
    (
        "alerts:plan",
        "alerts:plan_follow",
        "alerts:plan_solution",
        "alerts:plan_taking",
        "alerts:plans_compared",
    ),
    "减排方案是全市的，各家的措施只列看得到的",
)
LISTS: dict[str, str] = {}

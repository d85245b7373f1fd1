"""每夜: versions and closings whose day has come, and a look at all that is released."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import F

from guangyue.jobs.declarations import job
from guangyue.kit.clocks import local_day
from guangyue.matters.compliance import violations_of
from guangyue.matters.declaration import Source
from guangyue.matters.models import Matter, MatterVersion, NonCompliance
from guangyue.matters.releasing import Fault, faults_of, remarks_of
from guangyue.matters.services.closing import close_what_is_due
from guangyue.matters.services.releasing import put_in_force

LONGEST = 400
FLAGGED_PARTS = ("容缺清单", "变相审批")  # of what is only remarked, these are flagged too


@job("matters.keep_current", title="事项版本生效、暂停取消和合规检查")
def keep_current(*, at: datetime) -> None:
    bring_into_force(at=at)
    close_what_is_due(on=local_day(at))
    flag_released(at=at)


@transaction.atomic
def bring_into_force(*, at: datetime) -> int:
    """生效: of each matter the version whose day it is."""
    today = local_day(at)
    due = MatterVersion.objects.on(today).exclude(pk=F("matter__current_id")).select_related("matter")
    brought = 0
    for version in due.order_by("matter", "number"):
        matter = Matter.objects.select_for_update().get(pk=version.matter_id)
        put_in_force(matter=matter, version=version)
        brought += 1
    return brought


@transaction.atomic
def flag_released(*, at: datetime) -> int:
    """合规检查: R2, R4, R8 and what else a release asks, of every matter in force."""
    matters = Matter.objects.in_force().select_related("current").prefetch_related("exercises__region")
    held = held_by_the_city()
    standing = {(one.matter_id, one.part, one.said): one for one in NonCompliance.objects.standing()}
    found = {
        (matter.pk, fault.part, fault.said[:LONGEST]): matter
        for matter in matters
        for fault in flags_of(matter, held)
    }
    mended = [one.pk for key, one in standing.items() if key not in found]
    NonCompliance.objects.filter(pk__in=mended).update(until=at)
    NonCompliance.objects.bulk_create(
        NonCompliance(matter=matter, part=part, said=said, since=at)
        for (pk, part, said), matter in found.items()
        if (pk, part, said) not in standing
    )
    return len(found)


def flags_of(matter: Matter, held: frozenset[str]) -> Iterator[Fault]:
    """What there is against a matter as it is in force today."""
    assert matter.current is not None
    declared = matter.current.declared
    yield from faults_of(declared)
    yield from (one for one in remarks_of(declared) if one.part in FLAGGED_PARTS)
    for material in declared.materials:
        if material.source is Source.APPLICANT and material.code in held:
            yield Fault("申请材料", f"“{material.title}”本市自己就有，不得向申请人索要")
    for violation in violations_of(declared, matter.exercises.all()):
        yield Fault("三级十同", str(violation))


def held_by_the_city() -> frozenset[str]:
    """在线获取: the codes of materials that some matter in force fetches or produces."""
    held: set[str] = set()
    for matter in Matter.objects.in_force().select_related("current"):
        assert matter.current is not None
        declared = matter.current.declared
        held.update(one.code for one in declared.materials if one.source is not Source.APPLICANT)
        held.update(declared.produces)
    return frozenset(held)

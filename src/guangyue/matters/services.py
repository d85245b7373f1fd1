"""Everything that changes the catalogue: proposing a version, checking it, releasing it."""

from datetime import date, datetime, timedelta

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.plain import as_plain, fingerprint
from guangyue.matters.declaration import Declaration
from guangyue.matters.models import Matter, MatterVersion
from guangyue.organisations.models import Organisation


@transaction.atomic
def propose_version(
    *, declaration: Declaration, owner: Organisation, reason: str, by: User | None, at: datetime
) -> MatterVersion:
    """起草: a new version of a matter, or a matter's first."""
    matter, _ = Matter.objects.get_or_create(
        code=declaration.code,
        defaults={"owner": owner, "name": declaration.name, "kind": declaration.kind.name},
    )
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    latest = matter.versions.order_by("-number").first()
    return matter.versions.create(
        number=latest.number + 1 if latest else 1,
        declaration=as_plain(declaration),
        fingerprint=fingerprint(declaration),
        reason=reason,
        proposed_by=by,
        proposed_at=at,
    )


@transaction.atomic
def release_version(*, version: MatterVersion, since: date, by: User | None, at: datetime) -> MatterVersion:
    """发布: the version is in force from a day on, the one before ends the day before."""
    matter = Matter.objects.select_for_update().get(pk=version.matter_id)
    before = matter.versions.released().filter(until=None).exclude(pk=version.pk)
    before.update(until=since - timedelta(days=1))
    version.state, version.since = MatterVersion.State.RELEASED, since
    version.released_by, version.released_at = by, at
    version.save()
    declared = version.declared
    matter.name, matter.kind, matter.state = declared.name, declared.kind.name, Matter.State.RELEASED
    matter.on_application = declared.on_application
    matter.flags = [flag.name for flag in declared.flags]
    matter.current = version
    matter.save()
    version.matter = matter
    return version

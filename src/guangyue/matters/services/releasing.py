"""起草和发布: a version of a matter comes to be, and comes into force."""

from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.kit.clocks import local_day
from guangyue.kit.plain import as_plain, fingerprint
from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Declaration
from guangyue.matters.models import Matter, MatterVersion, MatterWord
from guangyue.matters.periods import Period
from guangyue.matters.releasing import NotReleasable, faults_of
from guangyue.matters.words import words_of
from guangyue.organisations.models import Organisation


class ReleasedAlready(Refused):
    sentence = "这个版本已经发布了。"


class BeforeTheOther(Refused):
    sentence = "生效日期要晚于上一版的生效日期。"


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
    version = MatterVersion.objects.get(pk=version.pk)
    if version.state == MatterVersion.State.RELEASED:
        raise ReleasedAlready
    if faults := faults_of(version.declared):
        raise NotReleasable(faults)
    for before in matter.versions.released().filter(until=None):
        assert before.since is not None  # it is released
        if before.since >= since:
            raise BeforeTheOther(field="since")
        before.until = Period(before.since).followed_by(since).until
        before.save(update_fields=["until"])
    version.state, version.since = MatterVersion.State.RELEASED, since
    version.released_by, version.released_at = by, at
    version.save()
    if since <= local_day(at):
        put_in_force(matter=matter, version=version)
    version.matter = matter
    return version


def put_in_force(*, matter: Matter, version: MatterVersion) -> None:
    """生效: the matter's own columns say what the version in force says, for lists and for searching."""
    declared = version.declared
    if matter.state == Matter.State.DRAFT:
        matter.state = Matter.State.RELEASED
    matter.name, matter.kind, matter.audience = declared.name, declared.kind.name, declared.audience.name
    matter.on_application, matter.field_of_life = declared.on_application, declared.field_of_life
    matter.levels = [level.name for level in declared.levels]
    matter.flags = [flag.name for flag in declared.flags]
    matter.promised_days, matter.situations = declared.promised_days, len(declared.variants)
    matter.aliases = list(declared.aliases)
    matter.current = version
    matter.save()
    matter.found_by.all().delete()
    MatterWord.objects.bulk_create(MatterWord(matter=matter, word=word) for word in words_of(declared))

"""两剥离: matters that a zone no longer handles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.empowerments.models import GrantingDocument, StoppedPower
from guangyue.empowerments.refusals import NotInGrant, StoppedAlready
from guangyue.matters.models import Matter
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class Stopped:
    """A line of the list: which matter, who stops, who goes on, from when."""

    code: str
    name: str
    body: Organisation
    goes_to: Organisation
    since: date


@transaction.atomic
def stop_powers(
    *, document: GrantingDocument, stopped: Iterable[Stopped], by: User | None, at: datetime
) -> list[StoppedPower]:
    """All of a list or none."""
    lines = list(stopped)
    codes = {line.code for line in lines}
    bodies = set(document.bodies.values_list("pk", flat=True))
    matters = dict(Matter.objects.filter(code__in=codes).values_list("code", "pk"))
    taken = set(StoppedPower.objects.filter(code__in=codes).values_list("body", "code"))
    for line in lines:
        if line.body.pk not in bodies:
            raise NotInGrant(line.body, document.number)
        if (line.body.pk, line.code) in taken:
            raise StoppedAlready(line.body, line.code)
        taken.add((line.body.pk, line.code))
    return StoppedPower.objects.bulk_create(
        StoppedPower(
            document=document,
            code=line.code,
            name=line.name,
            matter_id=matters.get(line.code),
            body=line.body,
            goes_to=line.goes_to,
            since=line.since,
            by=by,
            at=at,
        )
        for line in lines
    )

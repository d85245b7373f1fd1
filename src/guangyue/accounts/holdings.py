"""What a person holds at a moment: which permissions, and for which rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils.timezone import localdate

from guangyue.accounts.models import Grant, User
from guangyue.accounts.roles import Role, roles, roles_allowing
from guangyue.accounts.sql import HELD, WOULD_COVER
from guangyue.kit.access import NOWHERE, Permission, Reach, Scope
from guangyue.organisations.models import Organisation, Region


@dataclass(frozen=True)
class Holdings:
    """所持授权: the roles someone holds, each with the rows it reaches."""

    held: tuple[tuple[Role, Reach], ...] = ()

    def may(self, permission: Permission) -> bool:
        return self.scope(permission) != NOWHERE

    def scope(self, permission: Permission) -> Scope:
        granted = Scope(tuple(reach for role, reach in self.held if role.allows(permission)))
        return granted if granted.everywhere or not permission.citywide else NOWHERE


def holdings_of(user: User, *, at: datetime) -> Holdings:
    """Read afresh each time, so that a change works at once. A role the city has given up allows nothing."""
    if not user.pk:
        return Holdings()
    rows = _read(HELD, {"user": user.pk, "on": localdate(at), "at": at})
    return Holdings(tuple((roles()[role], reach) for role, reach in rows if role in roles()))


def holders_of(permission: Permission, *, at: datetime) -> list[tuple[User, Scope]]:
    """Everyone who holds a permission, with the rows it reaches; who is to be told picks among them."""
    granted = Grant.objects.in_force(at=at).filter(role__in=roles_allowing(permission))
    users = User.objects.filter(is_active=True, pk__in=granted.values("user")).order_by("pk")
    return [(user, holdings_of(user, at=at).scope(permission)) for user in users]


def reach_of(*, organisation: Organisation | None, region: Region | None) -> Reach:
    """What a grant for this organisation and this region covers, or would cover."""
    named = {"organisation": organisation and organisation.pk, "region": region and region.pk}
    ((_, reach),) = _read(WOULD_COVER, named)
    return reach


def _read(statement: str, named: Mapping[str, Any]) -> list[tuple[str, Reach]]:
    """A grant that names no region, or no organisation, has no limit there."""
    with connection.cursor() as cursor:
        cursor.execute(statement, named)
        return [
            (role, Reach(regions and frozenset(regions), organisations and frozenset(organisations)))
            for role, regions, organisations in cursor.fetchall()
        ]

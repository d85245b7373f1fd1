"""What a person holds at a moment: which permissions, and for which rows."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.accounts.roles import Role, roles
from guangyue.accounts.sql import HELD_GRANTS
from guangyue.kit.access import Permission, Reach, Scope


@dataclass(frozen=True)
class Holdings:
    """所持授权: the roles someone holds, each with the rows it reaches."""

    held: tuple[tuple[Role, Reach], ...] = ()

    def may(self, permission: Permission) -> bool:
        return any(role.allows(permission) for role, _ in self.held)

    def scope(self, permission: Permission) -> Scope:
        return Scope(tuple(reach for role, reach in self.held if role.allows(permission)))


def holdings_of(user: User, *, at: datetime) -> Holdings:
    """Read afresh each time, so that a change works at once. A role the city has given up allows nothing."""
    if not user.pk:
        return Holdings()
    with connection.cursor() as cursor:
        cursor.execute(HELD_GRANTS, {"user": user.pk, "on": localdate(at), "at": at})
        rows = cursor.fetchall()
    return Holdings(
        tuple(
            (roles()[role], _reach(regions, organisations))
            for role, regions, organisations in rows
            if role in roles()
        )
    )


def _reach(regions: list[str] | None, organisations: list[int] | None) -> Reach:
    """No rows below a grant that names none: it has no limit there."""
    return Reach(
        regions=None if regions is None else frozenset(regions),
        organisations=None if organisations is None else frozenset(organisations),
    )

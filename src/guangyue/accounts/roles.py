"""角色: what kinds of work there are, and what each may do. The city declares them; settings name where."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.kit.access import Permission


@dataclass(frozen=True)
class Role:
    """角色: a kind of work with the permissions it takes. Who has it, where, until when: see the grants."""

    key: str
    title: str
    work: str
    permissions: tuple[Permission, ...]
    apart_from: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.title

    def allows(self, permission: Permission) -> bool:
        return permission in self.permissions


@cache
def roles() -> Mapping[str, Role]:
    """The city's roles by key, in the order declared."""
    declared: tuple[Role, ...] = import_string(settings.GUANGYUE_ROLES)
    return {role.key: role for role in declared}


def roles_allowing(permission: Permission) -> list[str]:
    return [role.key for role in roles().values() if role.allows(permission)]

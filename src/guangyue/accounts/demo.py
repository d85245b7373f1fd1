"""The people of the demonstration: accounts without a password, which can only be stepped into."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from guangyue.accounts.granting import give_grant
from guangyue.accounts.models import User
from guangyue.accounts.roles import roles, roles_allowing
from guangyue.accounts.stepping_in import DemoAccount, DemoGrant, demo_accounts
from guangyue.kit.access import EVERYWHERE, Permission
from guangyue.organisations.models import Organisation, Region

GROUND = "演示数据"


Say = Callable[[str], None]


@transaction.atomic
def load(say: Say) -> None:
    """Open what is missing, leave what is there."""
    at = timezone.now()
    for declared in demo_accounts():
        user = _opened(declared, at=at)
        for grant in declared.grants:
            _granted(user, grant, at=at)
    say(f"演示账户 {len(demo_accounts())} 个")


def somebody_allowed(permission: Permission) -> User | None:
    """Who does in the other loaders what a permission allows: of several, who was opened first."""
    return User.objects.filter(grants__role__in=roles_allowing(permission)).order_by("pk").first()


def _opened(declared: DemoAccount, *, at: datetime) -> User:
    user, is_new = User.objects.get_or_create(
        username=declared.username,
        defaults={
            "name": declared.name,
            "kind": declared.kind,
            "organisation": Organisation.objects.filter(key=declared.organisation).first(),
            "opened_at": at,
        },
    )
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def _granted(user: User, grant: DemoGrant, *, at: datetime) -> None:
    organisation = Organisation.objects.get(key=grant.organisation) if grant.organisation else None
    region = Region.objects.get(code=grant.region) if grant.region else None
    if user.grants.filter(role=grant.role, organisation=organisation, region=region).exists():
        return
    give_grant(
        user=user,
        role=roles()[grant.role],
        organisation=organisation,
        region=region,
        since=localdate(at),
        until=None,
        by=None,
        at=at,
        ground=GROUND,
        scope=EVERYWHERE,
    )

"""授予和收回角色: who may give what to whom. A grant works from the next request on, its end too."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.holdings import reach_of
from guangyue.accounts.models import Grant, GrantEnd, Kind, User
from guangyue.accounts.permissions import MANAGE_ACCOUNTS
from guangyue.accounts.roles import Role, roles, roles_allowing
from guangyue.kit.access import Scope
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region


class OutOfReach(Refused):
    sentence = "这项授权的范围超出您的管辖范围，请由上级管理员办理。"


class OneselfGranted(Refused):
    sentence = "不能给自己授权，请由另一名管理员办理。"


class OnlyForStaff(Refused):
    sentence = "角色只授予工作人员账户。"


class GrantedAlready(Refused):
    sentence = "这个账户在同样的范围内已经有这个角色。"


class RolesKeptApart(Refused):
    def __init__(self, first: Role, second: Role) -> None:
        super().__init__(f"“{first}”和“{second}”不能由同一人担任。")


class LastAdministrator(Refused):
    sentence = "这是最后一名全市管理员：请先另授一名长期有效的全市管理员，再办理这一项。"


@transaction.atomic
def give_grant(
    *,
    user: User,
    role: Role,
    organisation: Organisation | None,
    region: Region | None,
    since: date,
    until: date | None,
    by: User | None,
    at: datetime,
    ground: str,
    scope: Scope,
) -> Grant:
    """授予角色, within the scope of whoever gives it; `by` nobody when it comes from the command line."""
    User.objects.select_for_update().get(pk=user.pk)
    if user == by:
        raise OneselfGranted
    if user.kind != Kind.STAFF:
        raise OnlyForStaff
    if since < localdate(at):
        raise Refused("起始日不能早于今天。", field="since")
    if until and until < since:
        raise Refused("截止日不能早于起始日。", field="until")
    if not scope.contains(reach_of(organisation=organisation, region=region)):
        raise OutOfReach
    standing = user.grants.not_over(at=at)
    if standing.filter(role=role.key, organisation=organisation, region=region).exists():
        raise GrantedAlready
    _refuse_kept_apart(role, standing)
    return Grant.objects.create(
        user=user,
        role=role.key,
        organisation=organisation,
        region=region,
        since=since,
        until=until,
        by=by,
        at=at,
        ground=ground,
    )


@transaction.atomic
def end_grant(*, grant: Grant, by: User, at: datetime, ground: str, scope: Scope) -> GrantEnd:
    """收回授权, at once."""
    if not scope.contains(reach_of(organisation=grant.organisation, region=grant.region)):
        raise OutOfReach
    with keeping_an_administrator(at=at):
        if not Grant.objects.not_over(at=at).filter(pk=grant.pk).exists():
            raise Refused("这项授权已经到期或者已经收回。")
        return GrantEnd.objects.create(grant=grant, by=by, at=at, ground=ground)


@contextmanager
def keeping_an_administrator(*, at: datetime) -> Iterator[None]:
    """Somebody must be left who may manage every account, and whose grant does not run out.

    Two administrators who remove each other at the same moment come one after the other.
    """
    managing = Grant.objects.filter(role__in=roles_allowing(MANAGE_ACCOUNTS))
    list(managing.select_for_update().order_by("pk"))
    lasting = managing.in_force(at=at).citywide().filter(until=None, user__is_active=True)
    was_one = lasting.exists()
    yield
    if was_one and not lasting.exists():
        raise LastAdministrator


def _refuse_kept_apart(role: Role, standing: Iterable[Grant]) -> None:
    for grant in standing:
        held = roles().get(grant.role)
        if held and (held.key in role.apart_from or role.key in held.apart_from):
            raise RolesKeptApart(role, held)

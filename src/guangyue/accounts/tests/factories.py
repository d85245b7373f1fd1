"""Rows for the tests of accounts, and a small city for them to be in."""

from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from django.test import Client
from django.utils import timezone

from guangyue.accounts.models import Grant, Kind, Lock, User
from guangyue.organisations.models import Organisation, Region

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 3, 2, 12, tzinfo=SHANGHAI)
YESTERDAY = NOON.date() - timedelta(days=1)
PASSWORD = "Guang-yue-2026"

_numbers = count(1)


def a_user(username: str = "", *, password: str = "", **fields: object) -> User:
    number = next(_numbers)
    user = User(
        username=username or f"user{number}",
        **{"kind": Kind.STAFF, "name": f"用户{number}", "opened_at": NOON, **fields},
    )
    user.set_password(password or None)
    user.save()
    return user


def a_region(code: str, *, parent: Region | None = None, managed_by: Region | None = None) -> Region:
    return Region.objects.create(
        code=code,
        name=f"区划{code}",
        kind=Region.Kind.DISTRICT,
        parent=parent,
        managed_by=managed_by,
        standard="测试",
    )


def an_organisation(key: str, *, region: Region, parent: Organisation | None = None) -> Organisation:
    kind = Organisation.Kind.GOVERNMENT
    return Organisation.objects.create(key=key, name=f"机构{key}", kind=kind, region=region, parent=parent)


def a_grant(
    user: User,
    role: str,
    *,
    organisation: Organisation | None = None,
    region: Region | None = None,
    since: date = YESTERDAY,
    until: date | None = None,
) -> Grant:
    return Grant.objects.create(
        user=user,
        role=role,
        organisation=organisation,
        region=region,
        since=since,
        until=until,
        at=NOON - timedelta(days=1),
        ground="测试",
    )


def a_lock(user: User) -> Lock:
    """One that stands now, by the clock on the wall."""
    at = timezone.now()
    return Lock.objects.create(account=user.username, at=at, until=at + timedelta(minutes=15))


def a_browser(user: User | None = None) -> Client:
    """One that asks for pages, as whoever it is."""
    client = Client(headers={"Accept": "text/html"})
    if user:
        client.force_login(user)
    return client

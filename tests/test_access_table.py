"""The table of who may open what: every address × every role, and rows inside and outside of one's scope.

It is made from the URL map, so a new page stands in it at once. A page without a mark fails; so does a page
of one row for which its mechanism does not say, in `tests/samples.py`, how such a row is made for a district
and an organisation in it (`SAMPLES`), or why its rows belong to no place (`PLACELESS`).
"""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from http import HTTPStatus
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import Settings

from guangyue.accounts.middleware import mark_of, operations_of
from guangyue.accounts.models import Kind, User
from guangyue.accounts.roles import Role, roles
from guangyue.accounts.tests.factories import PASSWORD, a_grant, a_region, a_user, an_organisation
from guangyue.kit.access import Access
from guangyue.organisations.models import Organisation, Region

pytestmark = pytest.mark.django_db

Sample = Callable[..., dict[str, object]]
KERNEL = Path(settings.ROOT) / "src" / "guangyue"
REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
# What stands in an address where a row's own key would: no such row, so whoever is let in finds nothing.
NOBODY = {"int": 0, "str": "none", "slug": "none", "uuid": UUID(int=0), "uuidstr": str(UUID(int=0))}


@dataclass(frozen=True)
class Endpoint:
    """An address with one method, and what it asks of whoever opens it."""

    name: str
    method: str
    access: Access | None
    parts: tuple[tuple[str, str], ...]

    def ask(self, client: Client, **row: object) -> Any:
        """By POST where a link does not work."""
        address = reverse(self.name, kwargs=row or {part: NOBODY[kind] for part, kind in self.parts})
        answer = client.generic(self.method, address)
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            answer = client.generic(answer["Allow"].split(",")[0], address)
        return answer


def endpoints(patterns: list[Any], space: str = "") -> Iterator[Endpoint]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from endpoints(
                pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space
            )
            continue
        assert isinstance(pattern, URLPattern)
        assert pattern.name, f"{pattern.pattern} has no name"
        kinds = {part: type(converter).__name__ for part, converter in pattern.pattern.converters.items()}
        parts = tuple(
            (part, kind.removesuffix("Converter").lower().replace("string", "str"))
            for part, kind in kinds.items()
        )
        operations = operations_of(pattern.callback)
        methods = [method for each in operations for method in each.methods] if operations else ["GET"]
        for method in methods:
            yield Endpoint(space + pattern.name, method, mark_of(pattern.callback, method), parts)


ENDPOINTS = list(dict.fromkeys(endpoints(get_resolver().url_patterns)))
OF_ONE_ROW = [each for each in ENDPOINTS if each.access and each.access.permission and each.parts]


def said_by_mechanisms(word: str) -> dict[str, Any]:
    """What the mechanisms say of their own pages, by the names of the addresses."""
    said: dict[str, Any] = {}
    for mechanism in settings.MECHANISMS:
        if (KERNEL / mechanism / "tests" / "samples.py").exists():
            said |= getattr(import_module(f"guangyue.{mechanism}.tests.samples"), word, {})
    return said


SAMPLES: Mapping[str, Sample] = said_by_mechanisms("SAMPLES")
PLACELESS: Mapping[str, str] = said_by_mechanisms("PLACELESS")
LISTS: Mapping[str, str] = said_by_mechanisms("LISTS")


def is_admitted(access: Access, user: User | None, role: Role | None) -> bool:
    """What the mark says, read once more and plainly."""
    if not access.signed_in:
        return True
    if user is None or (access.staff and user.kind != Kind.STAFF):
        return False
    return access.permission is None or bool(role and access.permission in role.permissions)


def asked_by(role: Role | None) -> list[Endpoint]:
    """By whoever has no role, everything; by a role what it is needed for, and one address of every other
    mark: the middleware decides by the mark alone."""
    if role is None:
        return ENDPOINTS
    first = {each.access: each for each in reversed(ENDPOINTS)}
    return [
        each
        for each in ENDPOINTS
        if each is first[each.access] or (each.access and each.access.permission in role.permissions)
    ]


def is_right(answer: Any, admitted: bool) -> bool:
    return (
        answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
        and (answer.status_code not in REFUSED) == admitted
    )


HANDLER = Client().handler  # with a handler of its own each client would look through all static files


def client_of(user: User | None) -> Client:
    client = Client()
    client.handler = HANDLER
    if user:
        client.force_login(user)
    return client


def asked_first(endpoint: Endpoint, client: Client) -> Any:
    """The answer as if nothing had been asked before: whatever it did, such as signing out, is undone."""
    cookies = copy(client.cookies)
    with transaction.atomic():
        answer = endpoint.ask(client)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def an_official(role: str, **grant: Any) -> User:
    official = a_user(password=PASSWORD)
    a_grant(official, role, **grant)
    TOTP.activate(official, "JBSWY3DPEHPK3PXP")
    return official


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def ground() -> None:
    """What no city is without."""
    city = a_region("990000")
    for lay in said_by_mechanisms("GROUND").values():
        lay(city)


@pytest.fixture
def inside() -> tuple[Region, Organisation]:
    district = a_region("990201", parent=a_region("990200"))
    return district, an_organisation("inside", region=district)


@pytest.fixture
def outside() -> tuple[Region, Organisation]:
    district = a_region("990301", parent=a_region("990300"))
    return district, an_organisation("outside", region=district)


def test_every_address_says_who_may_open_it() -> None:
    assert [each for each in ENDPOINTS if each.access is None] == []


def test_every_permission_is_carried_by_some_role() -> None:
    asked = {each.access.permission for each in ENDPOINTS if each.access and each.access.permission}

    assert asked - {permission for role in roles().values() for permission in role.permissions} == set()


@pytest.mark.parametrize("visitor", ["anonymous", *Kind.values, *roles()])
def test_a_visitor_opens_what_the_marks_admit_him_to_and_nothing_else(visitor: str) -> None:
    role = roles().get(visitor)
    user = an_official(visitor) if role else None
    if visitor in Kind.values:
        user = a_user(kind=Kind(visitor), password=PASSWORD)
    client = client_of(user)

    wrong = [
        f"{endpoint.method} {endpoint.name} answers {answer.status_code}"
        for endpoint in asked_by(role)
        if endpoint.access
        and not is_right(answer := asked_first(endpoint, client), is_admitted(endpoint.access, user, role))
    ]

    assert wrong == []


@pytest.mark.parametrize("endpoint", OF_ONE_ROW, ids=lambda each: f"{each.method} {each.name}")
def test_a_row_outside_of_ones_scope_is_not_there(
    endpoint: Endpoint, inside: tuple[Region, Organisation], outside: tuple[Region, Organisation]
) -> None:
    assert endpoint.access
    assert endpoint.access.permission
    if endpoint.access.permission.citywide or endpoint.name in PLACELESS:
        return
    assert endpoint.name in SAMPLES, "say in tests/samples.py how a row of this page is made"
    make = SAMPLES[endpoint.name]
    region, organisation = inside

    for key in (key for key, role in roles().items() if role.allows(endpoint.access.permission)):
        for limits in ({"region": region}, {"organisation": organisation}):
            client = client_of(an_official(key, **limits))
            near = make(region=region, organisation=organisation)
            far = make(region=outside[0], organisation=outside[1])

            assert endpoint.ask(client, **far).status_code == HTTPStatus.NOT_FOUND, (key, limits)
            assert endpoint.ask(client, **near).status_code != HTTPStatus.NOT_FOUND, (key, limits)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_shows_the_rows_inside_of_ones_scope_only(
    name: str, inside: tuple[Region, Organisation], outside: tuple[Region, Organisation]
) -> None:
    endpoint = next(each for each in ENDPOINTS if each.name == name)
    assert endpoint.access
    assert endpoint.access.permission
    make = SAMPLES[LISTS[name]]
    near, far = (
        reverse(LISTS[name], kwargs=make(region=region, organisation=organisation))
        for region, organisation in (inside, outside)
    )
    role = next(key for key, role in roles().items() if role.allows(endpoint.access.permission))

    page = endpoint.ask(client_of(an_official(role, region=inside[0]))).content.decode()

    assert f'"{near}"' in page
    assert f'"{far}"' not in page

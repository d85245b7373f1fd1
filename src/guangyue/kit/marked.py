"""Functions that carry the mark of a view: those that are open to whoever asks, each with its scope."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.urls import resolve
from django.utils.module_loading import import_string

from guangyue.kit.access import EVERYWHERE, NOWHERE, Access, Scope, SignedInRequest, access_of

Marked = Callable[..., Iterable[Any]]


@cache
def declared(path: str) -> tuple[Marked, ...]:
    """The functions that a setting names by the path of a tuple."""
    functions: tuple[Marked, ...] = import_string(path)
    for function in functions:
        if access_of(function) is None:
            raise TypeError(f"{function.__module__}.{function.__name__} does not say who may see it")
    return functions


def open_to(request: SignedInRequest, functions: Iterable[Marked]) -> Iterator[tuple[Marked, Scope]]:
    """Those a person may use, with the rows they cover. What is open to all covers everything."""
    for function in functions:
        access = access_of(function)
        if access and (scope := _scope(request, access)) != NOWHERE:
            yield function, scope


def _scope(request: SignedInRequest, access: Access) -> Scope:
    if access.permission:
        return request.scope_of(access.permission)
    return EVERYWHERE if not access.signed_in or request.user.is_authenticated else NOWHERE


def may_open(request: SignedInRequest, address: str) -> bool:
    """Whether the page at an address of ours would let this person in."""
    access = access_of(resolve(urlsplit(address).path).func)
    return access is not None and _scope(request, access) != NOWHERE
